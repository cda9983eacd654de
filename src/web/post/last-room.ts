import type { WriterClient } from '../../engine/writer-client.ts'
import { diskOf } from '../../files/room.ts'
import { FULL } from '../../log/sqlite.ts'

/**
 * The room on a disk that is left for the keeper: erasing is a turn too, and a start after a power
 * cut writes.
 *
 * Units   bytes: a hundred turns, and the files of a start.
 * Law     Other people are told that the box is full before it is. A disk that gives no size stops
 *         nobody.
 */
export const LAST_ROOM = 8 * 1024 ** 2

export function leavingRoom(
  turn: WriterClient['turn'],
  folder: string,
  free = (): number | undefined => diskOf(folder)?.free,
): WriterClient['turn'] {
  return asked =>
    asked.by !== 'keeper' && (free() ?? LAST_ROOM) < LAST_ROOM
      ? Promise.resolve({ done: false, failed: FULL })
      : turn(asked)
}
