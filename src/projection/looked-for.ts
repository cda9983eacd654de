import type { Hit, LookedFor, Search } from '../contract/reader.ts'
import { fold, wordsOf } from '../core/letters/words.ts'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { infinitiveOf } from '../text/french/infinitives.ts'
import { askedWords } from '../text/searching/asked.ts'
import { GETS, GIVES } from '../text/searching/small-words.ts'
import { cardTexts } from './by-card.ts'
import { stemmedOf } from './search.ts'
import { heldNumbers, rarity, type SoughtWord, soughtWord } from './sought.ts'
import { factsOf, openIds, rowsById } from './sought-facts.ts'
import { isIn, levelIn, type SearchedText } from './sought-level.ts'

/**
 * The search as people speak: not every word must be there. Records that hold more of the words,
 * and rarer ones, come first; those that hold too little are cut.
 */

type Types = ReadonlyMap<string, RecordType>
type Found = Hit & Readonly<{ n: number; text: SearchedText }>

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

/** A text that says the day which its record has. */
const SAID_TOO = 0.1

/** The records that a spoken search finds, the best first. `among`: names of record types. */
export function lookFor(
  sql: Statements,
  types: Types,
  asked: LookedFor,
  among: readonly string[],
  most = 30,
): Search {
  const records = sql.get<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM main.doc')!.n
  const cards = cardTexts(sql, types, among).map(cardFound)
  const words = wordsLooked(asked)
  const isDays = asked.days !== undefined && words[0]?.word === asked.days.names[0]
  const isWord = (word: string): boolean => isDays || asked.isWord(word)
  const isBeside = (word: SoughtWord): boolean => cards.some(({ text }) => levelIn(word, text) > 0)
  const { otherNames = () => [], respelled = () => [] } = asked
  const look = {
    sql,
    records,
    isAlone: words.length === 1,
    isWord,
    isBeside,
    otherNames,
    respelled,
  }
  const sought = words.map(one => soughtWord(one, look))
  const known = sought.filter(one => one !== undefined)
  const unknown = words.filter((_, i) => sought[i] === undefined)
  const texts = [
    ...textsOf(sql, known.length > 0 ? heldNumbers(sql, known) : [], among),
    ...cards.filter(({ text }) => known.some(word => levelIn(word, text) > 0)),
    ...textsOfIds(sql, [...(asked.onDays ?? []), ...openIds(sql, types, asked, among)], among),
  ]
  // An act that nobody names tells less than its thing: *tirer de l’argent*.
  const first = words.findIndex(({ word }, i) => sought[i] !== undefined || !isAct(word))
  const isFirstKnown = sought[Math.max(0, first)] !== undefined
  const whole = weighing(asked, { known, unknown, records, isFirstKnown })
  const hits = ranked(sql, types, { asked, whole, texts })
  const mended = known.some(({ isMended }) => isMended)
  return {
    asked: words.map(({ typed }) => typed).join(' '),
    ...(mended && hits.length > 0
      ? { instead: words.map((one, i) => sought[i]?.word ?? one.word).join(' ') }
      : {}),
    isPart: unknown.length > 0 || !isOneWhole(texts, hits, known),
    hits: hits.slice(0, most),
    more: hits.length > most,
  }
}

const isAct = (word: string): boolean => infinitiveOf(word).includes(word)

/** Whether a hit holds each of the words. */
function isOneWhole(
  texts: readonly Found[],
  hits: readonly Hit[],
  words: readonly SoughtWord[],
): boolean {
  const ids = new Set(hits.map(({ id }) => id))
  return texts.some(({ id, text }) => ids.has(id) && words.every(word => levelIn(word, text) > 0))
}

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
  /** Some record holds the word that begins the search. */
  hasFirst: boolean
}>
function weighing(
  { days, places, telling, weak }: LookedFor,
  of: Readonly<{
    known: readonly SoughtWord[]
    unknown: readonly unknown[]
    records: number
    isFirstKnown: boolean
  }>,
): Whole {
  const rarest = rarity(of.records, 1)
  const ofDay = days ? OF_DAY * rarest : 0
  const ofPlace = places.length > 0 ? OF_PLACE * rarest : 0
  // Names of days bring what says them; the day itself weighs.
  const isDayAlone = days !== undefined && telling.length === 0 && places.length === 0
  const words = of.known.map(one => ({
    ...one,
    weight: isDayAlone ? 0 : one.weight * (one.isBeside ? BESIDE : 1),
  }))
  const known = words.reduce((sum, { weight }) => sum + weight, 0) + ofDay + ofPlace
  const unknown = isDayAlone ? 0 : of.unknown.length
  const later = unknown === 0 ? 0 : UNKNOWN_LATER * rarest
  const first = of.isFirstKnown || unknown === 0 ? 0 : (1 - UNKNOWN_LATER) * rarest
  return {
    words,
    weak: weak.map(({ word }) => word),
    ...{ ofDay, ofPlace, isDayAlone, known, all: known + later + first },
    hasFirst: of.isFirstKnown || unknown === 0,
  }
}

type Ranking = Readonly<{ asked: LookedFor; whole: Whole; texts: readonly Found[] }>
type Ranked = Readonly<{
  one: Found
  held: number
  order: number
  isOver: boolean
  isWish: boolean
}>

function ranked(sql: Statements, types: Types, { asked, whole, texts }: Ranking): readonly Hit[] {
  const weighed = texts
    .map(one => ({ one, held: heldIn(one.text, whole) }))
    .sort((a, b) => b.held - a.held || b.one.n - a.one.n)
    .slice(0, WEIGHED)
  const rows = rowsById(
    sql,
    types,
    weighed.map(({ one }) => one),
  )
  const all = weighed.map(({ one, held }): Ranked => {
    const type = types.get(one.type)!
    const isNamed = isMeant(type, one.text, asked, whole) && isLent(type, one.text, asked, whole)
    const facts = factsOf(type, rows.get(one.id) ?? {}, asked)
    const day = Math.max(facts.day, asked.onDays?.includes(one.id) ? 1 : 0)
    const said = saidDay(one.text, asked)
    const named = said > 0 && facts.isOtherDay ? OTHER_DAY_NAMED : said
    const placed = placeIn(one.text, asked)
    const beside =
      whole.ofDay * (Math.max(day, named) + SAID_TOO * Math.min(day, named)) +
      whole.ofPlace * Math.max(facts.place, placed)
    const total = held + beside
    const plan = whole.isDayAlone && type.over !== undefined ? NOTICE_OF_DAY : 1
    const factor = facts.factor * plan
    const tuned = (total / Math.max(0.01, whole.known)) * factor + fullness(one.text, whole)
    return {
      one,
      held: isNamed ? total : 0,
      isWish: (type.seeks ?? type.afterOthers) === true,
      order: tuned,
      isOver: facts.isOver,
    }
  })
  const most = Math.max(0, ...all.map(({ held, isWish }) => (isWish ? OF_WISH * held : held)))
  const least = (whole.hasFirst ? SHARE_OF_ALL : SHARE_WITHOUT_FIRST) * whole.all
  const bare = bareThemes(
    sql,
    types,
    all.map(({ one }) => one),
  )
  return onceEach(
    all
      .filter(({ one }) => !bare.has(one.id))
      .filter(({ held }) => held > 0 && held >= SHARE_OF_BEST * most && held >= least)
      .sort((a, b) => Number(a.isOver) - Number(b.isOver) || b.order - a.order || b.one.n - a.one.n)
      .map(({ one: { id, type, title } }) => ({ id, type, title })),
  )
}

/** A theme under which nothing stands answers nobody. */
function bareThemes(sql: Statements, types: Types, all: readonly Hit[]): ReadonlySet<string> {
  const themes = new Set(
    [...types.values()].flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ kind, to }) => (kind === 'themes' ? (to ?? []) : [])),
    ),
  )
  const ids = all.filter(({ type }) => themes.has(type)).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const used = sql.all<{ id: string }>(
    'SELECT DISTINCT to_id AS id FROM link WHERE to_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  return new Set(ids).difference(new Set(used.map(({ id }) => id)))
}

/**
 * A notice that looks for something holds a word of the search itself: who needs a plumber too is
 * no plumber. A word of another language stands by its names.
 */
const isMeant = (type: RecordType, text: SearchedText, asked: LookedFor, { words }: Whole) =>
  !(type.seeks && type.over) ||
  words.length === 0 ||
  asked.weak.some(({ word }) => GIVES.has(word)) ||
  words.some(one => !asked.isWord(one.word) || levelIn({ ...one, others: [] }, text) > 0)

/** Who wants to borrow or buy a thing: a project or a need whose text names it has none. */
const isLent = (type: RecordType, text: SearchedText, { weak }: LookedFor, { words }: Whole) =>
  !(type.seeks || type.afterOthers) ||
  !weak.some(({ word }) => GETS.has(word)) ||
  words.some(word => levelIn(word, { ...text, body: '', stems: '' }) > 0)

function onceEach(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>()
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id))
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

type TextRow = Readonly<{
  n: number
  folded: string
  body: string
  stems: string
  id: string
}>
/** Words of a joined record find the shown one. */
const TEXTS = `SELECT s.rowid AS n, s.title AS folded, s.body, s.stems,
    coalesce((SELECT shown FROM joined WHERE joined.id = own.id), own.id) AS id
  FROM search AS s JOIN main.doc AS own ON own.n = s.rowid`

const textsOf = (
  sql: Statements,
  numbers: readonly number[],
  among: readonly string[],
): readonly Found[] =>
  numbers.length === 0
    ? []
    : titled(
        sql,
        sql.all<TextRow>(
          `${TEXTS} WHERE s.rowid IN (SELECT value FROM json_each(?))`,
          JSON.stringify(numbers),
        ),
        among,
      )

const textsOfIds = (
  sql: Statements,
  ids: readonly string[],
  among: readonly string[],
): readonly Found[] =>
  ids.length === 0
    ? []
    : titled(
        sql,
        sql.all<TextRow>(
          `${TEXTS} WHERE own.id IN (SELECT value FROM json_each(?))`,
          JSON.stringify(ids),
        ),
        among,
      )

/**
 * The texts with their type and title. These are read apart: joined with the view of who holds a
 * card (by-card.ts), SQLite would read every title of the box.
 */
function titled(
  sql: Statements,
  rows: readonly TextRow[],
  among: readonly string[],
): readonly Found[] {
  const hits = new Map(
    sql
      .all<Hit>(
        'SELECT id, type, title FROM doc WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(rows.map(({ id }) => id)),
      )
      .map(hit => [hit.id, hit] as const),
  )
  return rows.flatMap(row => {
    const hit = hits.get(row.id)
    return hit && among.includes(hit.type) ? [foundOf(row, hit)] : []
  })
}

/** A record that is read by card stands in no index. It comes before older ones. */
function cardFound({ id, type, title, body }: Hit & Readonly<{ body: string }>): Found {
  let stems: string | undefined
  return {
    ...{ id, type, title },
    n: Number.MAX_SAFE_INTEGER,
    text: {
      titled: wordsOf(title),
      body: fold(body),
      get stems() {
        return (stems ??= stemmedOf(`${title} ${body}`))
      },
      title: () => askedWords(title),
    },
  }
}

function foundOf({ n, folded, body, stems }: TextRow, { id, type, title }: Hit): Found {
  const text: SearchedText = {
    titled: folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
    body,
    stems,
    title: () => askedWords(title),
  }
  return { n, id, type, title, text }
}
