import { typedPhone } from './typed.ts'

/**
 * A telephone number wherever it stands in a text, however people space it: `06 71 22 33 44`, `06.71.22.33.44`, `+33 (0)6 71 22 33 44`.
 *
 * Law     what `withoutPhone` leaves holds the number no more, in any of these forms; a longer number is another number.
 */

/** What people put between the figures of a number. */
const SIGN = '[^0-9A-Za-zÀ-ÖØ-öø-ʯ\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]'
const BETWEEN = `(?:${SIGN}{0,8}(?:(?:puis|et|then|and)${SIGN}{1,6})?)`
/** Fewer figures than that are a service's number, and stand in many places that speak of nobody. */
const FEWEST = 8

/** The figures of a number, without what comes before them at home or abroad; undefined when it is nobody's own. */
export function figuresOf(number: string): string | undefined {
  const typed = typedPhone(number) ?? number
  const figures = typed.replace(/[^+\d]/g, '')
  const own = figures.startsWith('+') ? figures.slice(1) : figures.replace(/^0/, '')
  return own.length < FEWEST ? undefined : own
}

/** A figure as people write it: plain, full width, or of the two Arabic rows. No class of Unicode: a pattern is made in no time. */
const figure = (worth: number): string => `[${worth}${[0x660, 0x6f0, 0xff10].map(nought => String.fromCharCode(nought + worth)).join('')}]`
const ANY_FIGURE = '[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]'

/** Finds a number in texts; undefined when it is nobody's own. */
export function phonePattern(number: string): RegExp | undefined {
  const own = figuresOf(number)
  if (own === undefined) return undefined
  const isAbroad = (typedPhone(number) ?? number).startsWith('+')
  const [nought, three] = [`(?:[oO]|${figure(0)})`, figure(3)]
  const body = [...own].map(one => figure(Number(one))).join(BETWEEN)
  const abroad = `(?:\\+|${nought}${nought})?${BETWEEN}`
  const before = isAbroad ? abroad : `(?:${abroad}${three}${BETWEEN}${three}${BETWEEN}(?:${nought}${BETWEEN})?|${nought}${BETWEEN})`
  const whole = `(?:\\((?=\\+?${ANY_FIGURE}{1,3}\\)))?${before}${body}`
  // Without its nought: alone, or it is a piece of something else.
  const bare = `(?<!${ANY_FIGURE}${SIGN}{0,3})${body}(?![ .-]?${ANY_FIGURE})`
  return new RegExp(`(?<!${ANY_FIGURE})(?:${whole}(?!${ANY_FIGURE})|${bare})`, 'g')
}

export const isSamePhone = (a: string, b: string): boolean => {
  const [one, other] = [figuresOf(a), figuresOf(b)]
  return one !== undefined && one === other
}

/** Whether a text holds what this pattern finds. */
export const holdsPhone = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0

/** A nought or a plus, then eight figures and more, however they are spaced: what anybody may take for a telephone. */
const ANY_NUMBER = /(?<!\d)[+0](?:[\s.,;:/()_·•*–—‑-]*\d){8,}/g

/** Whether a text says a telephone. */
export const anyPhoneIn = (text: string): boolean => holdsPhone(text, ANY_NUMBER)

/** The text without any telephone, whoever's it is. */
export const withoutPhones = (text: string): string => withoutPhone(text, ANY_NUMBER)

/** The text without the number; what stood around it stays, without a blank or a comma left over. */
export function withoutPhone(text: string, pattern: RegExp): string {
  let left = text
  // What stood on both sides of one may make another.
  while (holdsPhone(left, pattern)) left = tidied(left.replace(pattern, ''))
  return left
}

/** Any value without these numbers, at whatever depth; a text that was nothing else is emptied. */
export function valueWithout(value: unknown, patterns: readonly RegExp[]): unknown {
  if (typeof value === 'string') return patterns.some(one => holdsPhone(value, one)) ? patterns.reduce(withoutPhone, value) || null : value
  if (Array.isArray(value)) return value.map(one => valueWithout(one, patterns)).filter(one => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, valueWithout(one, patterns)]))
}

const tidied = (text: string): string =>
  text
    .replace(/\(\s*\)/g, '')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/[ \u00a0]+([.,])/g, '$1')
    .replace(/,\s*(?=[,.]|$)/g, '')
    .trim()
