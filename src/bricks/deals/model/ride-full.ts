import type { SeatsAsked } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { WholeDeal } from './read.ts'
import { driverOf, proposedOn } from './ride-now.ts'
import { type Actor, type Party, talksFor } from './rules.ts'

/** A yes that would take more seats than a ride has: its driver alone may give it. */

const askedIn = (whole: WholeDeal): SeatsAsked => ({
  about: whole.row.about ?? [],
  when: whole.row.when,
  on: proposedOn(whole),
  but: whole.row.id,
})

/** Whether others have the seats that stand proposed in a thread which this box decides. */
export function fullIn(read: Reader, whole: WholeDeal): 'all' | 'some' | undefined {
  const isOpen = whole.state === 'proposed' && whole.row.asked !== true
  return isOpen ? read.published.rideFull?.(askedIn(whole)) : undefined
}

/** Whether a ride has a seat left beside those of a thread. */
export const hasSeatLeft = (read: Reader, whole: WholeDeal): boolean => {
  const { but: _, ...one } = askedIn(whole)
  return read.published.rideFull?.(one) === undefined
}

/** Whether the seats of a thread are more than its ride has left on one of its days. */
export const isFullWith = (read: Reader, whole: WholeDeal): boolean =>
  read.published.rideFull?.(askedIn(whole)) !== undefined

/** The driver who has to say yes first, of a ride that is full; undefined for the driver. */
export function driverFirst(read: Reader, whole: WholeDeal, { key }: Party): Party | undefined {
  const driver = driverOf(whole)
  if (!driver || driver.key === key) return undefined
  return fullIn(read, whole) === 'all' ? driver : undefined
}

/** How many count on a ride with too few seats, for its driver and who writes for them. */
export function overFor(
  read: Reader,
  whole: WholeDeal,
  who: Actor,
): Readonly<{ taken: number; all: number }> | undefined {
  const driver = whole.state === 'agreed' ? driverOf(whole) : undefined
  return driver && talksFor(who, driver) ? read.published.rideOver?.(askedIn(whole)) : undefined
}
