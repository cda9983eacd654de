import { MEASURED } from './ink-counts.ts'

/**
 * Two inks of proposals. *Proposed*: *tout garder* keeps it. *Perhaps*: a person keeps it alone.
 */
export type Ink = 'proposed' | 'perhaps'
/** What people of this box did with the proposals of a rule. */
export type RuleCount = Readonly<{ accepted: number; refused: number }>
export type RuleCounts = ReadonlyMap<string, RuleCount>

/**
 * A rule is in the first ink from this share on. Fewer than one false in ten is wanted there; a
 * share of nine in ten would ask of a rule that was never wrong eight proposals that were right,
 * and most have fewer.
 */
const SURE = 0.85

/**
 * The share of a rule's proposals that are right, as far as few of them tell (Laplace's rule of
 * succession): as measured, and as counted on this box.
 *
 * Law     0 < share < 1; a rule that nobody counted has 1/2.
 * Source  P.-S. de Laplace, *Essai philosophique sur les probabilités*: (right + 1) / (all + 2).
 */
export function shareOf(rule: string, counts?: RuleCounts): number {
  const [right, wrong] = MEASURED[rule] ?? [0, 0]
  const { accepted, refused } = counts?.get(rule) ?? { accepted: 0, refused: 0 }
  return (right + accepted + 1) / (right + accepted + wrong + refused + 2)
}

/** The ink of what a rule proposes. */
export const inkOf = (rule: string, counts?: RuleCounts): Ink =>
  shareOf(rule, counts) >= SURE ? 'proposed' : 'perhaps'
