import type { Refusal } from '../../core/brick.ts'
import { longestOf } from '../../core/fit.ts'
import type { fr } from './fr.ts'
import { offer } from './records.ts'
import { type Side, withSubject } from './subject.ts'

/** The title of a notice: what was said, with its person for subject. The name counts: a title that does not fit would be none. */
export function titleOf(said: string, who: string, side: Side, words: typeof fr): string | Refusal {
  const title = withSubject(said, who, side)
  const longest = longestOf(offer.fields.title)
  return title.length <= longest ? title : { refused: words.shorterNamed(longest), field: 'title' }
}
