import { type Lived, NOT_YET } from '../core/lived.ts'
import { ownJson } from '../core/narrow.ts'
import type { Log, LogToRead } from './log.ts'

/**
 * The last note of how long this box has lived (core/lived.ts): a mark beside the entries, in no
 * feed.
 */
export function livedIn({ sql }: LogToRead): Lived {
  const held = sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'lived'")?.value
  return held === undefined ? NOT_YET : ownJson<Lived>(held)
}

/** Stores the count. It costs one write to the card, so that the caller does it rarely. */
export const noteLived = ({ sql }: Log, lived: Lived): void =>
  void sql.run("INSERT OR REPLACE INTO mark VALUES ('lived', ?)", JSON.stringify(lived))
