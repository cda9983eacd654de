import type { Paper } from '../contract/paper.ts'
import { normal } from '../core/letters/accents.ts'
import { pattern, source } from '../core/pattern.ts'

/**
 * A picture sign, with the colour of its skin, what joins it to the next one, and the sign that
 * asks for it in colours.
 */
const PICTURE = source`
  (?:(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\ufe0f)
  [\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u20e3\u200d\u{e0020}-\u{e007f}]*|[\ufe0f\u20e3])
`
const SPACE = '[ \\u00a0\\u202f]'
/** From the first of them: a run of spaces is not tried again from each. */
const BEFORE = `(?<!${SPACE})(${SPACE}*)`
const PICTURES = new RegExp(`${BEFORE}(?:${PICTURE}(${SPACE}*))+`, 'gu')

/**
 * The same text without the signs of `shape`, which ends with the spaces after them, and without
 * the spaces that they leave.
 */
const without = (text: string, shape: RegExp): string =>
  text.replace(shape, (signs, before: string, after: string, at: number) => {
    const [isFirst, isLast] = [at === 0, at + signs.length === text.length]
    if (before !== '' && after !== '') return after
    if (isFirst || isLast) return ''
    return /[\p{L}\p{N}]/u.test(text[at + signs.length]!) ? before || after : ''
  })
/**
 * Law     what is no picture sign stays, whatever its letters; *Zoé 🐝 et Paul* has one space left.
 */
export const withoutPictures = (text: string): string => without(normal(text, 'NFC'), PICTURES)

/** The same text without signs that no letter can show, which Typst named. */
export const withoutSigns = (text: string, signs: readonly string[]): string =>
  signs.some(sign => text.includes(sign))
    ? without(
        text,
        new RegExp(`${BEFORE}(?:(?:${signs.map(RegExp.escape).join('|')})(${SPACE}*))+`, 'gu'),
      )
    : text

const NOT_LATIN = pattern('gu')`
  [^\n\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2009-\u2027\u202f-\u205e\u20ac\u2190-\u2193\u2212]
`

/**
 * What the letters of the screen surely have: Latin, its accents, the signs of a page in French.
 */
export const latinOf = (text: string): string => normal(text, 'NFC').replace(NOT_LATIN, '')

/** Every text of a print, said otherwise. */
export const retold = (paper: Paper, say: (text: string) => string): Paper =>
  JSON.parse(
    JSON.stringify(paper, (_key, value) => (typeof value === 'string' ? say(value) : value)),
  )

const isNotShown = /the text `\\*"(.*?)\\*"` could not be displayed/gsu
/**
 * The signs that Typst could not show, as its refusal names them; none when it refused for another
 * reason.
 */
export const signsNotShown = (refusal: string): readonly string[] => [
  ...new Set(
    [...refusal.matchAll(isNotShown)].map(([, said = '']) =>
      said
        .replace(/\\+u\{([0-9a-f]+)\}/g, (_all, hex: string) =>
          String.fromCodePoint(Number.parseInt(hex, 16)),
        )
        .replace(/\\+(["'\\])/g, '$1'),
    ),
  ),
]
