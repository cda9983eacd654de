import { lazyOf } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { isFirstName } from '../../../../text/guard/lexicon.ts'
import { topicName } from '../topics/topics.ts'
import { daysSaid } from './days.ts'
import { RIDE } from './goals-said.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'
import { type Likeness, type NoticePair, UNLIKE } from './thing.ts'
import { topicsAlike, topicsSaid } from './topics-alike.ts'

/**
 * Rides that two people tell in their own words: *Maman doit être à l’hôpital de Gap mardi*,
 * *mon mari a la kiné à Gap mardi, il reste deux places*.
 */

/** From here on a notice tells of a ride, whichever its errand. */
const LIKELY = 0.4
const tellsRide = (one: SpokenNotice): boolean =>
  topicsSaid(one)
    .filter(({ topic }) => topicName(topic).startsWith('trajet '))
    .reduce((sum, { sure }) => sum + sure, 0) >= LIKELY
export const areRides = ({ offer, need }: Pick<NoticePair, 'offer' | 'need'>): boolean =>
  tellsRide(offer) && tellsRide(need)

/** A place that a text names: whether it says that one goes there, or comes back from it. */
type Told = Readonly<{ key: string; said: string; isTo: boolean; isBack: boolean }>
const LEAVES = pattern('iu')`
  (?<!\p{L})(depuis|départ|départ de|départ d.|(pars|part|partons)( à [\d h]+)? de
  |passage par|passe par
  |quitte)[ ](l[ea]s?[ ])?$
`
const RETURNS = pattern('iu')`
  (?<!\p{L})(rentr\p{L}*|retour|revien\p{L}*|revenir|vien[st]|venir)[ ](de|du|des|d.)[ ]?
  (l[ea]s?[ ])?$
`
/** Capitals that are no places. */
const OTHER: ReadonlySet<string> = new Set(
  'noel paques toussaint saint sainte lundi mardi mercredi jeudi vendredi samedi dimanche'.split(
    ' ',
  ),
)
/** What stands before the name of a place: *à Gap*, *l’hôpital Nord*. */
const TO_PLACE = pattern('iu')`
  (?<!\p{L})(à|a|au|aux|vers|sur|jusqu['’]à|h[oô]pital|clinique|gare|lyc[ée]e|coll[èe]ge|march[ée])
  ( d[eu]| d['’])?[ ]$
`
/**
 * The places of a text. `also`: what the other says with a capital behind such a word, and many
 * type without.
 */
function placesIn(
  { title, more }: SpokenNotice,
  also: ReadonlySet<string> = new Set(),
): readonly Told[] {
  const text = `${title}. ${more}`
  return [...text.matchAll(/(?<!\p{L})\p{L}{3,}/gu)].flatMap(({ 0: said, index }) => {
    const before = text.slice(Math.max(0, index - 30), index)
    const key = fold(said)
    const isNamed = /^\p{Lu}\p{Ll}/u.test(said) && !/(^|[.!?:…]\s*)$/u.test(before)
    const isTo = TO_PLACE.test(before)
    if (!(isNamed || (isTo && also.has(key))) || LEAVES.test(before)) return []
    if (OTHER.has(key) || isFirstName(key)) return []
    return [{ key, said, isTo, isBack: RETURNS.test(before) }]
  })
}
const keysOf = (all: readonly Told[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ key, isTo }) => (isTo ? [key] : [])))

/** Who goes to work or to school goes there each day. */
const DAILY = pattern('iu')`
  (?<!\p{L})(tous les (jours|matins|soirs)|chaque (jour|matin|soir)|toute la semaine|en semaine
  |du lundi au vendredi)(?!\p{L})
`
const isDaily = lazyOf(({ title, more }: SpokenNotice): boolean => DAILY.test(`${title} ${more}`))
const sureOf = (one: SpokenNotice, name: string): number =>
  topicsSaid(one).find(({ topic }) => topicName(topic) === name)?.sure ?? 0
const DAILY_ERRAND = 'trajet travail ou étude'
/** A seat of one day is none for who goes each day. */
export function isTooSeldom({ offer, need, gives, asks }: NoticePair): boolean {
  const isEachDay = isDaily(need) || sureOf(need, DAILY_ERRAND) >= LIKELY
  if (!isEachDay || !(areRides({ offer, need }) || offer.ride || gives.act === RIDE)) return false
  const [driven, asked] = [daysSaid(offer, gives).length, daysSaid(need, asks).length]
  return (asked === 0 || asked > 2) && driven > 0 && driven <= 2 && !isDaily(offer)
}

/** Who drives others to the doctor drives nobody to work. */
const FOR_OTHERS = pattern('u')`
  \b(?:conduis|conduit|emmene|accompagne|transporte|vehicule)s? (?:les|des|ceux|celles|vos|qui)\b
`
const CARE = 'trajet médical'
const isForCare = ({ offer, need }: NoticePair): boolean =>
  FOR_OTHERS.test(foldedText(offer)) && sureOf(offer, CARE) >= LIKELY && sureOf(need, CARE) < LIKELY

/** As sure as two towns of one name are. */
const SAME_TOWN = 0.8
/** The places of both, each read with those of the other. */
function placesOf({ offer, need }: NoticePair): readonly [readonly Told[], readonly Told[]] {
  const [named, wanted] = [placesIn(offer), placesIn(need)]
  return [placesIn(offer, keysOf(wanted)), placesIn(need, keysOf(named))]
}
/** *L’hôpital de Gap* is no *hôpital de Grenoble*. */
export function areToTwoTowns(pair: NoticePair): boolean {
  const [driven, asked] = placesOf(pair).map(keysOf)
  return driven!.size > 0 && asked!.size > 0 && driven!.isDisjointFrom(asked!)
}

/** They meet by a town that both go to; or by their errand, where who drives names none. */
export function ridesTold(pair: NoticePair): Likeness {
  const { offer, gives } = pair
  if (isForCare(pair)) return UNLIKE
  const [driven, asked] = placesOf(pair)
  const met = asked.find(one =>
    driven.some(({ key, isBack }) => key === one.key && isBack === one.isBack),
  )
  if (met)
    return {
      value: SAME_TOWN,
      reasons: [{ is: 'towards', key: met.key, place: met.said }],
      doubts: [],
    }
  const isForAll = driven.length === 0 && daysSaid(offer, gives).length === 0
  return isForAll ? topicsAlike(pair) : UNLIKE
}
