import { fold, stems, wordsOf } from '../../core/letters/words.ts'

/**
 * What stands around a word in a text, so that who searched sees why a page came.
 *
 * Shape   `before`, `after`: some words of the same line, with an ellipsis where others were cut;
 *         `word`: as it is written; of a name, with what stands between its words.
 */
export type Excerpt = Readonly<{ before: string; word: string; after: string }>

const WORDS_BEFORE = 5
const WORDS_AFTER = 6
/** A word that is asked is at least so long where it begins a longer one. */
const SHORTEST_BEGINNING = 4

/**
 * What stands around these folded words or names, the first that the text says: as they are, then
 * by their stem, then where one begins a longer word. The words of a name stand in their order.
 */
export function excerptOf(text: string, asked: readonly string[]): Excerpt | undefined {
  const names = asked.map(one => wordsOf(one).map(word => ({ word, stem: stems(word)[0] ?? word })))
  const lines = text.split(/[\r\n]+/).map(line => {
    const words = [...line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    return { line, words, said: words.map(([word]) => fold(word)) }
  })
  for (const isSaid of WAYS)
    for (const { line, words, said } of lines) {
      for (const at of words.keys())
        for (const name of names) {
          const end = endOf(name, said, at, isSaid)
          if (end !== undefined) return around(line, words, [at, end])
        }
    }
  return undefined
}

type AskedWord = Readonly<{ word: string; stem: string }>
type IsSaid = (said: string, asked: AskedWord) => boolean
const WAYS: readonly IsSaid[] = [
  (said, { word }) => said === word,
  (said, { stem }) => stems(said)[0] === stem,
  (said, { word }) => word.length >= SHORTEST_BEGINNING && said.startsWith(word),
]
/** Where a name that begins at this word ends. Others may stand between two of its words. */
function endOf(
  name: readonly AskedWord[],
  said: readonly string[],
  at: number,
  isSaid: IsSaid,
): number | undefined {
  if (name.length === 0) return undefined
  let end = at - 1
  for (const [i, word] of name.entries()) {
    const from = end + 1
    const near = said.slice(from, i === 0 ? at + 1 : from + 1 + BETWEEN)
    const next = near.findIndex(one => isSaid(one, word))
    if (next < 0) return undefined
    end = from + next
  }
  return end
}
const BETWEEN = 2

function around(
  line: string,
  words: readonly RegExpExecArray[],
  [at, end]: readonly [number, number],
): Excerpt {
  const start = words[at]!.index
  const stop = words[end]!.index + words[end]![0].length
  const from = Math.max(0, at - WORDS_BEFORE)
  const to = Math.min(words.length - 1, end + WORDS_AFTER)
  const first = from === 0 ? 0 : words[from]!.index
  const last = to === words.length - 1 ? line.length : words[to]!.index + words[to]![0].length
  return {
    before: `${from === 0 ? '' : '…\u00a0'}${line.slice(first, start).trimStart()}`,
    word: line.slice(start, stop),
    after: `${line.slice(stop, last).trimEnd()}${last === line.length ? '' : '…'}`,
  }
}
