import type { Draft, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { wholeOf } from '../../../contract/records/whole-proposal.ts'
import type { piecesOf } from './pieces.ts'

/**
 * Picks that teach: the lines that are like a picked one are proposed of its kind, and go with it
 * as long as nobody touched them.
 */

type Piece = ReturnType<typeof piecesOf>[number]

/** The rule of what a pick proposed: always in the second ink. */
export const TAUGHT = 'taught'
/** Proposed by a pick, and touched by nobody. */
export const isTaught = (one: Piece): boolean =>
  one.rule === TAUGHT && one.state === 'waiting' && one.byHand !== true && one.seen === null

/** What a pick proposed and nobody touched. */
export const taughtBy = (all: readonly Piece[], pick: string): readonly Piece[] =>
  all.filter(one => isTaught(one) && one.taughtBy?.includes(pick) === true)

export type TakenBack = Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>
/** Takes back what these picks proposed, and no other pick did. */
export function takenBack(
  read: Reader,
  all: readonly Piece[],
  picks: readonly string[],
): TakenBack {
  const taught = [...new Set(picks.flatMap(pick => taughtBy(all, pick)))]
  const others = (one: Piece): readonly string[] =>
    (one.taughtBy ?? []).filter(pick => !picks.includes(pick))
  return {
    drafts: taught
      .filter(one => others(one).length > 0)
      .map(one => proposalChange(one.id, { taughtBy: others(one) })),
    forget: taught.filter(one => others(one).length === 0).flatMap(one => wholeOf(read, one)),
  }
}
