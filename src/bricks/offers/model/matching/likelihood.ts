import { linkOf, type TopicSaid } from '../topics/topics.ts'
import { BIAS, WEIGHTS } from './likelihood-learnt.ts'
import type { NoticePair } from './thing.ts'
import { topicsSaid } from './topics-alike.ts'

/**
 * How likely a good relay would bring two notices together: logistic regression on a few signs,
 * learnt from villages whose pairs are known (`bin/make-likelihood.ts`).
 *
 * Law     the nearer, or the better a way of passing fits, never the less likely.
 */

/**
 * The signs of a pair.
 *
 * Shape   `met`: logarithm of the chance that both are about one topic, or two that are linked.
 *         `chance`: that chance, a link counting half. `overlap`, `overlapFlat`: Bhattacharyya
 *         coefficient of the topics, as they are and flattened. `sharp`: the chance by sharpened
 *         topics. `named`: how alike are the things that both name. `way`: how well the ways of
 *         passing fit. `near`: 1 in one place. `apart`: 1 where the words seem to part them.
 *         `sought`: 1 where the need says that it looks for something. `acts`: 1 where both tell
 *         one doing or none, −1 two, 0 where one alone does.
 */
export type Signs = Readonly<Record<keyof typeof WEIGHTS, number>>

/** What little chance is left where no topic meets. */
const LEAST = 0.003
/** Exponents that flatten and sharpen the chances of topics. */
const [FLAT, SHARP] = [0.5, 1.7]

const tempered = (all: readonly TopicSaid[], power: number): ReadonlyMap<number, number> => {
  const sum = all.reduce((total, { sure }) => total + sure ** power, 0) || 1
  return new Map(all.map(({ topic, sure }) => [topic, sure ** power / sum]))
}
/** Bhattacharyya coefficient: 1 where two spread over topics alike. */
const overlapOf = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number =>
  [...one].reduce((sum, [topic, sure]) => sum + Math.sqrt(sure * (other.get(topic) ?? 0)), 0)

function chancesOf(
  offer: ReadonlyMap<number, number>,
  need: ReadonlyMap<number, number>,
): Readonly<{ same: number; linked: number }> {
  let [same, linked] = [0, 0]
  for (const [topic, sure] of offer)
    for (const [other, also] of need)
      if (topic === other) same += sure * also
      else if (linkOf(topic, other) === 'a') linked += sure * also
  return { same, linked }
}

export function topicSigns({
  offer,
  need,
}: Pick<NoticePair, 'offer' | 'need'>): Pick<
  Signs,
  'met' | 'chance' | 'overlap' | 'overlapFlat' | 'sharp'
> {
  const [given, asked] = [topicsSaid(offer), topicsSaid(need)]
  const plain = [given, asked].map(all => new Map(all.map(({ topic, sure }) => [topic, sure])))
  const [one, other] = [plain[0]!, plain[1]!]
  const { same, linked } = chancesOf(one, other)
  const sharp = chancesOf(tempered(given, SHARP), tempered(asked, SHARP))
  return {
    met: Math.log(same + linked + LEAST),
    chance: same + linked / 2,
    overlap: overlapOf(one, other),
    overlapFlat: overlapOf(tempered(given, FLAT), tempered(asked, FLAT)),
    sharp: sharp.same + sharp.linked / 2,
  }
}

export const NAMES = Object.keys(WEIGHTS) as readonly (keyof Signs)[]
/** The chance that a sum of weighed signs stands for. */
export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum))
/** 0 to 1: half is as likely as an answer must be. */
export const likelihoodOf = (signs: Signs): number =>
  logistic(NAMES.reduce((sum, name) => sum + WEIGHTS[name] * signs[name], BIAS))
