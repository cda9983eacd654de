import { typedMoney } from '../../../core/form/typed.ts'
import { pattern } from '../../../core/pattern.ts'
import { isMode, type Mode } from './modes.ts'

/** The price of what is sold or rented: shown where it stands, never sorted or compared by. */

/** Whether somebody who sells or rents is asked a price. */
export const isPriced = (mode: Mode | string | null | undefined): boolean =>
  isMode(mode) && (mode === 'sell' || mode === 'rent')

const SPACE = '[ \\u00a0\\u202f]'
const CENTIMES = 'centimes?(?!\\p{L})|cts?(?!\\p{L})'
/** *2€50*; after a space only where the figure counts nothing else: *3 € 40 bottes*. */
const CENTS_BEHIND =
  `\\d\\d(?!\\d|${SPACE}?\\p{L})|\\d\\d(?=${SPACE}?(?:${CENTIMES}))|` +
  `\\d\\d(?=${SPACE}(?:la|le|les|de|par|pour|chaque|l['’])(?!\\p{L}))`
const EUROS = new RegExp(
  '(?<![\\d,.]|(?:^|\\s)[-−])' +
    `(?:(?:\\d{1,3}(?:${SPACE}\\d{3})+|\\d{1,6})(?:[,.]\\d{1,2})?${SPACE}?` +
    `(?:€|euros?(?!\\p{L}))(?:${SPACE}?(?:${CENTS_BEHIND})(?:${SPACE}?(?:${CENTIMES}))?)?` +
    `|\\d{1,3}${SPACE}?(?:${CENTIMES}))`,
  'giu',
)

/** What is given back, or paid first, is no price. */
const ASIDE = /(?:caution|arrhes|acompte)(?: de| :)?[ \u00a0]?$/iu
const pricesIn = (sentence: string): readonly RegExpExecArray[] =>
  [...sentence.matchAll(EUROS)].filter(one => !ASIDE.test(sentence.slice(0, one.index)))

/** Every price that a sentence says, in cents. */
export const pricesTold = (sentence: string): readonly number[] =>
  pricesIn(sentence).flatMap(([all]) => typedMoney(all) ?? [])

/** The only price that a sentence says, in cents; undefined where it says none, or two. */
export function priceTold(sentence: string): number | undefined {
  const [told, ...more] = pricesIn(sentence).map(([all]) => typedMoney(all))
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
  const [said] = pricesIn(title)
  const each = said && FOR_EACH.exec(title.slice(said.index + said[0].length))
  return each ? `${said[0]}${each[0]}` : undefined
}
