import type { RideNow } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment } from '../../../text/days.ts'
import { askedAt, rideIn } from './hour-told.ts'
import { keyOfNotice, type WholeDeal } from './read.ts'
import { type Actor, type Party, talksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { lastProposal } from './stands.ts'

/** The day on which what stands in a thread was proposed: its words are read from there. */
export const proposedOn = (whole: Pick<WholeDeal, 'row' | 'parties' | 'said'>): string =>
  (lastProposal(whole) ?? whole.said[0])?.on ?? dayOfMoment(bornAt(whole.row.id))

/**
 * What the ride of a thread says now otherwise than the moment that stands in it. Without `today`:
 * see `Published.rideNow`.
 */
export function rideNowOf(read: Reader, whole: WholeDeal, today?: string): RideNow | undefined {
  const { row, state } = whole
  if (row.when === null || (state !== 'proposed' && state !== 'agreed')) return undefined
  const ride = rideIn(whole)
  const since = askedAt(whole)
  const driver = driverOf(whole)
  const last = whole.said.findLast(({ key }) => key === driver?.key)
  const driverSaid = Math.max(since, last ? bornAt(last.id) : 0)
  const agreed = { when: row.when, on: proposedOn(whole), since, driverSaid }
  return ride === undefined ? undefined : read.published.rideNow?.(ride, agreed, today)
}

/**
 * Whether its notice alone moved, and only its hour: what two people agreed apart stands as it is.
 */
export const isNoticeAlone = (now: RideNow | undefined): boolean =>
  now !== undefined &&
  now.noticeAt !== null &&
  now.day === null &&
  now.recurs === null &&
  now.rests.length === 0

/** Who drives it: the author of the ride on offer; of one that is off the page, who was asked. */
export function driverOf({ row, parties, notices, said }: WholeDeal): Party | undefined {
  if (row.mode !== 'ride') return undefined
  const ride = notices.find(one => one.type === 'offer' && one.ride !== null)
  const key = ride && keyOfNotice(ride)
  const first = notices.length === 0 ? parties.find(one => one.key !== said[0]?.key) : undefined
  return key === undefined ? first : parties.find(one => one.key === key)
}

/** Whether this person, or whom they write for, has still to say if what is agreed is driven. */
export function isAskedToDrive(
  read: Reader,
  whole: WholeDeal,
  who: Actor & Readonly<{ today: string }>,
): boolean {
  const driver = whole.state === 'agreed' ? driverOf(whole) : undefined
  if (!driver || !mayWriteIn(whole) || !talksFor(who, driver)) return false
  return rideNowOf(read, whole, who.today)?.isAsked === true
}
