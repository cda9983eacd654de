import { pattern } from '../../../../core/pattern.ts'
import { numberOf } from '../matching/small.ts'
import { KIN } from './sayings.ts'

/** How many seats a sentence offers, or asks for; the surer ways of saying stand before. */
const N = '(\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit)'
const WAYS: readonly RegExp[] = [
  pattern()`
    (?<![a-z\d])${N} (?:autres? |seules? |petites? |bonnes? )?(?:places?|sieges?(?! auto)|passagers?
    |passageres?)(?![a-z])
  `,
  pattern()`
    (?<![a-z])(?:places? pour|de quoi (?:mettre|prendre)) ${N}(?![a-z\d])
    (?! ?(?:h|€|euros|jours?|semaines?|mois)(?![a-z]))
  `,
  new RegExp(`(?<![a-z])en (?:prendre|emmener|embarquer) ${N}(?![a-z\\d])`),
  pattern()`
    (?<![a-z])(?:pren(?:ds?|dre|drai|ons)|emmen[a-z]*|amener|embarqu[a-z]*|charge[a-z]*
    |ramasse[a-z]*
    |depose[a-z]*|accompagne[a-z]*
    |transporte[a-z]*) (?:volontiers |aussi |encore )?${N} (?:(?:autres?
    |petite?s?|jeunes?) )?(?:${KIN})(?![a-z])
  `,
  new RegExp(`(?<![a-z\\d])(?<!(?:cherche|besoin d'|faut|faudrait) ?)${N} personnes(?![a-z])`),
]
/** *On est trois*, of those who look for a car. */
const WE_ARE = new RegExp(`(?<![a-z])(?:on est|nous sommes|on serait)(?: a)? ${N}(?![a-z\\d])`)
const SEEK = /(?<![a-z])(?:cherch[a-z]+|qui|quelqu'une?|besoin)(?![a-z])/

/** Units   seats; undefined where none is counted. */
export function seatsIn(plain: string): number | undefined {
  const all = SEEK.test(plain) ? [...WAYS, WE_ARE] : WAYS
  const said = all.map(way => way.exec(plain)?.[1]).find(one => one !== undefined)
  return said === undefined ? undefined : numberOf(said)
}
