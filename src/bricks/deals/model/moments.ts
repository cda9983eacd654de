import type { MomentOpen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayAfter, dayLong, sayTime } from '../../../text/days.ts'

/** So far ahead, in days, a ride is proposed: a fifth week is within it. */
const AHEAD = 35
const MOST_DAYS = 3
const EACH_TIME = 'each'

/** See `Published.momentsOf`. */
export function momentsOf(
  read: Reader,
  notice: string,
  { today, lang }: Readonly<{ today: string; lang: Lang }>,
): readonly MomentOpen[] {
  const rides = read.published.ridesDriven?.(today, dayAfter(today, AHEAD)) ?? []
  const ride = rides.find(one => one.notice === notice)
  if (!ride) return []
  const { at, recurs } = ride
  const moment = (value: string, say: (tongue: Lang) => string): MomentOpen => {
    const timed = (tongue: Lang): string =>
      at === null ? say(tongue) : `${say(tongue)}, ${sayTime(at, tongue)}`
    const asked = { about: [notice], when: timed('fr'), on: today }
    return { value, said: timed(lang), isFull: read.published.rideFull?.(asked) === 'all' }
  }
  const days = ride.days
    .slice(0, MOST_DAYS)
    .map(day => moment(valueWith(day, at), tongue => dayLong(day, tongue, today)))
  const each =
    recurs === null
      ? []
      : [moment(valueWith(EACH_TIME, recurs, at), tongue => sayRecurrence(recurs, tongue))]
  return [...days, ...each]
}

/** All that is said of it: of a ride that changed, a form that stood open has no value. */
const valueWith = (...parts: readonly (string | null)[]): string =>
  parts.filter(part => part !== null).join(' ')

/**
 * The moment that was chosen, in the words that a thread keeps; undefined for none of them, or for
 * one that the notice says no more.
 */
export const momentChosen = (
  read: Reader,
  notice: string,
  { today, chosen }: Readonly<{ today: string; chosen: string }>,
): string | undefined =>
  chosen === ''
    ? undefined
    : momentsOf(read, notice, { today, lang: 'fr' }).find(({ value }) => value === chosen)?.said
