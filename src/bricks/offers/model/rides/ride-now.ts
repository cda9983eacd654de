import type { MomentAgreed, RideNow } from '../../../../contract/published.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { STANDS } from '../../../../contract/tables.ts'
import { isTime } from '../../../../core/form/fit.ts'
import { dayAfter } from '../../../../text/days.ts'
import { isDrivenOn, type RideRow, rideDates } from './dates.ts'
import { type DaysAgreed, daysAgreed } from './days-agreed.ts'
import { hourTyped } from './hours.ts'
import { rideOf } from './read-rides.ts'

/** So far ahead, in days, the rests of a ride that was agreed for each time are said. */
const AHEAD = 35
const MOST_RESTS = 3

/** See `Published.rideNow`. */
export function rideNow(
  read: Reader,
  notice: string,
  agreed: Pick<MomentAgreed, 'when' | 'on'>,
  today?: string,
): RideNow | undefined {
  const [row] = read.all(
    `SELECT commune, until, rideDays, rideSince, rideAt, rideBackAt, rideNotSchool,
       rideNotHolidays, rideOff, state FROM offer WHERE id = ? AND ${STANDS} AND mode = 'ride'`,
    notice,
  )
  if (!row) return undefined
  const days = daysAgreed(agreed)
  if (today !== undefined && isOver(days, today)) return undefined
  if (row['state'] === 'closed')
    return { isOver: true, at: null, day: null, recurs: null, rests: [] }
  const said = hourTyped(agreed.when ?? '')
  const isHour = said === undefined || said === row['rideAt'] || said === row['rideBackAt']
  const at = isHour || !isTime(row['rideAt']) ? null : row['rideAt']
  const now = { isOver: false, at, ...daysNow(rideOf(row, undefined), days, today) }
  return at !== null || now.day !== null || now.recurs !== null || now.rests.length > 0
    ? now
    : undefined
}

/** How many agreements count on a ride from today on. */
export const countsOn = (read: Reader, ride: string, today: string): number =>
  (read.published.momentsAgreed?.([ride]) ?? []).filter(
    one => one.state === 'agreed' && !isOver(daysAgreed(one), today),
  ).length

const isOver = (agreed: DaysAgreed, today: string): boolean =>
  agreed.is === 'days' && agreed.days.every(day => day < today)

/** What the days of a ride are now, where those that were agreed are not among them. */
function daysNow(
  ride: RideRow,
  agreed: DaysAgreed,
  today: string | undefined,
): Pick<RideNow, 'day' | 'recurs' | 'rests'> {
  const asked = daysAsked(ride, agreed, today)
  const rests = asked.filter(day => !isDrivenOn(ride, day))
  const until = ride.rideDays === null ? ride.until : null
  const bare = { mode: 'ride', rideDays: ride.rideDays, rideSince: null, until }
  const isMoved = rests.length > 0 && !asked.some(day => isDrivenOn(bare, day))
  return {
    day: isMoved && ride.rideDays === null ? ride.until : null,
    recurs: isMoved ? ride.rideDays : null,
    rests: isMoved ? [] : rests.slice(0, MOST_RESTS),
  }
}

/** The days that were agreed and are not past. */
function daysAsked(
  ride: RideRow,
  agreed: DaysAgreed,
  today: string | undefined,
): readonly string[] {
  if (agreed.is === 'days') return agreed.days.filter(day => today === undefined || day >= today)
  if (agreed.is !== 'each' || today === undefined) return []
  const rule = agreed.recurs ?? ride.rideDays
  if (rule === null) return []
  const since = rule === ride.rideDays ? ride.rideSince : (agreed.startsOn ?? null)
  const own = { mode: 'ride', rideDays: rule, rideSince: since, until: null }
  return rideDates(own, { from: today, to: dayAfter(today, AHEAD) }, AHEAD)
}
