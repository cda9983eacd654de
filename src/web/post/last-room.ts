import type { WriterClient } from '../../engine/writer-client.ts'
import { diskOf } from '../../files/room.ts'
import { FULL } from '../../log/sqlite.ts'

/**
 * The last room on a disk is the keeper's: what they take away is a turn too, and a page that
 * starts again after a power cut writes a little before it can be read.
 *
 * Units  bytes: a hundred turns, and the files of a start.
 * Law    whoever else writes is told that the box is full while it still is not; a disk that says
 *        nothing of itself stops nobody.
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
