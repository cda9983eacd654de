import { firstIdOf } from '../core/id.ts'
import type { ListQuery } from './reader.ts'

/**
 * Lists records newest first, when some come from boxes with a wrong clock: those that claim to be
 * of the future stand last. Lists of notices use it, page by page.
 */

/** Units   days after today. A record whose id says a later day comes from a wrong clock. */
const AHEAD_DAYS = 2

/**
 * The order *newest first* by id, in two parts to list one after the other: records born by now,
 * then records that claim a later birth. A box with a wrong clock gives everything (law 9), and
 * its notices of 2100 do not stand before today’s for seventy years.
 *
 * Shape   Conditions on `id`, so each part follows the order of the table. Within a part the
 *         newest is first. When our own clock is behind, all records are in the second part, in the
 *         same order.
 */
export function newestFirst(today: string): readonly [now: ListQuery, later: ListQuery] {
  const from = firstIdOf(Temporal.PlainDate.from(today).add({ days: AHEAD_DAYS }).toString())
  return [
    { where: 'id < ?', with: [from] },
    { where: 'id >= ?', with: [from] },
  ]
}

/** One query with the conditions of both. */
export const bothQueries = (one: ListQuery, other: ListQuery): ListQuery => {
  const where = [one.where, other.where].flatMap(said => (said ? [`(${said})`] : [])).join(' AND ')
  return {
    ...one,
    ...other,
    ...(where === '' ? {} : { where }),
    with: [...(one.with ?? []), ...(other.with ?? [])],
  }
}

/**
 * One page of several lists that follow each other.
 *
 * Law     Each row stands on one page, once, for any page size (newest.test.ts). A list is counted
 *         only when the page begins beyond its end.
 */
export function pageOf<T>(
  parts: readonly ListQuery[],
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
  list: (wanted: ListQuery) => readonly T[],
  count: (wanted: ListQuery) => number,
): readonly T[] {
  const page: T[] = []
  let from = offset
  for (const part of parts) {
    const left = limit - page.length
    if (left <= 0) break
    const found = list({ ...part, offset: from, limit: left })
    page.push(...found)
    from = found.length > 0 || from === 0 ? 0 : Math.max(0, from - count(part))
  }
  return page
}
