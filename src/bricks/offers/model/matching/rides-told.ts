import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { isFirstName } from '../../../../text/guard/lexicon.ts'
import { topicName } from '../topics/topics.ts'
import { daysSaid } from './days.ts'
import type { SpokenNotice } from './spoken.ts'
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
export const areRides = ({ offer, need }: NoticePair): boolean =>
  tellsRide(offer) && tellsRide(need)

/** A place that a text names, and whether one comes back from it. */
type Told = Readonly<{ key: string; said: string; isBack: boolean }>
const LEAVES = pattern('iu')`
  (?<!\p{L})(depuis|départ|départ de|départ d.|pars de|part de|partons de|passage par|passe par
  |quitte)[ ](l[ea]s?[ ])?$
`
const RETURNS = pattern('iu')`
  (?<!\p{L})(rentr\p{L}*|retour|revien\p{L}*|revenir|vien[st]|venir)[ ](de|du|des|d.)[ ]?
  (l[ea]s?[ ])?$
`
/** Capitals that are no places. */
const OTHER: ReadonlySet<string> = new Set('noel paques toussaint saint sainte'.split(' '))
function placesIn({ title, more }: SpokenNotice): readonly Told[] {
  const text = `${title}. ${more}`
  return [...text.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}{2,}/gu)].flatMap(({ 0: said, index }) => {
    const before = text.slice(Math.max(0, index - 30), index)
    const isFirst = /(^|[.!?:…]\s*)$/u.test(before)
    const key = fold(said)
    if (isFirst || LEAVES.test(before) || OTHER.has(key) || isFirstName(key)) return []
    return [{ key, said, isBack: RETURNS.test(before) }]
  })
}

/** As sure as two towns of one name are. */
const SAME_TOWN = 0.8
/** They meet by a town that both go to; or by their errand, where who drives names none. */
export function ridesTold(pair: NoticePair): Likeness {
  const { offer, need, gives } = pair
  const [driven, asked] = [placesIn(offer), placesIn(need)]
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
