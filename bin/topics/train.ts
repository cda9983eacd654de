import { featuresOf, PAIR } from '../../src/bricks/offers/model/topics/features.ts'
import type { TopicField, TopicSentence } from './lines.ts'

/**
 * How much each feature tells of each topic: multinomial logistic regression, by stochastic
 * gradient steps whose size each weight earns (AdaGrad). Half of the features of a sentence are
 * left out by chance at each step, so that no topic hangs on one word.
 *
 * Law     the same lines and seed give the same weights on the same machine.
 * Source  Duchi, Hazan, Singer 2011 (AdaGrad); Srivastava et al. 2014 (dropout).
 */
export type Trained = Readonly<{
  topics: readonly string[]
  /** Features, by their place in `weights`. */
  features: ReadonlyMap<string, number>
  /** How rare a feature is: what one of it counts. */
  rarity: Float32Array
  /** Feature by feature, a weight a topic. */
  weights: Float32Array
  bias: Float32Array
}>
export type Training = Readonly<{ passes: number; seed: number; bags: number }>
export const USUAL: Training = { passes: 12, seed: 20261201, bags: 24 }

/** How many times the name of a topic counts as a sentence about it. */
const NAMED = 8

type Example = Readonly<{ features: readonly string[]; topics: readonly number[] }>

/** Chance that comes back the same for one seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let held = seed >>> 0
  return () => {
    held = (held + 0x6d2b79f5) >>> 0
    let t = Math.imul(held ^ (held >>> 15), 1 | held)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const keysOf = (text: string): readonly string[] => featuresOf(text).map(({ key }) => key)

/**
 * Sentences that nobody wrote, from the words of a topic: one that is sure with some in company, or
 * a few in company alone.
 */
function bagsOf(field: TopicField, topic: number, most: number, chance: () => number): Example[] {
  const sure = field.sure.map(keysOf).filter(all => all.length > 0)
  const beside = field.beside.map(keysOf).filter(all => all.length > 0)
  const some = (all: readonly (readonly string[])[], n: number): readonly string[] =>
    Array.from({ length: n }, () => all[Math.floor(chance() * all.length)] ?? []).flat()
  return Array.from({ length: most }, (_, i) => {
    const features =
      i % 4 === 3 || sure.length === 0
        ? some(beside, 3 + Math.floor(chance() * 2))
        : [...some(sure, i % 4 === 2 ? 2 : 1), ...some(beside, 1 + Math.floor(chance() * 3))]
    return { features: [...new Set(features)], topics: [topic] }
  })
}

export function train(
  sentences: readonly TopicSentence[],
  fields: readonly TopicField[],
  { passes, seed, bags }: Training = USUAL,
): Trained {
  const chance = chanceFrom(seed)
  const topics = [...new Set(sentences.flatMap(one => one.topics))].toSorted()
  const numbers = new Map(topics.map((topic, i) => [topic, i]))
  const written = sentences.map(
    ({ topics: named, text }): Example => ({
      features: keysOf(text),
      topics: named.map(one => numbers.get(one)!),
    }),
  )
  const drawn = fields.flatMap(one => {
    const topic = numbers.get(one.topic)
    return topic === undefined ? [] : bagsOf(one, topic, bags, chance)
  })
  const named = topics.flatMap((name, topic) =>
    new Array<Example>(NAMED).fill({ features: keysOf(name), topics: [topic] }),
  )
  const examples = [...written, ...drawn, ...named]
  const { features, rarity } = featuresIn(examples)
  return {
    topics,
    features,
    rarity,
    ...steps(examples, { topics, features, rarity }, passes, chance),
  }
}

/** Pairs are kept where two examples have them. */
function featuresIn(examples: readonly Example[]): Pick<Trained, 'features' | 'rarity'> {
  const counts = new Map<string, number>()
  for (const one of examples)
    for (const key of one.features) counts.set(key, (counts.get(key) ?? 0) + 1)
  const kept = [...counts].filter(([key, n]) => n > 1 || !key.includes(' '))
  return {
    features: new Map(kept.map(([key], i) => [key, i])),
    rarity: Float32Array.from(kept, ([, n]) => Math.log((examples.length + 1) / (n + 0.5))),
  }
}

const DROPPED = 0.2
const STEP = 0.5
const DECAY = 1e-4
/** A smaller gradient is not followed: most topics have nothing to do with a sentence. */
const FELT = 1e-4

function steps(
  examples: readonly Example[],
  { topics, features, rarity }: Pick<Trained, 'topics' | 'features' | 'rarity'>,
  passes: number,
  chance: () => number,
): Pick<Trained, 'weights' | 'bias'> {
  const n = topics.length
  const weights = new Float32Array(features.size * n)
  const earned = new Float32Array(features.size * n)
  const bias = new Float32Array(n)
  const earnedBias = new Float32Array(n)
  const told = new Float32Array(n)
  const order = examples.map((_, i) => i)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const at of order) {
      const { features: all, topics: right } = examples[at]!
      const vector = vectorOf(
        all.filter(() => chance() >= DROPPED),
        features,
        rarity,
      )
      if (vector.length === 0) continue
      told.set(bias)
      for (const [feature, value] of vector)
        for (let k = 0; k < n; k++) told[k]! += value * weights[feature * n + k]!
      asChances(told)
      for (const topic of right) told[topic]! -= 1 / right.length
      for (let k = 0; k < n; k++) {
        const slope = told[k]!
        if (Math.abs(slope) < FELT) continue
        earnedBias[k]! += slope * slope
        bias[k]! -= (0.3 * STEP * slope) / Math.sqrt(earnedBias[k]! + 1e-6)
        for (const [feature, value] of vector) {
          const i = feature * n + k
          const own = slope * value + DECAY * weights[i]!
          earned[i]! += own * own
          weights[i]! -= (STEP * own) / Math.sqrt(earned[i]! + 1e-6)
        }
      }
    }
  }
  return { weights, bias }
}

/** What a sentence says, of length one: rare features count more, pairs a little less. */
function vectorOf(
  keys: readonly string[],
  features: Trained['features'],
  rarity: Float32Array,
): readonly (readonly [feature: number, value: number])[] {
  const found = keys.flatMap(key => {
    const feature = features.get(key)
    if (feature === undefined) return []
    return [[feature, rarity[feature]! * (key.includes(' ') ? PAIR : 1)] as const]
  })
  const length = Math.hypot(...found.map(([, value]) => value)) || 1
  return found.map(([feature, value]) => [feature, value / length] as const)
}

/** Softmax, in place. */
function asChances(told: Float32Array): void {
  const most = told.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let k = 0; k < told.length; k++) {
    told[k] = Math.exp(told[k]! - most)
    sum += told[k]!
  }
  for (let k = 0; k < told.length; k++) told[k]! /= sum
}
