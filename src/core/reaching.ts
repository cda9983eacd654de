import { fold } from './words.ts'

/**
 * What in a text may say how to reach somebody: a telephone number or an address, typed anywhere. Whoever types one agreed to it at most
 * for themselves (law 11).
 *
 * Law     figures of any script, put apart by anything but letters, are figures; a doubt is a number.
 */

/** What people put between the figures of a number: blanks and signs, a few at a time. */
const APART = '[^\\p{L}\\p{N}]{0,4}'
const NEAR = '[^\\p{L}\\p{N},;:/€]'
const NUMBERS: readonly RegExp[] = [
  // A nought or a plus, then eight figures and more.
  new RegExp(`(?<!\\d)[+0](?:${APART}\\d){8,}`, 'gu'),
  // The same without its nought, by twos: 6 98 76 54 32.
  /(?<!\d)(?<!\d[ .-])[1-9](?:[ .-]\d{2}){4}(?![ .-]?\d)/gu,
  // The same in any spacing, or with 33 before: no year first, no price, no book, no number of a firm, alone or with its five more.
  new RegExp(
    `(?<![\\d+])(?<!\\d${NEAR}{1,3})(?<!sire[nt][^\\p{L}\\p{N}]{0,4})(?!97[89])(?!(?:19|20)\\d\\d(?!\\d))[1-9](?:${NEAR}{0,3}\\d){8,12}(?!${NEAR}{0,3}\\d)(?!,\\d)(?!\\s?(?:€|euros?\\b))`,
    'giu',
  ),
]
/** *zéro six, quatre-vingt-dix-huit…*: figures said as words, once accents are off. */
const SAID =
  /\b(?:zero|oh|0 ?\d?)(?:[\s,.-]*(?:\d{1,2}|zero|oh|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et|one|two|three|four|five|seven|eight|nine|double)){4,}/gu
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/g
const SAID_ADDRESS = /[\p{L}\p{N}]\s?(?:[([](?:at|a|arobase)[)\]]|\barobase\b)\s?[\p{L}\p{N}-]+(?:\.|\s?\bpoint\b\s?)[\p{L}\p{N}]+/giu

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
  return [...found, ...(fold(text).match(SAID) ?? []).filter(said => /[a-z]{3}/.test(said))]
}

export const addressesIn = (text: string): readonly string[] => {
  const plain = text.normalize('NFKC')
  return [...(plain.match(ADDRESS) ?? []), ...(plain.match(SAID_ADDRESS) ?? [])]
}
export const holdsAddress = (text: string): boolean => addressesIn(text).length > 0

/** Whether a text may say how to reach somebody, whoever it is. */
export const saysHowToReach = (text: string): boolean => numbersIn(text).length > 0 || holdsAddress(text)
