import type { PageContext } from '../../../contract/page.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { localMoment, openAt, opensNext, openUntil } from '../../../core/calendar/hours.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { sharingOf, type ThingRow } from '../model/read.ts'
import { freedom, nextFree, type Pool } from '../model/rules.ts'
import type { Span } from '../model/span.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/** Whether a thing is free now, and until when; or when it is free next. */
export function nowSaid(
  { kit, words }: Omit<Context, 'read'>,
  row: ThingRow,
  pools: readonly Pool[],
): string {
  const { now, today } = kit.request
  if (row.gone === true) return words.lentNoMore
  if (row.condition === 'repair') return words.rules.repair
  const found = freedom({ from: now, until: now + 1 }, pools, sharingOf(row, now))
  if (!found.free && found.isLate) return words.notBack([])
  const isClosed = openFrom(row, now) !== now
  if (found.free && !isClosed) {
    const ends = [found.until, closesAt(row, now)].filter(at => at !== null)
    return ends.length === 0 ? words.freeNow : words.freeUntil(words.ends(Math.min(...ends), today))
  }
  const next = nextFree({ from: now }, pools, sharingOf(row, now), at => firstTime(row, at))
  const said = found.free || found.isClosed ? words.seeing.closedNow : words.takenNow
  return next === null ? said : `${said} ${words.seeing.freeFrom(words.moment(next.from, today))}`
}

/** The first day that begins after a moment, or the first hour that is open then. */
function firstTime(row: ThingRow, moment: number): Span | undefined {
  if (row.unit === 'hour') {
    const from = openFrom(row, moment)
    return from === undefined ? undefined : { from, until: from + HOUR }
  }
  const day = dayOfMoment(moment)
  const first = momentOf(day, '00:00') >= moment ? day : dayAfter(day, 1)
  return { from: momentOf(first, '00:00'), until: momentOf(dayAfter(first, 1), '00:00') }
}
const HOUR = 3_600_000

/** When a thing that is used by the hour, and open now, closes; null where it does not. */
function closesAt({ unit, hours, commune }: ThingRow, now: number): number | null {
  if (unit !== 'hour' || hours === null) return null
  const closes = openUntil(hours, localMoment(now), daysOffOf(commune))
  return closes === null ? null : momentOf(closes.slice(0, 10), closes.slice(11))
}

/** This moment where a thing that is used by the hour is open, else when it opens. */
function openFrom({ unit, hours, commune }: ThingRow, moment: number): number | undefined {
  if (unit !== 'hour' || hours === null) return moment
  const [local, here] = [localMoment(moment), daysOffOf(commune)]
  if (openAt(hours, local, here) !== 'closed') return moment
  const opens = opensNext(hours, local, here)
  return opens === null ? undefined : momentOf(opens.slice(0, 10), opens.slice(11))
}
