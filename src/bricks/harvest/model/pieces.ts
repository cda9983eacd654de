import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import type { RuleCounts } from '../../../text/harvest/ink.ts'

/** The pieces of a harvest, in the order of its text. */
export const piecesOf = (read: Reader, of: string) =>
  read.list(proposal, { where: 'harvest = ?', with: [of], order: '"from", id' }, 'home')

/** One tie of a proposal: `relation:piece`. */
export type PieceTie = Readonly<{ rel: string; to: string }>
export const tieRead = (tie: string): PieceTie => {
  const colon = tie.indexOf(':')
  return { rel: tie.slice(0, colon), to: tie.slice(colon + 1) }
}

/**
 * What the keeper of this box did with the proposals of each rule, on other pages of notes than
 * this one: inks do not move under the eyes of who reads.
 */
export function ruleCounts(read: Reader, but: string): RuleCounts {
  const rows = read.all(
    `SELECT rule, sum(state IN ('kept', 'shown')) AS accepted, sum(state = 'refused') AS refused
     FROM proposal_home WHERE rule IS NOT NULL AND person IS NOT 1 AND harvest IS NOT ?
       AND removed IS NOT 1 GROUP BY rule`,
    but,
  )
  return new Map(
    rows.map(row => [
      String(row['rule']),
      { accepted: Number(row['accepted']), refused: Number(row['refused']) },
    ]),
  )
}

/** What the keeper of this box kept and left of all that the rules proposed, by kind of record. */
export type KindCount = Readonly<{ kind: string; kept: number; left: number }>

/** The counts of `ruleCounts` by kind, of all pages of notes, the most frequent first. */
export const kindCounts = (read: Reader): readonly KindCount[] =>
  read
    .all(
      `SELECT "of" AS kind, sum(state IN ('kept', 'shown')) AS kept,
         sum(state = 'refused') AS "left" FROM proposal_home
       WHERE rule IS NOT NULL AND person IS NOT 1 AND harvest IS NOT NULL
         AND state IN ('kept', 'shown', 'refused') AND removed IS NOT 1
       GROUP BY "of" ORDER BY count(*) DESC, "of"`,
    )
    .map(row => ({
      kind: String(row['kind']),
      kept: Number(row['kept']),
      left: Number(row['left']),
    }))
