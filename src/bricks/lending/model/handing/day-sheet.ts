import type { Reader } from '../../../../contract/reader.ts'
import { momentOf } from '../../../../core/calendar/recurrence.ts'
import { dayAfter } from '../../../../text/days.ts'
import { type MissingOfKit, missingOfThing } from '../packed.ts'
import { type BookingRow, bookingOf, type ThingRow, thingOf, timesIn } from '../read.ts'
import { handSheet } from './records.ts'

/** The sheet of a day: what goes out, what comes back, what is late, by the place of the things. */

/** One line of the sheet. `missing`: pieces that can’t go out. */
export type LineOfDay = Readonly<{
  row: BookingRow
  of: ThingRow
  from: number
  until: number
  missing: readonly MissingOfKit[]
}>
/** One place. `blanks`: the words of its lines that nobody booked, once somebody prepared them. */
export type PlaceSheet = Readonly<{
  place: string
  out: readonly LineOfDay[]
  back: readonly LineOfDay[]
  late: readonly LineOfDay[]
}>

/** Of which day, at what moment, and which things the reader is in charge of. */
export type DayAsked = Readonly<{
  day: string
  now: number
  keeps: (row: ThingRow) => boolean
}>

/**
 * What stands on the sheet of a day, a part for each place where things live; one empty part where
 * nothing happens.
 *
 * Law     it holds things that its reader is in charge of, and no other.
 */
export function daySheet(read: Reader, { day, now, keeps }: DayAsked): readonly PlaceSheet[] {
  const [from, until] = [momentOf(day, '00:00'), momentOf(dayAfter(day, 1), '00:00')]
  const lines = linesIn(read, { from, until }, keeps)
  const places = new Set(lines.map(placeOf))
  const sorted = [...places].toSorted((a, b) => a.localeCompare(b, 'fr'))
  return (sorted.length === 0 ? [''] : sorted).map(place => {
    const here = lines.filter(line => placeOf(line) === place)
    const out = here.filter(({ row }) => row.state === 'out')
    return {
      place,
      out: here.filter(({ row }) => row.state === 'booked'),
      back: out.filter(line => line.until > now && line.until <= until),
      late: out.filter(line => line.until <= now),
    }
  })
}
const placeOf = ({ of }: LineOfDay): string => of.where?.trim() ?? ''

function linesIn(
  read: Reader,
  { from, until }: Readonly<{ from: number; until: number }>,
  keeps: DayAsked['keeps'],
): readonly LineOfDay[] {
  const things = new Map<string, Pick<LineOfDay, 'of' | 'missing'> | undefined>()
  const kept = (id: string): Pick<LineOfDay, 'of' | 'missing'> | undefined => {
    if (!things.has(id)) {
      const of = thingOf(read, id)
      things.set(id, of && keeps(of) ? { of, missing: missingOfThing(read, id) } : undefined)
    }
    return things.get(id)
  }
  return read
    .all(
      'SELECT booking, thing, from_ms FROM taken WHERE until_ms > ?1 AND from_ms < ?2 UNION ' +
        'SELECT booking, thing, from_ms FROM taken WHERE is_out = 1 ORDER BY from_ms, booking',
      from,
      until,
    )
    .flatMap((one): readonly LineOfDay[] => {
      const found = kept(String(one['thing']))
      const row = found && bookingOf(read, String(one['booking']))
      const span = row && timesIn(row)
      return found && row && span ? [{ row, ...found, ...span }] : []
    })
}

/** Which prepared sheets count for a reader: theirs. */
export type IsTheirs = (by: string | null) => boolean

/** Blank lines of a sheet, for hand-outs that nobody booked: each of its places has its part. */
export const blanksAt = (places: number): number => Math.max(LEAST, Math.ceil(BLANKS / places))
const BLANKS = 10
const LEAST = 3

/** The words of the blank lines of a place on a day; none before somebody prepared them. */
export const blankWords = (
  read: Reader,
  { day, place }: Readonly<{ day: string; place: string }>,
  isTheirs: IsTheirs,
): readonly string[] =>
  read
    .list(handSheet, { where: 'day = ?', with: [day], order: 'id' }, 'home')
    .filter(row => (row.place ?? '') === place && isTheirs(row.by))
    .flatMap(row => row.words ?? [])
