import type { OneRide } from '../../../contract/published.ts'
import type { MomentOpen } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayAfter, dayLong, sayTime } from '../../../text/days.ts'

/** So far ahead, in days, a ride is proposed. */
const AHEAD = 366
const MOST_DAYS = 3
const EACH_TIME = 'each'

/** See `Published.momentsOf`. */
export function momentsOf(
  read: Reader,
  notice: string,
  { today, lang, also }: Readonly<{ today: string; lang: Lang; also?: string | undefined }>,
): readonly MomentOpen[] {
  const of = (id: string): OneRide | undefined =>
    read.published.rideDriven?.(id, today, dayAfter(today, AHEAD))
  const [one, other] = [of(notice), also === undefined ? undefined : of(also)]
  if (!one) return []
  const { at, recurs, days } = other ? together(one, other) : one
  const about = [notice, ...(other ? [other.notice] : [])]
  const moment = (value: string, say: (tongue: Lang) => string): MomentOpen => {
    const timed = (tongue: Lang): string =>
      at === null ? say(tongue) : `${say(tongue)}, ${sayTime(at, tongue)}`
    const asked = { about, when: timed('fr'), on: today }
    return { value, said: timed(lang), isFull: read.published.rideFull?.(asked) === 'all' }
  }
  const next = days
    .slice(0, MOST_DAYS)
    .map(day => moment(valueWith(day, at), tongue => dayLong(day, tongue, today)))
  const each =
    recurs === null || days.length === 0
      ? []
      : [moment(valueWith(EACH_TIME, recurs, at), tongue => sayRecurrence(recurs, tongue))]
  return [...next, ...each]
}

/** The days of two rides that meet, at the hour of who drives; one may have no day yet. */
function together(one: OneRide, other: OneRide): Pick<OneRide, 'at' | 'recurs' | 'days'> {
  const isOpen = (ride: OneRide): boolean => ride.recurs === null && ride.days.length === 0
  const [first, second] = isOpen(one) ? [other, one] : [one, other]
  const [driven, asked] = one.isOffered ? [one, other] : [other, one]
  return {
    at: driven.at ?? asked.at,
    recurs: isOpen(second) || first.recurs === second.recurs ? first.recurs : null,
    days: isOpen(second) ? first.days : first.days.filter(day => second.days.includes(day)),
  }
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
  { chosen, ...of }: Readonly<{ today: string; chosen: string; also?: string | undefined }>,
): string | undefined =>
  chosen === ''
    ? undefined
    : momentsOf(read, notice, { ...of, lang: 'fr' }).find(({ value }) => value === chosen)?.said
