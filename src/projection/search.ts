import type { Hit, Search } from '../contract/reader.ts'
import { tableOf } from '../contract/tables.ts'
import { beforehand, doneBefore, type TextAsked } from '../core/beforehand.ts'
import { keepLast } from '../core/byte-cache.ts'
import { ruleDayNames } from '../core/calendar/rule-days.ts'
import { fold, isPlainFrench, nearTerm, stems, wordsOf } from '../core/letters/words.ts'
import { ownJson } from '../core/narrow.ts'
import type { Field, RecordType } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'
import { familyStems, isOfApart, maybeStems } from '../text/searching/families.ts'
import { readMatching, readNumbered, termsFrom, titledById } from './search-reads.ts'
import { fieldsIn, isJson } from './shape.ts'
import type { Tables } from './tables.ts'

const SEARCHED: ReadonlySet<string> = new Set(['text', 'prose', 'phone', 'email', 'url'])
/** How many matches are weighed, the newest ones. A reader looks at the first page. */
const WEIGHED = 400
/**
 * Shorter words are not searched as beginnings: of a hundred thousand records too many begin with
 * *a* (40 ms).
 */
const SHORTEST_BEGINNING = 3
/** Joining words, folded. A search leaves them out. */
const JOINING: ReadonlySet<string> = new Set(
  (
    'a au aux d de des du en et l la le les ou par pour sur un une and at for in of on or the ' +
    'to with'
  ).split(' '),
)

/**
 * The words of a record for the search, by its number in `doc`. Without `words` it leaves the
 * search. `was`: the search held it before. `writeSearch` writes many at once.
 */
export type SearchEntry = Readonly<{
  n: number
  was: boolean
  words?: SearchWords
}>
type SearchWords = readonly [title: string, body: string, stems: string]

/**
 * Notes a record of the commons in `doc`, and returns its words for the search. A second call
 * changes nothing.
 */
export function index(
  tables: Tables,
  type: RecordType,
  id: string,
  values: ReadonlyMap<string, unknown>,
  isNew = false,
): SearchEntry {
  const title = String(values.get(type.title) ?? '')
  const { sql } = tables
  const held = isNew ? undefined : numberOf(tables, id)
  const n = held ?? numbered(tables, id, type, title)
  if (held !== undefined)
    sql.run('UPDATE doc SET type = ?, title = ? WHERE n = ?', type.name, title, n)
  return { n, was: held !== undefined, words: searchedOf(type, title, name => values.get(name)) }
}

function searchedOf(
  type: RecordType,
  title: string,
  valueIn: (field: string) => unknown,
): SearchWords {
  if (type.path === undefined) return [fold(title), '', '']
  const body = bodyOf(type, valueIn)
  const done = doneBefore(words, () => asText(title, body))
  return (done as SearchWords | undefined) ?? wordsSearched(title, body)
}

function wordsSearched(title: string, body: string): SearchWords {
  const folded = fold(title)
  const text = fold(body)
  return [folded, text, stemmedOf(`${title} ${body}`, `${folded} ${text}`)]
}
/** Two texts as one. */
const asText = (title: string, body: string): string => `${title.length} ${title}${body}`
const words = beforehand(
  text => {
    const from = text.indexOf(' ') + 1
    const to = from + Number(text.slice(0, from))
    return wordsSearched(text.slice(from, to), text.slice(to))
  },
  import.meta.url,
)

/** The text by which `index` will ask for the words of a record with these values. */
export function textsSearched(
  type: RecordType,
  valueIn: (field: string) => unknown,
): readonly TextAsked[] {
  if (type.path === undefined) return []
  const title = String(valueIn(type.title) ?? '')
  return [[words, asText(title, bodyOf(type, valueIn))]]
}

/** How many records `searchAgain` reads at once. */
const READ_AT_ONCE = 1_000
/** Works the words of all records out again, from their rows. */
export function searchAgain(tables: Tables): void {
  let after = 0
  for (;;) {
    const docs = tables.sql.all<Readonly<{ n: number; id: string; type: string; title: string }>>(
      `SELECT n, id, type, title FROM doc WHERE n > ? ORDER BY n LIMIT ${READ_AT_ONCE}`,
      after,
    )
    if (docs.length === 0) return
    const all = docs.flatMap(({ n, id, type: name, title }): SearchEntry[] => {
      const type = tables.types.get(name)
      const row =
        type && tables.sql.get(`SELECT * FROM "${tableOf(name, 'commons')}" WHERE id = ?`, id)
      if (!type || !row) return []
      const cellIn = (field: string): unknown => valueIn(type.fields[field], row[field])
      return [{ n, was: true, words: searchedOf(type, title, cellIn) }]
    })
    writeSearch(tables, all)
    after = docs.at(-1)!.n
  }
}
/** A cell of a row as the words of the search read it. */
const valueIn = (field: Field | undefined, cell: unknown): unknown =>
  field && isJson(field) && typeof cell === 'string' ? ownJson(cell) : cell

/**
 * The stems of a text, and those of families that the stemmer confounds: *marché*, *marche*.
 * `folded`: the same text folded, where it is at hand.
 */
export function stemmedOf(text: string, folded = text): string {
  const isPlain = isPlainFrench(text)
  const small = (isPlain ? text : text.normalize('NFC')).toLowerCase()
  const all = (small.match(isPlain ? PLAIN : TYPED) ?? []).map(typedWord)
  const isBare = isWithoutAccents(all)
  const families = new Set<string>()
  for (const one of all) for (const stem of isBare ? one.maybe : one.sure) families.add(stem)
  // Each word of a plain text folds to one word.
  const own = isPlain ? all.flatMap(one => one.stems) : stems(folded)
  return [...own, ...families].join(' ')
}
/** A word as people type it, accents and marks included. */
const TYPED = /[\p{L}\p{M}\p{N}]+/gu
/** The same in a plain French text, in small letters. */
const PLAIN = /[a-z0-9ß-öø-ÿœ]+/g

/** A typed word: how many folded ones it is, whether it is typed as they are, and its families. */
type TypedWord = Readonly<{
  count: number
  isFolded: boolean
  stems: readonly string[]
  sure: readonly string[]
  /** Those too that it may be of in a text without accents. */
  maybe: readonly string[]
}>
const NONE: readonly string[] = []
const typedWord = keepLast({ name: 'families of words', most: 1536 * 1024 }, (typed): TypedWord => {
  const words = wordsOf(typed)
  const apart = words.filter(isOfApart).map(word => {
    const [stem = word] = stems(word)
    return [familyStems(typed, stem, false), maybeStems(typed, stem)] as const
  })
  return {
    count: words.length,
    isFolded: words.every(word => word === typed),
    stems: stems(typed),
    sure: apart.length === 0 ? NONE : apart.flatMap(([sure]) => sure),
    maybe: apart.length === 0 ? NONE : apart.flat(2),
  }
})

/** Who writes several words without any accent may leave them out where the dictionary has them. */
const isWithoutAccents = (words: readonly TypedWord[]): boolean =>
  words.every(one => one.isFolded) && words.reduce((sum, { count }) => sum + count, 0) > 2

/** The searched words of a record beside its title. A repetition is found by its days. */
export const bodyOf = (type: RecordType, valueIn: (field: string) => unknown): string =>
  fieldsIn(type, 'commons')
    .filter(([name, field]) => name !== type.title && !field.unsearched)
    .flatMap(([name, field]) => wordsIn(field, valueIn(name)))
    .join('\n')

function wordsIn(field: Field, value: unknown): readonly string[] {
  const texts = (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')
  if (SEARCHED.has(field.kind)) return texts
  if (field.kind === 'recurrence') return texts.map(ruleDayNames)
  const { foundBy } = field
  return foundBy ? texts.flatMap(code => (Object.hasOwn(foundBy, code) ? foundBy[code]! : [])) : []
}

/** Deletes a record from `doc`. The caller takes its words out of the search. */
export function unindex(tables: Tables, id: string): SearchEntry | undefined {
  const n = numberOf(tables, id)
  if (n === undefined) return undefined
  tables.sql.run('DELETE FROM doc WHERE n = ?', n)
  return { n, was: true }
}

/**
 * Writes the words of many records to the search in one stretch: another statement between two of
 * them makes FTS5 write a segment of its own, to be merged later (a third of the time for ten
 * thousand records).
 */
export function writeSearch(tables: Tables, all: readonly SearchEntry[]): void {
  const last = new Map<number, SearchEntry>()
  for (const one of all) last.set(one.n, { ...one, was: one.was || last.get(one.n)?.was === true })
  for (const { n, was, words } of [...last.values()].filter(one => !isHeld(tables, one))) {
    if (was) tables.sql.run('DELETE FROM search WHERE rowid = ?', n)
    if (words)
      tables.sql.run(
        'INSERT INTO search(rowid, title, body, stems) VALUES (?, ?, ?, ?)',
        n,
        ...words,
      )
  }
}

/** Whether the search holds these words already: most writes change no word. */
function isHeld({ sql }: Tables, { n, was, words }: SearchEntry): boolean {
  if (!was || !words) return false
  const held = sql.get<Readonly<Record<'title' | 'body' | 'stems', string>>>(
    'SELECT title, body, stems FROM search WHERE rowid = ?',
    n,
  )
  return held?.title === words[0] && held.body === words[1] && held.stems === words[2]
}

/** Notes a record in `doc`, under the number after the greatest. */
const numbered = (tables: Tables, id: string, type: RecordType, title: string): number =>
  Number(
    tables.sql.of('INSERT INTO doc(id, type, title) VALUES (?, ?, ?)').run(id, type.name, title)
      .lastInsertRowid,
  )

const numberOf = (tables: Tables, id: string): number | undefined =>
  tables.sql.get<{ n: number }>('SELECT n FROM doc WHERE id = ?', id)?.n

/**
 * Searches the commons. Every word but joining ones must match, as typed, by its stem or as a
 * beginning. Without a result, the nearest known spelling is tried and returned.
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
  const words = tellingWords(asked)
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

/** The same with the words as they are typed: no other spelling is tried. */
export function searchTyped(
  sql: Statements,
  asked: string,
  types: readonly string[],
  most = 30,
): readonly Hit[] {
  const words = tellingWords(asked)
  return words.length > 0 && isAny(sql, types) ? find(sql, words, types, most).hits : []
}
/** Whether there is a record of one of these types. */
const isAny = (sql: Statements, types: readonly string[]): boolean =>
  readBy('tables.doc', 'type', types, () =>
    sql.get(
      'SELECT 1 FROM main.doc WHERE type IN (SELECT value FROM json_each(?)) LIMIT 1',
      JSON.stringify(types),
    ),
  ) !== undefined

/** The words of a search that must match: without joining ones, unless there is no other. */
export function tellingWords(asked: string): readonly string[] {
  const all = wordsOf(asked)
  const telling = all.filter(word => !JOINING.has(word))
  return (telling.length > 0 ? telling : all).slice(0, 8)
}

/** Words of a joined record find the shown one, once. */
const SHOWN = `SELECT n, coalesce((SELECT shown FROM joined WHERE joined.id = doc.id), doc.id) AS id
  FROM main.doc WHERE n IN (SELECT value FROM json_each(?))`
/** Read apart from the view of who holds a card: joined with it, every title would be read. */
function hitsOf(sql: Statements, numbers: readonly number[]): ReadonlyMap<number, Hit> {
  const shown = readNumbered(numbers, () =>
    sql.all<{ n: number; id: string }>(SHOWN, JSON.stringify(numbers)),
  )
  const docs = titledById(
    sql,
    shown.map(({ id }) => id),
  )
  return new Map(
    shown.flatMap(({ n, id }) => {
      const hit = docs.get(id)
      return hit ? [[n, hit] as const] : []
    }),
  )
}

function find(
  sql: Statements,
  words: readonly string[],
  types: readonly string[],
  most: number,
): Readonly<{ hits: readonly Hit[]; more: boolean }> {
  const query = words.map(word => either(sql, word)).join(' AND ')
  const rows = readMatching(query, () =>
    sql.all<{ n: number; title: string }>(
      'SELECT rowid AS n, title FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?',
      query,
      WEIGHED,
    ),
  )
  const weighed = rows
    .map(row => ({ n: row.n, weight: weight(row.title, words) }))
    .sort((a, b) => b.weight - a.weight || b.n - a.n)
  const docs = hitsOf(
    sql,
    weighed.map(({ n }) => n),
  )
  const hits: Hit[] = []
  for (const { n } of weighed) {
    const doc = docs.get(n)
    if (!doc || !types.includes(doc.type) || hits.some(hit => hit.id === doc.id)) continue
    if (hits.length === most) return { hits, more: true }
    hits.push(doc)
  }
  return { hits, more: false }
}

/**
 * The FTS5 query of a word: the word or its stem, unless the stem is a joining word (*Léa* has the
 * stem *le*); or a beginning, unless enough records hold the whole word, because FTS5 merges all
 * beginnings before the first result.
 */
function either(sql: Statements, word: string): string {
  const telling = stems(word).filter(stem => stem === word || !JOINING.has(stem))
  const whole = [`"${word}"`, ...telling.map(stem => `stems : "${stem}"`)].join(' OR ')
  if (word.length < SHORTEST_BEGINNING) return `(${whole})`
  const { n } = readMatching(whole, () =>
    sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)',
      whole,
      WEIGHED,
    ),
  )!
  return n < WEIGHED ? `("${word}"* OR ${whole})` : `(${whole})`
}

/**
 * The weight of a title: a point for each word that begins a word of it, half a point more for a
 * whole word.
 */
function weight(title: string, words: readonly string[]): number {
  const titled = title.split(/[^\p{L}\p{N}]+/u)
  return words.reduce(
    (sum, word) =>
      sum + (titled.includes(word) ? 1.5 : titled.some(known => known.startsWith(word)) ? 1 : 0),
    0,
  )
}

/** The known word that is nearest to an unknown one, among words with the same beginning. */
export function mend(sql: Statements, word: string): string | undefined {
  if (word.length < 4) return undefined
  return (
    nearTerm(word, termsFrom(sql, word.slice(0, 2))) ??
    nearTerm(word, termsFrom(sql, word.slice(0, 1)))
  )
}
