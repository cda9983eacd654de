import type { EventDate } from '../core/calendar/event-dates.ts'
import { occurrences } from '../core/calendar/recurrence.ts'
import type { Lang } from '../core/lang.ts'
import type { RecordType } from '../core/schema.ts'
import { dayAfter } from '../text/days.ts'
import type { PageSource } from '../web/pages/kit.ts'
import type { DataRow } from './sets.ts'
import { dataWords } from './words.ts'

/**
 * The dates of what may come back, for the files of open data: by the read that the agenda
 * publishes, so that a file and a page say the same.
 */

/** A year: what was moved to an earlier day is in the file too. */
const BEHIND = 366
/** What rests is told a year ahead. */
const AHEAD = 366
const [MOST_COMING, MOST_CHANGED, MOST_READ] = [12, 400, 800]
const isDated = (type: RecordType): boolean => (type.spans ?? []).some(span => span.recurs)

type Dated = Pick<DataRow, 'id' | 'fields'>
const datesFrom = (source: PageSource, { id }: Dated, from: string, most: number) =>
  source.read.published.eventDates?.(id, { from }, most) ?? []
const todayOf = (source: PageSource): string => source.today(source.now())

/**
 * What a program that reads one record wants: of what comes once its date, of a series the next
 * ones. None when the type has no dates that move.
 */
export function datesOut(source: PageSource, type: RecordType, row: Dated): readonly EventDate[] {
  const { startsOn, recurs } = row.fields
  if (!isDated(type) || typeof startsOn !== 'string') return []
  const changed = changedDates(source, type, row)
  const isSeries = Boolean(recurs) || changed.some(one => one.change?.fate === 'added')
  if (isSeries) return datesFrom(source, row, todayOf(source), MOST_COMING)
  return changed.filter(one => one.of === startsOn)
}

/** Moved back to its own day, with its own hour and place, a date is as its series has it. */
const isOtherwise = ({ of, day, change }: EventDate): boolean =>
  change !== undefined &&
  (change.fate !== 'moved' ||
    of !== day ||
    Boolean(change.startsAt || change.endsAt || change.where))

/**
 * The dates that were cancelled, moved or added, as far as files go, and the days of the rule that
 * are no dates: left out, or a day off. Who unfolds the rule by a program takes these away.
 */
export function changedDates(
  source: PageSource,
  type: RecordType,
  row: Dated,
): readonly EventDate[] {
  const { startsOn, recurs } = row.fields
  if (!isDated(type) || typeof startsOn !== 'string') return []
  const from = dayAfter(recurs ? todayOf(source) : startsOn, -BEHIND)
  const dates = datesFrom(source, row, from, MOST_READ)
  const changed = dates.filter(isOtherwise).slice(0, MOST_CHANGED)
  const series = { startsOn, recurs: typeof recurs === 'string' ? recurs : null }
  const last = dates.length < MOST_READ ? dayAfter(todayOf(source), AHEAD) : dates.at(-1)!.of
  const held = new Set(dates.map(({ of }) => of))
  const resting = occurrences(series, from, last, MOST_READ)
    .filter(day => !held.has(day))
    .map((day): EventDate => ({ of: day, day, lastDay: day, cancelled: true }))
  return resting.length === 0
    ? changed
    : [...changed, ...resting].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** *2026-12-10 annulé : gel ; 2026-12-17 → 2026-12-18*, for a cell of a table. */
export function changedSaid(dates: readonly EventDate[], lang: Lang): string {
  const w = dataWords(lang).data
  return dates
    .map(({ of, day, cancelled, change }) =>
      cancelled
        ? change
          ? w.dateOff(day, change.why ?? '')
          : w.dateResting(day)
        : change?.fate === 'added'
          ? w.dateAdded(day)
          : w.dateMoved(of, day, [change?.startsAt, change?.where].filter(Boolean).join(', ')),
    )
    .join(' ; ')
}

/** Whether the files of this type have a column for it. */
export const hasChanges = isDated
