import type { Span } from './span.ts'

/**
 * Whether a thing is free, and when next. Every path asks `freedom`, inside the turn that writes:
 * a booking, an extension, a hand-out, a swap, a part of a kit, a series, an answer to another box.
 */

/**
 * Somebody has so many of a thing for a time; of one handed out, until it is back.
 *
 * Shape   `isClosed`: nobody has it, who is in charge keeps it closed. It is taken all the same.
 */
export type Taken = Span &
  Readonly<{ booking: string; count: number; isOut: boolean; isClosed?: boolean }>

/**
 * A thing, or a part of a kit, of which so many are wanted.
 *
 * Shape   `takings`: of this thing, and of the kit that holds it. `total`: how many there are.
 *         `changeoverMs`: of a part, its own; otherwise that of the thing (`Sharing`).
 */
export type Pool = Readonly<{
  takings: readonly Taken[]
  total: number
  wanted: number
  changeoverMs?: number
}>

/**
 * How things are shared.
 *
 * Shape   `changeoverMs`: between two users of the same one. `but`: bookings that do not count: the
 *         one that is extended is not in its own way.
 */
export type Sharing = Readonly<{ changeoverMs: number; now: number; but?: readonly string[] }>

/** The first booking in the way, with its own time. */
export type FirstTaken = Span & Readonly<{ booking: string }>
/**
 * Free: until the next one has it, or for good. Taken: by these bookings, by none where more are
 * wanted than there are; `first`: the time of the first of them, where each alone is in the way;
 * `isLate`: one of them should be back and is not, so nobody knows when it is free. `isClosed`: it
 * would not be free for what is kept closed alone.
 */
export type Freedom =
  | Readonly<{ free: true; until: number | null }>
  | Readonly<{
      free: false
      by: readonly string[]
      first: FirstTaken | null
      isLate: boolean
      isClosed: boolean
    }>

/**
 * Whether so many of a thing, and of each part of it, are free for a time.
 *
 * Law     what is taken for all of the time is never free, and what nobody has is never refused: at
 *         each instant no more are promised than there are, and each is promised again only after
 *         its changeover. One that should be back and is not takes its thing whatever the day.
 */
export function freedom(span: Span, pools: readonly Pool[], sharing: Sharing): Freedom {
  const others = pools.map(pool => ({
    ...pool,
    takings: held(pool, sharing),
    whole: wholeOf(span, pool, sharing),
  }))
  const full = others.filter(
    ({ takings, total, wanted, whole }) => mostAtOnce(takings, whole) + wanted > total,
  )
  if (full.length === 0) return { free: true, until: freeUntil(span, others, sharing) }
  const met = full.flatMap(({ takings, whole }) => takings.filter(one => meets(one, whole)))
  return {
    free: false,
    by: [...new Set(met.map(one => one.booking))],
    first: full.every(({ wanted, total }) => wanted === total) ? firstOf(met) : null,
    isLate: met.some(one => one.until === Number.POSITIVE_INFINITY),
    isClosed: full.every(
      ({ takings, total, wanted, whole }) =>
        mostAtOnce(closings(takings), whole) + wanted > total && wanted <= total,
    ),
  }
}
function firstOf(met: readonly Held[]): FirstTaken | null {
  const [first] = met.toSorted((a, b) => a.from - b.from)
  return first ? { booking: first.booking, from: first.from, until: first.ends } : null
}

/** Of some takings, those for which a thing is kept closed. */
export const closings = <T extends Taken>(takings: readonly T[]): readonly T[] =>
  takings.filter(one => one.isClosed === true)

/** Whether they are free for a time, as `freedom` says it; nobody asks until when. */
export const isFree = (span: Span, pools: readonly Pool[], sharing: Sharing): boolean =>
  pools.every(
    pool =>
      mostAtOnce(held(pool, sharing), wholeOf(span, pool, sharing)) + pool.wanted <= pool.total,
  )

/** The time between two users of the same one. */
export const changeoverIn = (pool: Pool, { changeoverMs }: Sharing): number =>
  pool.changeoverMs ?? changeoverMs
/** A time, with the changeover that follows it. */
const wholeOf = ({ from, until }: Span, pool: Pool, sharing: Sharing): Span => ({
  from,
  until: until + changeoverIn(pool, sharing),
})

/** A taking until its thing can go out again. `ends`: its own end. */
type Held = Taken & Readonly<{ ends: number }>
/** The takings of other people. */
const held = (pool: Pool, sharing: Sharing): readonly Held[] =>
  pool.takings
    .filter(one => !sharing.but?.includes(one.booking))
    .map(one => ({
      ...one,
      ends: one.until,
      until: isLate(one, sharing.now)
        ? Number.POSITIVE_INFINITY
        : one.until + changeoverIn(pool, sharing),
    }))
/** Whether it should be back and is not. */
export const isLate = ({ isOut, until }: Taken, now: number): boolean => isOut && until <= now
const meets = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/** The most that are taken at one instant of a time. That changes only where a taking begins. */
function mostAtOnce(takings: readonly Taken[], { from, until }: Span): number {
  const starts = [from, ...takings.map(one => one.from)].filter(at => at >= from && at < until)
  return Math.max(...starts.map(at => takenAt(takings, at)), 0)
}
const takenAt = (takings: readonly Taken[], at: number): number =>
  takings.reduce((sum, one) => (one.from <= at && at < one.until ? sum + one.count : sum), 0)

/** Until when they stay free from the start of a time; null when nobody comes after. */
function freeUntil({ from }: Span, others: readonly Pool[], sharing: Sharing): number | null {
  const full = others.flatMap(pool => {
    const at = fullFrom(pool, from)
    return at === undefined ? [] : [at - changeoverIn(pool, sharing)]
  })
  return full.length === 0 ? null : Math.min(...full)
}

/** The first instant after a moment at which too many of a pool are taken. */
function fullFrom({ takings, total, wanted }: Pool, from: number): number | undefined {
  const later = takings.filter(one => one.until > from)
  const changes = later
    .flatMap(one => [
      { at: one.from, by: one.count },
      { at: one.until, by: -one.count },
    ])
    // Where one leaves as another comes, the first has left.
    .toSorted((a, b) => a.at - b.at || a.by - b.by)
  let taken = wanted
  for (const { at, by } of changes) {
    taken += by
    if (by > 0 && at > from && taken > total) return at
  }
  return undefined
}

/**
 * The next time that suits, from a moment on; null when none does.
 *
 * Shape   `at`: the time wanted, moved to begin at this instant or after: whole days begin at
 *         midnight, a room has opening hours. Undefined where it can’t begin soon after.
 * Law     it is free, and no other start at which somebody leaves is free before.
 */
export function nextFree(
  { from }: Pick<Span, 'from'>,
  pools: readonly Pool[],
  sharing: Sharing,
  at: (moment: number) => Span | undefined,
): Span | null {
  const ends = pools
    .flatMap(pool => held(pool, sharing).map(one => one.until))
    .filter(end => end > from && Number.isFinite(end))
  for (const moment of [from, ...ends.toSorted((a, b) => a - b)]) {
    const span = at(moment)
    if (span && isFree(span, pools, sharing)) return span
  }
  return null
}

/** Two bookings of one thing that were both given, or of too many of it. */
export type BookingClash = Readonly<{ booking: string; others: readonly string[] }>

/**
 * The bookings that can’t all have been given: a hand-out without asking, or two boxes that each
 * gave it.
 *
 * Shape   `now`: two that are both over, or back, are none: nobody can settle them.
 * Law     none where each was free when it was given.
 */
export function clashes(
  { takings, total }: Omit<Pool, 'wanted'>,
  now: number,
): readonly BookingClash[] {
  const isOpen = ({ isOut, until }: Taken): boolean => isOut || until > now
  return takings.flatMap(one => {
    const others = takings.filter(
      other => other.booking !== one.booking && meets(one, other) && (isOpen(one) || isOpen(other)),
    )
    return others.length > 0 && mostAtOnce(others, one) + one.count > total
      ? [{ booking: one.booking, others: others.map(({ booking }) => booking) }]
      : []
  })
}

/**
 * Somebody waits for a thing, since a moment, for a time. `isGone`: they need it no more, and their
 * turn has passed.
 */
export type Waiting = Span &
  Readonly<{ request: string; askedAt: number; had: number; isGone?: boolean }>

/**
 * Those who wait for a thing in the order in which they are asked: who had it least, then who
 * asked first.
 */
export const inTurn = (waiting: readonly Waiting[]): readonly Waiting[] =>
  waiting.toSorted(
    (a, b) => a.had - b.had || a.askedAt - b.askedAt || (a.request < b.request ? -1 : 1),
  )

/**
 * Whose turn it is since a time was freed: the first has until the end of the day after, then the
 * second, and once all were asked, anybody.
 *
 * Shape   `ends`: when the first turn ends, then each next one.
 * Law     it follows from the list and the clock alone, so no turn is missed while the box is off.
 */
export function whoseTurn(
  waiting: readonly Waiting[],
  now: number,
  ends: (turn: number) => number,
): Readonly<{ waiting: Waiting; until: number }> | undefined {
  const order = inTurn(waiting)
  for (const [turn, one] of order.entries()) {
    const until = ends(turn)
    if (now < until && one.isGone !== true) return { waiting: one, until }
  }
  return undefined
}
