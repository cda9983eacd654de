import type { RequestListener } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { Server } from 'node:net'
import { createSecureContext, type TlsOptions } from 'node:tls'
import type { Certificate } from './certificate.ts'
import type { Sockets } from './sockets.ts'

/**
 * Serves TLS. Where every name leads here (`ours` is given), a foreign name is refused before any
 * certificate is shown: nobody is asked to trust this box in the name of their bank. An address
 * (`https://10.10.10.10`) sends no name (RFC 6066, 3).
 */
export function secure(
  answering: RequestListener,
  { key, cert }: Certificate,
  ours: (() => ReadonlySet<string>) | undefined,
): SecureServer {
  if (!ours) return createSecureServer({ key, cert }, answering)
  const context = createSecureContext({ key, cert })
  const SNICallback: TlsOptions['SNICallback'] = (name, done) =>
    ours().has(name.toLowerCase())
      ? done(null, context)
      : done(new Error(`not a name of this box: ${name}`))
  return createSecureServer({ key, cert, SNICallback }, answering)
}

/** Longer than somebody reads a page: the next one needs no new connection over a bad Wi-Fi. */
const KEPT_MS = 60_000
/** All of what somebody sends; and how long nothing of it may come. */
const [SENT_MS, SILENT_MS] = [6 * 3_600_000, 120_000]
/** The first lines of a request, over a bad Wi-Fi. */
const HEAD_MS = 15_000
/**
 * A telephone that walked away in the middle of a form holds nothing for hours: Node cuts a
 * connection whose time is over.
 */
export const whileSending =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    if (request.method === 'POST') {
      request.socket.setTimeout(SILENT_MS)
      request.once('end', () => request.socket.setTimeout(0))
    }
    listener(request, response)
  }

/** Somebody else listens there; `option`: which one of the command line says another. */
export class PortTaken extends Error {
  override name = 'PortTaken'
  readonly port: number
  readonly option: PortOption
  constructor(port: number, option: PortOption) {
    super(`port ${port} is taken (--${option})`)
    this.port = port
    this.option = option
  }
}
export type PortOption = 'port' | 'tls-port'

/** Errors  PortTaken. */
export function listen<S extends Listening>(
  sockets: Sockets,
  server: S,
  { port, host }: Readonly<{ port: number; host: string }>,
  option: PortOption,
): Promise<S> {
  sockets.watch(server)
  server.keepAliveTimeout = KEPT_MS
  // A film on a bad Wi-Fi takes longer than Node’s five minutes. The server itself cuts clients
  // that send nothing.
  server.requestTimeout = SENT_MS
  // Of a connection that never says what it asks, the head is waited for so long.
  server.headersTimeout = HEAD_MS
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, option) : error),
    )
    server.listen(port, host, () => resolve(server))
  })
}

type Listening = Server & {
  keepAliveTimeout: number
  requestTimeout: number
  headersTimeout: number
}
type Closing = Server & { closeIdleConnections?: () => void; closeAllConnections?: () => void }
/** Answers what was begun, then closes; a connection that stays open is cut after two seconds. */
export function stop(server: Closing): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections?.(), 2_000)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections?.()
  })
}
