import { fold } from '../../core/letters/words.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { isFamilyName, isFirstName } from './lexicon.ts'

/** What of a text was put together: its place in the text given. */
type Row = Readonly<{ from: number; to: number }>

const APART = String.raw`[\s.·_–-]{1,3}`
const row = (first: string, next: string): string =>
  String.raw`(?<![\p{L}\p{N}'’])${first}(?:${APART}${next}){2,}(?![\p{L}\p{M}\p{N}'’])`
const ROW = new RegExp(
  [row('\\p{Lu}', '\\p{Lu}'), row('\\p{Lu}', '\\p{Ll}'), row('\\p{Ll}', '\\p{Ll}')].join('|'),
  'gu',
)
/** In every such row two letters follow another that stands alone: most texts have none. */
const BEGUN = new RegExp(
  String.raw`[\s.·_–-](?<=(?<![\p{L}\p{N}'’])\p{L}.)[\s.·_–-]{0,2}\p{L}${APART}\p{L}` +
    String.raw`(?![\p{L}\p{M}\p{N}'’])`,
  'su',
)
/** Words of one letter, that may stand beside a row without being of it: *il y a N a d i a*. */
const ALONE = /^[aày]$/iu

/** A capitalised word with figures among its letters, and the letters that they are taken for. */
const FIGURED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}0134]*[0134][\p{L}\p{M}0134]*(?![\p{L}\p{N}])/gu
const A_FIGURE = /[0134](?<=[\p{L}\p{M}].)/u
const LETTERS: Readonly<Record<string, string>> = nullPrototype({
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
})

const isName = (word: string): boolean => isFirstName(fold(word)) || isFamilyName(fold(word))

/**
 * The text as it is read aloud: letters of a word that stand apart (*N a d i a*, *B-A-S-T-I-E-N*)
 * put together, figures in a name (*N4dia*) made letters.
 *
 * Law     same length, unit for unit, blanks after what was put together: an offset in it is one of
 *         the text given, and what is found at the start of a row covers all of it.
 */
export function unspelled(text: string): Readonly<{ text: string; rows: readonly Row[] }> {
  const rows: Row[] = []
  const joined = BEGUN.test(text) ? rowsJoined(text, rows) : text
  return { text: A_FIGURE.test(joined) ? withoutFigures(joined) : joined, rows }
}

/** The text with its rows put together, which are added to these. */
const rowsJoined = (text: string, rows: Row[]): string =>
  text.replace(ROW, (said: string, at: number) => {
    const letters = [...said.matchAll(/\p{L}\p{M}*/gu)]
    const [from, to] = wordIn(letters.map(one => one[0]))
    const word = letters
      .slice(from, to)
      .map(one => one[0])
      .join('')
    if (to - from < 4 && !isName(word)) return said
    const [start, last] = [letters[from]!.index, letters[to - 1]!]
    const end = last.index + last[0].length
    rows.push({ from: at + start, to: at + end })
    // Nobody spells out a word of every day: of a name that is one, the capital says that it is a
    // name.
    const read = isName(word) ? word.replace(/^\p{Ll}/u, letter => letter.toUpperCase()) : word
    return said.slice(0, start) + read.slice(0, end - start).padEnd(end - start) + said.slice(end)
  })

const withoutFigures = (text: string): string =>
  text.replace(FIGURED, said => {
    const word = said.replace(/[0134]/g, figure => LETTERS[figure]!)
    const figures = said.match(/\d/g)?.length ?? 0
    return figures * 2 < word.length && word.length > 2 && isName(word) ? word : said
  })

/**
 * Which of these letters are the word: all of them, or less what stands alone before or after,
 * where that leaves a name.
 */
function wordIn(letters: readonly string[]): readonly [from: number, to: number] {
  for (const [before, after] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 0],
    [1, 1],
  ] as const) {
    const [from, to] = [before, letters.length - after]
    const left = [...letters.slice(0, from), ...letters.slice(to)]
    if (
      to - from > 2 &&
      left.every(one => ALONE.test(one)) &&
      isName(letters.slice(from, to).join(''))
    )
      return [from, to]
  }
  return [0, letters.length]
}
