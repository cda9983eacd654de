import { isPlace, isProperPlace, isWord } from './lexicon.ts'
import type { Room } from './names.ts'
import { BESIDE, BODIES, DOES, FONDLY, JARGON, NO_NAME, OF_A_PLACE, PEOPLE_DO, SMALL, TITLES, TO_SOMEBODY } from './names-fr.ts'
import type { Token } from './tokens.ts'

// Where only somebody can stand, whatever the word: pages that write no capitals, first names that are words.

const isNext = (token: Token | undefined): boolean => token !== undefined && /^\s+$/.test(token.gap)
const THE: ReadonlySet<string> = new Set(['le', 'la', "l'"])
const FEW: ReadonlySet<string> = new Set(['un', 'une', 'des', 'de', 'du', 'les', 'aux'])

/**
 * A word in small letters that is no word of French, where somebody stands: before what somebody does, after *avec*, after
 * *le petit*, at the end of *voir x d'y*, before *qui*, after *la parcelle de*.
 */
export function isUnknown({ all }: Room, at: number): boolean {
  const token = all[at]!
  if (token.capital || token.raw.length < 4 || isWord(token.raw) || isPlace(token.raw)) return false
  if (JARGON.has(token.folded) || TITLES.has(token.folded) || NO_NAME.has(token.folded)) return false
  if (/\d$/.test(token.gap) || token.raw.split('-').some(part => JARGON.has(part))) return false
  const [third, second, before, next] = [all[at - 3], all[at - 2], all[at - 1], all[at + 1]]
  const isFree = !before || !FEW.has(before.folded) || !isNext(token)
  if (isFree && next && isNext(next) && (DOES.has(next.folded) || next.folded === 'qui' || next.folded === 'dont')) return true
  if (!before || !/^\s*$/.test(token.gap)) return false
  if (BESIDE.has(before.folded)) return true
  if (FONDLY.has(before.folded)) return second !== undefined && (THE.has(second.folded) || ['au', 'du', 'notre'].includes(second.folded))
  if (!/^d(?:e|['’])$/i.test(before.raw) || !second) return false
  return third !== undefined && (TO_SOMEBODY.has(third.folded) || (THE.has(third.folded) && !isOfAThing(second)))
}

const NOBODY = [SMALL, JARGON, NO_NAME, BODIES, OF_A_PLACE, TITLES, BESIDE]

/** *le projet de légumerie*: what follows is a thing. */
const isOfAThing = (token: Token): boolean => OF_A_PLACE.has(token.folded) || BODIES.has(token.folded)

/** A word of French with a capital that nothing but a name explains: *un toit pour Perle*, *hier, Perle a prêté*, *Perle apporte*. */
export function isOnlyAName({ all, isLoud }: Room, at: number): boolean {
  const token = all[at]!
  if (!token.capital || token.loud || isLoud || token.raw.length < 3 || /[sx]$/.test(token.folded) || !isWord(token.raw)) return false
  // A commune that is a word is no reason here: this page's own communes are known to whoever asks.
  if (isProperPlace(token.folded) || NOBODY.some(all => all.has(token.folded)) || /^quelqu/.test(token.folded)) return false
  const [before, next] = [all[at - 1], all[at + 1]]
  // *Terre de liens*, *Petit Marché*: a thing that is called so.
  if (next && isNext(next) && !isPair(all, at) && (next.capital || /^(?:d|des?|du|en|et|à)['’]?$/i.test(next.raw))) return false
  if (isPair(all, at)) return true
  if (token.opens) return next !== undefined && isNext(next) && PEOPLE_DO.has(next.folded)
  if (!before || !/^[\s,]*$/.test(token.gap)) return false
  if (BESIDE.has(before.folded)) return true
  const isAlone = token.gap.includes(',') || /^(?:et|que|qu['’]|si|quand|mais|donc|puis|car|ou|dont|comme)$/i.test(before.raw)
  return isAlone && next !== undefined && isNext(next) && DOES.has(next.folded)
}

/** *Olive et Cerise tiennent la buvette*. */
function isPair(all: readonly Token[], at: number): boolean {
  const [and, other, does] = [all[at + 1], all[at + 2], all[at + 3]]
  return isNext(and) && and?.folded === 'et' && other?.capital === true && isNext(does) && PEOPLE_ALL_DO.test(does?.folded ?? '')
}
const PEOPLE_ALL_DO =
  /^(?:tienn|font$|apport|pret|gard|vienn|amen|prepar|accueill|s$|ont$|sont$|vont$|donn|propos|offr|voudr|aim|veul|pourr|ser).*/
