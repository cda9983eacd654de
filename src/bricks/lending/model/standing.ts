import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import { askedWith } from './on-ticket.ts'
import { bookingOf, type RequestRow, sameAs, timesIn } from './read.ts'
import type { Span } from './span.ts'
import { keptFor } from './waiting.ts'
import { thingLent, weighed } from './weighing.ts'

/**
 * How what somebody asked or waits for stands now, though nobody answered.
 *
 * Shape   `freed`: what they wait for is free, and kept for them until a moment, or null where
 *         anybody may have it. `overtaken`: others have the days that they asked; `isClosed`: they
 *         are kept closed. `next`: the next time that suits.
 */
export type RequestStanding =
  | Readonly<{ is: 'freed'; until: number | null }>
  | Readonly<{ is: 'overtaken'; isClosed: boolean; next: Span | null }>

/** Undefined where it stands as it was written. What another box decides is its own to say. */
export function standingOf(
  read: Reader,
  at: Pick<CommandContext, 'now' | 'today'>,
  asked: RequestRow,
): RequestStanding | undefined {
  const of = asked.thing ? thingLent(read, asked.thing) : undefined
  const span = timesIn(asked)
  const isOpen = asked.state === 'waiting' || asked.state === 'asked'
  if (!of || !span || !isOpen || asked.asked === true) return undefined
  const given = asked.after === null ? undefined : askedWith(read, asked.after)?.booked
  const but = given ? [asked.id, given.id] : [asked.id]
  const wish = { row: of, span, count: asked.count ?? 1, asker: asked, but }
  const { freedom, turn, next } = weighed(read, at, wish)
  if (asked.state === 'waiting')
    return freedom.free && turn === undefined
      ? { is: 'freed', until: keptFor(read, at, { row: of, span, asker: asked }) ?? null }
      : undefined
  // What is not back yet was not given to anybody else.
  if (freedom.free || freedom.isLate || freedom.by.length === 0) return undefined
  const isTheirs = sameAs(read, asked)
  const rows = freedom.by.map(id => bookingOf(read, id))
  if (rows.every(row => row !== undefined && isTheirs(row))) return undefined
  return { is: 'overtaken', isClosed: rows.every(row => row?.state === 'closed'), next }
}
