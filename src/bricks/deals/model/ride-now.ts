import type { RideAgreed, RideNow, RideStanding } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment } from '../../../text/days.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { askedAt, isHourOfRide, rideIn } from './hour-told.ts'
import { keyOfNotice, type WholeDeal } from './read.ts'
import { type Actor, type Party, talksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { lastProposal } from './stands.ts'

/** The day on which what stands in a thread was proposed: its words are read from there. */
export const proposedOn = (whole: Pick<WholeDeal, 'row' | 'parties' | 'said'>): string =>
  (lastProposal(whole) ?? whole.said[0])?.on ?? dayOfMoment(bornAt(whole.row.id))

/**
 * What the ride of a thread says now otherwise than the moment that stands in it: of what is agreed
 * while another moment is asked. Without `today`: see `Published.rideNow`.
 */
export function rideNowOf(
  read: Reader,
  whole: WholeDeal,
  today?: string,
): RideStanding | undefined {
  const { state, stands } = whole
  const asked = askedRideNow(read, whole, today)
  if (!stands?.when) return asked && { ...asked, isAgreed: state === 'agreed', stands: null }
  const { when, since } = stands
  const stood = momentNow(read, whole, { when, since, on: stands.on ?? proposedOn(whole) }, today)
  const name = isInsulting(when) ? null : when
  if (stood) {
    const { day, recurs } = stood.day === null && stood.recurs === null ? (asked ?? stood) : stood
    const rests = [...new Set([...stood.rests, ...(asked?.rests ?? [])])]
    return { ...stood, day, recurs, rests, isAgreed: true, stands: name }
  }
  const now = asked && { ...asked, isAgreed: false, stands: name }
  // An hour that the notice says still is no hour to say of the moment that is asked alone.
  if (!now || now.noticeAt === null || !isHourOfRide(read, whole, when, since)) return now
  return isSameDay(now) ? undefined : { ...now, noticeAt: null }
}

/** The same, of the moment that was asked or agreed last alone. */
export function askedRideNow(read: Reader, whole: WholeDeal, today?: string): RideNow | undefined {
  const { row, state } = whole
  if (row.when === null || (state !== 'proposed' && state !== 'agreed')) return undefined
  const asked = { when: row.when, on: proposedOn(whole), since: askedAt(whole) }
  return momentNow(read, whole, asked, today)
}

function momentNow(
  read: Reader,
  whole: WholeDeal,
  moment: Omit<RideAgreed, 'driverSaid'>,
  today: string | undefined,
): RideNow | undefined {
  const ride = rideIn(whole)
  const driver = driverOf(whole)
  const last = whole.said.findLast(({ key }) => key === driver?.key)
  const driverSaid = Math.max(moment.since, last ? bornAt(last.id) : 0)
  return ride === undefined
    ? undefined
    : read.published.rideNow?.(ride, { ...moment, driverSaid }, today)
}

/**
 * Whether its notice alone moved, and only its hour: what two people agreed apart stands as it is.
 */
export const isNoticeAlone = (now: RideNow | undefined): boolean =>
  now !== undefined && now.noticeAt !== null && isSameDay(now)
/** The same, of an hour that is agreed. */
export const isHeldApart = (now: RideStanding | undefined): boolean =>
  now?.isAgreed === true && isNoticeAlone(now)
/** Whether a ride is driven on the days that were agreed. */
export const isSameDay = ({ isOver, day, recurs, rests }: RideNow): boolean =>
  !isOver && day === null && recurs === null && rests.length === 0

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
