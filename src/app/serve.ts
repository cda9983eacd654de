import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import type { openSaves } from '../backup/saves.ts'
import { faultLine } from '../engine/fault-line.ts'
import { openBox, openFolder, placesIn, takeLock, writeSafely } from '../files/folder.ts'
import { type HurtFound, hurtWatch } from '../files/hurt.ts'
import { sweepHalfCome } from '../files/large-files.ts'
import { type FirstOpening, runFolder, tellInstaller } from '../files/run-folder.ts'
import { isFull, SQLITE_CORRUPT } from '../log/sqlite.ts'
import { type MachineAt, openMachine } from '../machine/machine.ts'
import { sweepTransportFiles } from '../sync/bundle/pack-client.ts'
import { type Discovery, isLoopback, startDiscovery } from '../sync/session/discovery.ts'
import { type Certificate, openCertificate } from '../web/certificate.ts'
import { addressesOf, hostsOf } from '../web/hosts.ts'
import { listen, secure, stop } from '../web/listening.ts'
import { matcher } from '../web/pages/match.ts'
import type { PutBack, PutBackSaid } from '../web/served.ts'
import { isOpen, type Opening, openingWith } from '../web/session/opening.ts'
import { socketsCounted } from '../web/sockets.ts'
import { askFirstPages } from '../web/warming.ts'
import { drawnCode } from './opening/first-run.ts'
import { type OpenBox, openServed } from './served-data.ts'
import { openPages, version } from './served-pages.ts'

export type ServeOf = Readonly<{
  data: string
  port: number
  tlsPort: number | undefined
  host: string
  names: readonly string[]
  allowLocal?: boolean
  /**
   * On a Wi-Fi of the box's own, where every name leads to it: what systems ask when they join is
   * answered, and other names lead to the page.
   */
  captive?: boolean
  sync?: 'FULL' | 'NORMAL'
  onFault?: (reference: string, stack: string) => void
  onProgress?: (done: number) => void
  onMoved?: () => void
  /**
   * A file of the folder is damaged or gone. Of tables and `local.db`, the next opening makes new
   * ones.
   */
  onHurt?: (what: HurtFound) => void
  /**
   * A backup came by page: whoever opened the page closes it, puts the backup back, and opens it
   * again.
   */
  onPutBack?: (of: PutBack) => boolean
  putBackSaid?: PutBackSaid | undefined
  /** Gives up the ports: another page stood there until this one was ready. */
  beforeListening?: () => Promise<void>
}>
export type Served = Readonly<{
  address: string
  port: number
  tlsPort: number | undefined
  certificate: Certificate | undefined
  /** What opens the page for the first time from another machine; undefined once it is open. */
  openingCode: string | undefined
  /** Where a damaged `local.db` was put. */
  aside: string | undefined
  /**
   * The page is there, and nobody has its passphrase: `local.db` was lost, or the page was brought
   * in from a file.
   */
  keeperLost: boolean
  /** Answered by the writer's thread. */
  alive: () => Promise<unknown>
  close: () => Promise<void>
}>

/**
 * What was opened, to be closed the other way round: at the end, or when what follows can't be
 * opened.
 */
export type ToClose = (() => unknown)[]
/** What pages tell and is known only once what they stand on is open. */
export type Late = {
  saves?: ReturnType<typeof openSaves>
  certificate?: Certificate | undefined
  port?: number
  tlsPort?: number | undefined
  machine?: MachineAt
  told?: FirstOpening
  near?: Discovery | undefined
  isLogHurt?: boolean
}
/** Our bug: said, and its reference. */
export type FaultReport = (error: unknown) => string

/** Opens the folder and serves it; the promise resolves when the first page can be asked for. */
export async function serve(of: ServeOf): Promise<Served> {
  openFolder(of.data)
  const opened: ToClose = [takeLock(of.data)]
  // What can't be closed well, on a file that is hurt, keeps nothing else open: a stop ends.
  const close = async (): Promise<void> => {
    const faults: unknown[] = []
    for (let one = opened.pop(); one; one = opened.pop()) {
      try {
        await one()
      } catch (error) {
        faults.push(error)
      }
    }
    if (faults.length > 0) throw faults[0]
  }
  sweepTransportFiles(of.data)
  sweepHalfCome(of.data)
  try {
    return { ...(await opens(of, opened)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function opens(of: ServeOf, opened: ToClose): Promise<Omit<Served, 'close'>> {
  const onFault =
    of.onFault ?? ((reference: string, stack: string) => console.error(`${reference} ${stack}`))
  const late: Late = {}
  const looks = hurtWatch(of.data, what => {
    if (what === 'log') late.isLogHurt = true
    of.onHurt?.(what)
  })
  const report: FaultReport = error => {
    const reference = randomBytes(4).toString('hex')
    onFault(isFull(error) ? 'full' : reference, faultLine(error))
    looks(error)
    return reference
  }
  const engine = await openServed(of, opened, late, {
    onFault,
    onFailed: isHurt => looks(isHurt ? { errcode: SQLITE_CORRUPT } : undefined),
    onHurt: looks,
  })
  const { writing, reading, local, clock } = engine
  // Names that were given come before addresses that the machine happens to have: the first is what
  // papers say.
  const given = ['localhost', '127.0.0.1', '::1', ...of.names.map(name => name.toLowerCase())]
  const names = [...new Set([...given, ...addressesOf(of.host)])]
  late.certificate =
    of.tlsPort === undefined ? undefined : await openCertificate(of.data, names, clock.now())
  const { certificate } = late
  const hosts = hostsOf(given, of.host)
  const isOpened = (): boolean => isOpen(local, { sql: reading.log })
  const opening = openingTold(isOpened, late)
  const answering = openPages(of, opened, { ...engine, late, hosts, opening, report })
  await writing.begin()
  // The first name that is asked builds the table of communes: two seconds of a small processor.
  engine.source.communeNamed?.('')
  await warmOnce(engine, answering, report)
  await of.beforeListening?.()
  const sockets = socketsCounted()
  const http = await listen(
    sockets,
    createServer(answering),
    { port: of.port, host: of.host },
    'port',
  )
  opened.push(() => stop(http))
  const secured = certificate && secure(answering, certificate, of.captive ? hosts : undefined)
  const https =
    secured && (await listen(sockets, secured, { port: of.tlsPort!, host: of.host }, 'tls-port'))
  if (https) opened.push(() => stop(https))
  // Port 0 is the system's choice: pages tell the one that it gave.
  const [port, tlsPort] = [portOf(http), https && portOf(https)]
  Object.assign(late, { port, tlsPort })
  // What can't be opened leaves the folder as it was: counting begins once the page is open.
  late.machine = openMachine({ folder: of.data, version, clock })
  opened.push(late.machine.close)
  opened.push(tellAddress(of.data, of.host, port))
  const openingCode = isOpened() ? undefined : opening.said
  // Whoever installs the box reads there that it is ready: not before the page answers.
  late.told = tellInstaller(runFolder(), { words: certificate?.words, code: openingCode }, report)
  opened.push(late.told.end)
  if (!isLoopback(of.host) && process.env['COCOTE_MDNS'] !== '0')
    late.near = startDiscovery({
      box: openBox(of.data).name,
      called: engine.called,
      port,
      now: () => performance.now(),
      report,
    })
  opened.push(() => late.near?.close())
  const address = `http://${
    of.host === '0.0.0.0' || of.host === '::' ? 'localhost' : of.host
  }:${port}`
  const keeperLost = openingCode !== undefined && engine.called() !== ''
  return {
    address,
    port,
    tlsPort,
    certificate,
    openingCode,
    aside: engine.aside,
    keeperLost,
    alive: writing.alive,
  }
}

/** A process warms itself once, however many folders it opens. */
let isWarm = false
/** Does before the door opens what a first page and a first turn would wait for. */
async function warmOnce(
  { writing, source }: OpenBox,
  answering: RequestListener,
  report: FaultReport,
): Promise<void> {
  if (isWarm) return
  isWarm = true
  const matching = matcher(source.bricks.flatMap(brick => brick.pages))
  const isPage = (path: string): boolean => matching(path).length > 0
  await Promise.all([writing.warm(), askFirstPages(answering, { isPage, report })])
}

/**
 * The right to open the page for the first time; once it is used, the machine tells its code no
 * more.
 */
function openingTold(isOpened: () => boolean, late: Late): Opening {
  const drawn = openingWith(drawnCode())
  return {
    ...drawn,
    end: () => {
      drawn.end()
      if (isOpened()) late.told?.opened()
    },
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Where this server is asked by the verbs of its own machine, while it holds the folder. */
function tellAddress(folder: string, host: string, port: number): () => void {
  const { address } = placesIn(folder)
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  writeSafely(address, `http://${near.includes(':') ? `[${near}]` : near}:${port}`, 0o600)
  return () => rmSync(address, { force: true })
}
