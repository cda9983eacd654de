import { type Lived, NOT_YET } from '../core/lived.ts'
import { ownJson } from '../core/narrow.ts'
import type { Log, LogToRead } from './log.ts'

/**
 * The last note of how long this box has lived: the time that it counted itself, which no wrong
 * clock moves. The note is a row of the table `mark`, beside the entries: it leaves for no other
 * box. A log without a note gives the count of a new box.
 */
export function livedIn({ sql }: LogToRead): Lived {
  const stored = sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'lived'")?.value
  return stored === undefined ? NOT_YET : ownJson<Lived>(stored)
}

/** Stores the count. Each call costs a write to the memory card: the caller stores it rarely. */
export const noteLived = ({ sql }: Log, lived: Lived): void =>
  void sql.run("INSERT OR REPLACE INTO mark VALUES ('lived', ?)", JSON.stringify(lived))
