import type { Forgetting } from '../decision.ts'
import type { Reader } from '../reader.ts'
import { code, proposal } from './own-records.ts'

/**
 * All that must be forgotten with a proposal (a text that waits for the keeper): a command that
 * erases it returns these forgettings, and the engine erases.
 */

/** The codes of this box that lead to a record, to forget with it. */
export const codesOf = (read: Reader, opens: string): readonly Forgetting[] =>
  read
    .list(code, { where: 'opens = ?', with: [opens] }, 'home')
    .map(one => ({ type: code.name, record: one.id }))

type Waiting = Readonly<{ id: string; of: string | null; piece: string | null }>
/**
 * All the records of a proposal in this box, to forget together: the proposal, the record that it
 * proposes, and its codes.
 */
export function wholeOf(read: Reader, { id, of, piece }: Waiting): readonly Forgetting[] {
  const proposed = of && piece ? [{ type: of, record: piece }] : []
  return [...proposed, { type: proposal.name, record: id }, ...codesOf(read, id)]
}
