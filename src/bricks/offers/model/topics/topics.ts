import { keepLast } from '../../../../core/byte-cache.ts'
import { lazy } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
import { synonymsOf } from '../../../../text/french/synonyms.ts'
import { type Feature, featuresOf, type Naming, namingIn, PAIR } from './features.ts'
import * as file from './topics.cjs'

/**
 * What a sentence is about, among the topics of a village: *mes chéneaux débordent* is about
 * cleaning gutters. Learnt from sentences (`../../topics`), each word a weight a topic.
 *
 * Source  multinomial logistic regression, `bin/topics/train.ts`.
 */

/**
 * A topic that a sentence may be about.
 *
 * Shape   `sure`: 0 to 1, those of one sentence together 1 at most; `words`: the words of the
 *         sentence that tell it, as they are written, the one by which people would name it first.
 */
export type TopicSaid = Readonly<{ topic: number; sure: number; words: readonly string[] }>

/** `rowOf`: the row of a feature, whose topics and weights stand from `at` of it to the next. */
type Known = Readonly<{
  rowOf: (key: string) => number | undefined
  at: Uint32Array
  rarity: Uint8Array
  rest: Int8Array
  topics: Uint16Array
  weights: Int8Array
  /** Of each topic before any word is read, and all of them together. */
  odds: Float64Array
  whole: number
  scale: number
}>

const bytes = (text: string): Uint8Array => Uint8Array.fromBase64(text)
const signed = (text: string): Int8Array => {
  const all = bytes(text)
  return new Int8Array(all.buffer, all.byteOffset, all.byteLength)
}
/**
 * The row of each word of a sorted text, words parted by `;`. The words stay in their text: a map
 * of sixty thousand of them would take seven megabytes in each thread.
 */
export function rowsIn(text: string): (key: string) => number | undefined {
  const starts = [0]
  for (let i = text.indexOf(';'); i >= 0; i = text.indexOf(';', i + 1)) starts.push(i + 1)
  const at = Uint32Array.from(text === '' ? [] : starts)
  /** Below zero where the word of a row stands before the key; compared where it stands. */
  const compare = (row: number, key: string): number => {
    const start = at[row]!
    const length = (row + 1 < at.length ? at[row + 1]! - 1 : text.length) - start
    const both = Math.min(length, key.length)
    for (let i = 0; i < both; i++) {
      const less = text.charCodeAt(start + i) - key.charCodeAt(i)
      if (less !== 0) return less
    }
    return length - key.length
  }
  /** The first row between two whose word does not stand before the key. */
  const seek = (key: string, from: number, to: number): number => {
    let [low, high] = [from, to]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(middle, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  // A pair stands behind its first word, before every other word.
  const behind = keepLast(BEHIND, (first): readonly [from: number, to: number] => {
    const from = seek(first, 0, at.length)
    return [from, seek(`${first}!`, from, at.length)]
  })
  return key => {
    const end = key.indexOf(' ')
    const [from, to] = behind(end < 0 ? key : key.slice(0, end))
    const row = end < 0 ? from : seek(key, from, to)
    return row < to && compare(row, key) === 0 ? row : undefined
  }
}
/** First words whose rows are known. */
const BEHIND = { name: 'rows of first words', most: 384 * 1024, bytesOf: () => 64 }

const known = lazy((): Known => {
  const read = file.topics()
  const [counts, pairs] = [bytes(read.counts), bytes(read.told)]
  const topics = new Uint16Array(pairs.length / 2)
  for (let i = 0; i < topics.length; i++) topics[i] = pairs[2 * i]! | (pairs[2 * i + 1]! << 8)
  const at = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) at[i + 1] = at[i]! + counts[i]!
  const odds = Float64Array.from(signed(read.bias), weight => Math.exp(weight * read.scale))
  return {
    rowOf: rowsIn(read.features),
    at,
    rarity: bytes(read.rarity),
    rest: signed(read.rest),
    topics,
    weights: signed(read.weights),
    odds,
    whole: odds.reduce((sum, one) => sum + one, 0),
    scale: read.scale,
  }
})
/** `links`: of the topic of an offer; `needed`: the offers that meet a need of a topic. */
type Linked = Readonly<{
  links: ReadonlyMap<number, ReadonlyMap<number, 'a' | 's'>>
  needed: ReadonlyMap<number, readonly number[]>
}>
const linked = lazy((): Linked => {
  const links = new Map<number, Map<number, 'a' | 's'>>()
  const needed = new Map<number, number[]>()
  for (const [offer, need, level] of file.topics().links) {
    links.set(offer, (links.get(offer) ?? new Map()).set(need, level))
    needed.set(need, [...(needed.get(need) ?? []), offer])
  }
  return { links, needed }
})

export const topicName = (topic: number): string => file.topics().topics[topic] ?? ''
/** The topics whose offers meet a need of this one; or whose needs meet an offer of it. */
export const topicsLinked = (topic: number, isNeed: boolean): readonly number[] =>
  isNeed ? (linked().needed.get(topic) ?? []) : [...(linked().links.get(topic)?.keys() ?? [])]
/** How an offer of one topic meets a need of another, where the lines say it. */
export const linkOf = (offer: number, need: number): 'a' | 's' | undefined =>
  linked().links.get(offer)?.get(need)

/** Words were left out by chance as topics were learnt: whole sentences are surer. */
const SHARP = 1.5
const MOST = 6
const LEAST = 0.02
const MOST_WORDS = 4
/** What a word that tells it counts as its name, by `Naming`; and one of the topic's own name. */
const NAMED_BY = [0.2, 0.7, 1] as const
const NAMED_BY_TOPIC = [0.4, 0.9, 2] as const
const LEAST_OF_MOST = 0.4
/** A word that is not known counts by those that name the same thing, a little less. */
const BY_SYNONYM = 0.8
const SYNONYMS = {
  name: 'rows of synonyms',
  most: 384 * 1024,
  bytesOf: (rows: readonly number[]): number => 32 + 8 * rows.length,
}

const isKnown = (key: string, said: string): boolean =>
  known().rowOf(key) !== undefined || synonymsOf(fold(said)).length > 0
/** A word with a letter once that it has twice, or twice that it has once. */
const doubled = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, i) =>
    word[i] === word[i + 1]
      ? word.slice(0, i) + word.slice(i + 1)
      : word.slice(0, i) + word[i]! + word.slice(i),
  )
/** A sentence with its doubled letters mended where nobody knows the word: *medicamments*. */
export function asKnown(text: string, isWord: (word: string) => boolean): string {
  return featuresOf(text).reduce((mended, { key, said }) => {
    if (said === undefined || isKnown(key, said) || isWord(said)) return mended
    const word = doubled(said).find(
      one => isWord(one) && isKnown(featuresOf(one)[0]?.key ?? '', one),
    )
    return word === undefined ? mended : mended.replace(new RegExp(said, 'iu'), word)
  }, text)
}
/** The share of the telling words of a sentence that are known, 0 to 1. */
export function knownShare(text: string): number {
  const all = featuresOf(text).filter(({ said }) => said !== undefined)
  return all.filter(({ key, said }) => isKnown(key, said!)).length / Math.max(1, all.length)
}

type Weighed = Readonly<{ feature: Feature; row: number; value: number }>
/** The rows of the words that name the same thing. */
const rowsBeside = keepLast(SYNONYMS, (said): readonly number[] =>
  synonymsOf(fold(said)).flatMap(word => known().rowOf(featuresOf(word)[0]?.key ?? '') ?? []),
)
function addWeighed(all: Weighed[], feature: Feature, share: number): void {
  const { rowOf, rarity } = known()
  const row = rowOf(feature.key)
  const part = share * (feature.said === undefined ? PAIR : 1)
  if (row !== undefined) all.push({ feature, row, value: (rarity[row]! / 20) * part })
  else if (feature.said !== undefined) {
    const others = rowsBeside(feature.said)
    for (const other of others) {
      const value = (part * BY_SYNONYM * (rarity[other]! / 20)) / Math.sqrt(others.length)
      all.push({ feature, row: other, value })
    }
  }
}

/** What stands beside a sentence tells of it less: days, places, reasons. */
const BESIDE = 0.5
/** The features of a sentence and of what stands beside it, of length one together. */
function vectorOf(text: string, more: string): readonly Weighed[] {
  const own = featuresOf(text)
  const said = new Set(own.map(({ key }) => key))
  const all: Weighed[] = []
  for (const feature of own) addWeighed(all, feature, 1)
  for (const feature of featuresOf(more))
    if (!said.has(feature.key)) addWeighed(all, feature, BESIDE)
  const length = Math.hypot(...all.map(({ value }) => value)) || 1
  return all.map(({ feature, row, value }) => ({ feature, row, value: value / length }))
}

/** What is added to each topic while a sentence is read: nothing between two of them. */
const untold = lazy(() => new Float64Array(known().odds.length).fill(Number.NaN))

/**
 * The topics of a sentence, the surest first; none of one that says no known word. `more`: what
 * stands beside it.
 */
export function topicsOf(text: string, more = ''): readonly TopicSaid[] {
  const { at, rest, topics, weights, odds, whole, scale } = known()
  const all = vectorOf(text, more)
  // A topic that no word tells of keeps its odds.
  const told: number[] = []
  const added = untold()
  for (const { row, value } of all)
    for (let i = at[row]!; i < at[row + 1]!; i++) {
      const push = value * (weights[i]! - rest[row]!) * scale * SHARP
      const topic = topics[i]!
      const before = added[topic]!
      if (Number.isNaN(before)) told.push(topic)
      added[topic] = (Number.isNaN(before) ? 0 : before) + push
    }
  let sum = whole
  for (const topic of told) {
    added[topic] = odds[topic]! * Math.exp(added[topic]!)
    sum = sum + added[topic] - odds[topic]!
  }
  const naming = lazyWord(() => namingIn(`${text}\n${more}`))
  const likely: Readonly<{ topic: number; sure: number }>[] = []
  for (const topic of told) {
    const sure = added[topic]! / sum
    if (sure >= LEAST) likely.push({ topic, sure })
  }
  for (const topic of told) added[topic] = Number.NaN
  return likely
    .sort((a, b) => b.sure - a.sure || a.topic - b.topic)
    .slice(0, MOST)
    .map(one => ({ ...one, words: wordsFor(one.topic, all, naming) }))
}
/** How readily each word names it, worked out once for all topics. */
function lazyWord(make: () => (said: string) => Naming): (said: string) => Naming {
  const naming = lazy(make)
  const kept = new Map<string, Naming>()
  return said => {
    const made = kept.get(said) ?? naming()(said)
    kept.set(said, made)
    return made
  }
}
const keysOfTopic = keepLast(
  {
    name: 'keys of topics',
    most: 1024 * 1024,
    bytesOf: (keys: ReadonlySet<string>) => 64 * keys.size,
  },
  (name): ReadonlySet<string> => new Set(featuresOf(name).map(({ key }) => key)),
)

function wordsFor(
  topic: number,
  all: readonly Weighed[],
  naming: (said: string) => Naming,
): readonly string[] {
  const by = new Map<string, Readonly<{ said: string; key: string; told: number }>>()
  for (const { feature, row, value } of all) {
    const { key, said } = feature
    if (said === undefined) continue
    const told = value * weightOf(row, topic)
    if (told > (by.get(said)?.told ?? 0)) by.set(said, { said, key, told })
  }
  const own = keysOfTopic(topicName(topic))
  const counts = [...by.values()].map(({ said, key, told }) => ({
    said,
    told,
    as: own.has(key) ? NAMED_BY_TOPIC : NAMED_BY,
  }))
  // A word that could not count enough by any naming is not asked how it names.
  const least = LEAST_OF_MOST * Math.max(...counts.map(({ told, as }) => told * as[0]))
  const words = counts
    .filter(({ told, as }) => told * as[2] >= least)
    .map(({ said, told, as }) => ({ said, by: told * as[naming(said)] }))
  const most = Math.max(...words.map(one => one.by))
  return words
    .filter(one => one.by >= LEAST_OF_MOST * most)
    .sort((a, b) => b.by - a.by)
    .slice(0, MOST_WORDS)
    .map(({ said }) => said)
}

/** How much a row tells of a topic. */
function weightOf(row: number, topic: number): number {
  const { at, topics, weights } = known()
  for (let i = at[row]!; i < at[row + 1]!; i++) if (topics[i] === topic) return weights[i]!
  return 0
}
