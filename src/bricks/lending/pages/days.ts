import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayNear, sayTime, timeOfMoment } from '../../../text/days.ts'
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
  isFree,
  isLate,
  type Pool,
  type Sharing,
  type Taken,
} from '../model/rules.ts'
import type { Span } from '../model/span.ts'
import { firstWaiting } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/**
 * A day of a thing: free all day, taken all day, or taken between these instants. `isOwed`: it is
 * taken since something should be back and is not; nobody promised that day.
 */
export type DaySeen = Readonly<{
  day: string
  is: 'free' | 'taken' | 'part'
  taken: readonly Span[]
  isOwed?: boolean
}>

/**
 * The days of a thing from a day on.
 *
 * Law     a day is free exactly when `freedom` says so of the whole of it.
 */
export function daysSeen(
  { read, kit }: Context,
  row: ThingRow,
  { from, days }: Readonly<{ from: string; days: number }>,
): readonly DaySeen[] {
  const pools = poolsOf(read, row, {
    from: momentOf(from, '00:00'),
    until: momentOf(dayAfter(from, days), '00:00'),
  })
  const sharing = sharingOf(row, kit.request.now)
  return Array.from({ length: days }, (_, n) => dayAfter(from, n)).map(day =>
    dayOf(day, pools, sharing),
  )
}

/** One day of a thing. */
export function dayOf(day: string, all: readonly Pool[], sharing: Sharing): DaySeen {
  const whole = { from: momentOf(day, '00:00'), until: momentOf(dayAfter(day, 1), '00:00') }
  const pools = all.map(pool => near(pool, whole, sharing))
  if (isFree(whole, pools, sharing)) return { day, is: 'free', taken: [] }
  const taken = fullIn(whole, pools, sharing)
  const isAll = taken.length === 1 && taken[0]!.from <= whole.from && taken[0]!.until >= whole.until
  return {
    day,
    is: isAll ? 'taken' : 'part',
    taken,
    isOwed: isAll && isOwed(whole, pools, sharing),
  }
}

/** Whether a time is not free for the late ones alone, and some of it is to come. */
function isOwed(whole: Span, pools: readonly Pool[], sharing: Sharing): boolean {
  if (whole.until <= sharing.now) return false
  const onTime = pools.map(pool => ({
    ...pool,
    takings: pool.takings.filter(one => !isLate(one, sharing.now)),
  }))
  return fullIn(whole, onTime, sharing).every(
    ({ from, until }) => from > whole.from || until < whole.until,
  )
}

/** What of a pool can take something of a day. */
function near(pool: Pool, { from, until }: Span, sharing: Sharing): Pool {
  const over = changeoverIn(pool, sharing)
  const isNear = (one: Taken): boolean =>
    one.from < until + over && (one.isOut || one.until + over > from)
  return { ...pool, takings: pool.takings.filter(isNear) }
}

/** The stretches of a day in which it is not free, joined. */
function fullIn(whole: Span, pools: readonly Pool[], sharing: Sharing): readonly Span[] {
  const edges = pools
    .flatMap(({ takings }) => takings.flatMap(one => [one.from, one.until]))
    .filter(at => at > whole.from && at < whole.until)
  const cuts = [...new Set([whole.from, ...edges, whole.until])].toSorted((a, b) => a - b)
  const bare = { ...sharing, changeoverMs: 0 }
  const plain = pools.map(({ changeoverMs: _, ...pool }) => pool)
  const full: Span[] = []
  for (const [n, from] of cuts.slice(0, -1).entries()) {
    const until = cuts[n + 1]!
    if (isFree({ from, until }, plain, bare)) continue
    const last = full.at(-1)
    if (last?.until === from) full.splice(-1, 1, { from: last.from, until })
    else full.push({ from, until })
  }
  return full
}

/** The days of a thing, each with whether it is free: a tap on one asks for it. */
export function dayList(context: Context, row: ThingRow, days: number): Html {
  const { kit, read, words } = context
  const { lang, today } = kit.request
  const asked = requestsOf(read, row.id, 'asked')
  const waiting = requestsOf(read, row.id, 'waiting')
  const freeSaid = ({ day }: DaySeen): string => {
    const span = { from: momentOf(day, '00:00'), until: momentOf(dayAfter(day, 1), '00:00') }
    const isMet = (one: RequestRow): boolean => {
      const times = timesIn(one)
      return times !== undefined && times.from < span.until && span.from < times.until
    }
    if (waiting.some(isMet) && firstWaiting(read, kit.request, { row, span }))
      return words.daySaid.kept
    return asked.some(isMet) ? words.daySaid.asked : words.daySaid.free
  }
  const line = (seen: DaySeen): Html => html`
    <li class="lend-${seen.is}">
      <a href="${PATH}/${row.id}?startsOn=${seen.day}#reponse">${dayNear(seen.day, lang, today)}</a>
      <span>${seen.is === 'free' ? freeSaid(seen) : saidOf(seen, context)}</span>
    </li>
  `
  return html`
    <ol class="lend-days" aria-label="${words.nextDays}">
      ${daysSeen(context, row, { from: today, days }).map(line)}
    </ol>
  `
}

const saidOf = (seen: DaySeen, context: Context): string =>
  seen.is === 'part'
    ? partSaid(seen, context)
    : (owedSaid(seen, context) ?? context.words.daySaid[seen.is])

/** *pas rentré*, and for days to come *à demander*: nobody knows when it is back. */
export const owedSaid = ({ day, isOwed }: DaySeen, { kit, words }: Context): string | undefined =>
  isOwed !== true
    ? undefined
    : day === kit.request.today
      ? words.daySaid.notBack
      : words.daySaid.unsure

/** *pris de 18 h à 20 h 30*. */
export function partSaid(seen: DaySeen, { kit, words }: Context): string {
  const { lang } = kit.request
  const midnight = momentOf(dayAfter(seen.day, 1), '00:00')
  const said = seen.taken.map(({ from, until }) =>
    words.takenFromTo(
      sayTime(timeOfMoment(from), lang),
      until >= midnight ? '' : sayTime(timeOfMoment(until), lang),
    ),
  )
  return said.join(', ')
}
