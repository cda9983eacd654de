import { fold, stems, wordsOf } from '../../core/letters/words.ts'

/**
 * What stands around a word in a text, so that who searched sees why a page came.
 *
 * Shape   `before`, `after`: some words of the same line, with an ellipsis where others were cut;
 *         `word`: as it is written.
 */
export type Excerpt = Readonly<{ before: string; word: string; after: string }>

const WORDS_BEFORE = 5
const WORDS_AFTER = 6
/** A word that is asked is at least so long where it begins a longer one. */
const SHORTEST_BEGINNING = 4

/** The first of these folded words that a text says, with what stands around it. */
export function excerptOf(text: string, asked: readonly string[]): Excerpt | undefined {
  const firsts = asked.flatMap(one => wordsOf(one).slice(0, 1))
  const roots = new Set(firsts.flatMap(one => stems(one)))
  const long = firsts.filter(one => one.length >= SHORTEST_BEGINNING)
  const ways: readonly ((word: string) => boolean)[] = [
    word => firsts.includes(word),
    word => roots.has(stems(word)[0] ?? ''),
    word => long.some(one => word.startsWith(one)),
  ]
  const lines = text.split(/[\r\n]+/).map(line => ({
    line,
    words: [...line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)],
  }))
  for (const is of ways)
    for (const { line, words } of lines) {
      const at = words.findIndex(([word]) => is(fold(word)))
      if (at >= 0) return around(line, words, at)
    }
  return undefined
}

function around(line: string, words: readonly RegExpExecArray[], at: number): Excerpt {
  const [word = ''] = words[at]!
  const start = words[at]!.index
  const from = Math.max(0, at - WORDS_BEFORE)
  const to = Math.min(words.length - 1, at + WORDS_AFTER)
  const begin = from === 0 ? 0 : words[from]!.index
  const end = to === words.length - 1 ? line.length : words[to]!.index + words[to]![0].length
  return {
    before: `${from === 0 ? '' : '…\u00a0'}${line.slice(begin, start).trimStart()}`,
    word,
    after: `${line.slice(start + word.length, end).trimEnd()}${end === line.length ? '' : '…'}`,
  }
}
