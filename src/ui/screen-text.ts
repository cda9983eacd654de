import { normal } from '../core/letters/accents.ts'
import { pattern } from '../core/pattern.ts'

/**
 * People's words made fit for a wall: whatever somebody wrote, it stays in its box and is read in
 * one look.
 */

/**
 * Marks that turn a line round, or that nobody sees; the joiner that holds an emoji together stays.
 */
const UNSEEN = pattern('g')`
  [\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff
  \ufff9-\ufffb]
`
/**
 * Hundreds of accents on one letter climb over the lines around: two stay, one on a letter of ours,
 * which already holds its own.
 */
const PILED = /(?<=\p{M}{2}|\p{Script=Latin}\p{M})\p{M}+/gu
/** *!!!!!!!!*: three say as much. Digits are left, a telephone may hold five zeros. */
const SHOUTED = /([^\d])\1{4,}/gu

/** A telephone is not parted at the end of a line. */
const PAIRS = /(?<=\b\d\d) (?=\d\d\b)/g

export const cleaned = (text: string): string =>
  normal(text.replace(/[^\S\u00a0\u202f]+/g, ' ').replace(UNSEEN, ''), 'NFC')
    .replace(PILED, '')
    .replace(PAIRS, '\u00a0')
    .replace(SHOUTED, '$1$1$1')
    .trim()

const WIDE = pattern('u')`
  [\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]
`
const BROAD = /[WMÆŒ@%—…mwœæ]/u
const CAPITAL = /\p{Lu}/u
const MARK = /\p{M}/u
/** Units   letters as wide as an ordinary one. */
const letterWidth = (letter: string): number =>
  MARK.test(letter)
    ? 0
    : WIDE.test(letter)
      ? 2.4
      : BROAD.test(letter)
        ? 1.8
        : CAPITAL.test(letter)
          ? 1.35
          : 1
export const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0)

export type Cut = Readonly<{ text: string; isCut: boolean }>

/**
 * As much as `most` letters hold: whole sentences when they say something, else up to a comma, else
 * whole words, and `…`.
 */
export function cut(said: string, most: number): Cut {
  const text = cleaned(said)
  if (width(text) <= most) return { text, isCut: false }
  let [held, wide] = ['', 0]
  for (const letter of text) {
    wide += letterWidth(letter)
    if (wide > most - 2) break
    held += letter
  }
  const sentence = /^.*[.!?…](?=\s)/su.exec(held)?.[0] ?? ''
  if (sentence.length >= held.length / 3) return { text: sentence, isCut: true }
  const words = /^.*(?=[ ])/su.exec(held)?.[0] ?? ''
  // *À la sortie de l’école, ou un…* says less than it without its tail.
  const clause = /^.*(?=[,;:] )/su.exec(words)?.[0] ?? ''
  const kept =
    clause.length >= held.length / 2 ? clause : words.length >= held.length / 2 ? words : held
  return { text: `${kept.replace(/[\s,;:.\u2026-]+$/u, '')}…`, isCut: true }
}
