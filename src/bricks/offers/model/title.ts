import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { longestOf } from '../../../core/form/fit.ts'
import type { fr } from '../words/fr.ts'
import { priceTold } from './price.ts'
import { offer } from './records.ts'
import { isFirstPerson, type NoticeSide, withSubject, wordsQuoted } from './subject.ts'

type Words = typeof fr
const say: Say<Words> = message

type Said = Readonly<Record<string, unknown>>
/**
 * A corrected title, with its person’s name before it where it had it, or where it says *je*; one
 * that would not fit stays as it was typed. A price that it says is the notice’s.
 */
export const mendedTitle =
  (side: NoticeSide) =>
  <F extends Said>(fields: F, row: Said): F => {
    const typed = fields['title']
    if (typeof typed !== 'string') return fields
    const priced = { ...fields, ...priceAgain(typed, fields, row) }
    const who = Object.hasOwn(fields, 'who') ? fields['who'] : row['who']
    if (typeof who !== 'string') return priced
    const before = String(row['who'] ?? '')
    const wasQuoted = wordsQuoted(String(row['title'] ?? ''), before) !== undefined
    if (!wasQuoted && !isFirstPerson(typed)) return priced
    // A corrected name takes the place of the former one, and quotes nobody twice.
    const said = who === before ? typed : (wordsQuoted(typed, before) ?? typed)
    const title = withSubject(said, who, side)
    return title.length <= longestOf(offer.fields.title) ? { ...priced, title } : priced
  }

/** The price that the corrected words say, where its field was left as it was. */
function priceAgain(title: string, fields: Said, row: Said): Readonly<{ priceCents?: number }> {
  const cents = priceTold(title)
  const held = row['priceCents']
  const isLeft = !Object.hasOwn(fields, 'priceCents') || fields['priceCents'] === held
  return typeof held === 'number' && isLeft && title !== row['title'] && cents !== undefined
    ? { priceCents: cents }
    : {}
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
