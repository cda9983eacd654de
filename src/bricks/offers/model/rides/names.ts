import { bytesOfPattern, keepLast } from '../../../../core/byte-cache.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { GOALS } from './goals.ts'
import { MONTH, type RideText, rideText, WEEKDAY } from './text.ts'
import { TOWNS } from './towns.ts'

/** A place of a ride where it begins in a text: a name, a commune, a goal, a thing of a town. */

/** Days and months take capitals on a telephone, and are no places. */
const NO_NAME = pattern('y')`
  (?:${WEEKDAY}|${MONTH}|noel|paques|toussaint|je|il|elle|on|nous
  |merci|bonjour|retour|depart|aller)s?(?![a-z])
`
/** A name with its joints: *Saint-Georges en Couzan*, *L’Hôpital-sous-Rochefort*. */
const JOINT = "(?:sur|sous|en|le|la|les|lès|de|du|des|d'|l')"
const NAMED = new RegExp(
  `(?:(?:Le|La|Les) |L')?\\p{Lu}\\p{L}+(?:(?:-${JOINT})*-(?:[dl]')?\\p{L}+` +
    `|(?: ${JOINT})* \\p{Lu}\\p{L}+|(?: ${JOINT})+ ?(?<=')\\p{Lu}\\p{L}+)*`,
  'uy',
)
const GOAL = new RegExp(`(?:le |la |les |l'|mon |ma |notre )?(${GOALS})s?(?![a-z])`, 'y')
/** Typed without a capital: the word that ends its clause, or that a day or an hour follows. */
const SMALL = pattern('y')`
  (?!(?:retraite|vacances|gens|peche|chasse|echelle|pied|velo|cheval|table|bord|droite|gauche
  |moitie|peine|plusieurs|deux|trois|quatre|partir
  |moins|nouveau|place|suite|chez|maison|bureau|jeun|bonne|loin|vide|volonte|domicile|midi|minuit
  |tous|toutes?|temps
  |cote|louer|vendre|donner|preter
  |quelqu|environ|cause|part|bientot|demain|plus|quel|retour|elle|vous|nous|chacun|titre|aller
  |faire|prendre|jour|fond|bloc|neuf|voir|chercher|garder|aider)(?![a-z]))
  (?:st |ste |saint |sainte )?[a-z]{4,}(?:-[a-z]+)*(?![a-z])
  (?=\s*(?:$|[,.;:!?)]|(?:le|les|tous|toutes|chaque|du|en|ce|cet|cette|vers|pour|et|a|avec|demain
  |${WEEKDAY}|apres-demain|par|via|depuis|de|aller|dans
  |une?|deux|trois|quatre)(?![a-z])|\d))
`
export type Place = Readonly<{ said: string; from: number; to: number; isNamed: boolean }>
/**
 * Shape   `communes`: names of the territory (`namesOf`); `isSure`: a small word after *descends à*
 *         is a place.
 */
type Known = Readonly<{ communes: RegExp; isSure: boolean }>
/** Says whether a place stands inside of a word: in *allera*, *era* is none. */
const isInWord = (plain: string, at: number): boolean => /^[a-z]{2}/.test(plain.slice(at - 1))

/**
 * The place that begins here: a name, a commune of the territory, a goal, a small word.
 *
 * Law     a place begins where a word begins: the rest of a word looks like somebody’s name, and a
 *         notice would wait for it.
 */
export function placeAt(text: RideText, at: number, known: Known): Place | undefined {
  const { clear, plain } = text
  if (at > 0 && isInWord(plain, at)) return undefined
  const of = (to: number, isNamed: boolean, from = at): Place => ({
    said: clear.slice(from, to),
    from,
    to,
    isNamed,
  })
  const length = Math.max(nameAt(text, at).length, communeAt(plain, at, known).length)
  if (length > 0) return of(at + length, true)
  GOAL.lastIndex = at
  const goal = GOAL.exec(plain)
  if (goal) {
    const from = at + goal[0].indexOf(goal[1]!)
    const end = at + goal[0].length
    // *l'hôpital Nord*, *la gare Châteaucreux*.
    const own = plain[end] === ' ' ? nameAt(text, end + 1).length : 0
    return withTown(text, of(own > 0 ? end + 1 + own : end, own > 0, from), known)
  }
  SMALL.lastIndex = at
  NO_NAME.lastIndex = at
  const small = known.isSure && !NO_NAME.test(plain) ? SMALL.exec(plain)?.[0] : undefined
  return small ? of(at + small.length, true) : undefined
}

/** The longest name of the territory that stands here, with a capital or without. */
export function communeAt(plain: string, at: number, { communes }: Known): string {
  communes.lastIndex = at
  return communes.exec(plain)?.[0] ?? ''
}
/** Typed in small letters, *st etienne* is a place for everybody. */
const SAINTS = source`
  (?:st|ste|saint|sainte)[ -](?!(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[a-z]{4,}
  (?:-[a-z']+)*
`
const NO_SHORT = /^(?:saint|sainte|st|ste|la|le|les)$/

/**
 * The names of the territory as people write them: *saint-georges en couzan*, *st georges*, *boen*.
 */
export const namesOf = (communes: readonly string[]): RegExp => namesAmong(communes.join('\n'))

/** Of one territory, which each notice asks for. */
const KEPT = { name: 'communes of rides', most: 4 * 1024 * 1024, bytesOf: bytesOfPattern }
const namesAmong = keepLast(KEPT, communes => {
  const all = [...communes.split('\n'), ...TOWNS].flatMap(loosely)
  const longest = all.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?:${[...new Set(longest), SAINTS].join('|')})(?![a-z])`, 'y')
})
/** Where the territory is not known: the towns to which people go from far. */
export const FAR_TOWNS = namesOf([])

function loosely(commune: string): readonly string[] {
  const loose = (name: string): string =>
    RegExp.escape(name)
      .replace(/^saint(e?)/, 's(?:ain)?t$1')
      .replace(/\\x2d|[ -]/g, '[ -]')
  const short = (name: string): string =>
    /^(?:sainte?-)?[a-z']+(?=-(?:sur|sous|en|le|la|les|l')-)|^(?!saint|sain-)[a-z]{6,}(?=-)/.exec(
      name,
    )?.[0] ?? ''
  const name = rideText(commune).plain
  return [name, short(name)].filter(one => one.length > 3 && !NO_SHORT.test(one)).map(loose)
}

function nameAt({ clear, plain }: RideText, at: number): string {
  NAMED.lastIndex = at
  NO_NAME.lastIndex = at
  if (NO_NAME.test(plain)) return ''
  const name = NAMED.exec(clear)?.[0] ?? ''
  // A day with a capital ends the name before it.
  for (let i = name.indexOf(' '); i > 0; i = name.indexOf(' ', i + 1)) {
    NO_NAME.lastIndex = at + i + 1
    if (NO_NAME.test(plain)) return name.slice(0, i)
  }
  return name
}

/** *le marché de Boën*, *la gare à Montbrison*; *de la gare à Boën* is a way between two. */
function withTown(text: RideText, goal: Place, known: Known): Place {
  const isLeft = /(?<![a-z])(?:de la |de l'|du |depuis (?:la |le |l')?)$/.test(
    text.plain.slice(0, goal.from),
  )
  const joint = isLeft ? /^ (?:de |d'|du |des )/ : /^,? (?:de |d'|du |a |au |des )(?:la |l')?/
  const of = joint.exec(text.plain.slice(goal.to))
  const start = placeStart(text, goal.to + (of?.[0].length ?? 0))
  const town = of && placeAt(text, start, { ...known, isSure: known.isSure && of[0] === ' a ' })
  if (town?.isNamed)
    return {
      said: text.clear.slice(goal.from, town.to),
      from: goal.from,
      to: town.to,
      isNamed: true,
    }
  OWN.lastIndex = goal.to
  const own = OWN.exec(text.plain)?.[0] ?? ''
  const to = goal.to + own.length
  return own === ''
    ? goal
    : withTown(text, { ...goal, said: text.clear.slice(goal.from, to), to }, known)
}
/** *la salle de sport*, *la vogue de chalmazel*: what a goal has behind it, though no name. */
const OWN = pattern('y')`
  (?: de | d'| du | des )(?!(?:bonne|temps|plus|retour|la|l|le|mon|ma|mes|jour|cet?
  |${WEEKDAY})(?![a-z]))[a-z]{3,}(?![a-z'])
`
/** *à L’Hôpital*, *à La Chamba*: an article with a capital is a part of the name. */
const ARTICLE = /(?:L'|(?:Le|La|Les) )$/
export const placeStart = ({ clear }: RideText, at: number): number =>
  at - (ARTICLE.exec(clear.slice(0, at))?.[0].length ?? 0)
/** *la vogue de Chalmazel*: any thing of a town that is named. */
const EVENT = pattern('y')`
    (?!(?:sortie|retour|depart|fin|cote|moitie|partir|aller|rentrer|revenir|remonter|monter
    |descendre|redescendre|retourner|fois|jour|quoi|bout|bord|part|panne|train|voiture|plus|moins
    |vide)(?![a-z]))[a-z]{3,}
    (?:[ -][a-z]+)?(?= (?:de |d'|du |a ))
  `

/** *mon stage à Feurs*. */
const WHOSE = /^(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|une?) /

export function eventAt(text: RideText, start: number, known: Known): Place | undefined {
  const at = start + (WHOSE.exec(text.plain.slice(start))?.[0].length ?? 0)
  NO_NAME.lastIndex = at
  if (isInWord(text.plain, at) || NO_NAME.test(text.plain)) return undefined
  EVENT.lastIndex = at
  const said = EVENT.exec(text.plain)?.[0]
  if (said === undefined || (/^places?$/.test(said) && !known.isSure)) return undefined
  const place = withTown(text, { said, from: at, to: at + said.length, isNamed: false }, known)
  const isWhole = place.isNamed || (known.isSure && place.said !== said)
  return isWhole ? { ...place, isNamed: true } : undefined
}
