import type { Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codesOf } from '../../../contract/records/whole-proposal.ts'
import { word } from './records.ts'

/**
 * The words left for somebody by their notice, whom nobody here knows otherwise: once it is erased
 * they are for nobody, and say a name that is gone. Those for a member stay theirs.
 */
export function wordsGone(gone: readonly Forgetting[], read: Reader): readonly Forgetting[] {
  const whole = gone.filter(({ field, past }) => field === undefined && !past)
  return whole
    .flatMap(({ record }) =>
      // One that its writer took back still says it.
      read.all('SELECT id FROM word_home WHERE about = ? AND member IS NULL', record),
    )
    .map(row => String(row['id']))
    .flatMap(id => [{ type: word.name, record: id }, ...codesOf(read, id)])
}
