import type { Reader } from '../../../contract/reader.ts'
import { STANDS } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayAfter } from '../../../text/days.ts'
import { phonesIn } from '../../../text/phone.ts'
import { found, newestNeeds, newestOffers } from './read.ts'
import { hereAuthors } from './read-here.ts'
import type { Notice } from './rules.ts'

/** So many days ahead, what ends keeps its place on the board. */
const SOON_DAYS = 2
/** It is looked for among so many of the newest. */
const LOOKED_AT = 60
/** Other people are looked for among so many of the newest. */
const LOOKED_AMONG = 20

/**
 * The notices of the board: the newest, and last among them the one that ends first, while it can
 * still be answered. A seat of tomorrow is not pushed off by what came since.
 */
export const onBoard = {
  offers: (read: Reader, today: string, most: number): readonly Notice[] =>
    withEnding(read, 'propose', ofSeveral(newestOffers, read, { today, most }), { today, most }),
  needs: (read: Reader, today: string, most: number): readonly Notice[] =>
    withEnding(read, 'cherche', ofSeveral(newestNeeds, read, { today, most }), { today, most }),
}

/** Where one person wrote several of the newest, those of others come before their second one. */
function ofSeveral(
  newest: typeof newestOffers,
  read: Reader,
  { today, most }: Readonly<{ today: string; most: number }>,
): readonly Notice[] {
  const first = newest(read, today, most)
  if (first.length < most || eachOnce(first, read).length === most) return first
  const more = newest(read, today, LOOKED_AMONG)
  const once = eachOnce(more, read)
  return [...once, ...more.filter(one => !once.includes(one))].slice(0, most)
}
/** The newest of each person. */
function eachOnce(all: readonly Notice[], read: Reader): readonly Notice[] {
  const authors = hereAuthors(read, all)
  const people = Map.groupBy(all, one => personOf(one, authors))
  return [...people.values()].flatMap(([one]) => one ?? [])
}
/**
 * Whose it is: one member's, or that of one first name with one number of their own. Two people may
 * have one first name: without such a proof a notice is of nobody else.
 */
function personOf({ row }: Notice, authors: ReadonlyMap<string, string>): string {
  const { id, who, reach, reachBy } = row
  if (!who) return id
  const author = authors.get(id)
  if (author !== undefined) return author
  // By another way, the number is that of whoever passes the word on.
  const isOwn = reachBy === null || reachBy === 'phone'
  const [phone] = isOwn ? phonesIn(reach ?? '') : []
  return phone ? `${fold(who).trim()} ${phone.own}` : id
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
