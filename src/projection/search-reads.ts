import type { Hit } from '../contract/reader.ts'
import { ByteCache } from '../core/byte-cache.ts'
import { keyOfRow, note, noteRow, readBy, unsaidRow, untracked } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'

/**
 * What a search reads of the index, by words and rows, so that it is kept until a record is written
 * that it shows or that holds a word of it. `engine/touched.ts` tells writes in the same keys.
 *
 * Shape   `termsFrom`: the terms of the index, for a word that no record holds.
 */

const INDEX = 'tables.search'
/** Words as keys: the index has no smaller ones, whatever it takes for a letter. */
const wordsIn = (text: string): readonly string[] =>
  (text.match(/[a-z0-9]+/gi) ?? []).map(word => word.toLowerCase())
/** Letters that the index may read as others. No French text has any once it is folded. */
const OTHER_LETTERS = /[^\P{L}a-z]|[^\P{N}0-9]|\p{M}|\p{Co}/iu

/** Beginnings are told by so many letters. */
const BEGINNING = 3
const beginningOf = (word: string): string => `${word.slice(0, BEGINNING)}*`

/** A phrase of an FTS5 query; with a star, the beginning of a word. */
const PHRASE = /"([^"]*)"(\s*\*)?/g
/** The words that a record holds one of when it matches a query; undefined: they are not known. */
function wordsOfQuery(query: string): readonly string[] | undefined {
  const all = [...query.matchAll(PHRASE)].map(([, phrase = '', star]) => {
    // What holds a phrase holds its longest word.
    const [word] = wordsIn(phrase).toSorted((a, b) => b.length - a.length)
    if (word === undefined || OTHER_LETTERS.test(phrase)) return undefined
    if (star === undefined) return word
    return word === phrase && word.length >= BEGINNING ? beginningOf(word) : undefined
  })
  return all.includes(undefined) ? undefined : all.map(String)
}

/** Runs work that reads of the index which records match this query, and nothing else of them. */
export function readMatching<T>(query: string, work: () => T): T {
  const words = wordsOfQuery(query)
  return words === undefined ? work() : readBy(INDEX, 'word', words, work)
}

/**
 * Runs work that reads these rows of the index, and the ids of the same numbers in `doc`: a record
 * keeps its number for as long as it stands in both.
 */
export const readNumbered = <T>(numbers: readonly number[], work: () => T): T =>
  readBy(INDEX, 'n', numbers, () => readBy('tables.doc', 'n', [], work))

/** The same for work that reads their types too. */
export const readNumberedTypes = <T>(numbers: readonly number[], work: () => T): T =>
  readBy(INDEX, 'n', numbers, () => readBy('tables.doc', 'n', numbers, work))

/** Runs work that reads of `doc` the records of these ids. */
export const readDocs = <T>(ids: readonly string[], work: () => T): T =>
  readBy('tables.doc', 'id', ids, work)

/** The type and the title of these records. */
export const titledById = (sql: Statements, ids: readonly string[]): ReadonlyMap<string, Hit> =>
  new Map(
    readDocs(ids, () =>
      sql.all<Hit>(
        'SELECT id, type, title FROM doc WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(ids),
      ),
    ).map(({ id, type, title }) => [id, { id, type, title }] as const),
  )

/** The keys of a row of the index that was written, by its values before and after. */
export function keysOfIndexed(number: unknown, texts: readonly string[]): ReadonlySet<string> {
  const keys = new Set([keyOfRow(INDEX, 'n', number)])
  for (const text of texts) {
    if (OTHER_LETTERS.test(text)) keys.add(unsaidRow(`${INDEX}.word`))
    for (const word of wordsIn(text)) {
      keys.add(keyOfRow(INDEX, 'word', word))
      if (word.length >= BEGINNING) keys.add(keyOfRow(INDEX, 'word', beginningOf(word)))
    }
  }
  return keys
}

/** So many figures of a count are told apart, in the base two. */
const FIGURES = 5
const stepFrom = (n: number): number => 2 ** Math.max(0, Math.floor(Math.log2(n)) - FIGURES + 1)
const steppedDown = (n: number): number => (n <= 0 ? 0 : n - (n % stepFrom(n)))
const STEP = 'step'
const keyOfStep = (step: number): string => keyOfRow('tables.doc', STEP, step)
/**
 * The keys of how many records there are about, once the greatest number went from one to another.
 * Numbers between them may have come and gone in one commit.
 */
export function keysOfCounts(from: number, to: number): readonly string[] {
  const keys: string[] = []
  for (let at = steppedDown(from); at < steppedDown(to); ) {
    at += stepFrom(at)
    keys.push(keyOfStep(at))
  }
  return keys
}

/**
 * How many records there are about: the rarity of a word needs no more, and one record more leaves
 * it as it is. Exact below 32, then to a sixteenth.
 */
export function aboutHowMany(sql: Statements): number {
  const text = 'SELECT coalesce(max(n), 0) AS n FROM main.doc'
  const { n } = untracked(() => sql.get<{ n: number }>(text))!
  // Until the last one goes, or one comes that makes another count.
  noteRow('tables.doc', 'n', n)
  const about = steppedDown(n)
  note(keyOfStep(about + stepFrom(about)))
  return about
}

/** The most terms that are compared for a misspelling. */
const MOST_TERMS = 20_000
/** FTS5 counts the records of each term that it gives: among many records it takes 10 ms. */
const MANY_RECORDS = 4_096
/** In a large box new words are known as a beginning once so many records came. */
const KNOWN_FOR = 256
const TERMS = {
  name: 'terms of the search',
  most: 4 * 1024 * 1024,
  bytesOf: (terms: readonly string[]): number => 3 * JSON.stringify(terms).length,
}
type Terms = Readonly<{ key: number; all: ByteCache<readonly string[]> }>
const kept = new WeakMap<Statements, Terms>()

/** The terms that begin so. Of a large box they are kept for a while. */
export function termsFrom(sql: Statements, start: string): readonly string[] {
  const { n } = sql.get<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM main.doc')!
  if (n < MANY_RECORDS) return readTerms(sql, start)
  const key = Math.floor(n / KNOWN_FOR)
  const held = kept.get(sql)
  const terms = held?.key === key ? held : { key, all: new ByteCache<readonly string[]>(TERMS) }
  kept.set(sql, terms)
  return terms.all.get(start) ?? terms.all.set(start, readTerms(sql, start))
}

const readTerms = (sql: Statements, start: string): readonly string[] =>
  sql
    .all<{ term: string }>(
      'SELECT term FROM term WHERE term >= ? AND term < ? LIMIT ?',
      start,
      `${start}\u{10ffff}`,
      MOST_TERMS,
    )
    .map(row => row.term)
