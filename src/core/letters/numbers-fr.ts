import { nullPrototype } from '../null-prototype.ts'

/**
 * French numbers in words: *vingt-cinq*, *soixante et onze*, *une vingtaine*. Words are folded
 * (`words.ts`) or in small letters without accents. Hours, days, amounts and counts read by these.
 */

/** The words of which numbers are made. */
export const NUMBERS: Readonly<Record<string, number>> = nullPrototype({
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  cents: 100,
  mille: 1_000,
})

/** Round numbers, as one says them of what nobody counted. */
export const ABOUT: Readonly<Record<string, number>> = nullPrototype({
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1_000,
})

const WORD = `(?:${Object.keys(NUMBERS).join('|')})`
/** The source of a pattern that a whole number in words meets. */
export const IN_WORDS = `${WORD}(?:[ -](?:et[ -])?${WORD}){0,6}`

/** *soixante-dix*, *quatre-vingts*, *deux cents*; undefined for words that make no one number. */
export function numberInWords(text: string): number | undefined {
  let [whole, part] = [0, 0]
  for (const word of text.split(/[ -]/)) {
    if (word === 'et') continue
    const n = NUMBERS[word]
    if (n === undefined) return undefined
    const isAdded = part % 100 === 0 || (part % 100 >= 20 && n < 20) || (part % 100 === 10 && n > 6)
    if (n === 1_000) [whole, part] = [whole + (part || 1) * n, 0]
    else if (n === 100 && part < 10) part = (part || 1) * n
    else if (n === 20 && part % 100 === 4) part += 76
    else if (n < 100 && isAdded) part += n
    else return undefined
  }
  return whole + part
}
