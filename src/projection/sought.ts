import { stems, wordsOf } from '../core/letters/words.ts'
import type { Statements } from '../log/sqlite.ts'
import type { AskedWord } from '../text/searching/asked.ts'
import { familyStems, isOfApart, maybeStem, otherForms } from '../text/searching/families.ts'
import { SMALL } from '../text/searching/small-words.ts'
import { mend } from './search.ts'
import { readMatching, readNumbered, readNumberedTypes } from './search-reads.ts'
import { BETWEEN, isIn } from './sought-level.ts'

/**
 * The words of a search beside the index: which records hold each, how rare it is, and how it was
 * probably meant.
 */

/** So many records of a word are looked at, the newest ones. A word that more hold is common. */
export const LOOKED_AT = 400
/** Shorter words are not searched as beginnings. */
const SHORTEST_BEGINNING = 3
/** A word of the dictionary that is no longer begins too many others: *jus*, *jusqu*. */
const SHORT_WORD = 4
/** Of a word that fewer records say, its other names are looked for too. */
const FEW = 3
/** The most other names of a word that are tried. */
const MOST_NAMES = 14
/** A wrong word whose stem is looked up is at least as long. */
const SHORTEST_STEM = 5

/**
 * A word as the index knows it.
 *
 * Shape   `rows`: the newest records that hold it. `weight`: higher for a rarer word.
 *         `isBeginning`: no record holds the whole word. `isMended`: it was spelled otherwise.
 */
export type SoughtWord = AskedWord &
  Readonly<{
    stem: string
    /** Shorter and older forms of it. */
    forms: readonly string[]
    query: string
    rows: readonly number[]
    weight: number
    /** Other names of it, where hardly any record says the word. */
    others: readonly SoughtWord[]
    isBeginning: boolean
    isMended: boolean
    /** The stems of its families, of a word that the stemmer confounds with others. */
    families: readonly string[]
  }>

/** How the words of a search are looked up. `isWord`: a word of the dictionary is no mistake. */
export type Lookup = Readonly<{
  sql: Statements
  records: number
  isAlone: boolean
  /** Whether a text that stands in no index may hold the word. */
  isBeside: (word: SoughtWord) => boolean
  isWord: (word: string) => boolean
  /** Names of types whose records look for what their title says. */
  wishes: readonly string[]
  respelled?: (word: string) => readonly string[]
  otherNames: (word: string) => readonly string[]
}>

/** The word as some record holds it, whole, as a beginning, or mended; undefined for none. */
export function soughtWord(asked: AskedWord, look: Lookup): SoughtWord | undefined {
  const whole = known(asked, look, { query: wholeOf(asked) })
  const isThere = whole.rows.length > 0 || look.isBeside(whole)
  const isHeld = whole.rows.length >= FEW && isTitled(whole, look)
  if (isHeld && !(look.isAlone && !isCommon(whole))) return whole
  const named =
    look.isAlone || whole.rows.length < FEW || !isTitled(whole, look)
      ? withOthers(whole, look)
      : undefined
  if (named) return named
  return isThere ? whole : (begun(asked, look) ?? mended(asked, look))
}

/** Of a word that more records hold some title surely has it. */
const UNTITLED = 20
/**
 * Whether some title has it, of who looks for nothing: what texts alone mention may be named
 * otherwise in a title.
 */
const isTitled = ({ word, stem, rows }: SoughtWord, { sql, wishes }: Lookup): boolean =>
  rows.length > UNTITLED ||
  word.includes(' ') ||
  readNumberedTypes(rows, () =>
    sql.all<{ title: string }>(
      `SELECT s.title FROM search AS s JOIN main.doc AS own ON own.n = s.rowid
        WHERE s.rowid IN (SELECT value FROM json_each(?))
          AND own.type NOT IN (SELECT value FROM json_each(?))`,
      JSON.stringify(rows),
      JSON.stringify(wishes),
    ),
  ).some(({ title }) => wordsOf(title).includes(word) || stems(title).includes(stem))

/** The word as the beginning of longer ones. */
function begun(asked: AskedWord, look: Lookup): SoughtWord | undefined {
  const isWhole = asked.word.length <= SHORT_WORD && look.isWord(asked.word)
  if (asked.word.length < SHORTEST_BEGINNING || isWhole) return undefined
  const query = `"${asked.word}"* OR ${wholeOf(asked)}`
  const found = known(asked, look, { query, isBeginning: true })
  return found.rows.length > 0 ? found : undefined
}

/** The word with its other names that some record holds. */
function withOthers(whole: SoughtWord, look: Lookup): SoughtWord | undefined {
  const names = look.otherNames(whole.word).slice(0, MOST_NAMES)
  const others = names.flatMap(name => {
    const words = wordsOf(name)
    const one = { word: words.join(' '), typed: name.toLowerCase(), isWritten: true } as const
    const found = known(one, look, {
      query: wholeOf(one),
    })
    return words.length > 0 && (found.rows.length > 0 || look.isBeside(found)) ? [found] : []
  })
  if (others.length === 0) return undefined
  const query = [whole, ...others].map(one => one.query).join(' OR ')
  const all = [whole, ...others].flatMap(({ rows }) => rows)
  const rows = [...new Set(all)].sort((a, b) => b - a).slice(0, LOOKED_AT)
  return { ...known(whole, look, { query, rows }), others }
}

function mended(asked: AskedWord, look: Lookup): SoughtWord | undefined {
  if (look.isWord(asked.word)) return undefined
  for (const word of look.respelled?.(asked.word) ?? []) {
    const one = { ...asked, word, typed: word }
    const whole = known(one, look, { query: wholeOf(one) })
    const found = whole.rows.length < FEW ? (withOthers(whole, look) ?? whole) : whole
    if (found.rows.length > 0) return { ...found, isMended: true }
  }
  const [stem = ''] = stems(asked.word)
  const near =
    mend(look.sql, asked.word) ??
    (stem.length >= SHORTEST_STEM && stem !== asked.word ? mend(look.sql, stem) : undefined)
  if (near === undefined) return undefined
  const said = { ...asked, word: near, typed: near }
  const found = known(said, look, { query: wholeOf(said) })
  return found.rows.length === 0 ? undefined : { ...found, isMended: true }
}

/** `isWritten`: with its accents, as the dictionary has it. */
type Written = AskedWord & Readonly<{ isWritten?: true }>
type Rows = Readonly<{ query: string; rows?: readonly number[]; isBeginning?: boolean }>
const known = (
  { word, typed, isBeside, isWritten }: Written,
  { records, sql }: Lookup,
  { query, rows = rowsOf(sql, query), isBeginning = false }: Rows,
): SoughtWord => ({
  ...{ word, typed, query, rows, isBeginning },
  ...(isBeside ? { isBeside } : {}),
  stem: stemOf(word),
  forms: otherForms(word),
  weight: rarity(records, heldBy(rows, records)),
  others: [],
  isMended: false,
  families: familiesOf({ word, typed, ...(isWritten ? { isWritten } : {}) }),
})

/** The stem of a word, unless it is a small word: *Léa* has the stem *le*. */
function stemOf(word: string): string {
  if (word.includes(' ')) return stems(word).join(' ')
  const [stem = word] = stems(word)
  return stem !== word && SMALL.has(stem) ? word : stem
}
const familiesOf = ({ word, typed, isWritten }: Written): readonly string[] =>
  isOfApart(word) ? familyStems(typed, stems(word)[0] ?? word, isWritten !== true) : []

/** The other number of a word, which the stemmer may leave: *vélos*. */
const numbersOf = (word: string): readonly string[] =>
  word.length < SHORTEST_BEGINNING || word.includes(' ')
    ? []
    : /[sx]$/.test(word)
      ? [word.slice(0, -1)]
      : [/[ae]u$/.test(word) ? `${word}x` : `${word}s`]

/** The words of a name near one another: *garder des poules*. */
const nearOf = (name: string): string => {
  const words = name.split(' ')
  return `NEAR(${words.map(word => `"${word}"`).join(' ')}, ${BETWEEN * (words.length - 1)})`
}

const wholeOf = (asked: Written): string => {
  const { word } = asked
  const families = familiesOf(asked)
  const all = families.flatMap(one => [one, maybeStem(one)])
  if (all.length > 0) return all.map(one => `stems : "${one}"`).join(' OR ')
  const stem = stemOf(word)
  if (word.includes(' ')) return `${nearOf(word)} OR stems : ${nearOf(stem)}`
  const forms = [...numbersOf(word), ...otherForms(word)].map(form => ` OR "${form}"`)
  return `"${word}"${forms.join('')} OR stems : "${stem}"`
}

const rowsOf = (sql: Statements, query: string): readonly number[] =>
  readMatching(query, () =>
    sql.all<{ n: number }>(
      'SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
      query,
      LOOKED_AT,
    ),
  ).map(({ n }) => n)

/** How many records hold a word: of a common one, as if all were held as densely as the newest. */
const heldBy = (rows: readonly number[], records: number): number =>
  rows.length < LOOKED_AT
    ? rows.length
    : (LOOKED_AT * records) / Math.max(LOOKED_AT, rows[0]! - rows.at(-1)! + 1)

/** Source  inverse document frequency: Spärck Jones 1972. */
export const rarity = (records: number, held: number): number =>
  Math.log(1 + records / Math.max(0.5, held))

export const isCommon = ({ rows }: SoughtWord): boolean => rows.length >= LOOKED_AT

/** So many records are weighed by their whole text. */
const WEIGHED = 80
/** With so many records that hold every word, none is looked for that holds some. */
const ENOUGH = 30

/**
 * The numbers of records that hold the words, all of them or the rarer ones. A common word alone
 * brings none where a rarer one has some: FTS5 takes long over *this or that* of common words.
 */
export function heldNumbers(sql: Statements, words: readonly SoughtWord[]): readonly number[] {
  const found = new Map<number, number>()
  const add = (rows: readonly number[], weight: number): void => {
    for (const n of rows) found.set(n, (found.get(n) ?? 0) + weight)
  }
  const known = new Map<string, readonly number[]>()
  const and = (all: readonly SoughtWord[]): readonly number[] => {
    const query = allOf(all)
    const rows = query === `(${all[0]!.query})` ? all[0]!.rows : known.get(query)
    const held = rows ?? rowsOf(sql, query)
    known.set(query, held)
    return held
  }
  const sum = (all: readonly SoughtWord[]): number =>
    all.reduce((whole, { weight }) => whole + weight, 0)
  const sorted = words.toSorted((a, b) => b.weight - a.weight)
  const rare = sorted.filter(word => !isCommon(word))
  const whole = rare.length < sorted.length || sorted.length === 1 ? and(sorted) : []
  add(whole, sum(sorted))
  if (found.size < ENOUGH && rare.length > 0) {
    for (const word of rare) add(word.rows, word.weight)
    const any = rare.map(({ query }) => query).join(' OR ')
    for (const word of sorted.filter(isCommon))
      add(rowsOf(sql, `(${any}) AND (${word.query})`), word.weight)
  } else
    for (let n = sorted.length - 1; n > 0 && found.size < ENOUGH; n--)
      add(and(sorted.slice(0, n)), sum(sorted.slice(0, n)))
  if (found.size > WEIGHED) {
    const isAll = whole.length > WEIGHED && whole.length < LOOKED_AT
    for (const rows of isAll ? titledAmong(sql, whole, sorted) : titledRows(sql, sorted)) {
      add(rows, sum(sorted) / 2)
      if (rows.length >= ENOUGH) break
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, WEIGHED)
    .map(([n]) => n)
}

/** All words, each once: *samedi* and *samedis* are asked by the same terms. */
function allOf(words: readonly SoughtWord[]): string {
  const terms = (query: string): string => query.split(' OR ').sort().join()
  const once = new Map(words.toReversed().map(({ query }) => [terms(query), query]))
  return [...once.values()]
    .reverse()
    .map(query => `(${query})`)
    .join(' AND ')
}

/**
 * Of many records, those whose title has all the words; where they are few, those whose title has
 * one of them too. Each still holds the others.
 */
function* titledRows(sql: Statements, words: readonly SoughtWord[]): Iterable<readonly number[]> {
  const titled = words.map(({ word }) => `title : "${word}"`)
  const all = allOf(words)
  if (words.length > 1) yield rowsOf(sql, titled.join(' AND '))
  const any = titled.join(' OR ')
  // A title with one of them holds their stem; a family may be another one there.
  const isOne = new Set(words.map(({ stem }) => stem)).size === 1
  const isSure = isOne && words.every(({ families }) => families.length === 0)
  yield rowsOf(sql, isSure ? any : `(${any}) AND ${all}`)
}
/** The same, of these records: where they are all that hold the words, FTS5 is asked no more. */
function* titledAmong(
  sql: Statements,
  numbers: readonly number[],
  words: readonly SoughtWord[],
): Iterable<readonly number[]> {
  const texts = readNumbered(numbers, () =>
    sql.all<{ n: number; title: string }>(
      `SELECT rowid AS n, title FROM search WHERE rowid IN (SELECT value FROM json_each(?))`,
      JSON.stringify(numbers),
    ),
  ).map(({ n, title }) => ({ n, title: title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ') }))
  const having = (isHeld: (title: string) => boolean): readonly number[] =>
    texts.flatMap(({ n, title }) => (isHeld(title) ? [n] : []))
  if (words.length > 1) yield having(title => words.every(({ word }) => isIn(title, word)))
  yield having(title => words.some(({ word }) => isIn(title, word)))
}
