import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { clientOf, isHere } from './captive/client.ts'

/**
 * The most connections of one client (ten browsers’ worth), of all clients, and of this machine.
 */
export const [MOST_OF_ONE, MOST_IN_ALL, MOST_HERE] = [64, 2_000, 64]
/** The margin for connections that are being closed. */
const CLOSING = 1_000

/** The open connections, over HTTP and HTTPS. */
export type Sockets = Readonly<{ watch: (server: Server) => void }>

/**
 * Limits the open connections of a server.
 *
 * Law     A client’s sixty-fifth connection is cut before a byte of it is read. When the server is
 *         full, a newcomer takes the place of the client that holds the most, if that leaves it no
 *         fewer: clients with few always get in. Of that client an idle connection goes first, the
 *         youngest first. This machine is not counted, so that its keeper always gets in.
 */
export function socketsCounted(most = MOST_IN_ALL): Sockets {
  const held = new Map<string, Set<Socket>>()
  const asking = new Set<string>()
  let all = 0
  const leave = (neighbour: string, socket: Socket): void => {
    const own = held.get(neighbour)
    if (!own?.delete(socket)) return
    if (own.size === 0) held.delete(neighbour)
    all--
  }
  /**
   * Cuts a connection of the client that holds the most. False when nobody holds more than the
   * newcomer would.
   */
  const makeRoom = (own: number): boolean => {
    const [neighbour, sockets] = [...held].reduce((one, other) =>
      other[1].size > one[1].size ? other : one,
    )
    if (sockets.size <= own + 1) return false
    const young = [...sockets].toReversed()
    const cut = young.find(socket => !asking.has(wayOf(socket))) ?? young[0]!
    leave(neighbour, cut)
    cut.destroy()
    return true
  }
  const hold = (socket: Socket): void => {
    const address = socket.remoteAddress ?? ''
    if (isHere(address)) return
    const neighbour = clientOf(address)
    const own = held.get(neighbour)?.size ?? 0
    if (own >= MOST_OF_ONE || (all >= most && !makeRoom(own))) {
      socket.destroy()
      return
    }
    held.set(neighbour, (held.get(neighbour) ?? new Set()).add(socket))
    all++
    socket.once('close', () => leave(neighbour, socket))
  }
  return {
    watch: server => {
      server.maxConnections = most + MOST_HERE + CLOSING
      server.prependListener('connection', hold)
      server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
        const way = wayOf(socket)
        asking.add(way)
        response.once('close', () => asking.delete(way))
      })
    },
  }
}

/**
 * Over https, a request knows another socket than the one that was connected; both ends are the
 * same.
 */
const wayOf = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localPort}`
