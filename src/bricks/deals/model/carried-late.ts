import { keptBy } from '../../../contract/keeper.ts'
import type { Reader } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayAfter, weekday } from '../../../text/days.ts'
import type { WholeDeal } from './read.ts'
import { proposedOn } from './ride-now.ts'

/** That the keeper hands a word over after the moment of which it tells. */

/** Where and when the keeper is found, as they typed it: *au local le mercredi*. */
export const keptAt = (read: Reader): string =>
  (keptBy(read) ?? '').split(',').slice(1).join(',').trim()

/**
 * Whether each day of what stands in a thread comes before the place opens next.
 *
 * Law     a place that names no day of the week, and words that name no day, promise nothing.
 */
export function isAfterIt(
  read: Reader,
  whole: Pick<WholeDeal, 'row' | 'parties' | 'said'>,
  today: string,
): boolean {
  const opens = nextOpen(keptAt(read), today)
  const { when } = whole.row
  if (opens === undefined || when === null) return false
  const days = read.published.momentDays?.({ when, on: proposedOn(whole) }) ?? []
  return days.length > 0 && days.every(day => day >= today && day < opens)
}

/** The next day, from today on, that the words of a place name. */
function nextOpen(place: string, today: string): string | undefined {
  const said = fold(place)
  const week = Array.from({ length: 7 }, (_, n) => dayAfter(today, n))
  return week.find(day => said.includes(weekday(day, 'fr')))
}
