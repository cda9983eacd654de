import { ByteCache } from '../../../../core/byte-cache.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { topicsLinked } from '../topics/topics.ts'
import { RIDE } from './goals-said.ts'
import { meaningKept, type NoticeMeaning, saidBy, textSum } from './meaning.ts'
import { keyOf, kindsOf, thingsOf } from './names.ts'
import type { SpokenNotice, Theme, WordHere } from './spoken.ts'
import { topicsSaid } from './topics-alike.ts'

/**
 * Words that begin a term which is no thing: `>` where one goes, `!` what is done, `#` arms, `~` a
 * theme's id, `@` a topic's number.
 */
const HANDS = '#'
const goal = (key: string): string => `>${key}`
const doing = (act: string): string => `!${act}`
const shelf = (theme: string): string => `~${theme}`
const about = (topic: number): string => `@${topic}`

/** A less likely topic brings nobody together. */
const LIKELY = 0.08
const topicsLikely = (one: SpokenNotice): readonly number[] =>
  topicsSaid(one).flatMap(({ topic, sure }) => (sure >= LIKELY ? [topic] : []))
/** The topics that would answer or help, and its own. */
const topicsSought = (one: SpokenNotice): readonly number[] =>
  topicsLikely(one).flatMap(topic => [topic, ...topicsLinked(topic, one.side === 'need')])

/** Long words of what stands beside the title. */
const saidBeside = (text: string): readonly string[] =>
  wordsOf(text.slice(0, 300))
    .filter(word => word.length > 4)
    .map(keyOf)

/** A theme that several records say: a notice stands under any of them. */
const shelves = ({ id, also = [] }: Theme): readonly string[] => [id, ...also].map(shelf)

/** Where one goes, and the places on the way, by each word of their names. */
const goalsOf = ({ ride }: SpokenNotice, said: NoticeMeaning): readonly string[] => [
  ...new Set([
    ...said.towards.map(({ key }) => goal(key)),
    ...[ride?.rideTo ?? '', ...(ride?.rideBy ?? [])]
      .flatMap(place => wordsOf(place))
      .filter(word => word.length > 3)
      .map(goal),
  ]),
]

/** A notice in ten words or so: what it is found by. Of a long title the first ones. */
const MOST_TERMS = 16
export function termsOf(one: SpokenNotice): readonly string[] {
  const said = saidBy(one)
  const things = said.things.flatMap(thing => [thing.key, ...(thing.wrap ? [thing.wrap] : [])])
  const all = [
    ...topicsLikely(one).map(about),
    ...goalsOf(one, said),
    ...things,
    ...(said.act ? [doing(said.act)] : []),
    ...(said.hand ? [HANDS] : []),
    ...one.themes.map(shelf),
    ...said.things.flatMap(thing => thing.mods.map(({ key }) => key)),
    ...said.others,
  ]
  return [...new Set(all)].slice(0, MOST_TERMS)
}

/**
 * The rules by which a sentence is read: another number, and every box reads its notices again. A
 * test says when.
 */
export const READING_RULES = 7
/** What a notice says and is about, as the tables keep it: argued with hundreds, and read once. */
export const readingOf = (one: SpokenNotice): string =>
  JSON.stringify([textSum(one), meaningKept(one.title), topicsSaid(one)])

/**
 * What is looked for, surest first: the thing itself, kinds and things of it, what themes put
 * beside it, what is done, where one goes; then the shelf it stands on.
 */
export function soughtBy(
  one: SpokenNotice,
  themes: readonly Theme[],
): readonly (readonly string[])[] {
  const said = saidBy(one)
  if (said.act === RIDE) return [goalsOf(one, said), [doing(RIDE)]]
  const keys = said.things.flatMap(thing => [thing.key, ...(thing.wrap ? [thing.wrap] : [])])
  const kinds = keys.flatMap(key => [...kindsOf(key), ...thingsOf(key)])
  const near = themes.filter(theme => keys.some(key => theme.keys.has(key)))
  const filed = themes.filter(theme => one.themes.includes(theme.id))
  const told = [...keys, ...kinds]
  return [
    [...new Set([...topicsSought(one).map(about), ...told])],
    [
      ...new Set([
        ...near.flatMap(theme => [...theme.keys]),
        ...(said.act ? [doing(said.act)] : []),
        ...(said.hand ? [HANDS] : []),
      ]),
    ],
    [
      ...new Set([
        ...[...near, ...filed].flatMap(shelves),
        ...one.themes.map(shelf),
        ...saidBeside(one.more),
      ]),
    ].slice(0, 12),
  ]
}

/** The terms of a word of here, or of what it means, kept: each page asks for all of them. */
const kept = new ByteCache<readonly string[]>({ name: 'words of here', most: 512 * 1024 })
function termsOfWord(title: string): readonly string[] {
  const held = kept.get(title)
  if (held !== undefined) return held
  const whose = { who: null, reach: null, from: [] }
  const terms = termsOf({
    id: '',
    side: 'need',
    title,
    more: '',
    themes: [],
    commune: null,
    point: null,
    whose,
  })
  const words = wordsOf(title)
  const made = [...new Set([...terms, ...(words.length === 1 ? words.map(keyOf) : [])])]
  return kept.set(title, made)
}
/**
 * What is looked for, and the words of here that mean it: a notice stands under the words that it
 * says.
 */
export function soughtHere(
  terms: readonly string[],
  words: readonly WordHere[],
): readonly string[] {
  if (words.length === 0) return terms
  const sought = new Set(terms)
  const also = words
    .filter(({ means }) => termsOfWord(means).some(term => sought.has(term)))
    .flatMap(({ said }) => termsOfWord(said).filter(term => !term.startsWith('@')))
  return [...new Set([...terms, ...also])]
}
