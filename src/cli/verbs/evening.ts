import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Served, serve } from '../../app/serve.ts'
import { heldBackupKeys } from '../../backup/backup-key.ts'
import { BOX_ADDRESS, isWifiName } from '../../contract/box/hotspot.ts'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { dayAt } from '../../files/clock.ts'
import { KeyFault, keysHere } from '../../machine/drives.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { dataFrom } from '../data-folder.ts'
import { addressHere, portHere } from '../evening/address.ts'
import { type OnKey, writeOnKey } from '../evening/on-key.ts'
import { lookedAt, openHotspot, runHere, type WifiSeen } from '../evening/wifi.ts'
import { EXIT } from '../exit-codes.ts'
import { refuseBoxFolder } from '../out-file.ts'
import { passphraseFrom } from '../passphrase.ts'
import { portFrom } from '../port.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'
import { printed } from './print.ts'

const w = cliWords(shellLang())
const e = w.evening
const text = (values: VerbValues, name: string): string | undefined =>
  typeof values[name] === 'string' ? values[name] : undefined

/**
 * Runs the page on a laptop for an evening: a Wi-Fi where possible, the page, the counter card; at
 * the end a bundle and a backup on a key.
 */
export const evening: VerbRun = async values => {
  const wifi = wifiNamed(text(values, 'wifi') ?? '')
  if (!isWifiName(wifi)) throw new UsageError(e.badWifi(wifi))
  const key = text(values, 'key')
  if (key !== undefined) refuseBoxFolder(key, dataFrom(values))
  const seen = await lookedAt(runHere)
  if (values['look'] === true) return looked(seen, values)
  const hotspot = await wifiFor(seen, wifi, values)
  try {
    return await lived({ values, wifi, isOpen: hotspot !== undefined })
  } finally {
    await hotspot?.()
    if (hotspot) say(values, e.closed)
  }
}

/** As box/install does: the answers that papers read hold no straight quote. */
const wifiNamed = (typed: string): string => typed.replaceAll("'", '’').trim()

function looked(seen: WifiSeen, values: VerbValues): number {
  const share = seen.can ? [] : shareLines(text(values, 'wifi') ?? '')
  tell(values, { wifi: seen }, () =>
    [seen.can ? e.can(seen.device) : e[seen.why], ...share].join('\n'),
  )
  return EXIT.done
}

/** Three lines, in the words of the system that runs here. */
function shareLines(wifi: string): readonly string[] {
  const { platform } = process
  const here = platform === 'win32' || platform === 'darwin' ? platform : 'linux'
  return [`1. ${e.share[here]}`, `2. ${e.shareName(wifi)}`, `3. ${e.shareElse}`]
}

/** Opens the Wi-Fi, or prints how to share it by hand. Returns what closes it. */
async function wifiFor(
  seen: WifiSeen,
  wifi: string,
  values: VerbValues,
): Promise<(() => Promise<void>) | undefined> {
  if (seen.can && values['hotspot'] === true) {
    const made = await openHotspot(seen, wifi, runHere)
    if (made.opened) {
      say(values, e.opened(wifi))
      return made.close
    }
    say(values, e.notOpened(made.why))
  } else say(values, seen.can ? e.can(seen.device) : e[seen.why])
  for (const line of shareLines(wifi)) say(values, line)
  if (isAsked(values)) await entered(e.whenShared)
  return undefined
}

const isAsked = (values: VerbValues): boolean =>
  process.stdin.isTTY === true && values['json'] !== true

type Evening = Readonly<{ values: VerbValues; wifi: string; isOpen: boolean }>

async function lived({ values, wifi, isOpen }: Evening): Promise<number> {
  const port = await portAsked(values)
  const at = isOpen ? BOX_ADDRESS : addressHere()
  const told = tellWifi(wifi, at, port, isOpen)
  try {
    const served = await serve({
      data: dataFrom(values),
      port,
      tlsPort: portFrom(values, 'tls-port'),
      host: '0.0.0.0',
      names: at === undefined ? [] : [at],
    })
    const end = ended(values)
    const host = at ?? 'localhost'
    const address = `http://${host}${served.port === 80 ? '' : `:${served.port}`}`
    if (at === undefined) say(values, e.nowhere)
    sayKeeper(values, served, `https://${host}:${served.tlsPort}`)
    const card = await cardTo(values)
    if (isAsked(values)) say(values, e.toEnd)
    tell(values, { address, wifi, opened: isOpen, ...(card ? { card } : {}) }, () =>
      e.open(address),
    )
    await end
    say(values, e.ending)
    await served.close()
    return await keyAfter(values)
  } finally {
    told()
  }
}

async function portAsked(values: VerbValues): Promise<number> {
  if (values['port'] === undefined) return portHere()
  const port = portFrom(values, 'port')
  return port === 0 ? portHere([]) : port
}

function sayKeeper(values: VerbValues, served: Served, address: string): void {
  if (served.certificate) say(values, e.keeperAt(address, served.certificate.words))
  if (served.openingCode) say(values, e.opening(address, served.openingCode))
}

/**
 * Writes the answers about this Wi-Fi that papers read, for the evening, as no installer did. A
 * Wi-Fi opened by hand most likely has a password: Windows and telephones make none without.
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

/**
 * Makes the counter card as a file, and prints it on request. Undefined when it can’t be made: the
 * evening goes on.
 */
async function cardTo(values: VerbValues): Promise<string | undefined> {
  const out = text(values, 'card') ?? ''
  if (!(await isCardMade({ data: dataFrom(values) }, out))) {
    say(values, e.noCard)
    return undefined
  }
  say(values, e.card(out))
  if (values['print'] === true) {
    const { code } = await runHere('lp', ['-o', 'media=A5', '--', out])
    say(values, code === 0 ? e.printed : e.noPrinter)
  }
  return out
}

async function isCardMade(values: VerbValues, out: string): Promise<boolean> {
  const form = extname(out).slice(1)
  if (!FORMS.includes(form)) return false
  try {
    await printed(values, { kind: 'comptoir', id: undefined, out, form })
    return true
  } catch (error) {
    const { sentenceFor } = await import('../command-error.ts')
    if (error instanceof UsageError || sentenceFor(error) !== undefined) return false
    throw error
  }
}
const FORMS = ['pdf', 'html', 'csv']

/**
 * The key that is named, or the one that is plugged in; everything is written on it. Exit code 1
 * when nothing could be.
 */
async function keyAfter(values: VerbValues): Promise<number> {
  const data = dataFrom(values)
  const key = await keyFor(values)
  if (key === undefined) throw new CommandError(e.noKey(data))
  const { seal, why } = await sealFor(values, data)
  try {
    const to = text(values, 'for')
    const day = dayAt(Date.now())
    const written = await writeOnKey({
      folder: data,
      key,
      day,
      seal,
      ...(to === undefined ? {} : { to }),
    })
    tell(values, { key, ...written }, () => writtenLines(written, key, data).join('\n'))
    if (seal === undefined) console.error(why)
    return seal === undefined ? EXIT.failed : EXIT.done
  } catch (error) {
    throw error instanceof KeyFault ? new CommandError(e.keyFaults[error.code](key)) : error
  }
}

function writtenLines(written: OnKey, key: string, data: string): readonly string[] {
  const { bundle, entries, backup, bytes = 0, shelfLeft, hurt = [] } = written
  const news = e.bundle(join(key, bundle), e.entries(entries))
  if (backup === undefined) return [news]
  const saved = shelfLeft === undefined ? e.backup : e.backupButShelf
  return [
    news,
    saved(join(key, backup), w.bytes(bytes)),
    ...(shelfLeft === undefined ? [] : [e.shelfLeft(w.bytes(shelfLeft), data)]),
    ...(hurt.length > 0 ? [w.backup.hurtFiles(hurt)] : []),
  ]
}

async function keyFor(values: VerbValues): Promise<string | undefined> {
  const named = text(values, 'key')
  if (named !== undefined) return named
  const first = keysHere()
  if (first.length === 0 && isAsked(values)) await entered(e.plug)
  const keys = first.length > 0 ? first : keysHere()
  if (keys.length > 1) throw new CommandError(e.manyKeys(keys.join(', ')))
  return keys[0]
}

/**
 * The keepers' passphrases, which the box knows how to seal for; else one that is given or asked.
 */
async function sealFor(values: VerbValues, data: string) {
  const isGiven =
    text(values, 'passphrase-file') !== undefined || process.env['COCOTE_PASSPHRASE'] !== undefined
  const held = isGiven ? [] : heldBackupKeys(data)
  if (held.length > 0) return { seal: held, why: '' }
  if (!isGiven && !isAsked(values)) return { seal: undefined, why: e.noSeal }
  return { seal: await passphraseFrom(values, w.passphrase.choose, true), why: '' }
}

/** Until somebody presses Enter. */
async function entered(asks: string): Promise<void> {
  const line = createInterface({ input: process.stdin, output: process.stderr })
  await line.question(`${asks} `).catch(() => '')
  line.close()
}

/**
 * Enter, Ctrl-C, or the machine that stops it. A second Ctrl-C ends it at once: the Wi-Fi is closed
 * all the same.
 */
function ended(values: VerbValues): Promise<void> {
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
