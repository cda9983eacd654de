import type { LookedFor, SpokenFind, SpokenHit } from '../contract/reader.ts'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { type AskedWord, isAct } from '../text/searching/asked.ts'
import { GETS } from '../text/searching/small-words.ts'
import { cardTexts } from './by-card.ts'
import { aboutHowMany } from './search-reads.ts'
import { heldNumbers, rarity, type SoughtWord, soughtWord } from './sought.ts'
import {
  bareThemes,
  factsOf,
  hasToGive,
  idsCalled,
  idsThere,
  idsUnder,
  isCalled,
  isPlaceAlone,
  OF_CALLED,
  openIds,
  rowsById,
  themesIn,
} from './sought-facts.ts'
import { holdingMost } from './sought-holding.ts'
import {
  cardFound,
  type FoundText,
  isHalfKnown,
  isIn,
  isInTitle,
  levelIn,
  type SearchedText,
  textsOf,
  textsOfIds,
} from './sought-level.ts'

/**
 * The search as people speak: not every word must be there. Records that hold more of the words,
 * and rarer ones, come first; those that hold too little are cut.
 */

type Types = ReadonlyMap<string, RecordType>

/** So many records are weighed by their fields. */
const WEIGHED = 60
/** What a record holds of the words, beside what the best one holds, or it is cut. */
const SHARE_OF_BEST = 0.5
/** What looks for the same, or stands after others, leaves room for what answers. */
const OF_WISH = 0.7
/** What it holds at least of the search; more where no record holds the word that begins it. */
const SHARE_OF_ALL = 0.2
const SHARE_WITHOUT_FIRST = 0.4
/** An unknown word weighs so much of a rare one, unless the search begins with it. */
const UNKNOWN_LATER = 0.35
/** What a thing is for weighs less than the thing. */
const BESIDE = 0.6
/** How much a day and a commune weigh, beside the rarest word. */
const OF_DAY = 0.4
const OF_PLACE = 0.25

/** A text that names the weekday; less where the record has its own day, which is another. */
const DAY_NAMED = 0.7
const OTHER_DAY_NAMED = 0.3

/** Who asks for a day alone looks for what takes place, before rides and loans of that day. */
const NOTICE_OF_DAY = 0.6

/** A text that names a commune, of a record that is elsewhere. */
const TOLD_OF = 0.6
/** What takes place soon in a commune that is asked alone stands first, in its order. */
const SOONEST = 1_000

/** A text that says the day which its record has. */
const SAID_TOO = 0.1

/** The records that a spoken search finds, the best first. `among`: names of record types. */
export function lookFor(
  sql: Statements,
  types: Types,
  asked: LookedFor,
  among: readonly string[],
  most = 30,
): SpokenFind {
  const records = aboutHowMany(sql)
  const cards = cardTexts(sql, types, among).map(cardFound)
  const words = wordsLooked(asked)
  const isDays = asked.days !== undefined && words[0]?.word === asked.days.names[0]
  const isPlace = isPlaceAlone(asked)
  const isWord = (word: string): boolean => isDays || isPlace || asked.isWord(word)
  const isBeside = (word: SoughtWord): boolean => cards.some(({ text }) => levelIn(word, text) > 0)
  const { otherNames = () => [], respelled = () => [] } = isPlace ? {} : asked
  const look = {
    sql,
    records,
    isAlone: words.length === 1,
    isWord,
    isBeside,
    wishes: [...types.values()].flatMap(({ name, seeks, over }) => (seeks && over ? [name] : [])),
    otherNames,
    respelled,
  }
  const sought = words.map(one => soughtWord(one, look))
  const known = sought.filter(one => one !== undefined)
  const unknown = words.filter((_, i) => sought[i] === undefined)
  const isLoose = isHalfKnown(known, unknown)
  const said = textsOf(sql, known.length > 0 ? heldNumbers(sql, known) : [], among).filter(
    ({ text }) => !isLoose || known.some(word => isInTitle(word, text)),
  )
  const isPlain = words === asked.weak
  const under = isPlain ? new Map() : thingsUnder(sql, types, { said, known, among })
  const ids = [
    ...(asked.onDays ?? []),
    ...openIds(sql, types, asked, among),
    ...idsCalled(sql, asked),
    ...idsThere(sql, types, asked, among),
    ...under.keys(),
  ]
  const texts = [
    ...said,
    ...cards.filter(({ text }) => known.some(word => levelIn(word, text) > 0)),
    ...textsOfIds(sql, ids, among),
  ]
  // An act that nobody names tells less than its thing: *tirer de l’argent*.
  const first = words.findIndex(({ word }, i) => sought[i] !== undefined || !isAct(word))
  const isFirstKnown = sought[Math.max(0, first)] !== undefined
  const whole = weighing(asked, { known, unknown, records, isFirstKnown })
  const { hits, apart } = ranked(sql, types, { asked, whole, texts, under })
  const mended = known.some(({ isMended }) => isMended)
  return {
    asked: words.map(({ typed }) => typed).join(' '),
    ...(mended && hits.length > 0
      ? { instead: words.map((one, i) => sought[i]?.word ?? one.word).join(' ') }
      : {}),
    isOtherDay: apart.has(hits[0]?.id ?? ''),
    hits: hits.slice(0, most),
    more: hits.length > most,
  }
}

/** Fewer things than so many hold the words: those under a theme of that name stand beside them. */
const FEW_THINGS = 10
/** The page of a theme stands after the things themselves, unless no title but its own says it. */
const THEME = 0.3
/** What stands under a theme whose name the search says holds so much of the search. */
const UNDER_THEME = 0.5
/** Where a theme alone is found by another word of it, what stands under it follows it. */
const AFTER_THEME = 0.3
const BEHIND_THEME = 0.1
/**
 * What stands under the themes that are called as the search, and how surely: *bois* finds the
 * pallets that somebody gives under *Bois*.
 */
function thingsUnder(
  sql: Statements,
  types: Types,
  of: Readonly<{
    said: readonly FoundText[]
    known: readonly SoughtWord[]
    among: readonly string[]
  }>,
): ReadonlyMap<string, number> {
  const { said, known, among } = of
  const themeTypes = themesIn(types)
  const themes = said.filter(({ type }) => themeTypes.has(type))
  const called = themes.filter(({ text }) =>
    known.every(word => levelIn({ ...word, others: [] }, { ...text, body: '', stems: '' }) > 0),
  )
  const things = said.length - themes.length
  if (called.length > 0)
    return things < FEW_THINGS ? heldUnder(sql, called, among, UNDER_THEME) : new Map()
  return themes.length > 0 && things === 0 ? heldUnder(sql, themes, among, AFTER_THEME) : new Map()
}
const heldUnder = (
  sql: Statements,
  themes: readonly FoundText[],
  among: readonly string[],
  held: number,
): ReadonlyMap<string, number> => new Map(idsUnder(sql, themes, among).map(id => [id, held]))

/** The words that must tell: without any, the plain ones, else those of the place or of the day. */
function wordsLooked({ telling, weak, places, days }: LookedFor) {
  if (telling.length > 0) return telling
  const placed = places.flatMap(({ words }) => words)
  if (placed.length > 0) return placed
  if (days) return days.names.map(word => ({ word, typed: word }))
  return weak
}

type Whole = Readonly<{
  words: readonly SoughtWord[]
  /** Words that weigh little. */
  weak: readonly string[]
  ofDay: number
  ofPlace: number
  known: number
  all: number
  /** Nothing but days is asked. */
  isDayAlone: boolean
  /** Nothing but communes is asked. */
  isPlaceAlone: boolean
  /** Some record holds the word that begins the search. */
  hasFirst: boolean
  /** Words that no record holds. */
  lacks: readonly AskedWord[]
}>
function weighing(
  asked: LookedFor,
  of: Readonly<{
    known: readonly SoughtWord[]
    unknown: readonly AskedWord[]
    records: number
    isFirstKnown: boolean
  }>,
): Whole {
  const { days, places, telling, weak } = asked
  const rarest = rarity(of.records, 1)
  const ofDay = days ? OF_DAY * rarest : 0
  const ofPlace = places.length > 0 ? OF_PLACE * rarest : 0
  // Names of days and communes bring what says them; the day or the commune itself weighs.
  const isDayAlone = days !== undefined && telling.length === 0 && places.length === 0
  const isPlace = isPlaceAlone(asked)
  const isAlone = isDayAlone || isPlace
  const words = of.known.map(one => ({
    ...one,
    weight: isAlone ? 0 : one.weight * (one.isBeside ? BESIDE : 1),
  }))
  const known = words.reduce((sum, { weight }) => sum + weight, 0) + ofDay + ofPlace
  const unknown = isAlone ? 0 : of.unknown.length
  const later = unknown === 0 ? 0 : UNKNOWN_LATER * rarest
  const first = of.isFirstKnown || unknown === 0 ? 0 : (1 - UNKNOWN_LATER) * rarest
  return {
    words,
    weak: weak.map(({ word }) => word),
    ...{ ofDay, ofPlace, isDayAlone, isPlaceAlone: isPlace, known, all: known + later + first },
    hasFirst: of.isFirstKnown || unknown === 0,
    lacks: isAlone ? [] : of.unknown,
  }
}

type Ranking = Readonly<{
  asked: LookedFor
  whole: Whole
  texts: readonly FoundText[]
  /** What stands under themes of the search, and how much of it that holds. */
  under: ReadonlyMap<string, number>
}>
type Ranked = Readonly<{
  one: FoundText
  held: number
  order: number
  isOver: boolean
  type: RecordType
  isWish: boolean
  isCalled: boolean
  isOnDay: boolean
  isApart: boolean
}>

/** The hits in their order. `apart`: those that tell of another day than the one that is asked. */
function ranked(
  sql: Statements,
  types: Types,
  of: Ranking,
): Readonly<{ hits: readonly SpokenHit[]; apart: ReadonlySet<string> }> {
  const { asked, whole, texts, under } = of
  const soon = new Map(whole.isPlaceAlone ? asked.onDays?.map((id, at) => [id, at]) : [])
  const weighed = texts
    .map(one => {
      const called = isCalled(one.text, asked) ? OF_CALLED : 0
      const held = Math.max(
        heldIn(one.text, whole),
        Math.max(called, under.get(one.id) ?? 0) * whole.known,
      )
      return { one, held: soon.has(one.id) ? whole.known : held }
    })
    .sort((a, b) => b.held - a.held || b.one.n - a.one.n)
    .slice(0, WEIGHED)
  const themes = themesIn(types)
  const isSaid = texts.some(
    ({ type, text }) => !themes.has(type) && whole.words.some(word => isInTitle(word, text)),
  )
  const isSought = ({ text }: FoundText): boolean =>
    !isSaid &&
    text.titled.length === whole.words.length &&
    whole.words.every(({ word }) => text.titled.includes(word))
  const found = weighed.map(({ one }) => one)
  const rows = rowsById(sql, types, found)
  const all = weighed.map(({ one, held }): Ranked => {
    const type = types.get(one.type)!
    const isNamed = isMeant(type, one.text, asked, whole) && isLent(type, one.text, asked, whole)
    const facts = factsOf(type, rows.get(one.id) ?? {}, asked)
    const day = Math.max(facts.day, asked.onDays?.includes(one.id) ? 1 : 0)
    const said = saidDay(one.text, asked)
    const named = said > 0 && facts.isOtherDay ? OTHER_DAY_NAMED : said
    const isThere = whole.isPlaceAlone && facts.place > 0
    const placed = isThere ? 1 : placeIn(one.text, asked) * (whole.isPlaceAlone ? TOLD_OF : 1)
    const beside =
      whole.ofDay * (Math.max(day, named) + SAID_TOO * Math.min(day, named)) +
      whole.ofPlace * Math.max(facts.place, placed)
    const total = held + beside
    const next = soon.get(one.id)
    const plan = whole.isDayAlone && type.over !== undefined ? NOTICE_OF_DAY : 1
    const behind = under.get(one.id) === AFTER_THEME ? BEHIND_THEME : 1
    const ofTheme = isSought(one) ? 1 : THEME
    const factor = facts.factor * plan * (themes.has(one.type) ? ofTheme : behind)
    const share = total / Math.max(0.01, whole.known)
    const tuned = (share + fullness(one.text, whole)) * factor
    return {
      one,
      type,
      held: isNamed ? total : 0,
      isWish: !asked.isFound && (type.seeks ?? type.afterOthers) === true,
      order: tuned + (next === undefined ? 0 : SOONEST - next),
      isOver: facts.isOver,
      isCalled: isCalled(one.text, asked),
      isOnDay: asked.onDays?.includes(one.id) === true,
      isApart: day === 0 && facts.tellsDay,
    }
  })
  const most = Math.max(0, ...all.map(({ held, isWish }) => (isWish ? OF_WISH * held : held)))
  const least = (whole.hasFirst ? SHARE_OF_ALL : SHARE_WITHOUT_FIRST) * whole.all
  const bare = bareThemes(sql, types, found)
  const hits = all
    .filter(({ one }) => !bare.has(one.id))
    .filter(({ held }) => held > 0 && held >= SHARE_OF_BEST * most && held >= least)
    .sort((a, b) => Number(a.isOver) - Number(b.isOver) || b.order - a.order || b.one.n - a.one.n)
  return {
    hits: holdingMost(onceEach(hits), {
      words: whole.words,
      lacks: whole.lacks,
      under,
      isAny: whole.isDayAlone || whole.isPlaceAlone,
      isPlain: asked.telling.length === 0,
      isWord: asked.isWord,
      themes,
    }),
    apart: new Set(all.flatMap(({ one, isApart }) => (isApart ? [one.id] : []))),
  }
}

/**
 * A notice that looks for something holds a word of the search itself: who needs a plumber too is
 * no plumber. A word of another language stands by its names.
 */
const isMeant = (type: RecordType, text: SearchedText, asked: LookedFor, whole: Whole) =>
  !(type.seeks && type.over) || whole.isPlaceAlone || isSaidIn(text, asked, whole)
const isSaidIn = (text: SearchedText, asked: LookedFor, { words }: Whole) =>
  words.length === 0 ||
  hasToGive(asked) ||
  words.some(one => !asked.isWord(one.word) || levelIn({ ...one, others: [] }, text) > 0)

/** Who wants to borrow or buy a thing: a project or a need whose text names it has none. */
const isLent = (type: RecordType, text: SearchedText, { weak }: LookedFor, { words }: Whole) =>
  !(type.seeks || type.afterOthers) ||
  !weak.some(({ word }) => GETS.has(word)) ||
  words.some(word => levelIn(word, { ...text, body: '', stems: '' }) > 0)

function onceEach(hits: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>()
  return hits.filter(({ one: { id } }) => !seen.has(id) && seen.add(id))
}

const heldIn = (text: SearchedText, { words }: Whole): number =>
  words.reduce((sum, word) => sum + word.weight * levelIn(word, text), 0)

/** Small points among equals: plain words that are there, and a title that is all about it. */
const WEAK_POINT = 0.04
const TITLE_POINT = 0.12
function fullness(text: SearchedText, { words, weak }: Whole): number {
  const said = weak.filter(word => levelAs(word, text)).length
  const titled = words.filter(({ word, stem }) =>
    text.titled.some(one => one === word || one === stem || one.startsWith(word)),
  ).length
  return (
    WEAK_POINT * Math.min(3, said) +
    TITLE_POINT * (titled / Math.max(words.length, text.titled.length / 2))
  )
}
const levelAs = (word: string, { titled, body }: SearchedText): boolean =>
  titled.includes(word) || isIn(body, word)

/** How surely a text says the weekday; *le 2e dimanche* only where it is this one. */
function saidDay(text: SearchedText, { days }: LookedFor): number {
  if (!days?.names.some(name => levelAs(name, text))) return 0
  const { titled, body } = text
  const words = [...titled, '.', ...(body.match(/[\p{L}\p{N}]+/gu) ?? [])]
  const nth = [days.from, days.to].map(day => Math.ceil(Number(day.slice(8)) / 7))
  return words.reduce((most, word, at) => {
    if (!days.names.includes(word)) return most
    const ordinal = /^([1-5])(er|e|eme)$/.exec(words[at - 1] ?? '')?.[1]
    if (ordinal !== undefined && !nth.includes(Number(ordinal))) return most
    return Math.max(most, words[at - 1] === 'un' ? OTHER_DAY_NAMED : DAY_NAMED)
  }, 0)
}

const placeIn = (text: SearchedText, { places }: LookedFor): number =>
  places.some(({ words }) => words.length > 0 && words.every(({ word }) => levelAs(word, text)))
    ? 1
    : 0
