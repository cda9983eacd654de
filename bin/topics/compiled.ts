import { createHash } from 'node:crypto'
import type { TopicsFile } from '../../src/bricks/offers/model/topics/topics.cjs'
import { APART } from '../../src/text/searching/families.ts'
import type { TopicLines } from './lines.ts'
import { type Trained, train, USUAL } from './train.ts'

/**
 * How many topics a feature tells of, at most, and how much it must tell: `docs/decisions/0078` has
 * what fewer cost.
 */
const MOST_TOLD = 60
const LEAST = 1.2

/** What lines and families of words say: the same sum, the same topics, whatever machine learnt. */
export function sumOf({ sentences, fields, links }: TopicLines): string {
  const told = JSON.stringify([
    USUAL,
    APART,
    sentences.map(({ topics, text }) => [topics, text]),
    fields.map(({ topic, sure, beside }) => [topic, sure, beside]),
    links.map(({ offer, need, level }) => [offer, need, level]),
  ])
  return createHash('sha256').update(told).digest('hex').slice(0, 16)
}

const base64 = (bytes: Uint8Array | Int8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

const compiled = (lines: TopicLines): TopicsFile =>
  packed(train(lines.sentences, lines.fields), lines)

export function packed(trained: Trained, lines: TopicLines): TopicsFile {
  const { topics, features, rarity, weights, bias } = trained
  const n = topics.length
  const most = [...weights, ...bias].reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1
  const scale = most / 127
  const asByte = (weight: number): number => Math.round(weight / scale)
  const rows = [...features].map(([key, feature]) => {
    const all = Array.from({ length: n }, (_, k) => [k, weights[feature * n + k]!] as const)
    // Most topics are told a little less likely by any word: that little is kept once.
    const usual = all.reduce((sum, [, weight]) => sum + weight, 0) / n
    const told = all
      .filter(([, weight]) => weight - usual > LEAST)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_TOLD)
    const kept = new Set(told.map(([topic]) => topic))
    const others = all.filter(([k]) => !kept.has(k))
    const rest = others.reduce((sum, [, weight]) => sum + weight, 0) / Math.max(1, others.length)
    return { key, rest, told, rare: Math.min(255, Math.round(rarity[feature]! * 20)) }
  })
  const kept = rows
    .filter(({ told }) => told.length > 0)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const told = kept.flatMap(row => row.told)
  const numbers = new Map(topics.map((topic, i) => [topic, i]))
  return {
    topics,
    features: kept.map(({ key }) => key).join(';'),
    rarity: base64(Uint8Array.from(kept, ({ rare }) => rare)),
    rest: base64(Int8Array.from(kept, ({ rest }) => asByte(rest))),
    counts: base64(Uint8Array.from(kept, row => row.told.length)),
    told: base64(Uint8Array.from(told.flatMap(([topic]) => [topic & 255, topic >> 8]))),
    weights: base64(Int8Array.from(told, ([, weight]) => asByte(weight))),
    bias: base64(Int8Array.from(bias, asByte)),
    scale,
    links: lines.links.map(
      ({ offer, need, level }) =>
        [numbers.get(offer)!, numbers.get(need)!, level === 'answers' ? 'a' : 's'] as const,
    ),
  }
}

const MADE_BY =
  '/** Made by `bin/make-topics.ts`. CommonJS: only `require` reads late and at once. */'

/** The files that are made, by their names in `src/bricks/offers/model/topics/`. */
export const madeFiles = (lines: TopicLines): Readonly<Record<string, string>> => ({
  'topics.json': `${JSON.stringify(compiled(lines))}\n`,
  'topics.cjs': `${MADE_BY}
exports.topics = () => require('./topics.json')
exports.TOPICS_SUM = '${sumOf(lines)}'
`,
})
