import { lazyOf } from '../../../../core/lazy.ts'
import { linkOf, type TopicSaid, topicsOf } from '../topics/topics.ts'
import { readingKept } from './meaning.ts'
import type { SpokenNotice } from './spoken.ts'
import { type Likeness, type NoticePair, UNLIKE } from './thing.ts'

/** How well what two notices are about meets. */

/**
 * What is asked for in return is no topic of what is given: *contre un coup de main*, *à qui lui
 * rentrerait le bois*.
 */
const IN_RETURN =
  /[,\s](?:contre (?:un|une|des|du|de|quelques)|à qui [^.!?]*rait)(?!\p{L})[^.!?]*/iu
const given = ({ side, title }: SpokenNotice): string =>
  side === 'offer' ? title.replace(IN_RETURN, '') || title : title

/** About a kilobyte each. */
const MOST_KEPT = 2_000
const kept = new Map<string, readonly TopicSaid[]>()
/** The topics of a notice, kept for the last texts: a page argues hundreds of them. */
export const topicsSaid = lazyOf((one: SpokenNotice): readonly TopicSaid[] => {
  const reading = readingKept(one)
  if (reading !== undefined) return reading[2]
  const { more } = one
  const title = given(one)
  const text = `${title}\n${more}`
  const held = kept.get(text)
  if (held) return held
  const made = topicsOf(title, more)
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(text, made)
  return made
})

/** Two topics, one of each notice, and the chance that both notices are about them. */
type Met = Readonly<{ offer: TopicSaid; need: TopicSaid; sure: number }>
/** What a link between two topics counts beside one topic that both are about. */
const LINKED = 0.5

function metBy(
  { offer, need }: Pick<NoticePair, 'offer' | 'need'>,
  level: 'a' | 's',
): readonly Met[] {
  return topicsSaid(offer).flatMap(one =>
    topicsSaid(need).flatMap((other): readonly Met[] => {
      const isSame = one.topic === other.topic
      if ((isSame ? 'a' : linkOf(one.topic, other.topic)) !== level) return []
      const sure = one.sure * other.sure * (isSame || level === 's' ? 1 : LINKED)
      return [{ offer: one, need: other, sure }]
    }),
  )
}
const likeliest = (all: readonly Met[]): Met =>
  all.reduce((most, one) => (one.sure > most.sure ? one : most))
const chanceOf = (all: readonly Met[]): number => all.reduce((sum, { sure }) => sum + sure, 0)

/** A chance of so much is as sure as topics alone can be. */
const SURE = 0.6
/**
 * A place or a group tells of many things beside: by its topics alone it never answers, and a
 * search may show it.
 */
const NEARLY = 0.49
/** Both are about one topic, or about two of which the offer's answers the need's. */
export function topicsAlike(pair: NoticePair): Likeness {
  const all = metBy(pair, 'a')
  if (all.length === 0) return UNLIKE
  const { offer, need } = likeliest(all)
  const [given, asked] = [offer.words[0], need.words[0]]
  if (given === undefined || asked === undefined) return UNLIKE
  return {
    value: Math.min(pair.offer.side === 'there' ? NEARLY : 1, chanceOf(all) / SURE),
    reasons: [{ is: 'topic', topic: offer.topic, offer: given, need: asked }],
    doubts: [],
  }
}

/**
 * An indirect use is told where it is surer than an answer must be. The name of a group or of a
 * place is no thing to use: *La caisse à outils*.
 */
const SURE_TO_SERVE = 0.8
export function topicServes(pair: NoticePair): Likeness {
  if (pair.offer.side === 'there') return UNLIKE
  const all = metBy(pair, 's')
  if (all.length === 0) return UNLIKE
  const { offer, need } = likeliest(all)
  const [given, asked] = [offer.words[0], need.words[0]]
  if (given === undefined || asked === undefined) return UNLIKE
  return {
    value: Math.min(1, chanceOf(all) / SURE_TO_SERVE),
    reasons: [{ is: 'serves', offer: given, need: asked }],
    doubts: [],
  }
}

/** The chance that both are about one topic, or about two of which one answers the other. */
export const chanceAlike = (pair: NoticePair): number => chanceOf(metBy(pair, 'a'))
