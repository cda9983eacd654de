import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { putBack } from '../../app/put-back.ts'
import { type Served, type ServeOf, serve } from '../../app/serve.ts'
import { UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { faultLine } from '../../engine/fault-line.ts'
import { placesIn } from '../../files/folder.ts'
import type { HurtFound } from '../../files/hurt.ts'
import { openLocal } from '../../files/local.ts'
import { runFolder } from '../../files/run-folder.ts'
import { type LifeSign, lifeSign } from '../../machine/life-sign.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { isLoopback } from '../../sync/session/discovery.ts'
import type { PutBack } from '../../web/served.ts'
import { newCodes, setPassphrase } from '../../web/session/keeper.ts'
import { RESTORED } from '../../web/session/opening.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { portFrom } from '../port.ts'
import { type Progress, startProgress } from '../progress.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())
/** The passphrase of the demonstration, which protects nothing. */
const DEMO_PASSPHRASE = 'quatre chaises au soleil'

/**
 * Once the door is open, both threads look for garbage before their heap has grown by half, as
 * `bin/cocote` has it for other verbs. They pack what is left, and give the rest back to the system
 * after eight seconds without work.
 */
const THRIFT = ['--heap-growing-percent=50', '--optimize-for-size']

export const serveVerb: VerbRun = async values => {
  const data = folderFrom(values)
  const secrets = values['demo'] === true ? await prepareDemo(data) : undefined
  const sign = lifeSign()
  const of = openingOf(values, data, sign)
  const served = await opens(of)
  for (const flag of THRIFT) setFlagsFromString(flag)
  // Signals are handled before the address is printed: its reader may stop the server at once.
  const end = stopped()
  if (secrets) sayDemo(values, secrets)
  const last = await goesOn({ values, of, served, sign, end })
  sign.stopping()
  say(values, w.stopping)
  await last.close()
  return EXIT.done
}

function folderFrom(values: VerbValues): string {
  const { data, demo } = values
  if (typeof data === 'string') return data
  return demo === true ? mkdtempSync(join(tmpdir(), 'cocote-demo-')) : dataFrom(values)
}

type GoingOn = Readonly<{
  values: VerbValues
  of: ServeOf
  served: Opened
  sign: LifeSign
  end: Promise<'stopped'>
}>
/**
 * Until it is stopped: opened again when a file was mended, or a backup came by page. Gives the
 * last opening.
 */
async function goesOn({ values, of, served: first, sign, end }: GoingOn): Promise<Opened> {
  for (let served = first; ; ) {
    sayOpen(values, served)
    sign.ready(served.alive)
    const why = await Promise.race([end, served.hurt, served.sent])
    if (why === 'stopped') return served
    sign.pausing()
    say(values, typeof why === 'string' ? w.mending[why] : w.puttingBack.reading)
    const { port, tlsPort, certificate } = served
    await served.close()
    const listening = { host: of.host, port, tlsPort, certificate, next: RESTORED }
    const { said: putBackSaid, shut } =
      typeof why === 'string'
        ? {}
        : await putBack(of.data, why, listening, { progress: sign.starting, report: reported })
    try {
      const before = shut ? { beforeListening: shut } : {}
      served = await opens({ ...of, port, tlsPort, putBackSaid, ...before })
    } finally {
      await shut?.()
    }
  }
}

/** A fault of ours: said on the terminal, and its reference. */
function reported(error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  console.error(`${reference} ${faultLine(error)}`)
  return reference
}

type Opened = Served & Readonly<{ hurt: Promise<Mendable>; sent: Promise<PutBack> }>
/** The damaged files that another opening makes again. */
type Mendable = Exclude<HurtFound, 'log'>

/**
 * Opens the page and serves until it stops. `hurt`: a damaged file that another opening makes
 * again. `sent`: a backup that came by page.
 */
async function opens(of: ServeOf): Promise<Opened> {
  const remaking = tablesRemade()
  let found: (what: Mendable) => void = () => undefined
  const hurt = new Promise<Mendable>(resolve => (found = resolve))
  let came: ((of: PutBack) => void) | undefined
  const sent = new Promise<PutBack>(resolve => (came = resolve))
  const served = await serve({
    ...of,
    onPutBack: backup => {
      const isFirst = came !== undefined
      came?.(backup)
      came = undefined
      return isFirst
    },
    onHurt: what => (what === 'log' ? console.error(w.held.hurtServed) : found(what)),
    onProgress: done => {
      remaking.at(done)
      of.onProgress?.(done)
    },
  })
  remaking.end()
  return { ...served, hurt, sent }
}

function openingOf(values: VerbValues, data: string, sign: LifeSign): ServeOf {
  return {
    data,
    port: portFrom(values, 'port'),
    tlsPort: portFrom(values, 'tls-port'),
    host: String(values['host']),
    names: (values['name'] as readonly string[] | undefined) ?? [],
    allowLocal: values['allow-local'] === true,
    captive: values['captive'] === true || runFolder() !== undefined,
    onMoved: () => say(values, w.moved),
    onProgress: sign.starting,
  }
}

/** Prints the lines of a start, the address last: it means that the page is open. */
function sayOpen(values: VerbValues, served: Served): void {
  const { aside, keeperLost, certificate, openingCode, address } = served
  if (aside) say(values, w.localAside(aside))
  if (keeperLost) say(values, w.keeperLost(`${address}/ouvrir`))
  const keeperAddress = tlsAddress(values, served.tlsPort)
  const isShared = !isLoopback(String(values['host']))
  const code = certificate && isShared ? openingCode : undefined
  if (certificate) say(values, w.readyTls(keeperAddress, certificate.words))
  if (code) say(values, w.openingCode(`${keeperAddress}/ouvrir`, code))
  const keeper = certificate ? { keeperAddress, fingerprint: certificate.words } : {}
  tell(values, { address, ...keeper, openingCode: code ?? null }, () => w.ready(address, 'CoCoTe'))
}

function sayDemo(values: VerbValues, { passphrase, codes }: DemoSecrets): void {
  say(values, `${w.demoPassphrase(passphrase)}\n${w.demoCodes(codes.join(', '))}`)
}

/**
 * The progress of making the tables again, during which the page is closed: printed from the first
 * thousand on.
 */
function tablesRemade(): Progress {
  const bar = startProgress(w.rebuild.doing)
  let isSaid = false
  return {
    at: done => {
      if (!isSaid) console.error(w.rebuild.first)
      isSaid = true
      bar.at(done)
    },
    end: bar.end,
  }
}

/** Under the first name that was given; listening to all addresses is no address. */
function tlsAddress(values: VerbValues, port: number | undefined): string {
  const [name] = (values['name'] as readonly string[] | undefined) ?? []
  const host = String(values['host'])
  return `https://${name ?? (host === '0.0.0.0' || host === '::' ? 'localhost' : host)}:${port}`
}

type DemoSecrets = Readonly<{ passphrase: string; codes: readonly string[] }>
async function prepareDemo(data: string): Promise<DemoSecrets> {
  if (existsSync(placesIn(data).log)) throw new UsageError(w.notEmpty(data))
  const { fillDemo } = await import('../../dev/demo.ts')
  fillDemo(data)
  const local = openLocal(placesIn(data).local)
  await setPassphrase(local, DEMO_PASSPHRASE)
  const codes = newCodes(local)
  local.db.close()
  return { passphrase: DEMO_PASSPHRASE, codes }
}

function stopped(): Promise<'stopped'> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => resolve('stopped'))
  })
}
