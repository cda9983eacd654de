import { fold } from '../../core/letters/words.ts'
import { matchesIn } from '../../core/pattern.ts'
import { isWord } from './lexicon.ts'

/**
 * One word of a text, with what its letters and its neighbours tell of it. Offsets are UTF-16 units
 * of the text given.
 */
export type Token = Readonly<{
  from: number
  to: number
  raw: string
  folded: string
  /** Begins with a capital. */
  capital: boolean
  /** All in capitals, two letters at least. */
  loud: boolean
  /**
   * Where any word may have a capital: at the start of the text, after a full stop, a bullet, a
   * quote.
   */
  opens: boolean
  /** What stands between the word before and this one. */
  gap: string
}>

const WORD = /[\p{L}\p{M}\p{DI}]+(?:['’-][\p{L}\p{M}\p{DI}]+)*/gu
/** What an apostrophe cuts from the word after it. */
const ELIDED = /^(?:[dljmtsnc]|qu|jusqu|lorsqu|puisqu)['’]/iu
const OPENS = /[.!?…\n•«"“:|]|^\s*[-–—*>#]+\s*$/u

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  const add = (raw: string, from: number): void => {
    const gap = text.slice(end, from)
    const before = tokens.at(-1)
    // *G. Petit*, *M. Petit*: this full stop ends no sentence.
    const isShort =
      before !== undefined && /^\.\s*$/.test(gap) && before.raw.length < 4 && before.capital
    const loud = raw.length > 1 && !/\p{Ll}/u.test(raw)
    const opens = before === undefined || (OPENS.test(gap) && !isShort)
    tokens.push({
      from,
      to: from + raw.length,
      raw,
      folded: fold(raw),
      capital: /^\p{Lu}/u.test(raw),
      loud,
      opens,
      gap,
    })
    end = from + raw.length
  }
  for (const found of matchesIn(WORD, text)) {
    const elided = ELIDED.exec(found[0])
    if (elided) add(elided[0], found.index)
    const rest = elided ? found[0].slice(elided[0].length) : found[0]
    for (const part of piecesOf(rest))
      add(part.text, found.index + (elided?.[0].length ?? 0) + part.at)
  }
  return tokens
}

const GLUED = /^\p{Lu}\p{Ll}{2,}\p{Lu}/u
/** A name of a file or of an account is written without blanks: *MarieCarmen*. */
function piecesOf(word: string): readonly Readonly<{ text: string; at: number }>[] {
  if (!GLUED.test(word)) return [{ text: word, at: 0 }]
  const parts = [...word.matchAll(/\p{Lu}\p{Ll}{2,}/gu)]
  const isGlued = parts.length > 1 && parts.map(one => one[0]).join('') === word && !isWord(word)
  return isGlued ? parts.map(one => ({ text: one[0], at: one.index })) : [{ text: word, at: 0 }]
}
