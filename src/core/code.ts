import { fold, wordsOf } from './letters/words.ts'

/**
 * Makes and reads codes that people say aloud: a word, and four digits in pairs, *papier 74 39*. A
 * code on paper leads to a notice, or to what a visitor sent. The last digit checks the others, so
 * that one misheard digit, or two swapped neighbours, never lead to another notice. Random digits
 * and the list of codes in use come from the caller.
 */

/**
 * A code. `word` is folded: *Forêt* and *foret* are one code. `digits` are four; the last one
 * checks.
 */
export type Code = Readonly<{ word: string; digits: string }>
/**
 * Why a typed text is no code. `too-few`: fewer than four digits, or digits of another script.
 * `check`: the last digit does not fit the others.
 */
export type CodeFault = 'empty' | 'no-word' | 'no-digits' | 'too-few' | 'too-many' | 'check'
/** What `readCode` made of what a person typed. */
export type CodeReading = Code | Readonly<{ fault: CodeFault }>

/**
 * Multiplication in the dihedral group D5: a rotation (0 to 4) or a reflection (5 to 9), then
 * another.
 */
function times(a: number, b: number): number {
  const turned = (a < 5 ? a + b : a - b + 10) % 5
  return a < 5 === b < 5 ? turned : turned + 5
}
const inverse = (a: number): number => (a < 5 ? (5 - a) % 5 : a)
/** The permutation applied once more for each place to the left. */
const MOVED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/**
 * The sum of Verhoeff: each digit is permuted by its place, then multiplied. `startsAt`: the place
 * of the last of these digits: 0 when it is the check digit, 1 when the check digit is to follow.
 */
function sum(digits: string, startsAt: number): number {
  return [...digits].reverse().reduce((total, digit, i) => {
    let value = Number(digit)
    // Eight permutations give the digit itself again.
    for (let n = 0; n < (i + startsAt) % 8; n++) value = MOVED[value]!
    return times(total, value)
  }, 0)
}

/**
 * The check digit of some digits.
 *
 * Law     It detects every single changed digit, and every swap of two neighbours.
 * Source  J. Verhoeff, « Error Detecting Decimal Codes », Mathematical Centre Tracts 29, Amsterdam
 *         1969; 236 gives 3.
 */
export const checkDigit = (digits: string): number => inverse(sum(digits, 1))
const checks = (digits: string): boolean => sum(digits, 0) === 0

/**
 * The code of a word, or of the word in a label (`codeWord`), and three digits. The caller draws
 * the digits, because nothing in `core` is random.
 *
 * Errors  RangeError without three digits: a bug of ours.
 */
export function codeOf(word: string, three: string): Code {
  if (!/^\d{3}$/.test(three)) throw new RangeError('a code needs three digits')
  return { word: codeWord(word), digits: three + checkDigit(three) }
}

/**
 * The word of a label that stands in its codes: the first one of three letters or more that is no
 * article; else its first word; empty for a label without a word of letters alone.
 */
export function codeWord(label: string): string {
  const words = wordsOf(label).filter(word => /^\p{L}+$/u.test(word))
  return (
    words.find(word => word.length >= 3 && !/^(les|des|une|aux|pour|the)$/.test(word)) ??
    words[0] ??
    ''
  )
}

/** A code as text, *papier 74 39*, with no-break spaces. */
export const sayCode = (code: Code): string =>
  `${code.word}\u00a0${code.digits.slice(0, 2)}\u00a0${code.digits.slice(2)}`

/** Units   UTF-16 units. Nobody types a longer line with a code; the rest is not read. */
const LONGEST_TYPED = 200

/** Reads a typed code. Spaces, case, accents and punctuation do not matter. */
export function readCode(text: string): CodeReading {
  const typed = fold(text.slice(0, LONGEST_TYPED))
  if (typed === '') return { fault: 'empty' }
  // The word said just before the digits (a poster says *annonce papier 74 39*), or the first one
  // after them.
  const word = (/(\p{L}+)\P{L}*?\p{Nd}/u.exec(typed) ?? /(\p{L}+)/u.exec(typed))?.[1]
  if (!word) return { fault: 'no-word' }
  const digits = (typed.match(/\p{Nd}/gu) ?? []).join('')
  if (digits === '') return { fault: 'no-digits' }
  if (!/^\d+$/.test(digits) || digits.length < 4) return { fault: 'too-few' }
  if (digits.length > 4) return { fault: 'too-many' }
  return checks(digits) ? { word, digits } : { fault: 'check' }
}

/** A word has a thousand codes. So many draws find a free one, unless nearly all are in use. */
const MOST_DRAWS = 5_000

/**
 * Draws a code that is not in use, and adds it to `live`. `newId` gives another random id at each
 * call; the digits are made from it.
 *
 * Shape   `word`: as `codeOf` takes it. `live`: the codes in use, as `word digits`.
 * Errors  RangeError when `MOST_DRAWS` draws found no free code.
 */
export function freeCode(word: string, live: Set<string>, newId: () => string): Code {
  for (let tries = 0; tries < MOST_DRAWS; tries++) {
    // An id begins with its time; its last six characters are thirty random bits.
    // They become a number below a thousand, the three digits.
    const drawn = [...newId().slice(-6)].reduce(
      (n, char) => (n * 31 + char.charCodeAt(0)) % 1_000,
      0,
    )
    const made = codeOf(word, String(drawn).padStart(3, '0'))
    const key = `${made.word} ${made.digits}`
    if (live.has(key)) continue
    live.add(key)
    return made
  }
  throw new RangeError(`no free code is left for ${word}`)
}
