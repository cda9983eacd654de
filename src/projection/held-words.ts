import type { Statements } from '../log/sqlite.ts'
import { type SearchEntry, writeSearch } from './search.ts'
import type { Tables } from './tables.ts'

/**
 * The words of the records of a transaction, held until its commit. FTS5 writes a segment at each
 * savepoint, and merges them later: sixteen turns that commit together would write sixteen.
 *
 * Shape   `words`: not written yet. `marks`: the words that were held at each open savepoint.
 */
type HeldWords = { words: readonly SearchEntry[]; readonly marks: (readonly SearchEntry[])[] }
const held = new WeakMap<Statements, HeldWords>()

/**
 * Holds words from now on. Called when the transaction has begun.
 *
 * Law     Whoever asks the search before the commit finds what was shown: its statement writes the
 *         words first.
 */
export function holdWords(tables: Tables): void {
  held.set(tables.sql, { words: [], marks: [] })
  tables.sql.asked = sql => {
    if (sql.includes('search') || ASKS_TERMS.test(sql)) writeHeld(tables)
  }
}

const ASKS_TERMS = /\b(?:FROM|JOIN) term\b/

/** Writes these words at the commit, or now where none are held. */
export function holdOrWrite(tables: Tables, all: readonly SearchEntry[]): void {
  const of = held.get(tables.sql)
  if (of === undefined) writeSearch(tables, all)
  else if (all.length > 0) of.words = [...of.words, ...all]
}

/** Writes the words that are held, and holds no more. Called before the commit. */
export function releaseWords(tables: Tables): void {
  writeHeld(tables)
  dropWords(tables)
}

/** Holds no more, and forgets the words that are held: their transaction is rolled back. */
export function dropWords({ sql }: Tables): void {
  held.delete(sql)
  sql.asked = undefined
}

function writeHeld(tables: Tables): void {
  const of = held.get(tables.sql)
  if (of === undefined || of.words.length === 0) return
  const { words } = of
  of.words = []
  writeSearch(tables, words)
}

/** Follows a savepoint: what is rolled back to it takes back the words that it wrote. */
export function followSavepoint({ sql }: Tables, text: string): void {
  const of = held.get(sql)
  if (of === undefined) return
  if (text.startsWith('SAVEPOINT')) of.marks.push(of.words)
  else if (text.startsWith('ROLLBACK')) of.words = of.marks.at(-1) ?? []
  else of.marks.pop()
}
