import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import type { NoticeSide } from './subject.ts'
import { madeFor } from './written.ts'

/**
 * On which side a notice stands: the one of the page where it was written, unless its first words
 * say the other. *Je cherche un vélo*, typed under *Je propose*, is looked for.
 */

const SUBJECT = '(?:(?:bonjour|bonsoir|salut)[ ,.!]+)?(?:je |j |on |nous )?'
const SEEKS = pattern('u')`
  ^${SUBJECT}(?:(?:re)?cherch(?:e|ons|erais)|(?:ai|a|avons|aurais|aurait) besoin de?)\b
`
/** Who looks for somebody to take what they have offers it. */
const GIVES_AWAY = pattern('u')`
  \bcherch\w+ (?:(?:a|de) \w+(?:er|ir|re)\b|(?:un |une |des )?(?:preneu|acquereu|acheteu|repreneu
  |famille|foyer|maitre|adoptant|locataire|quelqu un (?:a qui|qui veu)))
`
const OFFERS = pattern('u')`
  ^(?:${SUBJECT}(?:donn(?:e|ons)|pret(?:e|ons)|vend(?:s|ons)?|offr(?:e(?! d)|ons))
  |a (?:donner|vendre|preter))\b
`

/** The side that the first words say, when nothing else can be meant. */
export function sideSaid(sentence: string): NoticeSide | undefined {
  const plain = fold(sentence).trim()
  if (SEEKS.test(plain)) return GIVES_AWAY.test(plain) ? undefined : 'need'
  return OFFERS.test(plain) ? 'offer' : undefined
}

/**
 * The side of what was sent. An answer to a question that a keeper added to the page’s own side
 * stays with its question.
 */
export function sideOf(page: NoticeSide, input: Input, read: Reader): NoticeSide {
  const said = sideSaid(one(input, 'title'))
  if (said === undefined || said === page) return page
  return madeFor(read, page).some(id => one(input, id) !== '') ? page : said
}
