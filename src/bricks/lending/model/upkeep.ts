import type { Reader } from '../../../contract/reader.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import type { ThingRow } from './read.ts'

/**
 * Since when the upkeep of a thing is due: a day, null by its meter, undefined when it is not due.
 * Time counts from its last upkeep, or from its first day here; use counts between two meters.
 */
export function upkeepDue(
  read: Reader,
  { id, upkeepDays, upkeepUnits }: ThingRow,
  today: string,
): string | null | undefined {
  if (upkeepDays === null && upkeepUnits === null) return undefined
  const [last] = read.all(
    'SELECT "on", meter FROM upkeep_home WHERE thing = ? AND removed IS NOT 1 ' +
      'ORDER BY "on" DESC, id DESC LIMIT 1',
    id,
  )
  const since = typeof last?.['on'] === 'string' ? last['on'] : firstDay(read, id)
  if (upkeepDays !== null && since !== undefined) {
    const due = dayAfter(since, upkeepDays)
    if (due <= today) return due
  }
  if (upkeepUnits === null) return undefined
  const before = typeof last?.['meter'] === 'number' ? last['meter'] : 0
  return (meterOf(read, id) ?? 0) - before >= upkeepUnits ? null : undefined
}

/** The day on which a thing was first written, as far as its box knew the day. */
function firstDay(read: Reader, id: string): string | undefined {
  const written = read.written(id)
  return written?.sure === true ? dayOfMoment(written.first) : undefined
}

/** What the meter of a thing said last, as far as anybody noted it. */
export function meterOf(read: Reader, id: string): number | null {
  const [row] = read.all(
    'SELECT max(coalesce(home.meterBack, home.meterOut)) AS meter FROM booking ' +
      'JOIN booking_home AS home ON home.id = booking.id ' +
      'WHERE booking.thing = ? AND booking.removed IS NOT 1',
    id,
  )
  return typeof row?.['meter'] === 'number' ? row['meter'] : null
}
