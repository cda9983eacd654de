import type { Holding, SpokenHit } from '../contract/reader.ts'
import { lazyOf } from '../core/lazy.ts'
import { stems, wordsOf } from '../core/letters/words.ts'
import type { RecordType } from '../core/schema.ts'
import { type AskedWord, isAct } from '../text/searching/asked.ts'
import { isBroad, isSmall, isWeak, PLAIN_NOUNS } from '../text/searching/small-words.ts'
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
 * `isPlain`: plain words alone are asked, which texts say of anything.
 */
type Sought = Readonly<{
  words: readonly SoughtWord[]
  lacks: readonly AskedWord[]
  under: ReadonlyMap<string, number>
  isAny: boolean
  isPlain: boolean
  /** Nothing else holds them: where a notice says broad words is told too. */
  isAnySaid?: true
  isWord: (word: string) => boolean
  themes: ReadonlySet<string>
}>
/**
 * A record, the best first. `isCalled`: its title is what something is asked of. `isOnDay`: it
 * takes place on the day that is asked. `isWish`: it looks for the same.
 */
type WeighedRecord = Readonly<{
  one: FoundText
  type: RecordType
  isOver: boolean
  isCalled: boolean
  isOnDay: boolean
  isWish: boolean
}>
/** People go or call there, and its text says what they find. */
const isDoorOf = ({ fields }: RecordType): boolean =>
  Object.values(fields).some(({ kind }) => kind === 'hours' || kind === 'phone')
/** Words by which choices of a type are found; its sentence may not say them: *covoiturage*. */
const wordsOfKinds = lazyOf(
  ({ fields }: RecordType): ReadonlySet<string> =>
    new Set(
      Object.values(fields).flatMap(({ foundBy = {} }) => Object.values(foundBy).flatMap(wordsOf)),
    ),
)
/** `rank`: what surely answers is 0, what only speaks of it 2. */
type ToldHit = Readonly<{ hit: SpokenHit; rank: number; isKept: boolean; isTheme: boolean }>

/** So many records that hold some of the words are shown, where none holds all. */
const MOST_WITH_SOME = 2
/** So many that are called otherwise, where others have the words in their title. */
const MOST_NAMED = 3
/** So many that hold them in their text, where others have them in their title. */
const MOST_IN_TEXT = 5
/**
 * The hits, what has all the words in its title first, each in their order. Where something has
 * them so, what holds some of them is left out, and what holds another name of them in its text.
 */
export function holdingMost(found: readonly WeighedRecord[], sought: Sought): readonly SpokenHit[] {
  const all = toldOf(found, sought)
  const told = all.length > 0 ? all : toldOf(found, { ...sought, isAnySaid: true })
  // By another word a theme is named only for what stands under it.
  const hasOther = told.some(({ hit, isTheme }) => !isTheme && !sought.under.has(hit.id))
  const isAnswered = told.some(({ rank }) => rank === 0)
  const shown = told.flatMap(({ hit, isKept, isTheme }) =>
    (isAnswered && !isKept) || (isTheme && hasOther) ? [] : [hit],
  )
  const holding = (how: Holding): readonly SpokenHit[] => shown.filter(one => one.holds === how)
  const left = [
    ...holding('some').slice(MOST_WITH_SOME),
    ...(isAnswered ? holding('named').slice(MOST_NAMED) : []),
    ...(isAnswered ? holding('text').slice(MOST_IN_TEXT) : []),
  ]
  const ranks = new Map(told.map(({ hit, rank }) => [hit, rank]))
  return shown.filter(one => !left.includes(one)).toSorted((a, b) => ranks.get(a)! - ranks.get(b)!)
}

const toldOf = (found: readonly WeighedRecord[], sought: Sought): readonly ToldHit[] =>
  found.flatMap((one): readonly ToldHit[] => {
    const { id, type, title } = one.one
    const held = holdingOf(one, sought)
    if (held === undefined) return []
    const { holds, said, isTitled } = held
    const hit = { id, type, title, holds, ...(said.length > 0 ? { said } : {}) }
    const isAnswer = holds === 'all' && isTitled && !one.isOver && !one.isWish
    const isLess = holds === 'some' || (holds === 'named' && !isTitled)
    const isTheme = sought.themes.has(type) && holds !== 'all'
    const rank = isAnswer ? 0 : one.isWish && !isTheme && !isTitled ? 2 : 1
    return [{ hit, rank, isKept: one.isOnDay || !isLess, isTheme }]
  })

type WordPlace = Readonly<{
  at?: 'title' | 'called' | 'text' | 'named'
  /** By the word itself. */
  isOwn?: true
  /** By another name that the title says, though it is not the thing of it. */
  isNamed?: true
  said: readonly string[]
}>
/** What stands under a theme of these words. */
const UNDER: WordPlace = { at: 'called', said: [] }
const isNumber = ({ word }: AskedWord): boolean => /^\d/.test(word)
const isDigits = ({ word }: AskedWord): boolean => /^\d+$/.test(word)
/**
 * How many of it need not be there, unless nothing else is asked: *4x4*. The digits of a telephone
 * find nothing that is over: others are told no more how to reach its person.
 */
function withoutNumbers<T extends AskedWord>(
  words: readonly T[],
  { words: all, lacks }: Sought,
  isOver: boolean,
): readonly T[] {
  const isAlone = [...all, ...lacks].every(isNumber)
  return words.filter(word => (isAlone ? !isOver || !isDigits(word) : !isNumber(word)))
}

/** So many words are no accident, wherever they stand. */
const ENOUGH = 2
/** `said`: words that its text says, and its title does not. `isTitled`: its title says one. */
type HeldWords = Readonly<{ holds: Holding; said: readonly string[]; isTitled: boolean }>
const WHOLE: HeldWords = { holds: 'all', said: [], isTitled: true }
/** Undefined where a record tells nothing of the search. */
function holdingOf(found: WeighedRecord, sought: Sought): HeldWords | undefined {
  const { id, text } = found.one
  if (sought.isAny || found.isCalled) return WHOLE
  const isUnder = sought.under.has(id)
  const standing = withoutNumbers(sought.words, sought, found.isOver)
    .map(word => ({ word, ...standingIn(word, text) }))
    .map(one => (isUnder && one.at !== 'title' ? { ...one, ...UNDER } : one))
  if (standing.length === 0 && !found.isOnDay) return undefined
  const held = standing.filter(({ word, at }) => at !== undefined && !word.isBeside)
  const lacking = [
    ...withoutNumbers(sought.lacks, sought, found.isOver),
    ...standing.flatMap(({ word, at }) => (at ? [] : [word])),
  ]
  const isTitled = held.some(({ at }) => at === 'title' || at === 'called')
  const isNamed = held.every(({ at }) => at === 'called' || at === 'named')
  const said = held.flatMap(one => one.said)
  // What a thing is for need not be there: of an act, where it is there by its own name.
  const isSure = isUnder || held.some(one => one.isOwn || !isAct(one.word.word))
  const missing = isSure ? lacking.filter(({ isBeside }) => !isBeside) : lacking
  const isDoor = isDoorOf(found.type)
  const isMet = isDoor || found.type.spans !== undefined
  // A notice says broad words of anything: *venez avec une remorque*.
  const isSaid =
    said.some(word => wordsOfKinds(found.type).has(word)) ||
    isMet ||
    (sought.isAnySaid && !sought.isPlain && held.every(one => one.isOwn)) ||
    held.some(one => one.isNamed) ||
    (!sought.isPlain && said.some(word => !isBroad(word)))
  if (missing.length === 0 && (isTitled || isSaid))
    return { holds: isNamed ? 'named' : isTitled || isDoor ? 'all' : 'text', said, isTitled }
  if (found.isOnDay) return { holds: 'some', said, isTitled }
  // A wrong word may be what the act is done to: *reparer mon velot*. People come to a place, or on
  // a day, with whatever it is done to.
  const isKnown = missing.every(({ word }) => sought.isWord(word))
  const [first] = text.titled.filter(word => !isSmall(word))
  const tells = ({ word, stem }: SoughtWord): boolean =>
    isAct(word) ? isMet || !isKnown : !isBroad(word) || (isDoor && stems(first ?? '')[0] === stem)
  const isThing =
    held.length >= ENOUGH ||
    held.some(({ word, at }) => (at === 'title' || at === 'called') && tells(word))
  // Half of a name, *machine* of *machine à coudre*, is another thing.
  if (!isThing || sought.isPlain || missing.some(({ isUse }) => isUse)) return undefined
  return { holds: 'some', said, isTitled }
}

/**
 * Where a text has a word: in the title, in the text, or by another name of it: in the title, where
 * it is the thing itself (*l’ordinateur du bar* is no bar), or elsewhere.
 */
function standingIn(word: SoughtWord, text: SearchedText): WordPlace {
  const own = { ...word, others: [] }
  if (titleLevel(own, text) > 0) return { at: 'title', isOwn: true, said: [] }
  const things = { ...text, titled: thingsOf(text.titled) }
  const isCalled = (one: SoughtWord): boolean =>
    titleLevel(one, one.word.includes(' ') ? text : things) > LEVELS.family
  if (word.others.some(isCalled)) return { at: 'called', said: [] }
  if (levelIn(own, text) > 0) return { at: 'text', isOwn: true, said: [word.word, ...word.forms] }
  // *Place de la mairie* is where it is, and no mairie.
  const isAddress = ADDRESSES.has(text.titled[0] ?? '')
  const read = isAddress ? { ...text, titled: [], stems: text.body } : text
  const names = word.others.filter(one => levelIn(one, read) > 0)
  if (names.length === 0) return { said: [] }
  const isNamed = names.some(one => titleLevel(one, read) > 0)
  return { at: 'named', said: names.map(one => one.word), ...(isNamed ? { isNamed } : {}) }
}
/** Titles that begin so name where something is. */
const ADDRESSES: ReadonlySet<string> = new Set('chemin impasse place route rue'.split(' '))
/** The words of a title without those that stand behind a link: *bar* of *l’ordinateur du bar*. */
const thingsOf = (titled: readonly string[]): readonly string[] =>
  titled.filter((_, at) => !isBehind(titled, at))
function isBehind(titled: readonly string[], at: number): boolean {
  const before = titled.slice(0, at)
  const link = before.findLastIndex(word => !ARTICLES.has(word))
  const [word = '', owner = ''] = [before[link], before[link - 1]]
  // *Donne des pommes*: behind a verb it is an article.
  return LINKS.has(word) && (PLAIN_NOUNS.has(owner) || !(isWeak(owner) || isSmall(owner)))
}
const ARTICLES: ReadonlySet<string> = new Set(['la', 'le', 'les', 'l', 'un', 'une'])
const LINKS: ReadonlySet<string> = new Set(
  'a au aux de du des d pour chez en avec sur dans'.split(' '),
)
