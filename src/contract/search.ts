import type { Html } from './html.ts'
import type { Who } from './permission.ts'

/** What bricks bring to the page of a search. */

/**
 * A section of a page of search. `ids`: records that surely answer; it stands above other hits. The
 * items whose id stands at their own place take the order of the search. `isInOrder`: the items
 * have an order of their own, that of days, and keep it.
 */
export type SearchFinds = Readonly<{
  title: string
  items: readonly Html[]
  ids?: readonly string[]
  isInOrder?: true
}>

/**
 * A question that people ask the search about the page itself (*enlever mon numéro*), and the page
 * that answers it.
 *
 * Shape   `words`: the link. `text`: the answer, in a sentence. `href`: the page that answers.
 *         `mine`, `keeper`: another one for a member, for the keeper. `who`: the least role to
 *         which it is shown.
 *         `asked`: the searches that ask it. Without the small words of the search (*mon*,
 *         *comment*), each word of the search stands in one of them, and each of its own words in
 *         the search. `/` stands between words of which any will do; a word that ends in `*` need
 *         not be there.
 *         A phrase that ends in ` …` is asked beside any other words, in a search of any length.
 *         Its words stand in the search one behind the other, small words too, each as it is
 *         spelled here: *respire plus*, and no *respiration*. Between two of them, `…` stands for
 *         any words, or none. A hyphen joins words that are one of several: `se-noie/noyade`.
 *         Words behind `~` do not stand there: `bat ~aux/au-tennis`. At the head of the phrase they
 *         are neither of the two words before it: `~de mari ne-répond-plus`, and no *box de mon
 *         mari ne répond plus*.
 *         A phrase that ends in ` .` is a whole search, as it is spelled.
 * Law     A reader is shown it only where they may open its page (web/records/questions.test.ts).
 *         A telephone comes first.
 */
export type PageQuestion = Readonly<{
  words: string
  text: string
  href: string
  mine?: string
  keeper?: string
  who?: Who
  asked: readonly string[]
}>
