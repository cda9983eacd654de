import type { Reader, Row } from '../../../contract/reader.ts'
import { amountSaid } from './shared-out.ts'

/**
 * What two people agreed, or did, about notices of this page: derived from their threads each time,
 * and kept nowhere. Nobody is named.
 *
 * Shape   `isMet`: a need of one time that somebody answers, or a thing that goes to one person, by
 *         its id: nothing meets it any more. What is shared out, wants several hands or comes back
 *         goes on. `isPair`: one was arranged with the other.
 */
export type Arranged = Readonly<{
  isMet: (id: string) => boolean
  isPair: (one: string, other: string) => boolean
}>

const ONCE = "('give', 'sell', 'exchange', 'barter')"
const OF = '(SELECT value FROM json_each(?1))'
const MET =
  `SELECT id, title, mode FROM offer WHERE id IN ${OF} AND mode IN ${ONCE} AND amount IS NULL ` +
  `UNION ALL SELECT id, title, mode FROM need WHERE id IN ${OF} AND hand IS NOT 1 ` +
  'AND amount IS NULL AND rideDays IS NULL'

export function arrangedHere(read: Reader): Arranged {
  const { met, pairs } = read.keep(
    'arranged',
    () => arrangedNow(read),
    made => OF_ONE * (made.met.size + made.pairs.size),
  )
  return {
    isMet: id => met.has(id),
    isPair: (one, other) => pairs.size > 0 && pairs.has(keyOf([one, other])),
  }
}
/** Units   bytes, of one in a set. */
const OF_ONE = 200

function arrangedNow(
  read: Reader,
): Readonly<{ met: ReadonlySet<string>; pairs: ReadonlySet<string> }> {
  const all = read.published.noticesArranged?.() ?? []
  const ids = [...new Set(all.flat())]
  const rows = ids.length === 0 ? [] : read.all(MET, JSON.stringify(ids))
  const isOneThing = ({ title, mode }: Row): boolean =>
    amountSaid(String(title ?? ''), mode === null ? null : String(mode)) === undefined
  const met = new Set(rows.filter(isOneThing).map(({ id }) => String(id)))
  const pairs = new Set(all.filter(({ length }) => length > 1).map(keyOf))
  return { met, pairs }
}
const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ')

/**
 * Whether it is a thing that somebody has been promised, or a need that somebody answers. What was
 * arranged is read at need.
 */
export const isReserved = (
  arranged: () => Arranged,
  { row }: Readonly<{ row: Readonly<{ id: string }> }>,
): boolean => arranged().isMet(row.id)
