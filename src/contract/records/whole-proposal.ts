import type { Forgetting } from '../decision.ts'
import type { Reader } from '../reader.ts'
import { code, proposal } from './own-records.ts'

/** Codes said aloud open nothing any more. */
export const codesOf = (read: Reader, opens: string): readonly Forgetting[] =>
  read
    .list(code, { where: 'opens = ?', with: [opens] }, 'home')
    .map(one => ({ type: code.name, record: one.id }))

type Waiting = Readonly<{ id: string; of: string | null; piece: string | null }>
/** A proposal, what it proposes, and its codes: all that stays in this box of it. */
export function wholeOf(read: Reader, { id, of, piece }: Waiting): readonly Forgetting[] {
  const proposed = of && piece ? [{ type: of, record: piece }] : []
  return [...proposed, { type: proposal.name, record: id }, ...codesOf(read, id)]
}
