import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { heldBackupKey, keepBackupKeySoon } from '../backup/backup-key.ts'
import { openSaves } from '../backup/saves.ts'
import { backupTaken } from '../backup/taken.ts'
import { openReading, type ReadConnection } from '../engine/engine.ts'
import { faultLine } from '../engine/fault-line.ts'
import { answerKept } from '../engine/turn.ts'
import { startWriting, type WriterClient } from '../engine/writer-client.ts'
import { type MachineClock, machineClock, monotonicFrom } from '../files/clock.ts'
import { readFile } from '../files/files.ts'
import { openBox, openFolder, placesIn, takeLock, writeSafely } from '../files/folder.ts'
import { type HurtFound, hurtWatch } from '../files/hurt.ts'
import { sweepHalfCome } from '../files/large-files.ts'
import { type Local, sessionsBegin, settleHeldCodes } from '../files/local.ts'
import { openLocalKept } from '../files/local-kept.ts'
import { type FirstOpening, runFolder, tellInstaller } from '../files/run-folder.ts'
import { serverFiles } from '../files/server-files.ts'
import { isFull, SQLITE_CORRUPT } from '../log/sqlite.ts'
import { handIn } from '../machine/hand.ts'
import { type MachineAt, openMachine } from '../machine/machine.ts'
import { typesetterThread } from '../paper/typesetter-client.ts'
import { communeNames } from '../places/communes.ts'
import { versionHere } from '../release/version-here.ts'
import { sweepTransportFiles } from '../sync/bundle/pack-client.ts'
import { countedDeliver } from '../sync/intake/limit.ts'
import { type Discovery, isLoopback, startDiscovery } from '../sync/session/discovery.ts'
import { OWN_PATH } from '../sync/session/own.ts'
import { PATH } from '../sync/session/proof.ts'
import { isTrustedHere } from '../sync/trust/seen.ts'
import { seenHere } from '../web/captive/captive.ts'
import { type Certificate, fingerprintOf, openCertificate } from '../web/certificate.ts'
import { addressesOf, hostsOf } from '../web/hosts.ts'
import { listen, secure, stop, whileSending } from '../web/listening.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { keepingPages } from '../web/pages/page-cache.ts'
import { pageSourceOver } from '../web/pages/page-source.ts'
import { territoryShown } from '../web/pages/territory-shown.ts'
import { openTransport } from '../web/peers/transport.ts'
import { leavingRoom } from '../web/post/last-room.ts'
import { lookOf, publicRoutes } from '../web/public.ts'
import type { PutBack, PutBackSaid } from '../web/served.ts'
import { createWebServer } from '../web/server.ts'
import { sheetWaits } from '../web/session/code-sheet.ts'
import { isOpen, type Opening, openingWith } from '../web/session/opening.ts'
import { socketsCounted } from '../web/sockets.ts'
import { bricks } from './bricks.ts'
import { extraRoutes } from './extra.ts'
import { drawnCode } from './first-run.ts'

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

const version = versionHere()

/**
 * What was opened, to be closed the other way round: at the end, or when what follows can't be
 * opened.
 */
type Opened = (() => unknown)[]
/** What pages tell and is known only once what they stand on is open. */
type Late = {
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
type Report = (error: unknown) => string

/** Opens the folder and serves it; the promise resolves when the first page can be asked for. */
export async function serve(of: ServeOf): Promise<Served> {
  openFolder(of.data)
  const opened: Opened = [takeLock(of.data)]
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

async function opens(of: ServeOf, opened: Opened): Promise<Omit<Served, 'close'>> {
  const onFault =
    of.onFault ?? ((reference: string, stack: string) => console.error(`${reference} ${stack}`))
  const late: Late = {}
  const looks = hurtWatch(of.data, what => {
    if (what === 'log') late.isLogHurt = true
    of.onHurt?.(what)
  })
  const report: Report = error => {
    const reference = isFull(error) ? 'full' : randomBytes(4).toString('hex')
    onFault(reference, faultLine(error))
    looks(error)
    return reference
  }
  const engine = await openServed(of, opened, late, {
    onFault,
    onFailed: isHurt => looks(isHurt ? { errcode: SQLITE_CORRUPT } : undefined),
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

type OpenBox = Readonly<{
  writing: WriterClient
  reading: ReadConnection
  local: Local
  /** Where a damaged `local.db` was put. */
  aside: string | undefined
  clock: MachineClock
  source: PageSource
  /** The page's name. */
  called: () => string
}>

/** The writer's thread, and what pages are read from. */
async function openServed(
  of: ServeOf,
  opened: Opened,
  late: Late,
  {
    onFault,
    onFailed,
  }: Readonly<{ onFault: NonNullable<ServeOf['onFault']>; onFailed: (isHurt: boolean) => void }>,
): Promise<OpenBox> {
  const onDeath = (error: unknown) => {
    onFault('writer', faultLine(error))
    process.exit(70)
  }
  const writing = await startWriting({
    worker: new URL('./writer-worker.ts', import.meta.url),
    folder: of.data,
    onFault,
    onFailed,
    onForgot: () => late.saves?.forgot(),
    onDeath,
    ...(of.sync ? { sync: of.sync } : {}),
    ...(of.onProgress ? { onProgress: of.onProgress } : {}),
    ...(of.onMoved ? { onMoved: of.onMoved } : {}),
  })
  opened.push(writing.close)
  const files = placesIn(of.data)
  const reading = openReading(files)
  opened.push(reading.close)
  const { local, aside } = openLocalKept(of.data)
  opened.push(() => local.db.close())
  // What a stop cut between a turn and its code: the log says which turns were done.
  settleHeldCodes(local, turn => answerKept({ log: { sql: reading.log } }, turn) !== undefined)
  const clock = machineClock(Date.now, { log: () => ({ sql: reading.log }) })
  const communes = communeNames(of.data)
  opened.push(communes.close)
  const source = pageSourceOver(
    bricks,
    reading,
    { secret: local.secret, clock },
    {
      near: () => late.near?.look() ?? { boxes: [], isLooking: false },
      machine: () => {
        const machine = late.machine?.look()
        const taken = backupTaken(local)
        return (
          machine && {
            ...machine,
            ...(late.isLogHurt ? { isLogHurt: true } : {}),
            ...(taken === undefined ? {} : { taken }),
          }
        )
      },
      steady: monotonicFrom(sessionsBegin(local, clock.now(), clock.sure)),
      communeNamed: communes.named,
      textOf: ({ hash }) => readFile(of.data, 'home', hash)?.toString('utf8'),
      waitsBeside: whom => sheetWaits(local, whom),
      fingerprint: () => late.certificate && fingerprintOf(late.certificate.cert),
    },
  )
  return {
    writing,
    reading,
    local,
    aside,
    clock,
    source,
    called: () => territoryShown(source.bricks, source.read)?.name ?? '',
  }
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

type PagesOf = OpenBox &
  Readonly<{ late: Late; hosts: () => ReadonlySet<string>; opening: Opening; report: Report }>

/** What answers: people's pages, and the door of boxes. */
function openPages(
  of: ServeOf,
  opened: Opened,
  { writing, reading, local, clock, source, called, late, hosts, opening, report }: PagesOf,
): RequestListener {
  const typesetter = typesetterThread()
  opened.push(typesetter.close)
  const saves = openSaves({
    folder: of.data,
    version,
    worker: new URL('./saving-worker.ts', import.meta.url),
    now: clock.now,
    report,
  })
  late.saves = saves
  opened.push(saves.close)
  const isKnown = (name: string): boolean => isTrustedHere(source.log, name)
  const brought = countedDeliver({
    deliver: writing.deliver,
    isKnown,
    now: () => performance.now(),
  })
  const transport = openTransport({
    folder: of.data,
    box: openBox(of.data),
    log: source.log,
    writing,
    brought,
    called,
    report,
    now: clock.now,
  })
  opened.push(transport.close)
  const deps = {
    folder: of.data,
    bricksAt: new URL('./bricks.ts', import.meta.url),
    meet: transport.meet,
    allowLocal: of.allowLocal ?? false,
    certificate: late.certificate,
    opening,
    typesetter,
    saves,
    putBack: of.onPutBack ?? (() => false),
    putBackSaid: of.putBackSaid,
    logSql: reading.log,
    tables: reading.tables,
    clock,
    hand: handIn(runFolder()),
    deliver: brought,
  }
  const app = createWebServer({
    source,
    local,
    turn: leavingRoom(writing.turn, of.data),
    waiting: writing.waiting,
    hosts,
    tlsPort: () => late.tlsPort,
    port: () => late.port,
    version,
    entered: passphrase => {
      if (!heldBackupKey(of.data)) keepBackupKeySoon(of.data, passphrase, report)
    },
    files: serverFiles(of.data, reading.log),
    report,
    look: lookOf(),
    ...(of.captive ? { captive: seenHere() } : {}),
    extra: (made, server) => {
      publicRoutes(made)
      extraRoutes(made, server, deps)
    },
  })
  const pages = whileSending(
    keepingPages(getRequestListener(app.fetch), { version: reading.version, now: clock.now }),
  )
  return (request, response) => (isForBoxes(request) ? transport.door : pages)(request, response)
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/**
 * Boxes ask each other by whatever address leads here: that door looks at no cookie, and has its
 * own proofs.
 */
const isForBoxes = ({ url, method, headers }: IncomingMessage): boolean =>
  (url === PATH || url === OWN_PATH) &&
  !(method === 'GET' && (headers.accept ?? '').includes('text/html'))

/** Where this server is asked by the verbs of its own machine, while it holds the folder. */
function tellAddress(folder: string, host: string, port: number): () => void {
  const { address } = placesIn(folder)
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  writeSafely(address, `http://${near.includes(':') ? `[${near}]` : near}:${port}`, 0o600)
  return () => rmSync(address, { force: true })
}
