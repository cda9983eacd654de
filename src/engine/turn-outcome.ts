import type { Decided, Undo } from '../contract/decision.ts'
import type { Message } from '../contract/message.ts'
import type { Granted } from './granted.ts'
import { WRITTEN } from './records/mine.ts'
import { ownMessage } from './records/own-message.ts'
import type { Engine } from './turn.ts'

/** Where the answer leads, what it says there, and what takes it back. */
type TurnOutcome = Readonly<{ next?: string; nextHeard?: string; said?: Message; undo?: Undo }>
/** The answer that the command decided. */
export const toldOf = ({ next, nextHeard, said, undo }: Decided): TurnOutcome => ({
  ...(next === undefined ? {} : { next }),
  ...(nextHeard === undefined ? {} : { nextHeard }),
  ...(said === undefined ? {} : { said }),
  ...(undo === undefined ? {} : { undo }),
})

/**
 * The answer to a member whose text waits. It gives the words that make it wait, whether this box
 * knows them or not, so that nobody learns who is known. It leads to what they wrote, where the
 * text stands with its state: its own page does not exist yet.
 */
export function toldHeld(
  { types, read }: Engine,
  { next }: Decided,
  { held, said }: Granted,
): TurnOutcome {
  const unseen = held.find(
    ({ type, record }) => next?.includes(record) && !read.one(types.get(type)!, record),
  )
  return {
    next: unseen ? WRITTEN : (next ?? '/'),
    said: ownMessage('heldSaid', said.slice(0, 3).map(shortened)),
  }
}

/**
 * The beginning of a long word. A cookie carries the sentence to the next page, so three words of
 * forty letters are told at most.
 */
const shortened = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word)
