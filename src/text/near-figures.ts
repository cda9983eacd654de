import { gluedIn, SAID_WORDS, worthOf } from './said-figures.ts'

/**
 * Where in a text figures, or words that say some, stand near each other: the only places that are
 * then read slowly. It walks over each character once and makes nothing of the others, since every
 * page shown is looked through.
 */

/**
 * More signs than that between two figures, and they are no number together; on each side of
 * *puis*.
 */
export const MOST_APART = 20
export const JOINING: ReadonlySet<string> = new Set(
  (
    'et puis ensuite suite enfin apres encore alors bis ter quater point tiret virgule and ' +
    'then'
  ).split(' '),
)
/** Letters that stand for a nought or a one. */
const LETTERS: ReadonlySet<string> = new Set('o oo l ll i ii il lo ol io oi'.split(' '))
/** Fewer figures and words than that say no telephone. */
const FEWEST = 4
/** Fewer characters than that hold fewer than seven figures. */
const SHORTEST = 7

/** `LIKE`: ², ③, ½: figures, but after a letter. */
const SIGN = 0
const FIGURE = 1
const LETTER = 2
const UNSEEN = 3
const LIKE = 7
const KINDS_OF = [
  [/\p{Nd}/u, FIGURE],
  [/\p{N}/u, LIKE],
  [/\p{L}/u, LETTER],
  [/[\p{M}\p{Cf}]/u, UNSEEN],
] as const
const kindOfChar = (one: string): number => KINDS_OF.find(([of]) => of.test(one))?.[1] ?? SIGN
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => kindOfChar(String.fromCharCode(code)))
const rare = new Map<number, number>()
/** Of a character in two halves, each half is of its kind. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < KINDS.length) return KINDS[code]!
  const whole =
    code < 0xd800 || code > 0xdfff
      ? code
      : // A text may begin with the second half of a character.
        (text.codePointAt(code < 0xdc00 ? at : at - 1) ?? code)
  const known = rare.get(whole)
  if (known !== undefined) return known
  if (rare.size > 5_000) rare.clear()
  const kind = kindOfChar(String.fromCodePoint(whole))
  rare.set(whole, kind)
  return kind
}

const WORD = 4
const JOIN = 5
const OTHER = 6
/** Several words in one: *zerosixonze*. */
const GLUED = 8
/**
 * First letter and length of every word that counts: most words have another, and are read no
 * further.
 */
const key = (code: number, length: number): number => (code | 32) * 32 + length
const KEYS = new Uint8Array(128 * 32)
/** Their first two letters. */
const PAIRS = new Uint8Array(32 * 32)
const pair = (code: number, next: number): number => ((code & 31) << 5) | (next & 31)
for (const word of [...SAID_WORDS, ...JOINING, ...LETTERS]) {
  KEYS[key(word.charCodeAt(0), word.length)] = 1
  if (word.length > 1) PAIRS[pair(word.charCodeAt(0), word.charCodeAt(1))] = 1
}
const LONGEST_WORD = 24

/**
 * Of words with other letters than A to Z, *zéro* alone has an accent; what is unseen, or of
 * another width, may stand in any.
 */
function kindOfWord(text: string, from: number, to: number, isPlain: boolean): number {
  const length = to - from
  if (length >= SHORTEST_GLUED && isGlued(text, from, to)) return GLUED
  if (length > LONGEST_WORD) return OTHER
  const code = text.charCodeAt(from) | 32
  if (isPlain && code !== Z) {
    if (code >= ACCENTED || KEYS[key(code, length)] === 0) return OTHER
    const next = length === 1 ? ACCENTED : text.charCodeAt(from + 1)
    if (next < ACCENTED && PAIRS[pair(code, next)] === 0) return OTHER
  }
  const word = folded(text.slice(from, to))
  return LETTERS.has(word) || worthOf(word) !== undefined ? WORD : JOINING.has(word) ? JOIN : OTHER
}
const Z = 0x7a
/** Letters before it have no accent. */
const ACCENTED = 0x80
/** *undix*. */
const SHORTEST_GLUED = 5
const LONGEST_GLUED = 200
/** First letters of words that say a number: few other words begin so. */
const HEADS = new Uint8Array(1 << 15)
const headAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 31) << 10) |
  ((text.charCodeAt(at + 1) & 31) << 5) |
  (text.charCodeAt(at + 2) & 31)
for (const word of SAID_WORDS) if (word.length > 2) HEADS[headAt(word, 0)] = 1
/** Two letters make no head: *un* and *oh* are read with whatever follows. */
function isShortHead(text: string, at: number): boolean {
  const [one, next] = [text.charCodeAt(at) | 32, text.charCodeAt(at + 1) | 32]
  return (one === 0x75 && next === 0x6e) || (one === 0x6f && next === 0x68)
}
function isGlued(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GLUED) return false
  const code = text.charCodeAt(from) | 32
  if (code !== Z && HEADS[headAt(text, from)] === 0 && !isShortHead(text, from)) return false
  return gluedIn(folded(text.slice(from, to))) !== undefined
}
const folded = (word: string): string =>
  /^[a-z]+$/i.test(word) ? word.toLowerCase() : foldedWhole(word)
const foldedWhole = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[\u043e\u03bf]/g, 'o')

/**
 * Shape   from and to, in UTF-16 units. `isLoose`: whatever words stand between, if they are short
 *         together.
 * Law     every figure that may be of a number is in one of them, with all that is of that number.
 */
export function near(
  text: string,
  isLoose = false,
): readonly (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = []
  let from = 0
  let end = 0
  let count = 0
  let apart = 0
  const { length } = text
  const close = (): void => {
    if (count >= FEWEST && end - from >= SHORTEST) found.push([from, end])
    count = 0
  }
  for (let at = 0; at < length; ) {
    let kind = kindAt(text, at)
    let to = at + 1
    if (kind === LETTER) {
      let isPlain = text.charCodeAt(at) < KINDS.length
      for (; to < length; to++) {
        const code = text.charCodeAt(to)
        const next = code < KINDS.length ? KINDS[code]! : kindAt(text, to)
        if (next === SIGN || next === FIGURE) break
        if (next !== LETTER || code >= KINDS.length) isPlain = false
      }
      kind = kindOfWord(text, at, to, isPlain)
    }
    if (kind === SIGN) {
      if (++apart > 2 * MOST_APART) close()
    } else if (kind === FIGURE || kind === LIKE || kind === WORD || kind === GLUED) {
      if (count === 0) from = at
      count += kind === GLUED ? FEWEST : 1
      end = to
      apart = 0
    } else if (kind === OTHER) {
      apart += to - at
      if (!isLoose || apart > 2 * MOST_APART) close()
    } else if (kind === JOIN) apart = isLoose ? apart + to - at : MOST_APART
    else if (count > 0 && end === at) end = to
    at = to
  }
  close()
  return found
}
