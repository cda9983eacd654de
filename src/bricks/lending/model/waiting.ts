import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import {
  type Asker,
  hadBy,
  IN_LINE,
  inLine,
  leftLine,
  poolsOf,
  type RequestRow,
  sameAs,
  sharingOf,
  type ThingRow,
  timesIn,
} from './read.ts'
import { freedom, inTurn, type Waiting, whoseTurn } from './rules.ts'
import type { Span } from './span.ts'

/**
 * Who waits for a time that is taken, and whose turn it is once it is freed: it follows from the
 * requests, the times that were freed and the clock.
 */

type At = Pick<CommandContext, 'now'>
/** Who waits for a time has it until a moment. `had`, `askerHad`: how often each had the thing. */
export type TurnOfWait = Readonly<{
  request: string
  until: number
  had: number
  askerHad: number
}>

type First = Readonly<{
  until: number
  since: number
  had: number
  row: RequestRow
  asker: Asker
}>
type TimeOfThing = Readonly<{ row: ThingRow; span: Span }>
type AskedBy = TimeOfThing & Readonly<{ asker: Asker }>

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

/** Those who waited as it was freed, and need it no more or were refused: their turns pass. */
const goneSince = (read: Reader, id: string, span: Span, since: number): readonly WaitingFor[] =>
  leftLine(read, id).flatMap(row =>
    row.booking === null && (Date.parse(row.answeredAt ?? '') || 0) >= since
      ? waitingIn(read, id, row, { span, since }).map(one => ({
          ...one,
          waiting: { ...one.waiting, isGone: true },
        }))
      : [],
  )

/** Those of these things for which somebody waits: of no other is anything kept. */
export const waitedAmong = (read: Reader, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    read
      .all(
        `SELECT DISTINCT thing FROM booking_request_home WHERE ${IN_LINE}
          AND removed IS NOT 1 AND thing IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map(row => String(row['thing'])),
  )

/** Somebody else who waits for this time, and has the first say. */
export function turnOf(
  read: Reader,
  at: At,
  { row, span, asker }: AskedBy,
): TurnOfWait | undefined {
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
export function keptFor(read: Reader, at: At, { row, span, asker }: AskedBy): number | undefined {
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
  inLine(read, id).flatMap(row => waitingIn(read, id, row, { span, since }))
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
  return typeof row?.['at'] === 'number' ? row['at'] : undefined
}

/** Each turn ends at midnight of the day after it began. */
const turnEnds =
  (since: number): ((turn: number) => number) =>
  turn =>
    momentOf(dayAfter(dayOfMoment(since), 2 + turn), '00:00')
