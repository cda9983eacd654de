import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { localMoment, opensNext, openUntil } from '../../../core/calendar/hours.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { communeOf } from './asker.ts'
import {
  type Asker,
  aheadOfKind,
  askedBy,
  type GivenBeside,
  hadBy,
  lateOf,
  poolsOf,
  sharingOf,
  type ThingRow,
  thingOf,
} from './read.ts'
import { type Freedom, freedom, nextFree } from './rules.ts'
import { type Broken, brokenRules, daysOf } from './rules-who.ts'
import { turnsOwed } from './shares/owed-units.ts'
import type { Span } from './span.ts'
import { upkeepDue } from './upkeep.ts'
import { type TurnOfWait, turnOf } from './waiting.ts'

/**
 * The one question of the brick, asked inside the turn: may this person have this thing for this
 * time? Every path asks it here, with the tables as they stand when it writes.
 */

/**
 * So many of a thing for a time, for somebody. `but`: bookings and requests that this one changes,
 * and that do not count.
 */
export type Wish = Readonly<{
  row: ThingRow
  span: Span
  count?: number
  asker: Asker
  but?: readonly string[]
  /** What the same act books for them beside it. */
  beside?: readonly GivenBeside[]
  /** What is known of the person whatever the time, where several are weighed: it is read once. */
  known?: KnownOfAsker
}>
export type KnownOfAsker = ReturnType<typeof knownOf>

/**
 * What was found.
 *
 * Shape   `span`: the time that was asked. `broken`: the rules that say no. `next`: the next time
 *         that suits, where it is taken.
 *         `turn`: somebody who waits for it has the first say, until a moment.
 */
export type WishWeighed = Readonly<{
  span: Span
  freedom: Freedom
  broken: readonly Broken[]
  next: Span | null
  turn: TurnOfWait | undefined
}>
type At = Pick<CommandContext, 'now' | 'today'>

/** What the rules ask of a person and of a thing, whatever the time. */
export const knownOf = (
  read: Reader,
  at: At,
  { row, asker, but = [] }: Pick<Wish, 'row' | 'asker' | 'but'>,
) => ({
  ofKind: row.mostOfKind === null ? 0 : aheadOfKind(read, row, asker, { now: at.now, but }),
  late: lateOf(read, asker, at.now),
  commune: communeOf(read, asker.member),
  owesUnits: turnsOwed(read, row, asker, at).length > 0,
  due: upkeepDue(read, row, at.today),
})

/** Whether somebody may have a thing for a time; if not, why, and when next. */
export function weighed(read: Reader, at: At, wish: Wish): WishWeighed {
  const { row, span, asker, but = [], count = 1, beside = [] } = wish
  const { due, ...known } = wish.known ?? knownOf(read, at, wish)
  const pools = poolsOf(read, row, { ...span, wanted: count, beside })
  const sharing = sharingOf(row, at.now, but)
  const found = freedom(span, pools, sharing)
  const had = hadBy(read, row.id, asker, { from: Math.min(span.from, at.now), but })
  const person = {
    ...known,
    had: [
      ...had,
      ...askedBy(read, row.id, asker, but),
      ...beside
        .filter(({ thing }) => thing.id === row.id)
        .map(one => ({ ...one.span, booking: '' })),
    ],
    ofKind: known.ofKind + beside.filter(({ thing }) => thing.kind === row.kind).length,
  }
  const of = { now: at.now, today: at.today, due }
  const isOpen = (one: Span): boolean =>
    !brokenRules(one, row, person, of).some(({ rule }) => rule === 'closed' || rule === 'past')
  const moved = startingAt(row, span)
  return {
    span,
    freedom: found,
    broken: brokenRules(span, row, person, of),
    next: found.free
      ? null
      : nextFree(span, pools, sharing, from => openFrom(row, from, moved, isOpen)),
    turn: found.free ? turnOf(read, at, wish) : undefined,
  }
}

/** The first of the next times at which it may begin; undefined when none of fourteen is open. */
function openFrom(
  row: ThingRow,
  from: number,
  moved: (moment: number) => Span,
  isOpen: (span: Span) => boolean,
): Span | undefined {
  let span = moved(from)
  for (let tries = 0; tries < MOST_DAYS; tries++) {
    if (isOpen(span)) return span
    const sameTime = momentOf(dayAfter(dayOfMoment(span.from), 1), timeIn(span.from))
    span = moved(opensAfter(row, span.from) ?? sameTime)
  }
  return undefined
}
/** When something that is used by the hour opens next; undefined where that is not known. */
function opensAfter({ unit, hours, commune }: ThingRow, moment: number): number | undefined {
  if (unit !== 'hour' || hours === null) return undefined
  const [local, here] = [localMoment(moment), daysOffOf(commune)]
  const opens = opensNext(hours, openUntil(hours, local, here) ?? local, here)
  return opens === null ? undefined : momentOf(opens.slice(0, 10), opens.slice(11))
}
const MOST_DAYS = 14

/** The same length of time from a moment on: whole days begin at midnight, hours on the quarter. */
function startingAt({ unit }: ThingRow, span: Span): (moment: number) => Span {
  if (unit === 'hour') {
    const length = span.until - span.from
    return moment => {
      const from = Math.ceil(moment / QUARTER) * QUARTER
      return { from, until: from + length }
    }
  }
  const [days, startsAt, endsAt] = [daysOf(span), timeIn(span.from), timeIn(span.until)]
  return moment => {
    const day = dayOfMoment(moment)
    const first = momentOf(day, startsAt) >= moment ? day : dayAfter(day, 1)
    const last = dayAfter(first, endsAt === '00:00' ? days : days - 1)
    return { from: momentOf(first, startsAt), until: momentOf(last, endsAt) }
  }
}
const QUARTER = 15 * 60_000
const timeIn = (moment: number): string => localMoment(moment).slice(11)

/** The thing that a form names, while it is lent. */
export function thingLent(read: Reader, id: string): ThingRow | undefined {
  const row = thingOf(read, id)
  return row && row.gone !== true ? row : undefined
}
