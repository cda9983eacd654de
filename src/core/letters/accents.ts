/**
 * Unicode normalisation for the whole program, safe from texts made of accents alone. All code
 * normalises by `normal`, never by `String.normalize`.
 */

/**
 * The most marks kept on one letter; the rest are dropped. No language needs more: UAX #15, 13
 * (Stream-Safe Text).
 */
const MOST_MARKS = 30
const CROWD = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu')

/**
 * The text in one of Unicode’s four normal forms.
 *
 * Law     Sorting the marks of a letter takes the square of their number in steps. A letter keeps
 *         thirty marks at most, so that a text of marks costs no more than a text of letters. A
 *         text that people write does not change.
 * Source  Unicode Standard Annex 15, sections 9 and 13.
 */
export const normal = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  uncrowded(text).normalize(form)

/** The text with at most thirty marks on each letter. */
const uncrowded = (text: string): string =>
  text.length <= MOST_MARKS ? text : text.replace(CROWD, '$1')
