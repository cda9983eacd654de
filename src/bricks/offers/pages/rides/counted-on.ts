import { type Html, html } from '../../../../contract/html.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isRide } from '../../model/rides/dates.ts'
import { countsOn } from '../../model/rides/ride-now.ts'
import { isClosed, type Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'

/**
 * How many people count on a ride, for who may correct or end it: a number, no name. False where
 * nobody does.
 */
export function countedOn(
  { kind, row }: Notice,
  read: Reader,
  today: string,
  words: typeof fr,
): Html | false {
  if (kind !== 'offer' || !isRide(row) || isClosed(row)) return false
  const count = countsOn(read, row.id, today)
  return count > 0 && html`<p class="no-print"><b>${words.rides.countedOn(count)}</b></p>`
}
