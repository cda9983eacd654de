import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { longestOf } from '../../../core/form/fit.ts'
import type { fr } from '../words/fr.ts'
import { offer } from './records.ts'
import { isFirstPerson, type NoticeSide, withSubject, wordsQuoted } from './subject.ts'

type Words = typeof fr
const say: Say<Words> = message

type Said = Readonly<Record<string, unknown>>
/**
 * A corrected title, with its person’s name before it where it had it, or where it says *je*; one
 * that would not fit stays as it was typed.
 */
export const mendedTitle =
  (side: NoticeSide) =>
  <F extends Said>(fields: F, row: Said): F => {
    const typed = fields['title']
    const who = Object.hasOwn(fields, 'who') ? fields['who'] : row['who']
    if (typeof typed !== 'string' || typeof who !== 'string') return fields
    const wasQuoted =
      wordsQuoted(String(row['title'] ?? ''), String(row['who'] ?? '')) !== undefined
    if (!wasQuoted && !isFirstPerson(typed)) return fields
    const title = withSubject(typed, who, side)
    return title.length <= longestOf(offer.fields.title) ? { ...fields, title } : fields
  }

/**
 * The title of a notice: what was said, after its person’s name. The name counts: a title that does
 * not fit would be none.
 */
export function titleOf(said: string, who: string, side: NoticeSide): string | Refusal {
  const title = withSubject(said, who, side)
  const longest = longestOf(offer.fields.title)
  return title.length <= longest ? title : { refused: say('shorterNamed', longest), field: 'title' }
}
