import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { serve } from '../app/serve.ts'
import { heldBackupKey } from '../backup/backup-key.ts'
import { BOX_ADDRESS, isWifiName } from '../contract/hotspot.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { dayAt } from '../files/clock.ts'
import { KeyFault, keysHere } from '../machine/drives.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { addressHere, portHere } from './evening/address.ts'
import { type OnKey, writeOnKey } from './evening/on-key.ts'
import { lookedAt, openHotspot, runHere, type WifiSeen } from './evening/wifi.ts'
import { refuseBoxFolder } from './out-file.ts'
import { PASSPHRASE_OPTIONS, passphraseFrom } from './passphrase.ts'
import { printVerb } from './print-verb.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
const e = w.evening
type Values = Parameters<Verb['run']>[0]
const text = (values: Values, name: string): string | undefined =>
  typeof values[name] === 'string' ? values[name] : undefined

/** A laptop for an evening: a Wi-Fi where it can be opened, the page, the card on the counter; at the end, everything on a key. */
export const eveningVerb: Verb = {
  name: 'evening',
  usage:
    '[--hotspot] [--wifi NAME] [--port PORT] [--tls-port 4243] [--card FILE.pdf] [--print] [--key DIR] [--for BOX] [--look] [--json] [--passphrase-file FILE] [--data DIR]',
  about: w.help.evening,
  options: {
    hotspot: { type: 'boolean' },
    wifi: { type: 'string', default: 'CoCoTe' },
    port: { type: 'string' },
    'tls-port': { type: 'string', default: '4243' },
    card: { type: 'string', default: 'carte-du-comptoir.pdf' },
    print: { type: 'boolean' },
    key: { type: 'string' },
    for: { type: 'string' },
    look: { type: 'boolean' },
    json: { type: 'boolean' },
    ...PASSPHRASE_OPTIONS,
  },
  run: plainly(async (values, words) => {
    const wifi = wifiNamed(text(values, 'wifi') ?? '')
    if (words.length > 0 || !isWifiName(wifi)) throw new Misused(e.badWifi(wifi))
    const key = text(values, 'key')
    if (key !== undefined) refuseBoxFolder(key, dataFrom(values))
    const say =
      values['json'] === true
        ? (_said: string): void => undefined
        : (said: string): void => console.log(said)
    const seen = await lookedAt(runHere)
    if (values['look'] === true) return looked(seen, values, say)
    const hotspot = await wifiFor(seen, wifi, values, say)
    try {
      return await lived({ values, wifi, say, isOpen: hotspot !== undefined })
    } finally {
      await hotspot?.()
      if (hotspot) say(e.closed)
    }
  }),
}

/** As box/install does: the answers that papers read hold no straight quote. */
const wifiNamed = (typed: string): string => typed.replaceAll("'", '’').trim()

type Say = (said: string) => void
const tell = (values: Values, told: Readonly<Record<string, unknown>>): void => {
  if (values['json'] === true) console.log(JSON.stringify(told))
}

function looked(seen: WifiSeen, values: Values, say: Say): number {
  tell(values, { wifi: seen })
  say(seen.can ? e.can(seen.device) : e[seen.why])
  if (!seen.can) for (const line of shareLines(text(values, 'wifi') ?? '')) say(line)
  return 0
}

/** Three lines, in the words of the system that runs here. */
function shareLines(wifi: string): readonly string[] {
  const { platform } = process
  const here = platform === 'win32' || platform === 'darwin' ? platform : 'linux'
  return [`1. ${e.share[here]}`, `2. ${e.shareName(wifi)}`, `3. ${e.shareElse}`]
}

/** Opened when it is asked and can be; else said how to share it by hand. What closes it, when it was opened here. */
async function wifiFor(
  seen: WifiSeen,
  wifi: string,
  values: Values,
  say: Say,
): Promise<(() => Promise<void>) | undefined> {
  if (seen.can && values['hotspot'] === true) {
    const made = await openHotspot(seen, wifi, runHere)
    if (made.opened) {
      say(e.opened(wifi))
      return made.close
    }
    say(e.notOpened(made.why))
  } else say(seen.can ? e.can(seen.device) : e[seen.why])
  for (const line of shareLines(wifi)) say(line)
  if (isAsked(values)) await entered(e.whenShared)
  return undefined
}

const isAsked = (values: Values): boolean => process.stdin.isTTY === true && values['json'] !== true

type Evening = Readonly<{ values: Values; wifi: string; say: Say; isOpen: boolean }>

async function lived({ values, wifi, say, isOpen }: Evening): Promise<number> {
  const data = dataFrom(values)
  const named = text(values, 'port')
  const port =
    named === undefined ? await portHere() : named === '0' ? await portHere([]) : portOf(named)
  const at = isOpen ? BOX_ADDRESS : addressHere()
  const told = tellWifi(wifi, at, port, isOpen)
  try {
    const served = await serve({
      data,
      port,
      tlsPort: portOf(text(values, 'tls-port') ?? ''),
      host: '0.0.0.0',
      names: at === undefined ? [] : [at],
    })
    const end = ended(values)
    const host = at ?? 'localhost'
    const address = `http://${host}${served.port === 80 ? '' : `:${served.port}`}`
    const keeperAt = `https://${host}:${served.tlsPort}`
    if (at === undefined) say(e.nowhere)
    if (served.certificate) say(e.keeperAt(keeperAt, served.certificate.words))
    if (served.openingCode) say(e.opening(keeperAt, served.openingCode))
    const card = await cardTo(text(values, 'card') ?? '', data, values, say)
    if (isAsked(values)) say(e.toEnd)
    tell(values, { address, wifi, opened: isOpen, ...(card ? { card } : {}) })
    say(e.open(address))
    await end
    say(e.ending)
    await served.close()
    return await keyAfter(values, data, say)
  } finally {
    told()
  }
}

/**
 * What the papers say of this Wi-Fi, for as long as the evening lasts: an evening has no installed answers. One that was not opened here
 * most likely has a password: Windows and telephones give none without.
 */
function tellWifi(wifi: string, at: string | undefined, port: number, isOpen: boolean): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-soiree-'))
  const file = join(folder, 'box.conf')
  const address = at === undefined ? '' : `${at}${port === 80 ? '' : `:${port}`}`
  writeFileSync(file, `SSID='${wifi}'\nADDRESS='${address}'\n${isOpen ? '' : "BYHAND='yes'\n"}`)
  const was = process.env['COCOTE_CONF']
  process.env['COCOTE_CONF'] = file
  return () => {
    if (was === undefined) delete process.env['COCOTE_CONF']
    else process.env['COCOTE_CONF'] = was
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The counter card as a file, and on paper when that is asked. Undefined where it can't be made: the evening goes on without it. */
async function cardTo(
  file: string,
  data: string,
  values: Values,
  say: Say,
): Promise<string | undefined> {
  const made = await quietly(() => printVerb.run({ out: file, data, json: true }, ['comptoir']))
  if (made !== 0) {
    say(e.noCard)
    return undefined
  }
  say(e.card(file))
  if (values['print'] === true) {
    const { code } = await runHere('lp', ['-o', 'media=A5', '--', file])
    say(code === 0 ? e.printed : e.noPrinter)
  }
  return file
}

/** What another verb does, without what it says: this one says it. */
async function quietly(work: () => Promise<number>): Promise<number> {
  const { log, error } = console
  console.log = () => undefined
  console.error = () => undefined
  try {
    return await work()
  } finally {
    console.log = log
    console.error = error
  }
}

/** The key that is named, or the one that is plugged in; everything is written on it. Exit code 1 when nothing could be. */
async function keyAfter(values: Values, data: string, say: Say): Promise<number> {
  const key = await keyFor(values)
  if (key === undefined) throw new Undone(e.noKey(data))
  const { seal, why } = await sealFor(values, data)
  try {
    const to = text(values, 'for')
    const written = await writeOnKey({
      folder: data,
      key,
      day: dayAt(Date.now()),
      seal,
      ...(to === undefined ? {} : { to }),
    })
    sayWritten(written, key, data, say)
    tell(values, { key, ...written })
    if (seal === undefined) console.error(why)
    return seal === undefined ? 1 : 0
  } catch (error) {
    throw error instanceof KeyFault ? new Undone(e.keyFaults[error.code](key)) : error
  }
}

function sayWritten(
  { bundle, entries, backup, bytes, shelfLeft, hurt = [] }: OnKey,
  key: string,
  data: string,
  say: Say,
): void {
  say(e.bundle(join(key, bundle), e.entries(entries)))
  if (backup === undefined) return
  say(
    (shelfLeft === undefined ? e.backup : e.backupButShelf)(join(key, backup), w.bytes(bytes ?? 0)),
  )
  if (shelfLeft !== undefined) say(e.shelfLeft(w.bytes(shelfLeft), data))
  if (hurt.length > 0) say(w.backup.hurtFiles(hurt))
}

async function keyFor(values: Values): Promise<string | undefined> {
  const named = text(values, 'key')
  if (named !== undefined) return named
  const first = keysHere()
  if (first.length === 0 && isAsked(values)) await entered(e.plug)
  const keys = first.length > 0 ? first : keysHere()
  if (keys.length > 1) throw new Undone(e.manyKeys(keys.join(', ')))
  return keys[0]
}

/** The keeper's passphrase, which the box knows how to seal for; else one that is given or asked. */
async function sealFor(values: Values, data: string) {
  const isGiven =
    text(values, 'passphrase-file') !== undefined || process.env['COCOTE_PASSPHRASE'] !== undefined
  const held = isGiven ? undefined : heldBackupKey(data)
  if (held) return { seal: held, why: '' }
  if (!isGiven && !isAsked(values)) return { seal: undefined, why: e.noSeal }
  return { seal: await passphraseFrom(values, w.passphrase.choose, true), why: '' }
}

/** Until somebody presses Enter. */
async function entered(asks: string): Promise<void> {
  const line = createInterface({ input: process.stdin, output: process.stderr })
  await line.question(`${asks} `).catch(() => '')
  line.close()
}

/** Enter, Ctrl-C, or the machine that stops it. A second Ctrl-C ends it at once: the Wi-Fi is closed all the same. */
function ended(values: Values): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
    if (!isAsked(values)) return
    process.stdin.resume()
    process.stdin.once('data', () => {
      process.stdin.pause()
      resolve()
    })
  })
}

function portOf(typed: string): number {
  const port = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || port > 65_535) throw new Misused(w.badPort(typed))
  return port
}
