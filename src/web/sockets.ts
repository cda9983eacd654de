import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { clientOf, isHere } from './captive/client.ts'

/**
 * Connections that one neighbour holds at once: ten browsers' worth. All of them together; this
 * machine's own beside them.
 */
export const [MOST_OF_ONE, MOST_IN_ALL, MOST_HERE] = [64, 2_000, 64]
/** Those that are being closed count for the system a moment longer. */
const CLOSING = 1_000

/** Who is connected now, over both doors of a box. */
export type Sockets = Readonly<{ watch: (server: Server) => void }>

/**
 * Law     a neighbour's sixty-fifth connection is cut before a byte of it is read, whatever it
 *         holds open elsewhere. Where there are as many as may be, who comes takes the place of the
 *         neighbour who holds the most, if that leaves them no fewer: whoever holds few always gets
 *         in, and keeps them. Of that neighbour goes what asks nothing now, the youngest first.
 *         This machine itself is not counted, so that whoever keeps the page is let in there
 *         however many devices hold what they can.
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
  /** Cuts one of whoever holds the most; false when nobody holds more than the newcomer would. */
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
