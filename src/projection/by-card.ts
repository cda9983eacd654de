import type { Hit } from '../contract/reader.ts'
import { tableOf } from '../contract/tables.ts'
import { fold, stems } from '../core/letters/words.ts'
import type { RecordType } from '../core/schema.ts'
import { noteRow, readBy } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'
import { bodyOf, tellingWords } from './search.ts'
import { fieldsIn, isJson } from './shape.ts'

/**
 * Records that only people who hold a card read, by their person’s choice
 * (`RecordType.shownByCard`).
 *
 * Their rows stand in the tables of `home` alone: no list, count, search, map, print or export
 * reads them. Work that runs inside `withCardRows` reads them among the rows of the commons, by
 * temporary views of the same names. It is the page or the command of somebody who may see them.
 *
 * Law     law 6: outside `withCardRows` nothing reads a row of them. The views go with the work,
 *         whatever it throws.
 */

type Types = ReadonlyMap<string, RecordType>
/** A type of which some records may be read by card alone, and the field that says so. */
type CardType = Readonly<{ type: RecordType; field: string; home: string }>

const known = new WeakMap<Types, readonly CardType[]>()
function cardTypes(types: Types): readonly CardType[] {
  const held =
    known.get(types) ??
    [...types.values()].flatMap(type =>
      type.shownByCard ? [{ type, field: type.shownByCard, home: tableOf(type.name, 'home') }] : [],
    )
  known.set(types, held)
  return held
}

/**
 * Runs work whose statements read of the tables of `home` nothing but rows that are shown by card:
 * no other draft that comes changes what it gives.
 */
export const ofCardRows = <T>(types: Types, work: () => T): T =>
  cardTypes(types).reduce<() => T>(
    (inner, { home, field }) =>
      () =>
        readBy(`tables.${home}`, field, [1], inner),
    work,
  )()

/** Notes that a record was read by its id, on a connection that reads those shown by card. */
export function noteByCard(sql: Statements, types: Types, id: string): void {
  if (!reading.has(sql)) return
  for (const { home } of cardTypes(types)) noteRow(`tables.${home}`, 'id', id)
}

/** Whether only people who hold a card read this record, or would were it not taken off. */
export function byCardIn(sql: Statements, types: Types, id: string): boolean {
  const asked = cardTypes(types).map(
    ({ home, field }) => `SELECT 1 FROM main."${home}" WHERE id = ?1 AND "${field}" = 1`,
  )
  const text = `${asked.join(' UNION ALL ')} LIMIT 1`
  return asked.length > 0 && ofCardRows(types, () => sql.get(text, id)) !== undefined
}

const BY_HOUSE = ['_wall', '_sure', '_by', '_box']
const quoted = (names: readonly string[]): string => names.map(name => `"${name}"`).join(', ')
const ofCards = ({ home, field }: CardType): string => `FROM main."${home}" WHERE "${field}" = 1`

/** The rows of a type: those of the commons, but for an older one of a record read by card. */
function rowsOf(one: CardType): string {
  const columns = quoted([
    'id',
    ...fieldsIn(one.type, 'commons').map(([name]) => name),
    ...BY_HOUSE,
  ])
  const commons = tableOf(one.type.name, 'commons')
  return `CREATE TEMP VIEW "${commons}" AS SELECT ${columns} FROM main."${commons}" WHERE id NOT IN
    (SELECT id ${ofCards(one)}) UNION ALL SELECT ${columns} ${ofCards(one)}`
}

/** Their titles, for links to them. */
const titlesOf = (one: CardType): string =>
  `SELECT NULL, id, '${one.type.name}', coalesce("${one.type.title}", '') ${ofCards(one)}
    AND removed IS NOT 1`

/** Their links to other records, by field. */
const linksOf = (one: CardType): readonly string[] =>
  fieldsIn(one.type, 'commons')
    .filter(([, { kind }]) => kind === 'link' || kind === 'themes')
    .map(([name, field]) =>
      isJson(field)
        ? `SELECT held.id, '${name}', each.value, '${one.type.name}'
            FROM main."${one.home}" AS held, json_each(held."${name}") AS each
            WHERE held."${one.field}" = 1 AND held.removed IS NOT 1`
        : `SELECT id, '${name}', "${name}", '${one.type.name}' ${ofCards(one)}
            AND removed IS NOT 1 AND "${name}" IS NOT NULL`,
    )

const viewsOf = (all: readonly CardType[]): readonly string[] => [
  ...all.map(rowsOf),
  `CREATE TEMP VIEW doc AS SELECT n, id, type, title FROM main.doc
    UNION ALL ${all.map(titlesOf).join(' UNION ALL ')}`,
  `CREATE TEMP VIEW link AS SELECT from_id, field, to_id, from_type FROM main.link
    UNION ALL ${all.flatMap(linksOf).join(' UNION ALL ')}`,
]

/** The connections on which such work runs now. */
const reading = new WeakSet<Statements>()

/** Whether there is a record that only people who hold a card read. */
export function hasCardRows(sql: Statements, types: Types): boolean {
  const asked = cardTypes(types).map(one => `SELECT 1 ${ofCards(one)}`)
  const text = `${asked.join(' UNION ALL ')} LIMIT 1`
  return asked.length > 0 && ofCardRows(types, () => sql.get(text)) !== undefined
}

/** Makes a connection read records shown by card for as long as it is open. */
export function alwaysWithCardRows(sql: Statements, types: Types): Statements {
  const all = cardTypes(types)
  if (all.length > 0) for (const view of viewsOf(all)) sql.db.exec(view)
  reading.add(sql)
  return sql
}

/**
 * Runs work that reads records shown by card among those of the commons, on a connection that
 * others use too. It runs in one stretch: nothing else reads this connection meanwhile. SQLite
 * prepares all its statements again, twice: pages have a connection of their own.
 */
export function withCardRows<T>(sql: Statements, types: Types, work: () => T): T {
  const all = cardTypes(types)
  if (reading.has(sql) || !hasCardRows(sql, types)) return work()
  const names = [...all.map(({ type }) => tableOf(type.name, 'commons')), 'doc', 'link']
  try {
    for (const view of viewsOf(all)) sql.db.exec(view)
    reading.add(sql)
    return work()
  } finally {
    reading.delete(sql)
    for (const name of names) sql.db.exec(`DROP VIEW IF EXISTS temp."${name}"`)
  }
}

/** The most records of one type that a search looks through, the newest ones. */
const MOST = 500

/** The newest records shown by card, of these types. None outside `withCardRows`. */
const cardRows = (
  sql: Statements,
  types: Types,
  among: readonly string[],
): readonly Readonly<{ type: RecordType; row: Readonly<Record<string, unknown>> }>[] =>
  reading.has(sql)
    ? cardTypes(types)
        .filter(({ type }) => among.includes(type.name))
        .flatMap(({ type, home, field }) =>
          sql
            .all(
              `SELECT * FROM main."${home}" WHERE "${field}" = 1 AND removed IS NOT 1
                ORDER BY id DESC LIMIT ${MOST}`,
            )
            .map(row => ({ type, row })),
        )
    : []

/**
 * The records shown by card that contain every word, newest first. None outside `withCardRows`.
 * They stand in no index: nobody else’s search meets their words.
 */
export function cardHits(
  sql: Statements,
  types: Types,
  asked: string,
  among: readonly string[],
): readonly Hit[] {
  const words = reading.has(sql) ? tellingWords(asked) : []
  if (words.length === 0) return []
  return cardRows(sql, types, among)
    .filter(({ type, row }) => holdsAll(type, row, words))
    .map(({ type, row }) => hitOf(type, row))
}

const hitOf = (type: RecordType, row: Readonly<Record<string, unknown>>): Hit => ({
  id: String(row['id']),
  type: type.name,
  title: String(row[type.title] ?? ''),
})

/**
 * The texts of the records shown by card, as the index would hold them: they stand in none, so that
 * nobody else’s search meets their words.
 */
export const cardTexts = (
  sql: Statements,
  types: Types,
  among: readonly string[],
): readonly (Hit & Readonly<{ body: string }>)[] =>
  cardRows(sql, types, among).map(({ type, row }) => ({
    ...hitOf(type, row),
    body: bodyOf(type, name => row[name]),
  }))

function holdsAll(
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
  words: readonly string[],
): boolean {
  const text = fold(`${String(row[type.title] ?? '')} ${bodyOf(type, name => row[name])}`)
  const held = text.split(/[^\p{L}\p{N}]+/u)
  const stemmed = new Set(stems(text))
  return words.every(
    word =>
      held.some(one => one === word || (word.length > 2 && one.startsWith(word))) ||
      stems(word).some(stem => stemmed.has(stem)),
  )
}
