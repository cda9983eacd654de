import { pattern } from '../../core/pattern.ts'
import { isPlace, isProperPlace, isWord } from './lexicon.ts'
import type { Room } from './names.ts'
import {
  BESIDE,
  BODIES,
  DOES,
  FONDLY,
  JARGON,
  NICKNAMES,
  NO_NAME,
  OF_A_PLACE,
  OWNED,
  PEOPLE_DO,
  ROLES,
  SMALL,
  TITLES,
  TO_SOMEBODY,
} from './names-fr.ts'
import type { Token } from './tokens.ts'

// Where only somebody can stand, whatever the word: pages that write no capitals, first names that
// are words.

const isNext = (token: Token | undefined): boolean => token !== undefined && /^\s+$/.test(token.gap)
const THE: ReadonlySet<string> = new Set(['le', 'la', "l'"])
export const FEW: ReadonlySet<string> = new Set(['un', 'une', 'des', 'de', 'du', 'les', 'aux'])

/**
 * A word in small letters that is no word of French, where somebody stands: before what somebody
 * does, after *avec*, after *le petit*, at the end of *voir x d'y*, before *qui*, after *la
 * parcelle de*.
 */
export function isUnknown({ all }: Room, at: number): boolean {
  const token = all[at]!
  if (token.capital || token.raw.length < 3 || isWord(token.raw) || isPlace(token.raw)) return false
  if (
    JARGON.has(token.folded) ||
    TITLES.has(token.folded) ||
    NO_NAME.has(token.folded) ||
    UNITS.test(token.folded)
  )
    return false
  if (/\d$/.test(token.gap) || token.raw.split('-').some(part => JARGON.has(part))) return false
  const [third, second, before, next] = [all[at - 3], all[at - 2], all[at - 1], all[at + 1]]
  const isFree = !before || !FEW.has(before.folded) || !isNext(token)
  const isLong = token.raw.length > 3
  if (
    isLong &&
    isFree &&
    next &&
    isNext(next) &&
    (DOES.has(next.folded) || next.folded === 'qui' || next.folded === 'dont')
  )
    return true
  if (isLong && before && isAnswered(token, next)) return true
  if (!before || !/^\s*$/.test(token.gap)) return false
  if (isLong && (BESIDE.has(before.folded) || ['dixit', 'bravo', 'ok'].includes(before.folded)))
    return true
  if (isLong && ROLES.has(before.folded)) return true
  // *les delmas ont dit oui*, *les deux frères arnal*.
  if (isLong && before.folded === 'les' && isNext(next) && PEOPLE_ALL_DO.test(next?.folded ?? ''))
    return true
  if (isLong && KINS.has(before.folded)) return true
  if (
    isLong &&
    OWNED.has(before.folded) &&
    second !== undefined &&
    (THE.has(second.folded) || second.folded === 'du')
  )
    return true
  if (FONDLY.has(before.folded))
    return (
      second !== undefined &&
      (THE.has(second.folded) || ['au', 'du', 'notre'].includes(second.folded))
    )
  if (!isLong || !second) return false
  if (/^(?:d(?:e|es|['’])|a|à)$/i.test(before.raw) && OWNED.has(second.folded)) return true
  if (!/^d(?:e|['’])$/i.test(before.raw)) return false
  return (
    third !== undefined &&
    (TO_SOMEBODY.has(third.folded) || (THE.has(third.folded) && !isOfAThing(second)))
  )
}

/** What an abbreviation ends with, and what only a list of things holds. */
const UNITS = pattern()`
  ^(?:ctrl|alt|kms?|kgs?|cms?|hab|tel|env|qte|etc|stp|svp|dsl|jsuis|slmt|qqn|qqch|bcp|tjs|tt|pck
  |pdt)$
`
const KINS: ReadonlySet<string> = new Set(
  'freres soeurs enfants parents cousins cousines epoux jumeaux jumelles'.split(' '),
)
/** Alone after a colon, a question or a stroke: *clés : fanchou*, *qui ferme ? poulou*. */
const isAnswered = (token: Token, next: Token | undefined): boolean =>
  /^\s*(?:[:?/=]|[=-]?>|→|\()\s*$/.test(token.gap) &&
  (next === undefined ||
    /^\s*[,;.!?/+&()\n]/.test(next.gap) ||
    /^(?:et|ou|puis)$/.test(next.folded))

/** *voir lulu*, *le gros titi*; never *une nana*. */
export function isNick({ all }: Room, at: number): boolean {
  const token = all[at]!
  const [second, before] = [all[at - 2], all[at - 1]]
  if (!NICKNAMES.has(token.folded)) return false
  if (!before || !isNext(token)) return true
  return (
    !FEW.has(before.folded) ||
    (before.folded === 'de' && second !== undefined && OWNED.has(second.folded))
  )
}

const NOBODY = [SMALL, JARGON, NO_NAME, BODIES, OF_A_PLACE, TITLES, BESIDE]

/** *le projet de légumerie*: what follows is a thing. */
const isOfAThing = (token: Token): boolean =>
  OF_A_PLACE.has(token.folded) || BODIES.has(token.folded)

/**
 * A word of French with a capital that nothing but a name explains: *un toit pour Perle*, *hier,
 * Perle a prêté*, *Perle apporte*.
 */
export function isOnlyAName({ all, isLoud }: Room, at: number): boolean {
  const token = all[at]!
  if (
    !token.capital ||
    token.loud ||
    isLoud ||
    token.raw.length < 3 ||
    /[sx]$/.test(token.folded) ||
    !isWord(token.raw)
  )
    return false
  // A commune that is a word is no reason here: this page's own communes are known to whoever asks.
  if (
    isProperPlace(token.folded) ||
    KIN_SAID.test(token.folded) ||
    DOES.has(token.folded) ||
    NOBODY.some(all => all.has(token.folded)) ||
    /^(?:quelqu|qui$|ce(?:lui|lle)$|(?:le|la)quel)/.test(token.folded)
  )
    return false
  const [before, next] = [all[at - 1], all[at + 1]]
  // *Terre de liens*, *Petit Marché*: a thing that is called so.
  if (
    next &&
    isNext(next) &&
    !isPair(all, at) &&
    (next.capital || /^(?:d|des?|du|en|et|à)['’]?$/i.test(next.raw))
  )
    return false
  if (isPair(all, at)) return true
  if (token.opens) return next !== undefined && isNext(next) && PEOPLE_DO.has(next.folded)
  if (!before || !/^[\s,]*$/.test(token.gap)) return false
  if (BESIDE.has(before.folded)) return true
  const isAlone =
    token.gap.includes(',') ||
    /^(?:et|que|qu['’]|si|quand|mais|donc|puis|car|ou|dont|comme)$/i.test(before.raw)
  return isAlone && next !== undefined && isNext(next) && DOES.has(next.folded)
}

/** *Grand-mère cuisine*: one of everybody's family. */
const KIN_SAID = /^(?:grands?[ -](?:meres?|peres?|parents?)|mamans?|papas?|enfants?|parents?)$/

/** *Olive et Cerise tiennent la buvette*. */
function isPair(all: readonly Token[], at: number): boolean {
  const [and, other, does] = [all[at + 1], all[at + 2], all[at + 3]]
  return (
    isNext(and) &&
    and?.folded === 'et' &&
    other?.capital === true &&
    isNext(does) &&
    PEOPLE_ALL_DO.test(does?.folded ?? '')
  )
}
const PEOPLE_ALL_DO = pattern()`
  ^(?:tienn|font$|apport|pret|gard|vienn|amen|prepar|accueill|s$|ont$|sont$|vont$|donn|propos|offr
  |voudr|aim|veul|pourr|ser).*
`
