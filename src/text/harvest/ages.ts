import { normal } from '../../core/letters/accents.ts'

const IN_WORDS: readonly string[] = (
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze ' +
  'seize dix-sept dix-huit'
).split(' ')
const NUMBER = `\\d{1,3}|${IN_WORDS.toReversed().join('|')}`
/**
 * What may stand between a first name and its age: *Lucas (16 ans)*, *Lucas Morin, seize ans*,
 * *Lucas, qui a bientôt 16 ans*.
 */
const FAMILY = "(?:[^\\S\\n]+\\p{Lu}[\\p{L}'-]*){0,2}"
const SAYS =
  "[^\\S\\n]*[,(\\u2013\\u2014-]?[^\\S\\n]*(?:qui )?(?:a |n'a que |agee? (?:de " +
  "|d'))?(?:bientot |presque |a peine |tout juste )?"

/**
 * The age that a text says of somebody, in years; the least when it says several; undefined when it
 * says none.
 *
 * Shape   `name` as the notes write it.
 * Law     only an age that stands right after the name counts: *Lucas garde un enfant de 6 ans* and
 *         *Lucas, 12 ans de métier* say none of his.
 */
export function ageIn(text: string, name: string): number | undefined {
  const first = plain(name).trim().split(/\s/)[0] ?? ''
  if (!/^\p{L}[\p{L}'-]+$/u.test(first)) return undefined
  const letters = [...first]
    .map(letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`.replace('[-', '[\\-'))
    .join('')
  const pattern = new RegExp(
    `(?<![\\p{L}-])${letters}(?![\\p{L}-])${FAMILY}${SAYS}(${NUMBER})\\s*ans\\b(?!\\s*d[e'])`,
    'gu',
  )
  const ages = [...plain(text).matchAll(pattern)].map(([, age = '']) =>
    /^\d/.test(age) ? Number(age) : IN_WORDS.indexOf(age),
  )
  return ages.length === 0 ? undefined : Math.min(...ages)
}
const plain = (text: string): string =>
  normal(text, 'NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-')

/** Who is under age: one more than them says yes for them. */
export const isMinor = (text: string, name: string): boolean => (ageIn(text, name) ?? 18) < 18
