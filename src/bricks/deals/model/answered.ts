import type { SaidOn, WholeDeal } from './read.ts'
import type { PartyStatement, Says } from './rules.ts'

/**
 * What a yes or a no between two boxes answers. A letter takes days: by then something else may be
 * proposed, which its person never read. An older box does not say what it answers.
 */

type Act = Pick<PartyStatement, 'says'> & Readonly<{ id: string; answers?: string | null }>

/** Whether an act answers what stands after `said`, or says nothing of what it answers. */
export const answersNow = (said: readonly Act[], { answers }: Pick<Act, 'answers'>): boolean =>
  !answers || answers === proposalIn(said)
/** The id of the act that says the time and place; undefined of a first yes. */
const proposalIn = (said: readonly Act[]): string | undefined =>
  said.findLast(({ says }) => says === 'other' || says === 'propose')?.id

/** What a yes or a no that another box will read answers. */
export function answered({ row, said }: WholeDeal, says: Says): Readonly<{ answers?: string }> {
  const answers = row.asked === true && (says === 'yes' || says === 'no') ? proposalIn(said) : ''
  return answers ? { answers } : {}
}

/**
 * Without the yes and the no that are on their way to what stands no more.
 *
 * Shape   `heard`: the ids of the acts that the other box read.
 */
export const withoutLate = (said: readonly SaidOn[], heard: readonly string[]): readonly SaidOn[] =>
  said.filter((one, at) => heard.includes(one.id) || answersNow(said.slice(0, at), one))
