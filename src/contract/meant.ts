import { fold } from '../core/letters/words.ts'
import { type Boxes, type BoxSeen, isBelieved } from './box/boxes.ts'

const NAME = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{52}(?![0-9a-z])/i
const WORDS = /(?<![a-z])[a-z]{5}(?:[\s,.-]+[a-z]{5}){4}(?![a-z])/i

/**
 * The box that a text means, or why it means none.
 *
 * Shape   `none`: no name, and no words that this box knows. `otherWords`: a name beside five words
 *         of another box. `itself`: this box.
 */
export type Meant = Readonly<
  { name: string; words: string } | { wrong: 'none' | 'otherWords' | 'itself' }
>

/**
 * The box that a person means: by its whole name, its QR text or its five words. Words alone find
 * only a box that is already known or is announcing itself on this network.
 *
 * Law     A name beside five words that are not its own means no box: one of the two was misread,
 *         or is another’s.
 */
export function meantBy(typed: string, { me, others, wordsOf, near }: Boxes): Meant {
  const name = NAME.exec(typed)?.[0].toLowerCase()
  const rest = name === undefined ? typed : typed.replace(NAME, ' ').replace(/cocote/i, ' ')
  const said = WORDS.exec(rest)?.[0]
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(' ')
  const own = name === undefined ? undefined : wordsOf(name)
  if (name === me.name || (name === undefined && said === me.words)) return { wrong: 'itself' }
  if (name !== undefined && own !== undefined)
    return said !== undefined && said !== own ? { wrong: 'otherWords' } : { name, words: own }
  const known =
    said === undefined
      ? undefined
      : [...others, ...(near?.().boxes ?? [])].find(one => wordsOf(one.name) === said)
  return known ? { name: known.name, words: known.words } : { wrong: 'none' }
}

/**
 * Whether this page already gives `called` to another box that it believes: two buttons would look
 * the same. A box that the page does not believe reserves no name.
 *
 * Shape   Capitals and accents do not count: names are said aloud.
 */
export const isNameInUse = (called: string, name: string, others: readonly BoxSeen[]): boolean =>
  others.some(one => one.name !== name && isBelieved(one) && fold(one.called) === fold(called))
