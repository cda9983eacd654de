import { wordsOf } from '../../src/core/letters/words.ts'
import { isTelling, singular } from '../../src/text/searching/small-words.ts'
import type { TopicSentence } from '../topics/lines.ts'

/** A word that fewer sentences say tells nothing of itself. */
const LEAST = 15
/** So many bits of spread make a word broad: about 37 topics that say it equally often. */
const BROAD = 5.2

/**
 * Words that are said of many things: *table*, *pièce*, *papier*. Alone they tell little of a
 * search, *guitare* and *mobylette* much.
 *
 * Shape   folded words in the singular, sorted.
 * Law     a word is broad when the topics of the sentences that say it have an entropy of at least
 *         5.2 bits.
 * Source  Shannon 1948, entropy; the sentences of `src/bricks/offers/topics/`.
 */
export function broadWords(sentences: readonly TopicSentence[]): readonly string[] {
  const said = new Map<string, Map<string, number>>()
  for (const { topics, text } of sentences)
    for (const word of new Set(wordsOf(text).filter(isTelling).map(singular))) {
      const held = said.get(word) ?? new Map<string, number>()
      said.set(word, held)
      for (const topic of topics) held.set(topic, (held.get(topic) ?? 0) + 1)
    }
  return [...said]
    .filter(([, topics]) => isBroadIn([...topics.values()]))
    .map(([word]) => word)
    .sort()
}

function isBroadIn(counts: readonly number[]): boolean {
  const all = counts.reduce((sum, n) => sum + n, 0)
  const entropy = counts.reduce((sum, n) => sum - (n / all) * Math.log2(n / all), 0)
  return all >= LEAST && entropy >= BROAD
}

export const broadMade = (sentences: readonly TopicSentence[]): string =>
  `${JSON.stringify({ words: broadWords(sentences).join(' ') }, null, 2)}\n`
