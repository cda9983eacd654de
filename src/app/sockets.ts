import type { Server, Socket } from 'node:net'
import { isHere, neighbourOf } from '../web/neighbour.ts'

/** Connections that one neighbour holds at once: ten browsers' worth. All of them together; this machine's own beside them. */
export const [MOST_OF_ONE, MOST_IN_ALL, MOST_HERE] = [64, 2_000, 64]

/** Who is connected now, over both doors of a box. */
export type Sockets = Readonly<{ watch: (server: Server) => void }>

/**
 * Law     a neighbour's sixty-fifth connection is cut before a byte of it is read, whatever it holds open elsewhere; this machine itself is
 *         not counted, so that whoever keeps the page is let in there however many devices hold what they can.
 */
export function socketsCounted(): Sockets {
  const held = new Map<string, number>()
  let all = 0
  const hold = (socket: Socket): void => {
    const address = socket.remoteAddress ?? ''
    if (isHere(address)) return
    const neighbour = neighbourOf(address)
    const own = held.get(neighbour) ?? 0
    if (own >= MOST_OF_ONE || all >= MOST_IN_ALL) {
      socket.destroy()
      return
    }
    held.set(neighbour, own + 1)
    all++
    socket.once('close', () => {
      const left = (held.get(neighbour) ?? 1) - 1
      if (left > 0) held.set(neighbour, left)
      else held.delete(neighbour)
      all--
    })
  }
  return {
    watch: server => {
      server.maxConnections = MOST_IN_ALL + MOST_HERE
      server.prependListener('connection', hold)
    },
  }
}
