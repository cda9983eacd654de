import type { BookingRow } from './read.ts'
import type { Span } from './span.ts'

/** What becomes free of a booking, and when: who waits for it hears of it. */

export type AllFreed = Readonly<{ freedAt: string; freedFrom: null; freedUntil: null }>
/** All that is left of a booking is freed at a moment. */
export const allFreed = (at: number): AllFreed => ({
  freedAt: new Date(at).toISOString(),
  freedFrom: null,
  freedUntil: null,
})
/** The days of a booking that is erased, as a request keeps them for who is in charge. */
export const daysFreed = (
  { startsOn, startsAt, endsOn, endsAt, count }: BookingRow,
  at: Readonly<{ now: number }>,
) =>
  ({
    ...{ startsOn, startsAt, endsOn, endsAt, count },
    ...{ state: 'withdrawn', freedAt: new Date(at.now).toISOString() },
  }) as const
/** Who cancels a booking that is not theirs: for whoever told them, or has no card. */
export const cancelledWith = (
  { member }: Readonly<{ member: string | null }>,
  { me }: Readonly<{ me?: string }>,
): Readonly<{ cancelledBy?: string }> =>
  me === undefined || me === member ? {} : { cancelledBy: me }
/** Whether a time is a part of another one. */
export const isInside = (a: Span, b: Span): boolean => b.from <= a.from && a.until <= b.until

/** The days that a booking leaves as it moves; nothing where it stays in them. */
export const freedBy = (was: Span | undefined, now: Span, at: Readonly<{ now: number }>) =>
  was === undefined || isInside(was, now)
    ? {}
    : {
        freedAt: new Date(at.now).toISOString(),
        freedFrom: new Date(was.from).toISOString(),
        freedUntil: new Date(was.until).toISOString(),
      }
