import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { createSecureContext, type TlsOptions } from 'node:tls'
import { getRequestListener } from '@hono/node-server'
import { OWN_PATH } from '../exchange/own.ts'
import { PATH } from '../exchange/proof.ts'
import { isTrustedHere } from '../exchange/seen.ts'
import { isFull } from '../log/sqlite.ts'
import { seenHere } from '../web/captive.ts'
import { territoryShown } from '../web/choices.ts'
import { keepingPages } from '../web/kept.ts'
import { openLocal, sessionsBegin, settleHeldCodes } from '../web/local.ts'
import { reviewPages } from '../web/plain/review.ts'
import { createWeb } from '../web/server.ts'
import { answerKept } from '../web/turn.ts'
import { heldBackupKey, keepBackupKeySoon } from './backup-key.ts'
import { bricks } from './bricks.ts'
import { type Certificate, fingerprintOf, openCertificate } from './certificate.ts'
import { machineClock, steadyFrom } from './clock.ts'
import { communeNames } from './communes.ts'
import { openCourier } from './courier-served.ts'
import { doorFiles } from './door-files.ts'
import { extraRoutes } from './extra.ts'
import { faultLine } from './fault-line.ts'
import { readFile } from './files.ts'
import { openBox, openFolder, placesIn, takeLock, writeSafely } from './folder.ts'
import { sweepHalfCome } from './heavy.ts'
import { addressesOf, hostsOf } from './hosts.ts'
import { openReading, siteOver } from './house.ts'
import { leavingRoom } from './last-room.ts'
import { handIn } from './machine/hand.ts'
import { type MachineAt, openMachine } from './machine/machine.ts'
import { isLoopback, type Near, openNear } from './near.ts'
import { drawnCode, isOpen, openingWith } from './opening.ts'
import { sweepCourier } from './packer.ts'
import { lookOf, publicRoutes } from './public.ts'
import { runFolder, type Told, tellInstaller } from './run-folder.ts'
import { setterThread } from './setter.ts'
import { countedDeliver } from './shares.ts'
import { startWriting } from './writing.ts'

export type ServeOf = Readonly<{
  data: string
  port: number
  tlsPort: number | undefined
  host: string
  names: readonly string[]
  allowLocal?: boolean
  /** On a Wi-Fi of the box's own, where every name leads to it: what systems ask when they join is answered, and other names lead to the page. */
  captive?: boolean
  sync?: 'FULL' | 'NORMAL'
  onFault?: (reference: string, stack: string) => void
  onProgress?: (done: number) => void
  onMoved?: () => void
}>
export type Served = Readonly<{
  address: string
  port: number
  tlsPort: number | undefined
  certificate: Certificate | undefined
  /** What opens the page for the first time from another machine; undefined once it is open. */
  openingCode: string | undefined
  /** Answered by the writer's thread. */
  alive: () => Promise<unknown>
  close: () => Promise<void>
}>

export const version: string = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
  .version

/** Opens the folder and serves it; the promise resolves when the first page can be asked for. */
export async function serve(of: ServeOf): Promise<Served> {
  openFolder(of.data)
  // What was opened, to be closed the other way round: at the end, or when what follows can't be opened.
  const opened: (() => unknown)[] = [takeLock(of.data)]
  const close = async (): Promise<void> => {
    for (let one = opened.pop(); one; one = opened.pop()) await one()
  }
  const onFault = of.onFault ?? ((reference, stack) => console.error(`${reference} ${stack}`))
  sweepCourier(of.data)
  sweepHalfCome(of.data)
  try {
    const onDeath = (error: unknown) => {
      onFault('writer', faultLine(error))
      process.exit(70)
    }
    const writing = await startWriting({
      folder: of.data,
      onFault,
      onDeath,
      ...(of.sync ? { sync: of.sync } : {}),
      ...(of.onProgress ? { onProgress: of.onProgress } : {}),
      ...(of.onMoved ? { onMoved: of.onMoved } : {}),
    })
    opened.push(writing.close)
    const files = placesIn(of.data)
    const reading = openReading(files)
    opened.push(reading.close)
    const local = openLocal(files.local)
    opened.push(() => local.db.close())
    // What a stop cut between a turn and its code: the log says which turns were done.
    settleHeldCodes(local, turn => answerKept({ log: { sql: reading.log } }, turn) !== undefined)
    const clock = machineClock(Date.now, { log: () => ({ sql: reading.log }) })
    const steady = steadyFrom(sessionsBegin(local, clock.now(), clock.sure))
    let near: Near | undefined
    const communes = communeNames(of.data)
    opened.push(communes.close)
    let machine: MachineAt | undefined
    const site = siteOver(bricks, reading, local.secret, clock, {
      near: () => near?.look() ?? { boxes: [], isLooking: false },
      machine: () => machine?.look(),
      steady,
      communeNamed: communes.named,
      fingerprint: () => certificate && fingerprintOf(certificate.cert),
    })
    const report = (error: unknown): string => {
      const reference = isFull(error) ? 'full' : randomBytes(4).toString('hex')
      onFault(reference, faultLine(error))
      return reference
    }
    // Names that were given come before addresses that the machine happens to have: the first is what papers say.
    const given = ['localhost', '127.0.0.1', '::1', ...of.names.map(name => name.toLowerCase())]
    const names = [...new Set([...given, ...addressesOf(of.host)])]
    const certificate = of.tlsPort === undefined ? undefined : await openCertificate(of.data, names, clock.now())
    const hosts = hostsOf(given, of.host)
    let listening: number | undefined
    const drawn = openingWith(drawnCode())
    const isOpened = (): boolean => isOpen(local, { sql: reading.log })
    let told: Told | undefined
    const opening: typeof drawn = {
      ...drawn,
      end: () => {
        drawn.end()
        if (isOpened()) told?.opened()
      },
    }
    const allowLocal = of.allowLocal ?? false
    const setter = setterThread()
    opened.push(setter.close)
    const called = (): string => territoryShown(site.bricks, site.read)?.name ?? ''
    const isKnown = (name: string): boolean => isTrustedHere(site.log, name)
    const brought = countedDeliver({ deliver: writing.deliver, isKnown, now: () => performance.now() })
    const courier = openCourier({ folder: of.data, box: openBox(of.data), log: site.log, writing, brought, called, report, now: clock.now })
    opened.push(courier.close)
    const deps = {
      folder: of.data,
      meet: courier.meet,
      allowLocal,
      certificate,
      opening,
      setter,
      logSql: reading.log,
      tables: reading.tables,
      clock,
      hand: handIn(runFolder()),
      deliver: brought,
    }
    // Port 0 is the system's choice: pages tell the one that it gave.
    let tlsPort: number | undefined
    const app = createWeb({
      site,
      local,
      turn: leavingRoom(writing.turn, of.data),
      waiting: writing.waiting,
      hosts,
      tlsPort: () => tlsPort,
      port: () => listening,
      version,
      entered: passphrase => {
        if (!heldBackupKey(of.data)) keepBackupKeySoon(of.data, passphrase, report)
      },
      files: doorFiles(of.data, reading.log),
      report,
      look: lookOf(),
      ...(of.captive ? { captive: seenHere() } : {}),
      pages: reviewPages(site, hash => readFile(of.data, 'home', hash)?.toString('utf8')),
      extra: (made, web) => {
        publicRoutes(made)
        extraRoutes(made, web, deps)
      },
    })
    const pages = whileSending(keepingPages(getRequestListener(app.fetch), { version: reading.version, now: clock.now }))
    const answering: RequestListener = (request, response) => (isForBoxes(request) ? courier.door : pages)(request, response)
    await writing.begin()
    const http = await listen(createServer(answering), of.port, of.host)
    opened.push(() => stop(http))
    const https = certificate && (await listen(secure(answering, certificate, of.captive ? hosts : undefined), of.tlsPort!, of.host))
    if (https) opened.push(() => stop(https))
    tlsPort = https && (https.address() as AddressInfo).port
    const port = (http.address() as AddressInfo).port
    listening = port
    // What can't be opened leaves the folder as it was: counting begins once the page is open.
    machine = openMachine({ folder: of.data, version, clock })
    opened.push(machine.close)
    opened.push(tellAddress(of.data, of.host, port))
    // Whoever installs the box reads there that it is ready: not before the page answers.
    told = tellInstaller(runFolder(), { words: certificate?.words, code: isOpened() ? undefined : drawn.said }, report)
    opened.push(told.end)
    if (!isLoopback(of.host) && process.env['COCOTE_MDNS'] !== '0')
      near = openNear({ box: openBox(of.data).name, called, port, now: () => performance.now(), report })
    opened.push(() => near?.close())
    return {
      address: `http://${of.host === '0.0.0.0' || of.host === '::' ? 'localhost' : of.host}:${port}`,
      port,
      tlsPort,
      certificate,
      openingCode: isOpened() ? undefined : opening.said,
      alive: writing.alive,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Boxes ask each other by whatever address leads here: that door looks at no cookie, and has its own proofs. */
const isForBoxes = ({ url, method, headers }: IncomingMessage): boolean =>
  (url === PATH || url === OWN_PATH) && !(method === 'GET' && (headers.accept ?? '').includes('text/html'))

/** Where this server is asked by the verbs of its own machine, while it holds the folder. */
function tellAddress(folder: string, host: string, port: number): () => void {
  const { address } = placesIn(folder)
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  writeSafely(address, `http://${near.includes(':') ? `[${near}]` : near}:${port}`, 0o600)
  return () => rmSync(address, { force: true })
}

/**
 * Where every name leads here (`ours` is given), a name that is not ours is refused before any certificate is shown: nobody is asked to trust
 * this box in the name of their bank. An address (`https://10.10.10.10`) sends no name (RFC 6066, 3).
 */
function secure(answering: RequestListener, { key, cert }: Certificate, ours: (() => ReadonlySet<string>) | undefined): SecureServer {
  if (!ours) return createSecureServer({ key, cert }, answering)
  const context = createSecureContext({ key, cert })
  const SNICallback: TlsOptions['SNICallback'] = (name, done) =>
    ours().has(name.toLowerCase()) ? done(null, context) : done(new Error(`not a name of this box: ${name}`))
  return createSecureServer({ key, cert, SNICallback }, answering)
}

/** Longer than somebody reads a page: the next one needs no new connection over a bad Wi-Fi. */
const KEPT_MS = 60_000
/** All of what somebody sends; and how long nothing of it may come. */
const [SENT_MS, SILENT_MS] = [6 * 3_600_000, 120_000]
/** A telephone that walked away in the middle of a form holds nothing for hours: Node cuts a connection whose time is over. */
const whileSending =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    if (request.method === 'POST') {
      request.socket.setTimeout(SILENT_MS)
      request.once('end', () => request.socket.setTimeout(0))
    }
    listener(request, response)
  }

function listen<S extends Listening>(server: S, port: number, host: string): Promise<S> {
  server.keepAliveTimeout = KEPT_MS
  // A film on a bad Wi-Fi takes longer than the five minutes of Node; who sends nothing is cut by the door itself.
  server.requestTimeout = SENT_MS
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

type Listening = Server & { keepAliveTimeout: number; requestTimeout: number }
type Closing = Server & { closeIdleConnections?: () => void; closeAllConnections?: () => void }
/** Answers what was begun, then closes; a connection that stays open is cut after two seconds. */
function stop(server: Closing): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections?.(), 2_000)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections?.()
  })
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
