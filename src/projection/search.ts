import type { Hit, Search } from '../contract/reader.ts'
import { fold, nearTerm, stems, wordsOf } from '../core/letters/words.ts'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { fieldsIn } from './shape.ts'
import type { Tables } from './tables.ts'

const SEARCHED: ReadonlySet<string> = new Set(['text', 'prose', 'phone', 'email', 'url'])
/** How many matches are weighed: the newest ones; a village's reader looks at the first page. */
const WEIGHED = 400
/**
 * A word shorter than this is looked for as it is: a hundred thousand records hold too many that
 * begin with *a* (40 ms).
 */
const SHORTEST_BEGINNING = 3
/** Words that join others, folded: what was asked beside them is looked for without them. */
const JOINING: ReadonlySet<string> = new Set(
  (
    'a au aux d de des du en et l la le les ou par pour sur un une and at for in of on or the ' +
    'to with'
  ).split(' '),
)
/** Terms compared for a misspelling, at most. */
const MOST_TERMS = 20_000

/**
 * What the search is to hold of a record from now on, by its number in `doc`; without words,
 * nothing. `was`: it held some before. Noted as records are shown, written together by
 * `intoSearch`.
 */
export type Searched = Readonly<{
  n: number
  was: boolean
  words?: readonly [title: string, body: string, stems: string]
}>

/**
 * Names a record of the commons where the search and `called` find it, and says what its words are;
 * again is as once.
 */
export function index(
  tables: Tables,
  type: RecordType,
  id: string,
  values: ReadonlyMap<string, unknown>,
): Searched {
  const title = String(values.get(type.title) ?? '')
  const body = fieldsIn(type, 'commons')
    .filter(([name, field]) => name !== type.title && SEARCHED.has(field.kind) && !field.unsearched)
    .map(([name]) => values.get(name))
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(value => typeof value === 'string')
    .join('\n')
  const { sql } = tables
  const held = numberOf(tables, id)
  const n = held ?? sql.get<{ n: number }>('SELECT coalesce(max(n), 0) + 1 AS n FROM doc')!.n
  if (held === undefined) sql.run('INSERT INTO doc VALUES (?, ?, ?, ?)', n, id, type.name, title)
  else sql.run('UPDATE doc SET type = ?, title = ? WHERE n = ?', type.name, title, n)
  const folded = fold(title)
  const text = type.path === undefined ? '' : fold(body)
  const stemmed = type.path === undefined ? '' : stems(`${folded} ${text}`).join(' ')
  return { n, was: held !== undefined, words: [folded, text, stemmed] }
}

/**
 * Takes the record out of what `called` knows; its words are still to be taken out of the search.
 */
export function unindex(tables: Tables, id: string): Searched | undefined {
  const n = numberOf(tables, id)
  if (n === undefined) return undefined
  tables.sql.run('DELETE FROM doc WHERE n = ?', n)
  return { n, was: true }
}

/**
 * Writes the words of many records in one stretch: any statement between two of them that SQLite
 * may have to undo makes FTS5 write what it gathered so far as a piece of its own, to be put
 * together again later (ten thousand records: a third of their search's time).
 */
export function intoSearch(tables: Tables, all: readonly Searched[]): void {
  for (const { n, was, words } of all) {
    if (was) tables.sql.run('DELETE FROM search WHERE rowid = ?', n)
    if (words)
      tables.sql.run(
        'INSERT INTO search(rowid, title, body, stems) VALUES (?, ?, ?, ?)',
        n,
        ...words,
      )
  }
}

const numberOf = (tables: Tables, id: string): number | undefined =>
  tables.sql.get<{ n: number }>('SELECT n FROM doc WHERE id = ?', id)?.n

/**
 * What the words find in the commons: every word but those that join others must be there, as it
 * is, by its stem, or by its beginning; when nothing is found, the nearest known spelling is tried
 * and said.
 *
 * Shape   `types`: record types that have a page. Titles weigh more than texts; among equals the
 *         newest comes first.
 */
export function search(
  sql: Statements,
  asked: string,
  types: readonly string[],
  most = 30,
): Search {
  const all = wordsOf(asked)
  const telling = all.filter(word => !JOINING.has(word))
  const words = (telling.length > 0 ? telling : all).slice(0, 8)
  if (words.length === 0) return { asked, hits: [], more: false }
  const found = find(sql, words, types, most)
  if (found.hits.length > 0) return { asked, ...found }
  const mended = words.map(word => mend(sql, word) ?? word)
  if (mended.join(' ') === words.join(' ')) return { asked, hits: [], more: false }
  const again = find(sql, mended, types, most)
  return again.hits.length > 0
    ? { asked, instead: mended.join(' '), ...again }
    : { asked, hits: [], more: false }
}

/** The words of a record that shows under another find that one, once. */
const HIT = `SELECT id, type, title FROM doc WHERE id =
  (SELECT coalesce((SELECT shown FROM joined WHERE joined.id = doc.id), doc.id) FROM doc
    WHERE n = ?)`

function find(
  sql: Statements,
  words: readonly string[],
  types: readonly string[],
  most: number,
): Readonly<{ hits: readonly Hit[]; more: boolean }> {
  const rows = sql.all<{ n: number; title: string }>(
    'SELECT rowid AS n, title FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
    words.map(word => either(sql, word)).join(' AND '),
    WEIGHED,
  )
  const weighed = rows
    .map(row => ({ n: row.n, weight: weight(row.title, words) }))
    .sort((a, b) => b.weight - a.weight || b.n - a.n)
  const hits: Hit[] = []
  for (const { n } of weighed) {
    const doc = sql.get<{ id: string; type: string; title: string }>(HIT, n)
    if (!doc || !types.includes(doc.type) || hits.some(hit => hit.id === doc.id)) continue
    if (hits.length === most) return { hits, more: true }
    hits.push({ ...doc })
  }
  return { hits, more: false }
}

/**
 * The word itself or its stem, unless that is a word that joins others (*Léa* is cut to *le*); or
 * what begins by it, unless more records hold the word than are weighed: the index must put
 * together all that begins alike before it gives the first.
 */
function either(sql: Statements, word: string): string {
  const telling = stems(word).filter(stem => stem === word || !JOINING.has(stem))
  const whole = [`"${word}"`, ...telling.map(stem => `stems : "${stem}"`)].join(' OR ')
  if (word.length < SHORTEST_BEGINNING) return `(${whole})`
  const { n } = sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)',
    whole,
    WEIGHED,
  )!
  return n < WEIGHED ? `("${word}"* OR ${whole})` : `(${whole})`
}

/**
 * One point for a word that begins a word of the title (folded, as the search holds it), half a
 * point more for that whole word.
 */
function weight(title: string, words: readonly string[]): number {
  const titled = title.split(/[^\p{L}\p{N}]+/u)
  return words.reduce(
    (sum, word) =>
      sum + (titled.includes(word) ? 1.5 : titled.some(known => known.startsWith(word)) ? 1 : 0),
    0,
  )
}

/** The known word nearest to one that is not known; words that begin alike are compared. */
function mend(sql: Statements, word: string): string | undefined {
  if (word.length < 4) return undefined
  const near = (start: string) =>
    sql
      .all<{ term: string }>(
        'SELECT term FROM term WHERE term >= ? AND term < ? LIMIT ?',
        start,
        `${start}\u{10ffff}`,
        MOST_TERMS,
      )
      .map(row => row.term)
  return nearTerm(word, near(word.slice(0, 2))) ?? nearTerm(word, near(word.slice(0, 1)))
}
