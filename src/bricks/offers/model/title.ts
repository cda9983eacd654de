import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { longestOf } from '../../../core/form/fit.ts'
import type { fr } from '../words/fr.ts'
import { offer } from './records.ts'
import { isFirstPerson, type NoticeSide, withSubject } from './subject.ts'

type Words = typeof fr
const say: Say<Words> = message

type Said = Readonly<Record<string, unknown>>
/**
 * A corrected title that says *je* gets its person for subject, as the first one did; one that
 * would not fit stays as it was typed.
 */
export const turnedTitle =
  (side: NoticeSide) =>
  <F extends Said>(fields: F, row: Said): F => {
    const [typed, who] = [
      fields['title'],
      Object.hasOwn(fields, 'who') ? fields['who'] : row['who'],
    ]
    if (typeof typed !== 'string' || typeof who !== 'string' || !isFirstPerson(typed)) return fields
    const title = withSubject(typed, who, side)
    return title.length <= longestOf(offer.fields.title) ? { ...fields, title } : fields
  }

/**
 * The title of a notice: what was said, with its person for subject. The name counts: a title that
 * does not fit would be none.
 */
export function titleOf(said: string, who: string, side: NoticeSide): string | Refusal {
  const title = withSubject(said, who, side)
  const longest = longestOf(offer.fields.title)
  return title.length <= longest ? title : { refused: say('shorterNamed', longest), field: 'title' }
}
