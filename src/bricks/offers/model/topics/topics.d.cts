/**
 * What features tell of topics, as `bin/make-topics.ts` makes it of `../../topics/*.tsv`.
 *
 * Shape   `topics`: their names, by number; `features`: sorted, parted by `;`; of each, in their
 *         order: `rarity` (a byte, in twentieths), `rest` (what it weighs for the topics that it
 *         does not tell of), `counts` (a byte: how many topics it tells of), and in
 *         one stretch `told` (two bytes each, a topic's number, the low byte first) and `weights`
 *         (a signed byte each, times `scale`). `bias`: of each topic, as `weights`. `links`: number
 *         of the offer's topic, of the need's, `a` (answers) or `s` (serves). Bytes are base64.
 */
export type TopicsFile = Readonly<{
  topics: readonly string[]
  features: string
  rarity: string
  rest: string
  counts: string
  told: string
  weights: string
  bias: string
  scale: number
  links: readonly (readonly [offer: number, need: number, level: 'a' | 's'])[]
}>
export declare const topics: () => TopicsFile
/** What the lines said that topics were learnt from, in sixteen hexadecimal digits. */
export declare const TOPICS_SUM: string
