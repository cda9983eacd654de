import { MONTHS, WEEKDAYS } from '../harvest/fr.ts'
import { isFamilyName, isWord } from './lexicon.ts'
import type { Room } from './names.ts'
import type { Token } from './tokens.ts'

/** Where a word that may be a name says when somebody goes, or where. */

/** *Chez le docteur jeudi*, *la famille dimanche*: what says when, in small letters, is nobody. */
const COMMON: ReadonlySet<string> = new Set(['docteur', 'famille'])
const WHEN: ReadonlySet<string> = new Set([
  'aujourd hui',
  ...WEEKDAYS,
  ...MONTHS,
  ...(
    'demain apres avant pendant vers des ce cet cette matin midi soir vite bientot rapidement ' +
    'aujourdhui hier noel paques toussaint pentecote ascension carnaval chandeleur rentree'
  ).split(' '),
])
/** *chez kiné lundi*, in haste: whom one is treated by, of whom no name is said. */
export const TREATS: ReadonlySet<string> = new Set(
  (
    'docteur medecin dentiste kine osteo veto veterinaire ophtalmo opticien dermato toubib ' +
    'pharmacien infirmiere infirmier orthophoniste podologue coiffeur coiffeuse garagiste ' +
    'boulanger boucher notaire'
  ).split(' '),
)

/** Whether a word after *docteur* or *famille* says when. */
export const saysWhen = (after: string | undefined, folded: string): boolean =>
  COMMON.has(after ?? '') && WHEN.has(folded)

/**
 * *Trajet Saint-Just Boën*, *un trajet pour Essertines*: after what goes somewhere, a name with a
 * capital is a village that no list holds by its short name. What a dictionary knows as a name or
 * as a word stays somebody's.
 */
export function isOnRoad(
  { all }: Pick<Room, 'all'>,
  at: number,
  isFirst: (token: Token) => boolean,
): boolean {
  for (let i = at; i >= Math.max(1, at - MOST_VILLAGES); i--) {
    if (!isVillage(all[i]!, isFirst)) return false
    const [before, second] = [all[i - 1]!.folded, all[i - 2]?.folded ?? '']
    if (ROAD.has(before)) return true
    if (before === 'pour' || before === 'vers') return ROAD.has(second)
  }
  return false
}
/** So many villages on one way: a text of capitals alone would be walked anew from each. */
const MOST_VILLAGES = 3
const isVillage = (token: Token, isFirst: (token: Token) => boolean): boolean =>
  token.capital &&
  !token.loud &&
  /^[\s>→–-]*$/.test(token.gap) &&
  (/^S(?:ain)?te?-/.test(token.raw) ||
    (!isFirst(token) && !isFamilyName(token.folded) && !isWord(token.raw)))
const ROAD: ReadonlySet<string> = new Set(
  'trajet trajets navette covoit covoiturage liaison lift aller retour'.split(' '),
)
