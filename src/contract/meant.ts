import { fold } from '../core/letters/words.ts'
import { type Boxes, type BoxSeen, isBelieved } from './box/boxes.ts'

/**
 * Reads which box the keeper here means: they scan or paste its name, or type the five words that
 * the keeper of that box read aloud. The page of other boxes and the command line ask it before the
 * keeper pairs the box. A misread name must never pair another box.
 */

/** The public name of a box, its key: 52 characters of base 32, without i, l, o and u. */
const NAME = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{52}(?![0-9a-z])/i
/** Five words of five letters, which the keepers of two boxes read aloud. */
const WORDS = /(?<![a-z])[a-z]{5}(?:[\s,.-]+[a-z]{5}){4}(?![a-z])/i

/**
 * The box that a text means, or why it means none.
 *
 * Shape   `name`: the public name of the box. `words`: its five words.
 *         `none`: no name of a box, and no words of a box that this one knows or finds on its
 *         network.
 *         `otherWords`: a name beside five words that are not its own. `itself`: this box.
 */
export type Meant = Readonly<
  { name: string; words: string } | { wrong: 'none' | 'otherWords' | 'itself' }
>

/**
 * The box that a person means: by its whole name, its QR text or its five words. Words alone find
 * only a box that is already known or is announcing itself on this network (`near`).
 *
 * Law     The name of another box beside five words that are not its own means no box: one of the
 *         two was misread, or is another’s. The name of this box gives `itself`, whatever words
 *         stand beside it. A name that no key has counts as absent: words that stand beside it then
 *         decide alone.
 */
export function meantBy(typed: string, { me, others, wordsOf, near }: Boxes): Meant {
  const name = NAME.exec(typed)?.[0].toLowerCase()
  // A QR text is `COCOTE`, the name, the words. `COCOTE` is no word of a box.
  const rest = name === undefined ? typed : typed.replace(NAME, ' ').replace(/cocote/i, ' ')
  const typedWords = WORDS.exec(rest)?.[0]
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(' ')
  const wordsOfName = name === undefined ? undefined : wordsOf(name)
  if (name === me.name || (name === undefined && typedWords === me.words))
    return { wrong: 'itself' }
  if (name !== undefined && wordsOfName !== undefined)
    return typedWords !== undefined && typedWords !== wordsOfName
      ? { wrong: 'otherWords' }
      : { name, words: wordsOfName }
  const known =
    typedWords === undefined
      ? undefined
      : [...others, ...(near?.().boxes ?? [])].find(one => wordsOf(one.name) === typedWords)
  return known ? { name: known.name, words: known.words } : { wrong: 'none' }
}

/**
 * Whether another box has the nickname `called` here already: two buttons would look the same.
 * `name`: the public name of the box that is to get the nickname. Only a box that is *believed*
 * reserves one: the keeper accepted it, and has not dismissed it since.
 *
 * Law     Capitals and accents do not count, because nicknames are said aloud.
 */
export const isNicknameTaken = (
  called: string,
  name: string,
  others: readonly BoxSeen[],
): boolean =>
  others.some(one => one.name !== name && isBelieved(one) && fold(one.called) === fold(called))
