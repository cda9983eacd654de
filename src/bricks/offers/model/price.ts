import { typedMoney } from '../../../core/form/typed.ts'
import { pattern } from '../../../core/pattern.ts'
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

/** *La journée*, *par mois*, *le kilo*: for what the price is. */
const FOR_EACH = pattern('iu')`
  ^[ \u00a0\u202f]?(?:/[ \u00a0]?|(?:par|la|le|les|de|pour|chaque) |(?:de )?l['’])(?:\d+ )?
  (?:heures?|h|jours?|journée|nuits?|nuitée|semaine|week-end|mois|ans?|année|soirée|séance|cours
  |kilos?|kg|litres?|douzaine|stères?|pièce|unité|pot|bocal|botte|sac|lot|place|personne
  |emplacement|mètre|tonne)(?!\p{L})
`

/**
 * The price as the words of the notice say it, with what it is for: *20 € la journée*. Undefined
 * where they do not say this price, or not for what.
 */
export function priceSaid(title: string, cents: number): string | undefined {
  if (!saysPrice(title, cents)) return undefined
  const [said] = [...title.matchAll(EUROS)]
  const each = said && FOR_EACH.exec(title.slice(said.index + said[0].length))
  return each ? `${said[0]}${each[0]}` : undefined
}
