import type { Reader } from '../../../contract/reader.ts'
import { STANDS } from '../../../contract/tables.ts'
import { dayAfter } from '../../../text/days.ts'
import { found, newestNeeds, newestOffers } from './read.ts'
import type { Notice } from './rules.ts'

/** So many days ahead, what ends keeps its place on the board. */
const SOON_DAYS = 2
/** It is looked for among so many of the newest. */
const LOOKED_AT = 60

/**
 * The notices of the board: the newest, and last among them the one that ends first, while it can
 * still be answered. A seat of tomorrow is not pushed off by what came since.
 */
export const onBoard = {
  offers: (read: Reader, today: string, most: number): readonly Notice[] =>
    withEnding(read, 'propose', newestOffers(read, today, most), { today, most }),
  needs: (read: Reader, today: string, most: number): readonly Notice[] =>
    withEnding(read, 'cherche', newestNeeds(read, today, most), { today, most }),
}

function withEnding(
  read: Reader,
  kind: 'propose' | 'cherche',
  newest: readonly Notice[],
  { today, most }: Readonly<{ today: string; most: number }>,
): readonly Notice[] {
  if (newest.length < most) return newest
  const table = kind === 'propose' ? 'offer' : 'need'
  const ids = read
    .all(
      `SELECT id FROM (
         SELECT id, until, state FROM ${table} WHERE ${STANDS} ORDER BY id DESC LIMIT ?
       ) WHERE until >= ? AND until <= ? AND (state IS NULL OR state <> 'closed')
       ORDER BY until, id DESC LIMIT 1`,
      LOOKED_AT,
      today,
      dayAfter(today, SOON_DAYS),
    )
    .map(row => String(row['id']))
  if (ids.length === 0) return newest
  const [first] = found(read, { kind, theme: '', commune: '', ids }, today).at(0, 1)
  if (first === undefined || newest.some(one => one.row.id === first.row.id)) return newest
  return [...newest.slice(0, most - 1), first]
}
