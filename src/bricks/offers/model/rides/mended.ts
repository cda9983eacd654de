import { namesOf } from './places.ts'
import { type RideSaid, rideTold } from './ride.ts'

type Said = Readonly<Record<string, unknown>>
const NOWHERE = namesOf([])

/**
 * A corrected sentence corrects what was read in it: the days, the way, the hours and the seats
 * that it tells otherwise than before. What the sentence never told stays as it was filled in.
 */
export function mendedRide<F extends Said>(fields: F, row: Said): F {
  const [now, before] = [fields['title'], row['title']]
  if (row['mode'] !== 'ride' || typeof now !== 'string' || typeof before !== 'string') return fields
  const today = String(row['rideSince'] ?? '') || UNKNOWN_DAY
  const known = { today, communes: NOWHERE }
  const [told, was] = [fieldsOf(rideTold(now, known)), fieldsOf(rideTold(before, known))]
  const other = Object.entries(told).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]),
  )
  return other.length === 0 ? fields : { ...fields, ...Object.fromEntries(other) }
}
/** A day against which weekdays are read, where only the rule counts. */
const UNKNOWN_DAY = '2026-01-01'

/** A day that is told once is a field of its own, which its author corrects. */
const fieldsOf = ({ from, to, via, days, leavesAt, backAt, isBack, seats }: RideSaid) => ({
  rideFrom: from ?? null,
  rideTo: to ?? null,
  rideBy: via.length > 0 ? via : null,
  rideAt: leavesAt ?? null,
  rideBackAt: backAt ?? null,
  rideBack: isBack ? true : null,
  rideSeats: seats ?? null,
  ...(days?.is === 'often' && days.recurs ? { rideDays: days.recurs } : {}),
})
