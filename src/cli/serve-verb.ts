import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putBack } from '../app/put-back.ts'
import { type Served, type ServeOf, serve } from '../app/serve.ts'
import { RESTORED } from '../bricks/box/server/restore-routes.ts'
import { Misused, type Verb } from '../contract/verb.ts'
import { fillDemo } from '../dev/demo.ts'
import { faultLine } from '../engine/fault-line.ts'
import { placesIn } from '../files/folder.ts'
import type { HurtFound } from '../files/hurt.ts'
import { openLocal } from '../files/local.ts'
import { runFolder } from '../files/run-folder.ts'
import { type LifeSign, lifeSign } from '../machine/life-sign.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { isLoopback } from '../sync/session/discovery.ts'
import type { PutBack } from '../web/served.ts'
import { newCodes, setPassphrase } from '../web/session/keeper.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
/** Everybody may know it: the demonstration guards nothing. */
const DEMO_PASSPHRASE = 'quatre chaises au soleil'
const DEFAULT_DATA = './data'

export const serveVerb: Verb = {
  name: 'serve',
  usage:
    '[--data DIR] [--port 4280] [--tls-port 4243] [--host 127.0.0.1] [--name NAME…] [--demo] [--allow-local] [--captive]',
  about: w.help.serve,
  options: {
    port: { type: 'string', default: '4280' },
    'tls-port': { type: 'string', default: '4243' },
    host: { type: 'string', default: '127.0.0.1' },
    name: { type: 'string', multiple: true },
    demo: { type: 'boolean' },
    'allow-local': { type: 'boolean' },
    captive: { type: 'boolean' },
  },
  run: async values => {
    const demo = values['demo'] === true
    const data =
      typeof values['data'] === 'string'
        ? values['data']
        : demo
          ? mkdtempSync(join(tmpdir(), 'cocote-demo-'))
          : DEFAULT_DATA
    const secrets = demo ? await prepareDemo(data) : undefined
    const sign = lifeSign()
    const of = openingOf(values, data, sign)
    let served = await opens(of)
    // Listened for before the address is told: whoever reads it may stop the server at once.
    const end = stopped()
    if (secrets)
      console.log(
        `${w.demoPassphrase(secrets.passphrase)}\n${w.demoCodes(secrets.codes.join(', '))}`,
      )
    for (;;) {
      sayOpen(values, served)
      sign.ready(served.alive)
      const why = await Promise.race([end, served.hurt, served.sent])
      if (why === 'stopped') break
      sign.pausing()
      console.log(typeof why === 'string' ? w.mending[why] : w.puttingBack.reading)
      const { port, tlsPort, certificate } = served
      await served.close()
      const door = { host: of.host, port, tlsPort, certificate, next: RESTORED }
      const putBackSaid =
        typeof why === 'string'
          ? undefined
          : await putBack(data, why, door, sign.starting, reported)
      served = await opens({ ...of, port, tlsPort, putBackSaid })
    }
    sign.stopping()
    console.log(w.stopping)
    await served.close()
    return 0
  },
}

/** A fault of ours: said on the terminal, and its reference. */
function reported(error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  console.error(`${reference} ${faultLine(error)}`)
  return reference
}

type Opened = Served & Readonly<{ hurt: Promise<Mendable>; sent: Promise<PutBack> }>
/** What another opening makes again. */
type Mendable = Exclude<HurtFound, 'log'>

/** Opens the page; `hurt` is kept when a file of its folder was found damaged that another opening makes again, `sent` when a backup came by page. */
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

function openingOf(
  values: Readonly<Record<string, unknown>>,
  data: string,
  sign: LifeSign,
): ServeOf {
  return {
    data,
    port: portOf(String(values['port'])),
    tlsPort: portOf(String(values['tls-port'])),
    host: String(values['host']),
    names: (values['name'] as readonly string[] | undefined) ?? [],
    allowLocal: values['allow-local'] === true,
    captive: values['captive'] === true || runFolder() !== undefined,
    onMoved: () => console.log(w.moved),
    onProgress: sign.starting,
  }
}

/** What whoever started it must read: the address last, since that says that it is open. */
function sayOpen(values: Readonly<Record<string, unknown>>, served: Served): void {
  if (served.aside) console.log(w.localAside(served.aside))
  if (served.keeperLost) console.log(w.keeperLost(`${served.address}/ouvrir`))
  if (served.certificate)
    console.log(w.readyTls(tlsAddress(values, served.tlsPort), served.certificate.words))
  if (served.openingCode && served.certificate && !isLoopback(String(values['host'])))
    console.log(w.openingCode(`${tlsAddress(values, served.tlsPort)}/ouvrir`, served.openingCode))
  console.log(w.ready(served.address, 'CoCoTe'))
}

/** The door stays shut while many tables are made again: it is said at the first thousand, and how far it is where somebody reads. */
function tablesRemade(): Progress {
  const bar = startProgress(w.rebuild.doing)
  let isSaid = false
  return {
    at: done => {
      if (!isSaid) console.log(w.rebuild.first)
      isSaid = true
      bar.at(done)
    },
    end: bar.end,
  }
}

/** Under the first name that was given; listening to all addresses is no address. */
function tlsAddress(values: Readonly<Record<string, unknown>>, port: number | undefined): string {
  const [name] = (values['name'] as readonly string[] | undefined) ?? []
  const host = String(values['host'])
  return `https://${name ?? (host === '0.0.0.0' || host === '::' ? 'localhost' : host)}:${port}`
}

async function prepareDemo(
  data: string,
): Promise<Readonly<{ passphrase: string; codes: readonly string[] }>> {
  if (existsSync(placesIn(data).log)) throw new Misused(w.notEmpty(data))
  fillDemo(data)
  const local = openLocal(placesIn(data).local)
  await setPassphrase(local, DEMO_PASSPHRASE)
  const codes = newCodes(local)
  local.db.close()
  return { passphrase: DEMO_PASSPHRASE, codes }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Misused(w.badPort(text))
  return port
}

function stopped(): Promise<'stopped'> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => resolve('stopped'))
  })
}
