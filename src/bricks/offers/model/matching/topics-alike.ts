import { ByteCache, keepLast } from '../../../../core/byte-cache.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { fold, stems, wordsOf } from '../../../../core/letters/words.ts'
import { synonymsOf } from '../../../../text/french/synonyms.ts'
import { isBroad } from '../../../../text/searching/small-words.ts'
import { featuresOf, namingIn } from '../topics/features.ts'
import { linkOf, type TopicSaid, topicName, topicsOf } from '../topics/topics.ts'
import { type NoticeMeaning, readingKept } from './meaning.ts'
import { isKnown, keyOf, kindsOf } from './names.ts'
import { asExplained } from './sentence.ts'
import type { SpokenNotice } from './spoken.ts'
import { type Likeness, type NoticePair, UNLIKE } from './thing.ts'

/** How well what two notices are about meets. */

/**
 * What is asked for in return is no topic of what is given: *contre un coup de main*, *à qui lui
 * rentrerait le bois*.
 */
const IN_RETURN =
  /[,\s](?:contre (?:un|une|des|du|de|quelques)|à qui [^.!?]*rait)(?!\p{L})[^.!?]*/iu
const told = ({ side, title }: SpokenNotice): string =>
  asExplained((side === 'offer' && title.replace(IN_RETURN, '')) || title)

/** About a kilobyte each. */
const kept = new ByteCache<readonly TopicSaid[]>({ name: 'topics said', most: 3 * 1024 * 1024 })
/** The topics of a notice, kept for the last texts: a page argues hundreds of them. */
export const topicsSaid = lazyOf((one: SpokenNotice): readonly TopicSaid[] => {
  const reading = readingKept(one)
  if (reading !== undefined) return reading[2]
  const { more } = one
  const title = told(one)
  const text = `${title}\n${more}`
  return kept.get(text) ?? kept.set(text, topicsOf(title, more))
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

const namingOf = lazyOf(({ title, more }: SpokenNotice) => namingIn(`${title}\n${more}`))
/** Kept: words of topics come back in every pair. */
const keysIn = keepLast<readonly string[]>({ name: 'keys of words', most: 512 * 1024 }, text =>
  featuresOf(text).map(({ key }) => key),
)
/** A noun of the topic's own name, a verb of it, the thing itself, else what tells it first. */
function wordOf({ topic, words }: TopicSaid, one: SpokenNotice, said: NoticeMeaning): string {
  const nouns = words.filter(word => namingOf(one)(word) === 2)
  const isIn = (all: readonly string[], text: string) => {
    const keys = new Set(keysIn(text))
    return all.find(word => keysIn(word).some(key => keys.has(key)))
  }
  const isThing = one.side === 'need' ? said.sought : said.act === undefined
  const word =
    isIn([...nouns, words[0]!], topicName(topic)) ??
    (isThing ? isIn(nouns, said.things[0]?.said ?? '') : undefined) ??
    words[0]!
  return wholeOf(word, one, said)
}
/** A name of several words, where it is a part of one: *pommes de terre*, *mobil-home*. */
function wholeOf(word: string, one: SpokenNotice, { things }: NoticeMeaning): string {
  const named = things.find(({ said }) => said.split(/[^\p{L}\p{N}]+/u).includes(word))?.said
  if (named !== undefined || namingOf(one)(word) < 2) return named ?? word
  return tiedName(word, one)
}
/** *Camping-car*, of which *camping* is a part; not *prends-la*. */
export function tiedName(word: string, one: SpokenNotice): string {
  const tied = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:\\p{L}+-)*${RegExp.escape(word)}` +
      '(?:-(?!(?:là|ci|moi|je|nous|vous|ils?|elles?|on|les?|la|ce|y|en|t)(?!\\p{L}))\\p{L}+)*' +
      '(?!\\p{L})',
    'iu',
  )
  return tied.exec(`${one.title} ${one.more}`)?.[0].toLowerCase() ?? word
}

/**
 * By which words the two tell of what they meet by: a noun of both, else each by its own. What both
 * say aside is no matter of theirs: it is a thing, is in the topic's name, or tells it first.
 */
function wordsOfTwo(
  { offer, need, gives, asks }: NoticePair,
  given: TopicSaid,
  asked: TopicSaid,
): Readonly<{ offer: string; need: string }> {
  const named = new Set(keysIn(topicName(asked.topic)))
  const both = given.words.flatMap((word, i) => {
    const [key = ''] = keysIn(word)
    const at = asked.words.findIndex(one => keysIn(one)[0] === key)
    const other = asked.words[at]
    if (other === undefined) return []
    if (i > 0 && at > 0 && !named.has(key) && !isKnown(keyOf(word))) return []
    const isNoun = namingOf(offer)(word) === 2 && namingOf(need)(other) === 2
    return isNoun ? [{ offer: word, need: other }] : []
  })
  if (both[0]) {
    const whole = {
      offer: wholeOf(both[0].offer, offer, gives),
      need: wholeOf(both[0].need, need, asks),
    }
    return isOneWord(whole) ? whole : both[0]
  }
  const told = toldByBoth(offer, need, [...given.words, ...asked.words], named)
  if (told) return told
  const two = { offer: wordOf(given, offer, gives), need: wordOf(asked, need, asks) }
  // One word, told better by the offer: *freins*, where the other says *quand je freine*.
  const isBetter = isOneWord(two) && namingOf(need)(two.need) < namingOf(offer)(two.offer)
  return isBetter ? { offer: two.offer, need: two.offer } : two
}
type TwoWords = Readonly<{ offer: string; need: string }>
/** A telling word that one is read by, and the other writes too. */
function toldByBoth(
  offer: SpokenNotice,
  need: SpokenNotice,
  words: readonly string[],
  named: ReadonlySet<string>,
): TwoWords | undefined {
  const [given, asked] = [offer, need].map(({ title, more }) => featuresOf(`${title}\n${more}`))
  for (const word of words) {
    const [key = ''] = keysIn(word)
    if (isBroad(fold(word)) || (!named.has(key) && !isKnown(keyOf(word)))) continue
    const [mine, theirs] = [given, asked].map(all => all!.find(one => one.key === key)?.said)
    if (mine === undefined || theirs === undefined) continue
    const isNoun = namingOf(offer)(mine) === 2 && namingOf(need)(theirs) === 2
    if (isNoun && isOneWord({ offer: mine, need: theirs })) return { offer: mine, need: theirs }
  }
  return undefined
}
/** Words of the names of topics that tell how and where it is done. */
const HOW: ReadonlySet<string> = new Set(['ensemble', 'domicile', 'lourd', 'lourde', 'groupe'])
/**
 * Whether people would name the matter by this word: it is of its topic’s name, or a thing that is
 * like the other’s. A leg is no wheelchair.
 */
function namesIt(word: string, other: string, topic: string): boolean {
  if (HOW.has(fold(word))) return false
  const named = new Set(keysIn(topic))
  if (keysIn(word).some(key => named.has(key))) return true
  const keys = wordsOf(word).map(keyOf).filter(isKnown)
  if (keys.length > 0 && !isBroad(fold(word))) return true
  const about = wordsOf(`${topic} ${other}`)
  const near = about.map(keyOf).filter(isKnown)
  const isNear = (key: string) =>
    near.some(
      one =>
        key === one ||
        kindsOf(key).has(one) ||
        kindsOf(one).has(key) ||
        !kindsOf(key).isDisjointFrom(kindsOf(one)),
    )
  return (
    keys.some(isNear) ||
    wordsOf(word).some(one => synonymsOf(one).some(same => about.includes(same)))
  )
}
/** Two words that are told as they are, or the topic alone. */
function asTold(two: TwoWords, topic: string): TwoWords & Readonly<{ bare?: true }> {
  const { offer, need } = two
  const isTold = isOneWord(two) || (namesIt(offer, need, topic) && namesIt(need, offer, topic))
  return isTold ? two : { ...two, bare: true }
}
const isOneWord = ({ offer, need }: Readonly<{ offer: string; need: string }>): boolean =>
  offer === need ||
  (keysIn(offer)[0] === keysIn(need)[0] && stems(offer).join(' ') === stems(need).join(' '))

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
  if (offer.words.length === 0 || need.words.length === 0) return UNLIKE
  return {
    value: Math.min(pair.offer.side === 'there' ? NEARLY : 1, chanceOf(all) / SURE),
    reasons: [
      {
        is: 'topic',
        topic: offer.topic,
        ...asTold(wordsOfTwo(pair, offer, need), topicName(offer.topic)),
      },
    ],
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
  if (offer.words.length === 0 || need.words.length === 0) return UNLIKE
  return {
    value: Math.min(1, chanceOf(all) / SURE_TO_SERVE),
    reasons: [
      {
        is: 'serves',
        offer: wordOf(offer, pair.offer, pair.gives),
        need: wordOf(need, pair.need, pair.asks),
      },
    ],
    doubts: [],
  }
}

/** The chance that both are about one topic, or about two of which one answers the other. */
export const chanceAlike = (pair: NoticePair): number => chanceOf(metBy(pair, 'a'))
