import type { DateAt } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dated, MOST_RECURRING, marks } from './read.ts'
import { event } from './records.ts'
import { inOrder, isHeld, occurrencesOf } from './rules.ts'

/** What takes place at a place, for other bricks (contract/published.ts). */
export function datesAt(
  read: Reader,
  place: string,
  { from, to }: Readonly<{ from: string; to: string }>,
  most: number,
): readonly DateAt[] {
  const places = read.joinedWith(place)
  const found = read.list(event, {
    where:
      `place IN (${marks(places)}) AND ` +
      'id IN (SELECT id FROM event_span WHERE ends >= ? AND starts <= ?)',
    with: [...places, from, to],
    order: 'startsOn, id',
    limit: MOST_RECURRING,
  })
  return dated(read, found)
    .flatMap(row => occurrencesOf(row, from, to, most))
    .filter(one => isHeld(one) && one.event.place !== null)
    .sort(inOrder)
    .slice(0, most)
    .map(({ event: { id, title, startsAt, endsAt = null }, day, lastDay }) => ({
      ...{ event: id, title: title ?? '', day, lastDay },
      ...{ startsAt, endsAt },
    }))
}
