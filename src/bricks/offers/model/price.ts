import { typedMoney } from '../../../core/form/typed.ts'
import { isMode, type Mode } from './modes.ts'

/** The price of what is sold or rented: shown where it stands, never sorted or compared by. */

/** Whether somebody who sells or rents is asked a price. */
export const isPriced = (mode: Mode | string | null | undefined): boolean =>
  isMode(mode) && (mode === 'sell' || mode === 'rent')

const EUROS =
  /(?<![\d,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,6})(?:,(\d{1,2}))?\s?(?:€|euros?(?!\p{L}))/giu

/** The only price that a sentence says, in cents; undefined where it says none, or two. */
export function priceTold(sentence: string): number | undefined {
  const [told, ...more] = [...sentence.matchAll(EUROS)].map(([all]) => typedMoney(all))
  return more.length === 0 ? told : undefined
}

/** Whether the words of a notice say this price already. */
export const saysPrice = (title: string, cents: number): boolean => priceTold(title) === cents
