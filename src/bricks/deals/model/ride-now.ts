import type { RideNow } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment } from '../../../text/days.ts'
import type { WholeDeal } from './read.ts'

/** The day on which what stands in a thread was proposed: its words are read from there. */
export const proposedOn = ({ row, said }: Pick<WholeDeal, 'row' | 'said'>): string =>
  (said.findLast(({ says }) => says === 'propose' || says === 'other') ?? said[0])?.on ??
  dayOfMoment(bornAt(row.id))

/**
 * What the ride of a thread says now otherwise than the moment that stands in it. Without `today`:
 * see `Published.rideNow`.
 */
export function rideNowOf(read: Reader, whole: WholeDeal, today?: string): RideNow | undefined {
  const { row, state, notices } = whole
  if (row.when === null || (state !== 'proposed' && state !== 'agreed')) return undefined
  const ride = notices.find(one => one.type === 'offer' && one.ride !== null)
  const agreed = { when: row.when, on: proposedOn(whole) }
  return ride && read.published.rideNow?.(ride.id, agreed, today)
}
