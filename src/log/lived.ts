import { type Lived, NOT_YET } from '../core/lived.ts'
import type { Log, LogToRead } from './log.ts'

/** What was last noted of how long this box has lived: a mark beside the entries, in no feed. */
export function livedIn({ sql }: LogToRead): Lived {
  const held = sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'lived'")?.value
  return held === undefined ? NOT_YET : (JSON.parse(held) as Lived)
}

/**
 * Notes it: a page of the card, so not at every breath (core/lived.ts says what a lost note costs).
 */
export const noteLived = ({ sql }: Log, lived: Lived): void =>
  void sql.run("INSERT OR REPLACE INTO mark VALUES ('lived', ?)", JSON.stringify(lived))
