/**
 * Marks that stand on one letter: what is beyond is dropped. No language writes so many: UAX #15,
 * 13 (Stream-Safe Text).
 */
const MOST_MARKS = 30
const CROWD = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu')

/**
 * A text in one of Unicode's four normal forms. The only place that asks for one.
 *
 * Law     putting the marks of a letter in order takes as many steps as the square of their number:
 *         none has more than thirty here, so that a text of marks alone costs no more than as many
 *         letters. A text that is written by people comes out as it is.
 * Source  Unicode Standard Annex 15, sections 9 and 13.
 */
export const normal = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  uncrowded(text).normalize(form)

/** Without the marks that no letter carries. */
const uncrowded = (text: string): string =>
  text.length <= MOST_MARKS ? text : text.replace(CROWD, '$1')
