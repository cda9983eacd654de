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
  type RequestRow,
  requestsOf,
  sameAs,
  sharingOf,
  type ThingRow,
  thingOf,
  timesIn,
} from './read.ts'
import { type Freedom, freedom, inTurn, nextFree, type Waiting, whoseTurn } from './rules.ts'
import { type Broken, brokenRules, daysOf } from './rules-who.ts'
import { turnsOwed } from './shares/owed-units.ts'
import type { Span } from './span.ts'
import { upkeepDue } from './upkeep.ts'

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
}>

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
/** Who waits for a time has it until a moment. `had`, `askerHad`: how often each had the thing. */
export type TurnOfWait = Readonly<{
  request: string
  until: number
  had: number
  askerHad: number
}>

type At = Pick<CommandContext, 'now' | 'today'>

/** Whether somebody may have a thing for a time; if not, why, and when next. */
export function weighed(read: Reader, at: At, wish: Wish): WishWeighed {
  const { row, span, asker, but = [], count = 1, beside = [] } = wish
  const pools = poolsOf(read, row, { ...span, wanted: count, beside })
  const sharing = sharingOf(row, at.now, but)
  const found = freedom(span, pools, sharing)
  const had = hadBy(read, row.id, asker, { from: Math.min(span.from, at.now), but })
  const person = {
    had: [
      ...had,
      ...askedBy(read, row.id, asker, but),
      ...beside
        .filter(({ thing }) => thing.id === row.id)
        .map(one => ({ ...one.span, booking: '' })),
    ],
    ofKind:
      (row.mostOfKind === null ? 0 : aheadOfKind(read, row, asker, { now: at.now, but })) +
      beside.filter(({ thing }) => thing.kind === row.kind).length,
    late: lateOf(read, asker, at.now),
    commune: communeOf(read, asker.member),
    owesUnits: turnsOwed(read, row, asker, at).length > 0,
  }
  const of = { now: at.now, today: at.today, due: upkeepDue(read, row, at.today) }
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

type First = Readonly<{
  until: number
  since: number
  had: number
  row: RequestRow
  asker: Asker
}>
type TimeOfThing = Pick<Wish, 'row' | 'span'>

/** Of those who wait for a time that was freed, the one who has the first say, and until when. */
export function firstWaiting(read: Reader, at: At, { row, span }: TimeOfThing): First | undefined {
  const since = freedSince(read, row.id, span)
  if (since === undefined) return undefined
  const waiting = [
    ...waitingFor(read, row.id, span, since).filter(one => couldHave(read, at, row, one)),
    ...goneSince(read, row.id, span, since),
  ]
  const turn = whoseTurn(
    waiting.map(one => one.waiting),
    at.now,
    turnEnds(since),
  )
  const first = waiting.find(one => one.waiting.request === turn?.waiting.request)
  return turn && first
    ? { until: turn.until, since, had: turn.waiting.had, row: first.row, asker: first.asker }
    : undefined
}

/** Whether all that somebody waits for is free: else they keep nobody from a part of it. */
function couldHave(
  read: Reader,
  at: At,
  row: ThingRow,
  { waiting, row: asked }: WaitingFor,
): boolean {
  const wanted = asked.count ?? 1
  const pools = poolsOf(read, row, { from: waiting.from, until: waiting.until, wanted })
  return freedom(waiting, pools, sharingOf(row, at.now)).free
}

/** Those who waited as it was freed, and need it no more: their turns pass. */
const goneSince = (read: Reader, id: string, span: Span, since: number): readonly WaitingFor[] =>
  requestsOf(read, id, 'withdrawn').flatMap(row =>
    row.booking === null && (Date.parse(row.answeredAt ?? '') || 0) >= since
      ? waitingIn(read, id, row, { span, since }).map(one => ({
          ...one,
          waiting: { ...one.waiting, isGone: true },
        }))
      : [],
  )

/** Somebody else who waits for this time, and has the first say. */
function turnOf(read: Reader, at: At, { row, span, asker }: Wish): TurnOfWait | undefined {
  const first = firstWaiting(read, at, { row, span })
  return first === undefined || sameAs(read, asker)(first.asker)
    ? undefined
    : {
        request: first.row.id,
        until: first.until,
        had: first.had,
        askerHad: hadBefore(read, row.id, asker, first.since),
      }
}

/** Until when a time is kept for somebody who waited for it; undefined where it is not. */
export function keptFor(
  read: Reader,
  at: At,
  { row, span, asker }: Pick<Wish, 'row' | 'span' | 'asker'>,
): number | undefined {
  const first = firstWaiting(read, at, { row, span })
  return first && sameAs(read, asker)(first.asker) ? first.until : undefined
}

/** How often somebody had a thing in the year before a moment. */
const hadBefore = (read: Reader, id: string, asker: Asker, moment: number): number =>
  hadBy(read, id, asker, { from: moment }).filter(({ from }) => from < moment).length

/**
 * Those who wait for a thing at a time that meets this one. `since`: what they had until then
 * decides who comes first.
 */
export const waitingFor = (
  read: Reader,
  id: string,
  span: Span,
  since = span.from,
): readonly WaitingFor[] =>
  requestsOf(read, id, 'waiting').flatMap(row => waitingIn(read, id, row, { span, since }))
type WaitingFor = Readonly<{ waiting: Waiting; asker: Asker; row: RequestRow }>

function waitingIn(
  read: Reader,
  id: string,
  row: RequestRow,
  { span, since }: Readonly<{ span: Span; since: number }>,
): readonly WaitingFor[] {
  const times = timesIn(row)
  if (!times || times.until <= span.from || span.until <= times.from) return []
  const had = hadBefore(read, id, row, since)
  const askedAt = Date.parse(row.askedAt ?? '') || 0
  return [{ waiting: { ...times, request: row.id, askedAt, had }, asker: row, row }]
}

/**
 * Where somebody stands among those who wait for their time; undefined where they wait no more.
 *
 * Shape   1 for the first who is asked. Their own other requests do not count.
 */
export function rankAmongWaiting(read: Reader, one: RequestRow): number | undefined {
  const span = timesIn(one)
  if (!span || !one.thing || one.state !== 'waiting') return undefined
  const waiting = waitingFor(read, one.thing, span, freedSince(read, one.thing, span))
  const order = inTurn(waiting.map(({ waiting }) => waiting))
  const own = order.findIndex(({ request }) => request === one.id)
  const before = new Set(order.slice(0, Math.max(own, 0)).map(({ request }) => request))
  const isTheirs = sameAs(read, one)
  return 1 + waiting.filter(({ row }) => before.has(row.id) && !isTheirs(row)).length
}

/** When a time was freed last, by who cancelled it or brought the thing back before. */
function freedSince(read: Reader, id: string, { from, until }: Span): number | undefined {
  const [row] = read.all(
    'SELECT max(freedAt) AS at FROM freed WHERE thing = ? AND from_ms < ? AND until_ms > ?',
    id,
    until,
    from,
  )
  const at = typeof row?.['at'] === 'number' ? row['at'] : undefined
  return at
}

/** Each turn ends at midnight of the day after it began. */
const turnEnds =
  (since: number): ((turn: number) => number) =>
  turn =>
    momentOf(dayAfter(dayOfMoment(since), 2 + turn), '00:00')

/** The thing that a form names, while it is lent. */
export function thingLent(read: Reader, id: string): ThingRow | undefined {
  const row = thingOf(read, id)
  return row && row.gone !== true ? row : undefined
}
