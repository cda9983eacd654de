import type { Holding, SpokenHit } from '../contract/reader.ts'
import { stems } from '../core/letters/words.ts'
import { type AskedWord, isAct } from '../text/searching/asked.ts'
import { isBroad, isSmall } from '../text/searching/small-words.ts'
import type { SoughtWord } from './sought.ts'
import { type FoundText, LEVELS, levelIn, type SearchedText, titleLevel } from './sought-level.ts'

/**
 * How much of a search each record holds. What has all its words in the title may answer; one word
 * of a sentence, in the text of a notice, is said by accident: *piste de danse* is no *piste
 * cyclable*.
 */

/**
 * The words of a search. `lacks`: those that no record holds. `under`: records that stand under a
 * theme that is called so. `isAny`: a day or a commune alone is asked, and no word tells.
 */
type Sought = Readonly<{
  words: readonly SoughtWord[]
  lacks: readonly AskedWord[]
  under: ReadonlyMap<string, number>
  isAny: boolean
  isWord: (word: string) => boolean
}>
/**
 * A record, the best first. `isCalled`: its title is what something is asked of. `isDoor`: people
 * go or call there, and its text says what they find. `isOnDay`: it takes place on the day that is
 * asked. `isWish`: it looks for the same.
 */
type Found = Readonly<{
  one: FoundText
  isOver: boolean
  isCalled: boolean
  isDoor: boolean
  isOnDay: boolean
  isWish: boolean
}>
type Told = Readonly<{ hit: SpokenHit; isAnswer: boolean; isKept: boolean }>

/** So many records that hold some of the words are shown, where none holds all. */
const MOST_WITH_SOME = 2
/** So many that hold them in their text, where others have them in their title. */
const MOST_IN_TEXT = 5
/**
 * The hits in their order. Where something has all the words in its title, what holds some of them
 * is left out, and what holds another name of them in its text.
 */
export function holdingMost(found: readonly Found[], sought: Sought): readonly SpokenHit[] {
  const told = found.flatMap((one): readonly Told[] => {
    const { id, type, title } = one.one
    const held = holdingOf(one, sought)
    if (held === undefined) return []
    const { holds, said, isNamed } = held
    const hit = { id, type, title, holds, ...(said.length > 0 ? { said } : {}) }
    const isAnswer = holds === 'all' && !one.isOver && !one.isWish
    return [{ hit, isAnswer, isKept: one.isOnDay || !(isNamed || holds === 'some') }]
  })
  const isAnswered = told.some(({ isAnswer }) => isAnswer)
  const shown = told.flatMap(({ hit, isKept }) =>
    isAnswered && hit.holds !== 'all' && !isKept ? [] : [hit],
  )
  const holding = (how: Holding): readonly SpokenHit[] => shown.filter(one => one.holds === how)
  const left = [
    ...holding('some').slice(MOST_WITH_SOME),
    ...(isAnswered ? holding('text').slice(MOST_IN_TEXT) : []),
  ]
  return shown.filter(one => !left.includes(one))
}

type Standing = Readonly<{
  at?: 'title' | 'text' | 'named'
  /** By the word itself. */
  isOwn?: true
  said: readonly string[]
}>
/** What stands under a theme of these words. */
const UNDER: Standing = { at: 'title', said: [] }
/** How many of it need not be there. */
const isNumber = ({ word }: AskedWord): boolean => /^\d/.test(word)

/** So many words are no accident, wherever they stand. */
const ENOUGH = 2
/** `isNamed`: all stand there by another name. */
type Held = Readonly<{ holds: Holding; said: readonly string[]; isNamed: boolean }>
const WHOLE: Held = { holds: 'all', said: [], isNamed: false }
/** Undefined where a record tells nothing of the search. */
function holdingOf(found: Found, sought: Sought): Held | undefined {
  const { id, text } = found.one
  if (sought.isAny || found.isCalled) return WHOLE
  const isUnder = sought.under.has(id)
  const standing = sought.words
    .filter(word => !isNumber(word))
    .map(word => ({ word, ...(isUnder ? UNDER : standingIn(word, text)) }))
  const held = standing.filter(({ word, at }) => at !== undefined && !word.isBeside)
  const lacking = [
    ...sought.lacks.filter(word => !isNumber(word)),
    ...standing.flatMap(({ word, at }) => (at ? [] : [word])),
  ]
  const isTitled = held.some(({ at }) => at === 'title')
  const isNamed = held.every(({ at }) => at === 'named')
  const said = isTitled ? [] : held.flatMap(one => one.said)
  // What a thing is for need not be there: of an act, where it is there by its own name.
  const isSure = isUnder || held.some(one => one.isOwn || !isAct(one.word.word))
  const missing = isSure ? lacking.filter(({ isBeside }) => !isBeside) : lacking
  if (missing.length === 0)
    return { holds: isTitled || (found.isDoor && !isNamed) ? 'all' : 'text', said, isNamed }
  if (found.isOnDay) return { holds: 'some', said, isNamed }
  // A wrong word may be what the act is done to: *reparer mon velot*.
  const isKnown = missing.every(({ word }) => sought.isWord(word))
  const [first] = text.titled.filter(word => !isSmall(word))
  const isTelling = ({ word, stem }: SoughtWord): boolean =>
    (!isBroad(word) || (found.isDoor && stems(first ?? '')[0] === stem)) &&
    !(isKnown && isAct(word))
  const isThing =
    held.length >= ENOUGH || held.some(({ word, at }) => at === 'title' && isTelling(word))
  // Half of a name, *machine* of *machine à coudre*, is another thing.
  if (!isThing || missing.some(({ isUse }) => isUse)) return undefined
  return { holds: 'some', said, isNamed }
}

/** Where a text has a word: in the title, in the text, or there by another name of it. */
function standingIn(word: SoughtWord, text: SearchedText): Standing {
  const own = { ...word, others: [] }
  if (titleLevel(own, text) > 0) return { at: 'title', isOwn: true, said: [] }
  if (word.others.some(one => titleLevel(one, text) > LEVELS.family))
    return { at: 'title', said: [] }
  if (levelIn(own, text) > 0) return { at: 'text', isOwn: true, said: [word.word] }
  const names = word.others.filter(one => levelIn(one, text) > 0)
  if (names.length === 0) return { said: [] }
  return { at: 'named', said: names.map(one => one.word) }
}
