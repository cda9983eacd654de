import { pattern } from '../../core/pattern.ts'
import { isFirstName } from '../guard/lexicon.ts'
import { plainOf, sameAs } from './mask.ts'
import type { NotePiece, NotesPage } from './page.ts'
import { isName } from './private.ts'
import { infinitiveOf } from './verbs.ts'

/**
 * The shape of a line of notes: what its own page uses to say one kind of thing. No word of a kind
 * is known here.
 */

/** The sign before a line, as it was typed: *-*, *★*, *[ ]*. */
export const signOf = ({ text }: NotesPage, { from }: Readonly<{ from: number }>): string =>
  text.slice(text.lastIndexOf('\n', from - 1) + 1, from).trim()

const LABEL = pattern('u')`
  ^(?:[([]([^\])\n]{1,14})[\])]\s?:?|(\p{L}[\p{L}'’.°+& /-]{0,30}?)\s*(?::(?!\/)|->|=>|→|>|=
  |\s[–—-]))\s+(?=\S)
`
const SAID = /^\s*[«“"]/
const SUBJECT = pattern()`
  (?<![a-z])(?:est|sont|a|ont|ai|avons|va|vont|vais|peut|peuvent|peux|faut|faudrait|doit|doivent
  |fait|font|sera|seront|etait|etaient|avait|avaient|serait|aurait|on|il|ils|elle|elles|je|j'|nous
  |vous|tu|c'est|y a|cherche|cherchons|prete|pretent|donne|donnent|propose|proposent|veut|veulent
  |manque|manquent|reste|restent|vient|viennent|passe|passent)(?![a-z])
`
/**
 * How a line is built: a question, a saying, a name first, an infinitive, a few words without a
 * verb, a label, or a sentence like others. Lines of one shape of a page say things of one kind.
 */
export type LineShape = 'asked' | 'said' | 'named' | 'doing' | 'bare' | 'plain' | `label ${string}`

function labelOf(clear: string): string | undefined {
  const m = LABEL.exec(clear.slice(0, 60))
  return m ? sameAs(m[1] ?? m[2] ?? '') : undefined
}
const isSomebody = (label: string, { names }: NotesPage): boolean =>
  label.split(' ').some(word => names.tokens.has(word) || (word.length > 2 && isFirstName(word)))

/** The shape of a line. */
export function shapeOf(page: NotesPage, piece: NotePiece): LineShape {
  const { clear, plain } = piece
  if (SAID.test(clear)) return 'said'
  const label = labelOf(clear)
  if (label !== undefined && isSomebody(label, page)) return 'named'
  if (/\?\W*$/.test(clear)) return 'asked'
  if (label) return `label ${label}`
  const [first = ''] = plain.trim().split(/[^a-z'-]+/)
  const [word = ''] = clear.trim().split(/[^\p{L}'’-]/u)
  const isFirst = /^\p{Lu}/u.test(word) && isFirstName(sameAs(word))
  if (isFirst || isName(word, page.names)) return 'named'
  if (isInfinitive(first)) return 'doing'
  return isBare(plain) ? 'bare' : 'plain'
}
/** A few words without a verb. *Une coupe* has none: a small word stands before it. */
function isBare(plain: string): boolean {
  const words = plain.split(/[^a-z]+/).filter(Boolean)
  const isVerb = (word: string, at: number): boolean =>
    at > 0 && isConjugated(word) && !BEFORE_NOUN.test(words[at - 1]!)
  return words.length <= 14 && !SUBJECT.test(plain) && !words.some(isVerb)
}
const BEFORE_NOUN = /^(?:une?|le|la|les|l|des|du|de|d|deux|trois|quatre|au|aux|ce|cette|ces)$/
const isInfinitive = (word: string): boolean =>
  /(?:er|ir|re|oir)$/.test(word) && (infinitiveOf(word) !== undefined || /[^i]er$/.test(word))
const isConjugated = (word: string): boolean => {
  const verb = infinitiveOf(word)
  return verb !== undefined && plainOf(verb) !== word
}

/** It leads to a page of somewhere else. */
export const hasAddress = ({ clear }: NotePiece): boolean => /https?:\/\/|www\./.test(clear)
/** Most of it is what somebody said. */
export const quotes = ({ clear }: NotePiece): boolean =>
  (/[«“"][^«»“”"]{4,}[»”"]/.exec(clear)?.[0].length ?? 0) > clear.length / 2
