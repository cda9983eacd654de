import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayInRow, sayTime, timeOfMoment } from '../../../text/days.ts'
import {
  poolsOf,
  type RequestRow,
  requestsOf,
  sharingOf,
  type ThingRow,
  timesIn,
} from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import {
  changeoverIn,
  closings,
  isFree,
  isLate,
  type Pool,
  type Sharing,
  type Taken,
} from '../model/rules.ts'
import { type AskedOf, type ClosedFor, closedFor } from '../model/rules-who.ts'
import type { Span } from '../model/span.ts'
import { upkeepDue } from '../model/upkeep.ts'
import { firstWaiting, waitedAmong } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import type { Stretch } from './stretch.ts'

type Context = PageContext<typeof fr>

/** A stretch of a day in which a thing is not free. `isClosed`: it is kept closed. */
export type TakenStretch = Span & Readonly<{ isClosed: boolean }>
/**
 * A day of a thing: free all day, taken all day, closed all day, or taken between these instants.
 *
 * Shape   `isKept`: it is free, and kept for somebody who waited. `isOwed`: it is taken since
 *         something should be back and is not; nobody promised that day. `closedFor`: why nobody
 *         may have it that day, where no booking keeps it closed.
 */
export type DaySeen = Readonly<{
  day: string
  is: 'free' | 'taken' | 'part' | 'closed'
  taken: readonly TakenStretch[]
  isKept?: boolean
  isOwed?: boolean
  closedFor?: ClosedFor | undefined
}>

/** `pools`: what was read of these days before; else they are read now. */
type DaysAsked = Stretch & Readonly<{ pools?: readonly Pool[] }>
const poolsOnDays = (read: Reader, row: ThingRow, { from, days }: Stretch): readonly Pool[] =>
  poolsOf(read, row, {
    from: momentOf(from, '00:00'),
    until: momentOf(dayAfter(from, days), '00:00'),
    isWindow: true,
  })

/**
 * The days of a thing from a day on.
 *
 * Law     a day is free exactly when `freedom` says so of the whole of it, and nothing keeps the
 *         thing closed whoever asks.
 */
export function daysSeen(
  { read, kit }: Context,
  row: ThingRow,
  { from, days, pools = poolsOnDays(read, row, { from, days }) }: DaysAsked,
): readonly DaySeen[] {
  const { today, now } = kit.request
  const due = upkeepDue(read, row, today)
  const waited = waitedAmong(read, [row.id])
  return Array.from({ length: days }, (_, n) => dayAfter(from, n)).map(day =>
    withKept(dayOf(row, day, pools, { now, today, due }), row, { read, waited, now }),
  )
}

/** `waited`: the things for which somebody waits. */
type KeptAt = Readonly<{ read: Reader; waited: ReadonlySet<string>; now: number }>
/** A day that is free, with whether it is kept for somebody who waited until it was. */
export function withKept(seen: DaySeen, row: ThingRow, { read, waited, now }: KeptAt): DaySeen {
  if (seen.is !== 'free' || !waited.has(row.id)) return seen
  const span = wholeDay(seen.day)
  return firstWaiting(read, { now }, { row, span }) ? { ...seen, isKept: true } : seen
}
const wholeDay = (day: string): Span => ({
  from: momentOf(day, '00:00'),
  until: momentOf(dayAfter(day, 1), '00:00'),
})

/** One day of a thing. */
export function dayOf(row: ThingRow, day: string, all: readonly Pool[], at: AskedOf): DaySeen {
  const seen = takenOn(day, all, sharingOf(row, at.now))
  const why = seen.is === 'free' || seen.is === 'part' ? closedFor(day, row, at) : undefined
  return why === undefined
    ? seen
    : { ...seen, is: seen.is === 'free' ? 'closed' : seen.is, closedFor: why }
}

/** A day as its bookings make it. */
function takenOn(day: string, all: readonly Pool[], sharing: Sharing): DaySeen {
  const whole = wholeDay(day)
  const pools = all.map(pool => near(pool, whole, sharing))
  if (isFree(whole, pools, sharing)) return { day, is: 'free', taken: [] }
  const taken = fullIn(whole, pools, sharing)
  if (!isAllOf(whole, taken)) return { day, is: 'part', taken, isOwed: false }
  const is = taken.every(({ isClosed }) => isClosed) ? 'closed' : 'taken'
  return { day, is, taken, isOwed: is === 'taken' && isOwed(whole, pools, sharing) }
}

/** Whether stretches in their order, none of which meets another, are all of a time. */
const isAllOf = ({ from, until }: Span, stretches: readonly Span[]): boolean =>
  stretches.reduce((length, one) => length + one.until - one.from, 0) === until - from

/** Whether a time is not free for the late ones alone, and some of it is to come. */
function isOwed(whole: Span, pools: readonly Pool[], sharing: Sharing): boolean {
  if (whole.until <= sharing.now) return false
  const onTime = pools.map(pool => ({
    ...pool,
    takings: pool.takings.filter(one => !isLate(one, sharing.now)),
  }))
  return !isAllOf(whole, fullIn(whole, onTime, sharing))
}

/** What of a pool can take something of a day. */
function near(pool: Pool, { from, until }: Span, sharing: Sharing): Pool {
  const over = changeoverIn(pool, sharing)
  const isNear = (one: Taken): boolean =>
    one.from < until + over && (one.isOut || one.until + over > from)
  return { ...pool, takings: pool.takings.filter(isNear) }
}

/** The stretches of a day in which it is not free, joined where both are closed or both are not. */
function fullIn(whole: Span, pools: readonly Pool[], sharing: Sharing): readonly TakenStretch[] {
  const edges = pools
    .flatMap(({ takings }) => takings.flatMap(one => [one.from, one.until]))
    .filter(at => at > whole.from && at < whole.until)
  const cuts = [...new Set([whole.from, ...edges, whole.until])].toSorted((a, b) => a - b)
  const bare = { ...sharing, changeoverMs: 0 }
  const plain = pools.map(({ changeoverMs: _, ...pool }) => pool)
  const kept = plain.map(pool => ({ ...pool, takings: closings(pool.takings) }))
  const full: TakenStretch[] = []
  for (const [n, from] of cuts.slice(0, -1).entries()) {
    const until = cuts[n + 1]!
    if (isFree({ from, until }, plain, bare)) continue
    const isClosed = !isFree({ from, until }, kept, bare)
    const last = full.at(-1)
    if (last?.until === from && last.isClosed === isClosed)
      full.splice(-1, 1, { from: last.from, until, isClosed })
    else full.push({ from, until, isClosed })
  }
  return full
}

/** The days of a thing, each with whether it is free: a tap on one asks for it. */
export function dayList(
  context: Context,
  row: ThingRow,
  ahead: Omit<Required<DaysAsked>, 'from'>,
): Html {
  const { kit, read, words } = context
  const { lang, today } = kit.request
  const asked = requestsOf(read, row.id, 'asked')
  const freeSaid = ({ day, isKept }: DaySeen): string => {
    if (isKept) return words.daySaid.kept
    const span = wholeDay(day)
    const isMet = (one: RequestRow): boolean => {
      const times = timesIn(one)
      return times !== undefined && times.from < span.until && span.from < times.until
    }
    return asked.some(isMet) ? words.daySaid.asked : words.daySaid.free
  }
  const line = (seen: DaySeen): Html => html`
    <li class="lend-${seen.is}">
      <a href="${PATH}/${row.id}?startsOn=${seen.day}#reponse"
        >${dayInRow(seen.day, lang, today)}</a>
      <span>${seen.is === 'free' ? freeSaid(seen) : saidOf(seen, context)}</span>
    </li>
  `
  return html`
    <ol class="lend-days" aria-label="${words.nextDays}">
      ${daysSeen(context, row, { from: today, ...ahead }).map(line)}
    </ol>
  `
}

/** *pris*, *fermé*, *pris de 18 h à 20 h*: a day in words. */
export const saidOf = (seen: DaySeen, context: Context): string =>
  seen.is === 'part' ? partSaid(seen, context) : wholeSaid(seen, context)

/** A whole day in a word. */
const wholeSaid = (seen: DaySeen, context: Context): string => {
  const { daySaid } = context.words
  if (seen.closedFor !== undefined) return daySaid[CLOSED_FOR[seen.closedFor]]
  if (seen.isKept) return daySaid.kept
  return owedSaid(seen, context) ?? daySaid[seen.is === 'part' ? 'taken' : seen.is]
}
const CLOSED_FOR = { repair: 'repair', upkeep: 'upkeep', hours: 'closed' } as const

/** *pas rentré*, and for days to come *à demander*: nobody knows when it is back. */
export const owedSaid = ({ day, isOwed }: DaySeen, { kit, words }: Context): string | undefined =>
  isOwed !== true
    ? undefined
    : day === kit.request.today
      ? words.daySaid.notBack
      : words.daySaid.unsure

/** *pris de 18 h à 20 h 30*, and why nobody may have the rest of the day. */
export function partSaid(seen: DaySeen, { kit, words }: Context): string {
  const { lang } = kit.request
  const midnight = momentOf(dayAfter(seen.day, 1), '00:00')
  const said = seen.taken.map(({ from, until, isClosed }) =>
    words[isClosed ? 'closedFromTo' : 'takenFromTo'](
      sayTime(timeOfMoment(from), lang),
      until >= midnight ? '' : sayTime(timeOfMoment(until), lang),
    ),
  )
  const rest = seen.closedFor === undefined ? [] : [words.daySaid[CLOSED_FOR[seen.closedFor]]]
  return [...said, ...rest].join(', ')
}
