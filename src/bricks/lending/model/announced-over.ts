import type { Reader } from '../../../contract/reader.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { ownJson } from '../../../core/narrow.ts'
import { dayAfter } from '../../../text/days.ts'
import { type Announced, announcedIn, lastDayAsked } from './announced.ts'
import type { Span } from './span.ts'

/**
 * An event that the agenda announces in a room at a time that somebody booked, and that nobody
 * settled.
 *
 * Shape   `thing`, `room`: the room, and its title. `member`, `keyedBy`: whose booking it is.
 *         `series`: the one of which the booking is a date. `dates`: those of the event that meet
 *         the booking, in order.
 */
export type AnnouncedOver = Readonly<{
  thing: string
  room: string
  booking: string
  series: string | null
  booked: Span
  member: string | null
  keyedBy: string | null
  event: string
  title: string
  dates: readonly Span[]
}>

/**
 * The events over bookings of all rooms, from a day on until the last booking. The page of an event
 * and those of a booking ask, so they are kept until a booking or an event is written.
 */
export const announcedOver = (read: Reader, today: string): readonly AnnouncedOver[] =>
  read.keep(
    `lending announced ${today}`,
    () => {
      const start = momentOf(today, '00:00')
      const rows = read.published.datesAt ? read.all(`SELECT booked FROM (${BOOKED})`, start) : []
      return overAmong(
        read,
        rows.map(row => row['booked']),
        start,
      )
    },
    made => 2 * JSON.stringify(made).length,
  )

/** Those of one series and one event as one, with all of the dates: they are settled in one act. */
export const together = (over: readonly AnnouncedOver[]): readonly AnnouncedOver[] =>
  [...Map.groupBy(over, one => `${seriesOf(one)} ${one.event}`).values()].flatMap(all =>
    all[0] ? [{ ...all[0], dates: all.flatMap(({ dates }) => dates) }] : [],
  )
/** The id of the series of a booking, or that of a booking of no series. */
export const seriesOf = ({ series, booking }: Pick<AnnouncedOver, 'series' | 'booking'>): string =>
  series ?? booking

/**
 * The bookings of rooms of the directory that end after `?1`, in order of time, two thousand at
 * most. What waits asks for them in its own statement.
 *
 * Shape   `booked`: a `BookedRoom`, in JSON.
 */
export const BOOKED = `
  SELECT thing.id, thing.title, json_object('place', thing.place, 'thing', thing.id,
      'room', thing.title, 'booking', taken.booking,
      'series', booking.series, 'from', from_ms, 'until', until_ms,
      'member', home.member, 'keyedBy', home.keyedBy, 'settled', home.settledWith) AS booked
    FROM thing CROSS JOIN taken ON taken.thing = thing.id AND until_ms > ?1
    JOIN booking ON booking.id = taken.booking AND booking.state IN ('booked', 'out')
    LEFT JOIN booking_home AS home ON home.id = taken.booking
    WHERE thing.place IS NOT NULL AND thing.removed IS NOT 1
    ORDER BY from_ms, taken.booking LIMIT 2000`
type BookedRoom = Span &
  Readonly<Record<'place' | 'thing' | 'booking', string>> &
  Readonly<Record<'room' | 'series' | 'member' | 'keyedBy' | 'settled', string | null>>

/** The events over these bookings, as `BOOKED` gives them. `start`: what ends before is past. */
export function overAmong(
  read: Reader,
  booked: readonly unknown[],
  start: number,
): readonly AnnouncedOver[] {
  const all = booked.flatMap(one => (typeof one === 'string' ? ownJson<BookedRoom>(one) : []))
  const rooms = Map.groupBy(all, ({ thing }) => thing)
  return [...rooms.values()].flatMap(bookings => overOne(read, bookings, start))
}

/** The same of one room. */
function overOne(read: Reader, bookings: readonly BookedRoom[], start: number): AnnouncedOver[] {
  const found: AnnouncedOver[] = []
  let dates: readonly Announced[] = []
  let known = start
  for (const row of bookings) {
    const span = { from: Math.max(row.from, start), until: row.until }
    if (span.until > known) {
      dates = announcedIn(read, row, span)
      known = momentOf(dayAfter(lastDayAsked(span), 1), '00:00')
    }
    const met = dates.filter(one => one.from < span.until && span.from < one.until)
    for (const [event, all] of Map.groupBy(met, one => one.event))
      if (!isSettled(read, row, event)) found.push(overAs(row, event, all))
  }
  return found
}

const overAs = (row: BookedRoom, event: string, all: readonly Announced[]): AnnouncedOver => ({
  ...{ thing: row.thing, room: row.room ?? '', booking: row.booking },
  series: row.series,
  ...{ booked: { from: row.from, until: row.until }, member: row.member, keyedBy: row.keyedBy },
  ...{ event, title: all[0]?.title ?? '' },
  dates: all.map(({ from, until }) => ({ from, until })),
})

/** Whether people settled it, of this event or of one that is joined with it. */
const isSettled = (read: Reader, { settled }: BookedRoom, event: string): boolean =>
  settled !== null && read.joinedWith(event).some(id => settled.includes(id))
