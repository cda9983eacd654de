import { normal } from '../core/letters/accents.ts'

/**
 * A first name in a text, however it is accented: for who is forgotten and named themselves in what
 * they wrote for somebody else.
 *
 * Law     what `withoutName` leaves holds the name no more as a word of its own with a capital; a
 *         longer word is another name, and the same letters small are a common word (*une rose*).
 *         Several blanks of a name count as one: a pattern with a repetition for each would try
 *         all ways to share out the blanks of a text.
 */
export function namePattern(name: string): RegExp | undefined {
  const plain = normal(name, 'NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim()
  if (!/^\p{L}.*\p{L}/u.test(plain)) return undefined
  const letters = [...plain].map((letter, at) => {
    if (/\s/.test(letter)) return '\\s+'
    if (/['’]/.test(letter)) return "[’']"
    if (!/\p{L}/u.test(letter)) return letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    const [up, low] = [letter.toUpperCase(), letter.toLowerCase()]
    return `${at === 0 ? up : `[${up}${low}]`}\\p{M}*`
  })
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${letters.join('')}(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
}

export const holdsName = (text: string, pattern: RegExp): boolean =>
  normal(text, 'NFD').search(pattern) >= 0

export const withoutName = (text: string, pattern: RegExp, instead: string): string =>
  normal(normal(text, 'NFD').replace(pattern, instead), 'NFC')
