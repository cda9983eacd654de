import type { SaidOn, WholeDeal } from './read.ts'
import type { Party, Says } from './rules.ts'
import { lastProposal } from './stands.ts'

/**
 * What a yes or a no between two boxes answers. A letter takes days: by then something else may be
 * proposed, which its person never read. An older box does not say what it answers.
 */

type Parties = readonly Pick<Party, 'key'>[]

/** Whether an act answers what stands after `said`, or says nothing of what it answers. */
export const answersNow = (
  parties: Parties,
  said: readonly SaidOn[],
  { answers }: Pick<SaidOn, 'answers'>,
): boolean => !answers || answers === lastProposal({ parties, said })?.id
/** What a yes or a no that another box will read answers. */
export function answered(
  { row, parties, said }: WholeDeal,
  says: Says,
): Readonly<{ answers?: string }> {
  const isAnswer = row.asked === true && (says === 'yes' || says === 'no')
  const answers = isAnswer ? lastProposal({ parties, said })?.id : undefined
  return answers ? { answers } : {}
}

/**
 * Without the yes and the no that are on their way to what stands no more.
 *
 * Shape   `heard`: the ids of the acts that the other box read.
 */
export const withoutLate = (
  parties: Parties,
  said: readonly SaidOn[],
  heard: readonly string[],
): readonly SaidOn[] =>
  said.filter((one, at) => heard.includes(one.id) || answersNow(parties, said.slice(0, at), one))
