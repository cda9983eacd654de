import { fold } from './words.ts'

/**
 * What in a text may say how to reach somebody: a telephone number or an address, typed anywhere. Whoever types one agreed to it at most
 * for themselves (law 11).
 *
 * Law     figures of any script, put apart by anything but letters, are figures; a doubt is a number.
 */

/** What people put between the figures of a number: blanks and signs, a few at a time. */
const APART = '[^\\p{L}\\p{N}]{0,4}'
const NUMBERS: readonly RegExp[] = [
  // A nought or a plus, then eight figures and more.
  new RegExp(`(?<!\\d)[+0](?:${APART}\\d){8,}`, 'gu'),
  // The same without its nought, by twos: 6 98 76 54 32.
  /(?<!\d)(?<!\d[ .-])[1-9](?:[ .-]\d{2}){4}(?![ .-]?\d)/gu,
]
/** *zéro six, quatre-vingt-dix-huit…*: figures said as words, once accents are off. */
const SAID =
  /\b(?:zero|oh)(?:[\s,.-]+(?:zero|oh|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et|one|two|three|four|five|seven|eight|nine|double)){4,}/gu
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/

/** Figures as they are read: those of other scripts, full width or with a frame; an O that begins a number is its nought. */
function plainFigures(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')
    .replace(/[^\x00-\x7f]/gu, one => (/\p{Nd}/u.test(one) ? String(figureOf(one)) : one))
    .replace(/(?<![\p{L}\p{N}])[oO](?=[\s.-]?[1-9][\s.-]?\d)/gu, '0')
}

/** A script's figures stand together, from nought to nine. */
function figureOf(figure: string): number {
  const code = figure.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

/** What may be somebody's telephone number, as it stands there. */
export function numbersIn(text: string): readonly string[] {
  const figures = plainFigures(text)
  const found = NUMBERS.flatMap(shape => figures.match(shape) ?? [])
  return [...found, ...(fold(text).match(SAID) ?? [])]
}

export const addressesIn = (text: string): readonly string[] => text.match(new RegExp(ADDRESS, 'g')) ?? []
export const holdsAddress = (text: string): boolean => ADDRESS.test(text)

/** Whether a text may say how to reach somebody, whoever it is. */
export const saysHowToReach = (text: string): boolean => numbersIn(text).length > 0 || holdsAddress(text)
