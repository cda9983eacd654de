import { wordsOf } from '../../../../core/letters/words.ts'
import { RIDE } from './goals-said.ts'
import { contentOf, type NoticeMeaning, saidBy } from './meaning.ts'
import { keyOf, kindsOf, servantsOf, thingsOf, usesOf } from './names.ts'
import { isServed } from './served.ts'
import type { SpokenNotice, Theme } from './spoken.ts'

/**
 * Words that begin a term which is no thing: `>` where one goes, `!` what is done, `#` arms, `~` a
 * theme's id.
 */
const HANDS = '#'
const goal = (key: string): string => `>${key}`
const doing = (act: string): string => `!${act}`
const shelf = (theme: string): string => `~${theme}`

/**
 * What would serve this need, or what this offer is good for: things and doings. A need that names
 * what it looks for asks no more.
 */
function serves(one: SpokenNotice, said: NoticeMeaning): readonly string[] {
  if (one.side === 'need' && !isServed(said)) return []
  const named =
    one.side === 'need'
      ? [...contentOf(said), ...saidBeside(one.more)].flatMap(key => [...servantsOf(key)])
      : contentOf(said).flatMap(key => [...usesOf(key)])
  return named.flatMap(key => [key, doing(key)]).slice(0, MOST_SOUGHT)
}

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
const MOST_SOUGHT = 40
export function termsOf(one: SpokenNotice): readonly string[] {
  const said = saidBy(one)
  const things = said.things.flatMap(thing => [thing.key, ...(thing.wrap ? [thing.wrap] : [])])
  const all = [
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
    [...new Set(told)],
    [
      ...new Set([
        ...serves(one, said),
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
