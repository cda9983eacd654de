import type { DateChange } from '../core/calendar/event-dates.ts'
import { occurrences, recurrenceFault, untilDay, untilOf } from '../core/calendar/recurrence.ts'
import { WEEKDAY_CODES } from '../core/calendar/weekdays.ts'
import { isDay } from '../core/form/fit.ts'

/**
 * The events of a calendar file put together: a series takes its dates that are otherwise, and is
 * parted where it goes on otherwise (RANGE=THISANDFUTURE).
 *
 * Source   RFC 5545, 3.2.13, 3.8.4.4.
 */

/**
 * A VEVENT as it is read. `of`: the date of its series that it replaces, and with `isOnwards` those
 * after it too. `lasts`: minutes, where no end is said. `isParted`: it goes on with another one.
 */
export type ReadEvent = {
  told: Map<string, string>
  changes: DateChange[]
  uid?: string
  of?: string
  isOnwards?: boolean
  isParted?: boolean
  /** Its owner shows it to nobody else (CLASS). */
  isPrivate?: boolean
  isOff?: boolean
  sequence?: number
  stamp?: string
  /** It says when it was written, and not its file alone. */
  isStamped?: boolean
  lasts?: number
  /** The day of its beginning in its own zone. */
  filedOn?: string
}
type Thing = ReadonlyMap<string, string>

/** A series is parted so many times at most; what is said beyond is of one date each. */
const MOST_PARTS = 50
/** So many dates are moved one by one, where no rule has them. */
const MOST_MOVED = 200
/** Two rules of which so many dates are the same are taken as one. */
const COMPARED = 60
const FURTHEST_YEARS = 60
const plus = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
const daysFrom = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
const farFrom = (day: string): string =>
  Temporal.PlainDate.from(day).add({ years: FURTHEST_YEARS }).toString()

/** A replaced date goes with its series, when the file has it. */
export function seriesIn(all: readonly ReadEvent[]): readonly ReadEvent[] {
  const series = new Map(all.flatMap(one => (one.uid && !one.of ? [[one.uid, one] as const] : [])))
  const isPart = (one: ReadEvent): boolean =>
    one.of !== undefined && one.uid !== undefined && series.has(one.uid)
  const parts = Map.groupBy(all.filter(isPart), ({ uid }) => uid)
  return all.flatMap(one => {
    if (isPart(one)) return []
    return series.get(one.uid ?? '') === one ? wholeOf(one, parts.get(one.uid) ?? []) : [one]
  })
}

/** A series with its parts: itself, and those that go on after it. */
function wholeOf(whole: ReadEvent, parts: readonly ReadEvent[]): readonly ReadEvent[] {
  const onwards = parts
    .filter(one => one.isOnwards && isDay(one.of))
    .slice(0, MOST_PARTS)
    .sort((a, b) => (a.of! < b.of! ? -1 : 1))
  for (const one of parts) takeVersion(whole, one)
  const all = onwards.length === 0 ? [whole] : (partedAt(whole, onwards) ?? [whole])
  if (all.length === 1 && onwards.length > 0 && !whole.isParted) movedOnwards(whole, onwards)
  const apart = new Set(onwards)
  for (const one of parts.filter(part => !apart.has(part))) {
    const at = all.findLast(segment => one.of! >= (segment.of ?? '')) ?? whole
    if (one.isPrivate) for (const name of ['where', 'detail']) one.told.delete(name)
    const change = changeOf(plusDay(one.of!, laterBy(at)), one, at.told)
    if (change) at.changes.push(change)
  }
  return all
}

/** Days by which a segment stands later than its series. */
const laterBy = ({ of, told }: ReadEvent): number => {
  const startsOn = told.get('startsOn')
  return of !== undefined && isDay(startsOn) ? daysFrom(of, startsOn) : 0
}
const plusDay = (day: string, days: number): string =>
  days === 0 || !isDay(day) ? day : plus(day, days)

/** A series is as new as the newest of its dates. */
function takeVersion(whole: ReadEvent, { sequence, stamp }: ReadEvent): void {
  if (sequence !== undefined) whole.sequence = Math.max(whole.sequence ?? 0, sequence)
  if (stamp !== undefined && stamp > (whole.stamp ?? '')) whole.stamp = stamp
}

/** What is otherwise of one date. Nothing when it says what its series says. */
function changeOf(of: string, { told, isOff }: ReadEvent, whole: Thing): DateChange | undefined {
  const said = (name: string): string | null => told.get(name) ?? null
  const differs = (name: string): boolean => said(name) !== (whole.get(name) ?? null)
  const on = said('startsOn') ?? of
  if (isOff) {
    // Calendars copy the text of the series: only other words are a reason.
    const why = differs('detail') ? (said('detail')?.slice(0, 300) ?? null) : null
    return { of, fate: 'off', why, ...(on === of ? {} : { on }) }
  }
  const where = differs('where') ? said('where') : null
  const hours = differs('startsAt') || differs('endsAt')
  if (on === of && where === null && !hours) return undefined
  const startsAt = hours ? said('startsAt') : null
  return { of, fate: 'moved', on, startsAt, endsAt: hours ? said('endsAt') : null, where }
}

/**
 * A series cut where it goes on otherwise: itself up to there, then an event for each part, whose
 * rule has the same dates, so many days later. Undefined when no rule of ours has them.
 */
function partedAt(
  whole: ReadEvent,
  onwards: readonly ReadEvent[],
): readonly ReadEvent[] | undefined {
  const [startsOn, rule] = [whole.told.get('startsOn'), whole.told.get('recurs')]
  if (!isDay(startsOn) || rule === undefined || recurrenceFault(rule) !== null) return undefined
  const recurs = endingByDay(rule, startsOn)
  const series = { startsOn, recurs }
  const segments = onwards.map((one, i) => {
    const days = one.isOff ? 0 : laterBy(one)
    const next = onwards[i + 1]?.of
    const [first] = occurrences(series, one.of!, farFrom(one.of!), 1)
    const later = first === undefined ? undefined : laterRule(series, first, days)
    if (first === undefined || later === undefined) return undefined
    const last = next === undefined ? untilOf(recurs).until : plus(next, -1)
    return { one, recurs: last === undefined ? later : untilDay(later, plus(last, days)) }
  })
  if (segments.includes(undefined)) return undefined
  const from = onwards[0]!.of!
  whole.isParted = true
  const told = segments.flatMap(segment => (segment ? [segmentOf(whole, segment)] : []))
  const isAll = from <= startsOn
  const cuts = [whole, ...told]
  // What was said of one day goes with the part that has the day.
  const changes = whole.changes
  whole.changes = []
  for (const change of changes) {
    const at = cuts.findLast(one => one.of === undefined || change.of >= one.of)!
    at.changes.push({ ...change, of: plusDay(change.of, laterBy(at)) })
  }
  whole.told.set('recurs', untilDay(recurs, plus(from, -1)))
  if (!isAll) return cuts
  const [head, ...rest] = told
  return head ? [{ ...head, ...(whole.uid ? { uid: whole.uid } : {}) }, ...rest] : undefined
}

type Segment = Readonly<{ one: ReadEvent; recurs: string }>
function segmentOf(whole: ReadEvent, { one, recurs }: Segment): ReadEvent {
  const told = new Map([...one.told, ['recurs', recurs] as const])
  const title = whole.told.get('title')
  if (!told.has('title') && title !== undefined) told.set('title', title)
  if (!told.has('startsOn')) told.set('startsOn', one.of!)
  const segment: ReadEvent = { ...one, told, changes: [], isParted: true }
  if (whole.isPrivate) segment.isPrivate = true
  if (one.uid) segment.uid = `${one.uid} ${one.of}`
  takeVersion(segment, whole)
  return segment
}

/** Each date from there on, one by one, as far as one looks. */
function movedOnwards(whole: ReadEvent, onwards: readonly ReadEvent[]): void {
  const [startsOn, recurs] = [whole.told.get('startsOn'), whole.told.get('recurs')]
  for (const [i, one] of onwards.entries()) {
    const next = onwards[i + 1]?.of
    const last = next === undefined ? farFrom(one.of!) : plus(next, -1)
    const ruled =
      isDay(startsOn) && recurs ? occurrences({ startsOn, recurs }, one.of!, last, MOST_MOVED) : []
    const added = whole.changes.filter(
      ({ fate, of }) => fate === 'added' && of >= one.of! && of <= last,
    )
    const days = one.isOff ? 0 : laterBy(one)
    for (const of of new Set([one.of!, ...ruled, ...added.map(change => change.of)])) {
      const at = { ...one, told: new Map([...one.told, ['startsOn', plus(of, days)] as const]) }
      const change = changeOf(of, at, whole.told)
      if (change) whole.changes.push(change)
    }
  }
}

/**
 * The rule of a series in the village, whose day may be another than in the zone of its file:
 * Monday evening in America is Tuesday here.
 */
export function ruleHere(recurs: string, filedOn: string, startsOn: string): string {
  const days = daysFrom(filedOn, startsOn)
  const later = laterRule({ startsOn: filedOn, recurs }, filedOn, days)
  const { until } = untilOf(recurs)
  if (days === 0 || later === undefined) return recurs
  if (until === undefined) return later
  // An UNTIL in UTC is read as the day of the village already.
  return untilDay(later, /UNTIL=\d{8}T\d{6}Z/i.test(recurs) ? until : plus(until, days))
}

/** The same rule with a last day in the place of a count. */
function endingByDay(rule: string, startsOn: string): string {
  const { rhythm } = untilOf(rule)
  const count = Number(/(?:^|;)COUNT=(\d+)/.exec(rhythm)?.[1] ?? 0)
  if (count === 0) return rule
  const last = occurrences({ startsOn, recurs: rule }, startsOn, farFrom(startsOn), count).at(-1)
  return last === undefined ? rule : untilDay(rule, last)
}

/**
 * The rhythm of a series from one of its days on, so many days later. Undefined when no rule that
 * is tried has the same dates.
 */
function laterRule(
  series: Readonly<{ startsOn: string; recurs: string }>,
  first: string,
  days: number,
): string | undefined {
  const { rhythm } = untilOf(series.recurs)
  if (days === 0) return rhythm
  const rotated = rhythm.replace(/(?<=(?:^|;)BYDAY=)[A-Z,]+(?=;|$)/, named =>
    named
      .split(',')
      .map(day => WEEKDAY_CODES[(((WEEKDAY_CODES.indexOf(day) + days) % 7) + 7) % 7])
      .join(','),
  )
  const bare = rhythm.replace(/(?:^|;)BY(?:DAY|MONTHDAY|MONTH)=[^;]*/g, '')
  const wanted = occurrences({ ...series, recurs: rhythm }, first, farFrom(first), COMPARED)
  const later = wanted.map(day => plus(day, days)).join()
  return [rhythm, rotated, bare].find(recurs => {
    const startsOn = plus(first, days)
    return occurrences({ startsOn, recurs }, startsOn, farFrom(startsOn), COMPARED).join() === later
  })
}
