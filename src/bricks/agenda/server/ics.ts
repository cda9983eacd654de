import {
  type EventDate,
  eventDates,
  isSeries,
  lastsDays,
} from '../../../core/calendar/event-dates.ts'
import { occurrences, recurrenceFault } from '../../../core/calendar/recurrence.ts'
import { dayAfter } from '../../../text/days.ts'
import type { CalendarEvent } from '../../../text/icalendar.ts'
import type { Planned } from '../model/rules.ts'

/** Events of the agenda as calendar files tell them. */

type Days = Readonly<{ from: string; to: string }>
const MOST_DATES = 2_000
/** What one date of an event says in a calendar; `date` undefined is the series as a whole. */
type Shape<E> = (
  event: E,
  date?: EventDate,
) => Omit<CalendarEvent, 'uid' | 'day' | 'lastDay' | 'of' | 'series'>

/**
 * An event as a calendar tells it: alone, or a series and each of its dates that is otherwise.
 *
 * Law     A reader of the file has the same dates as `eventDates`, between these days. The UID is
 *         that of the record, whatever changes.
 */
export function calendarEvents<E extends Planned>(
  event: E,
  days: Days,
  { at, shape }: Readonly<{ at: (date: EventDate) => E; shape: Shape<E> }>,
): readonly CalendarEvent[] {
  const { startsOn } = event
  if (startsOn === null) return []
  const from = [days.from, startsOn].sort()[1]!
  const dates = eventDates(event, { from: days.from, to: days.to }, MOST_DATES, event.here)
  const alone = (date: EventDate): CalendarEvent => ({
    ...shape(at(date), date),
    uid: event.id,
    day: date.day,
    lastDay: date.lastDay,
    cancelled: date.cancelled,
  })
  if (!isSeries(event)) return dates.slice(0, 1).map(alone)
  if (dates.length === 0) return []
  const ruled = occurrences({ startsOn, recurs: event.recurs }, from, days.to, MOST_DATES)
  const isFirst = occurrences({ startsOn, recurs: event.recurs }, startsOn, startsOn, 1).length > 0
  const changes = event.changes ?? []
  const kept = new Set(dates.map(date => date.of))
  const left = ruled.filter(day => !kept.has(day))
  // A first day that the rule does not have is a date of the file all the same, but left out.
  const isOut = !isFirst && !kept.has(startsOn) && !left.includes(startsOn)
  const isRuled = new Set([...ruled, ...(isFirst ? [startsOn] : [])])
  const added = [...new Set(changes.filter(one => one.fate === 'added').map(one => one.of))]
  return [
    {
      ...shape(event),
      uid: event.id,
      day: startsOn,
      lastDay: dayAfter(startsOn, lastsDays(event)),
      series: {
        rule: event.recurs && recurrenceFault(event.recurs) === null ? event.recurs : null,
        left: isOut ? [startsOn, ...left] : left,
        added: added.filter(day => kept.has(day) && !isRuled.has(day)).sort(),
      },
    },
    ...dates
      .filter(date => date.cancelled || date.change?.fate === 'moved' || date.change?.startsAt)
      .map(date => ({
        ...alone(date),
        of: { day: date.of, time: shape(event).time },
      })),
  ]
}
