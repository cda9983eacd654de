import type { RideAgreed, RideNow } from '../../../../contract/published.ts'
import type { Reader, Row } from '../../../../contract/reader.ts'
import { isTime } from '../../../../core/form/fit.ts'
import { dayAfter } from '../../../../text/days.ts'
import { isDrivenOn, type RideRow, rideDates } from './dates.ts'
import { type DaysAgreed, daysAgreed } from './days-agreed.ts'
import { hourTyped } from './hours.ts'
import { rideGround, rideOf } from './read-rides.ts'

/** So far ahead, in days, the rests of a ride that was agreed for each time are said. */
const AHEAD = 35
const MOST_RESTS = 3

/** See `Published.rideNow`. */
export function rideNow(
  read: Reader,
  notice: string,
  agreed: RideAgreed,
  today?: string,
): RideNow | undefined {
  const [row] = read.all(
    `SELECT commune, until, rideDays, rideSince, rideAt, rideBackAt, rideNotSchool,
       rideNotHolidays, rideOff, state, removed FROM offer WHERE id = ? AND mode = 'ride'`,
    notice,
  )
  if (!row) return undefined
  const days = daysAgreed(agreed)
  if (today !== undefined && isOver(days, today)) return undefined
  const past = pastOf(read, notice)
  const hour = past.isChanged(HOURS, agreed.since) ? hourNow(row, agreed, past) : NO_HOUR
  if (row['state'] === 'closed' || row['removed'] === 1) {
    const { at, isBack } = hour
    // The hour that it said last stays: whoever counts on it was told that one.
    if (past.isChanged(['state', 'removed'], agreed.driverSaid)) return { ...OVER, at, isBack }
    return at === null ? undefined : { ...OVER, isOver: false, isAsked: false, at, isBack }
  }
  const ride = rideOf(row, rideGround(read))
  const now = daysNow(ride, days, today)
  const isMoved = past.isChanged(DAYS, agreed.since)
  // A ride of each time says its rests, whenever they were written.
  const said = isMoved ? now : days.is === 'each' ? { ...now, day: null, recurs: null } : NO_DAYS
  const isSameDay = said.day === null && said.recurs === null && said.rests.length === 0
  if (isSameDay && hour === NO_HOUR) return undefined
  const asked = days.is === 'days' ? daysAsked(ride, days, today) : []
  const isOff = asked.length > 0 && asked.every(day => said.rests.includes(day))
  const isAsked = isOff && past.isChanged(DAYS, agreed.driverSaid)
  return { isOver: false, isAsked, ...hour, ...said }
}
const NO_DAYS = { day: null, recurs: null, rests: [] } as const
const NO_HOUR = { at: null, isBack: false, noticeAt: null } as const
const OVER: RideNow = { isOver: true, isAsked: true, ...NO_HOUR, ...NO_DAYS }
const HOURS = ['rideAt', 'rideBackAt'] as const
const DAYS = [
  'until',
  'rideDays',
  'rideSince',
  'rideNotSchool',
  'rideNotHolidays',
  'rideOff',
] as const

/**
 * The hour of now, where the words say another one: of the ride, or of its notice alone. What was
 * agreed at the hour of the way back follows that one.
 */
function hourNow(
  row: Row,
  { when, since }: RideAgreed,
  past: Past,
): Pick<RideNow, 'at' | 'isBack' | 'noticeAt'> {
  const said = hourTyped(when ?? '')
  if (said === undefined) return NO_HOUR
  const then = hourThen(said, past, since)
  const [now, back] = [row['rideAt'], row['rideBackAt']]
  if (then === 'back')
    return said === back || !isTime(back) ? NO_HOUR : { ...NO_HOUR, at: back, isBack: true }
  if (said === now || said === back || !isTime(now)) return NO_HOUR
  if (then === 'there') return { ...NO_HOUR, at: now }
  return past.isChanged(['rideAt'], since) ? { ...NO_HOUR, noticeAt: now } : NO_HOUR
}
/** Of a ride with one hour for both, that of the way there. */
function hourThen(said: string, past: Past, then: number): 'there' | 'back' | undefined {
  const field = HOURS.find(name => past.valueAt(name, then) === said)
  return field && (field === 'rideAt' ? 'there' : 'back')
}

/** See `Published.rideHourOf`. */
export function rideHourOf(
  read: Reader,
  notice: string,
  { when, since }: Pick<RideAgreed, 'when' | 'since'>,
): 'there' | 'back' | undefined {
  const said = hourTyped(when ?? '')
  return said === undefined ? 'there' : hourThen(said, pastOf(read, notice), since)
}

/**
 * Whether one of some fields of a notice was written after a moment, in milliseconds since 1970,
 * and says now something else than then; and what one of them said then.
 */
type Past = Readonly<{
  isChanged: (fields: readonly string[], since: number) => boolean
  valueAt: (field: string, then: number) => unknown
}>
function pastOf(read: Reader, notice: string): Past {
  const lines = [...read.history('offer', notice), ...read.homeHistory('offer', notice)].sort(
    (a, b) => b.on - a.on,
  )
  const text = (value: unknown): string => JSON.stringify(value ?? null)
  const valueAt = (field: string, then: number): unknown =>
    lines.find(line => line.field === field && line.on <= then)?.value
  const isChanged = (field: string, since: number): boolean => {
    const last = lines.find(line => line.field === field)
    return last !== undefined && text(last.value) !== text(valueAt(field, since))
  }
  return { valueAt, isChanged: (fields, since) => fields.some(field => isChanged(field, since)) }
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
