import { DatabaseSync } from 'node:sqlite'
import type { Projection } from '../contract/projection.ts'
import { tableOf } from '../contract/tables.ts'
import { type RecordType, SPACES, type Space } from '../core/schema.ts'
import { everyRecord, type Log, storedHeads, type Touched } from '../log/log.ts'
import { Statements } from '../log/sqlite.ts'
import { knowAlphabet } from './alphabet.ts'
import { unindex, writeSearch } from './search.ts'
import {
  allTables,
  fieldsMore,
  HOUSE_PART,
  partsOf,
  projectionPart,
  SEARCH_PART,
  tablesOf,
  typePart,
} from './shape.ts'
import type { Shape, Tables } from './tables.ts'

/**
 * The tables of a program that makes some parts of them otherwise: an upgrade changes few types,
 * and the rows of the others stay.
 *
 * Law     2. Whatever parts changed, the rows are those of tables that are made again whole.
 */

/**
 * The parts that this program makes otherwise.
 *
 * Shape   `types`: their names, those that are gone too. `wider`: types that only have more or
 *         fewer fields, which nobody wrote: their rows are copied. `projections`: those whose rows
 *         are made again, also of types that stay. `isSearch`: words of the search are others.
 */
export type ChangedShape = Readonly<{
  types: ReadonlySet<string>
  wider: readonly RecordType[]
  projections: readonly Projection[]
  isSearch: boolean
}>

/** Undefined where the rows of every type change. */
export function changedShape({ sql }: Tables, log: Log, shape: Shape): ChangedShape | undefined {
  const held = new Map(
    sql
      .all<Record<'key' | 'value', string>>(
        "SELECT key, value FROM mark WHERE key LIKE 'part of %'",
      )
      .map(({ key, value }) => [key, value]),
  )
  const made = partsOf(shape.types, shape.projections)
  const isChanged = (part: string): boolean => held.get(part) !== made.get(part)
  if (isChanged(HOUSE_PART)) return undefined
  const gone = [...held.keys()].filter(part => !made.has(part))
  const isGone = (name: string): boolean => gone.includes(typePart(name))
  const projections = shape.projections.filter(
    one => isChanged(projectionPart(one)) || one.types.some(isGone),
  )
  const filled = new Set(filledBy(shape, projections))
  const isWider = ({ name }: RecordType): boolean => {
    const [was = '', is = ''] = [held, made].map(parts => parts.get(typePart(name)))
    const more = filled.has(name) ? undefined : fieldsMore(was, is)
    return more?.every(field => !isWritten(log, name, field)) === true
  }
  const changed = shape.types.filter(({ name }) => isChanged(typePart(name)))
  const { wider = [], shown = [] } = Object.groupBy(changed, type =>
    isWider(type) ? 'wider' : 'shown',
  )
  const names = [
    ...shown.map(({ name }) => name),
    ...gone.flatMap(part => (part.startsWith(typePart('')) ? part.slice(typePart('').length) : [])),
    ...filled,
  ]
  return { types: new Set(names), wider, projections, isSearch: isChanged(SEARCH_PART) }
}

/** Whether anybody wrote this field, whatever became of it. */
const isWritten = (log: Log, type: string, field: string): boolean =>
  log.sql.get('SELECT 1 FROM write WHERE type = ? AND field = ? LIMIT 1', type, field) !== undefined

/** A table, an index or a trigger, in the order in which they are made. */
type Thing = Readonly<{ kind: string; name: string; of: string; sql: string }>
const thingsIn = (sql: Statements): readonly Thing[] =>
  sql
    .all<Thing>(
      'SELECT type AS kind, name, tbl_name AS of, sql FROM sqlite_master WHERE sql IS NOT NULL ' +
        'ORDER BY rowid',
    )
    .filter(({ name }) => !OF_SEARCH.test(name))
/** The tables that SQLite makes for the search. */
const OF_SEARCH = /^search_(data|idx|content|docsize|config)$/

/** The tables, indices and triggers of this shape, as SQLite notes them. */
function thingsOf({ types, projections }: Shape): readonly Thing[] {
  const db = new DatabaseSync(':memory:')
  knowAlphabet(db)
  for (const sql of allTables(types, projections)) db.exec(sql)
  const things = thingsIn(new Statements(db))
  db.close()
  return things
}

/** SQLite leaves out a comment at the end. */
const isOf = ({ sql }: Thing, projections: readonly Projection[]): boolean =>
  projections.some(({ tables }) => tables.some(text => text.startsWith(sql)))

/** The types whose rows fill tables of these projections by triggers. */
function filledBy(shape: Shape, projections: readonly Projection[]): readonly string[] {
  const of = new Set(
    thingsOf(shape)
      .filter(thing => thing.kind === 'trigger' && isOf(thing, projections))
      .map(thing => thing.of),
  )
  return shape.types
    .map(({ name }) => name)
    .filter(name => SPACES.some(space => of.has(tableOf(name, space))))
}

/** Empties the changed parts, and makes what this shape has and the file has not. */
export function remakeChanged(tables: Tables, shape: Shape, changed: ChangedShape): void {
  const { sql, db } = tables
  for (const name of changed.types) takeOut(tables, name)
  // They are made again below: no copied row is counted again.
  for (const { kind, name } of thingsIn(sql))
    if (kind === 'trigger') db.exec(`DROP TRIGGER "${name}"`)
  for (const type of changed.wider) for (const space of SPACES) widen(tables, type, space)
  const wanted = thingsOf(shape)
  const kept = new Set(
    wanted.filter(thing => !isOf(thing, changed.projections)).map(thing => thing.sql),
  )
  const stale = thingsIn(sql).filter(thing => !kept.has(thing.sql))
  for (const kind of ['trigger', 'index', 'table'])
    for (const { name } of stale.filter(thing => thing.kind === kind))
      db.exec(`DROP ${kind} IF EXISTS "${name}"`)
  // An index and a trigger may have one name.
  const here = new Set(thingsIn(sql).map(({ kind, name }) => `${kind} ${name}`))
  for (const thing of wanted) if (!here.has(`${thing.kind} ${thing.name}`)) db.exec(thing.sql)
  for (const type of shape.types.filter(({ name }) => changed.types.has(name)))
    for (const text of tablesOf(type)) if (text.startsWith('INSERT')) db.exec(text)
}

/** Copies the rows of a type into a table with its fields of now. */
function widen({ sql, db }: Tables, type: RecordType, space: Space): void {
  const table = tableOf(type.name, space)
  const columns = (of: string): readonly string[] =>
    sql.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', of).map(({ name }) => name)
  const next = `${table} next`
  db.exec(
    tablesOf(type)
      .find(text => text.startsWith(`CREATE TABLE "${table}"`))!
      .replace(table, next),
  )
  const held = new Set(columns(table))
  const both = columns(next)
    .filter(name => held.has(name))
    .map(name => `"${name}"`)
  db.exec(`INSERT INTO "${next}"(${both}) SELECT ${both} FROM "${table}"`)
  db.exec(`DROP TABLE "${table}"; ALTER TABLE "${next}" RENAME TO "${table}"`)
}

/** What the house notes of records by their type. */
const NOTED = ['made', 'misfit', 'conflict', 'theirs', 'unread', 'leave', 'taken_off']

/**
 * Takes a type out of the tables. The titles, links and words of its records stay under their
 * numbers until they are shown again, unless the type is gone or they showed here alone.
 */
function takeOut(tables: Tables, name: string): void {
  const { sql, db } = tables
  const commons = tableOf(name, 'commons')
  const has = (table: string): boolean =>
    sql.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table) !== undefined
  const left = has(commons)
    ? sql.all<{ id: string }>(
        tables.types.has(name)
          ? `SELECT id FROM here WHERE id IN (SELECT id FROM "${commons}")`
          : 'SELECT id FROM doc WHERE type = ?1',
        ...(tables.types.has(name) ? [] : [name]),
      )
    : []
  writeSearch(
    tables,
    left.flatMap(({ id }) => unindex(tables, id) ?? []),
  )
  for (const { id } of left) sql.run('DELETE FROM link WHERE from_id = ?', id)
  if (!tables.types.has(name)) sql.run('DELETE FROM link WHERE from_type = ?', name)
  if (has(commons)) sql.run(`DELETE FROM here WHERE id IN (SELECT id FROM "${commons}")`)
  for (const table of NOTED) sql.run(`DELETE FROM ${table} WHERE type = ?`, name)
  for (const table of SPACES.map(space => tableOf(name, space)).filter(has)) {
    for (const end of ['stands', 'is gone']) db.exec(`DROP TRIGGER IF EXISTS "${table} ${end}"`)
    sql.run('DELETE FROM standing WHERE type = ?', table)
    const isCounted =
      sql.get("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table) !==
      undefined
    // No trigger runs when a table is dropped.
    if (isCounted) db.exec(`DELETE FROM "${table}"`)
    db.exec(`DROP TABLE "${table}"`)
  }
}

/** Takes a record out of the tables, whole. */
function takeOutRecord(tables: Tables, record: string): void {
  const { sql } = tables
  const words = unindex(tables, record)
  if (words) writeSearch(tables, [words])
  sql.run('DELETE FROM link WHERE from_id = ?', record)
  for (const table of ['here', ...NOTED]) sql.run(`DELETE FROM ${table} WHERE id = ?`, record)
  for (const { name } of tables.types.values())
    for (const space of SPACES)
      sql.run(`DELETE FROM "${tableOf(name, space)}" WHERE id = ?`, record)
}

type OfRecord = (same: readonly Touched[]) => boolean
/**
 * Which records are shown again: those that a changed type wrote, all of them, and those that a
 * projection could not read.
 */
export function isShownAgain(sql: Statements, { types }: ChangedShape): OfRecord {
  const unread = new Set(sql.all<{ id: string }>('SELECT id FROM unread').map(({ id }) => id))
  return same => same.some(({ type, record }) => types.has(type) || unread.has(record))
}

/** Whether more than half of the records are such. */
export function isMost(log: Log, isSuch: OfRecord): boolean {
  let [all, such] = [0, 0]
  for (const same of byRecord(log)) {
    all += same.length
    if (isSuch(same)) such += same.length
  }
  return such > all / 2
}

/** The records that are shown again. What the tables hold of them is out. */
export function* shownAgain(
  tables: Tables,
  log: Log,
  { types }: ChangedShape,
  isShown: OfRecord,
): Generator<Touched> {
  for (const same of byRecord(log)) {
    if (!isShown(same)) continue
    const isOut = isOfOneType(same) && types.has(same[0]!.type)
    if (!isOut) takeOutRecord(tables, same[0]!.record)
    yield* toldFirst(log, same)
  }
}

/** What was written of each record of the log, in the order of their ids. */
export function* byRecord(log: Log): Generator<readonly Touched[]> {
  let same: Touched[] = []
  for (const what of everyRecord(log)) {
    if (same.length > 0 && same[0]?.record !== what.record) {
      yield same
      same = []
    }
    same.push(what)
  }
  if (same.length > 0) yield same
}

/** Every record, for tables that hold nothing yet. */
export function* shownFirst(log: Log): Generator<Touched> {
  for (const same of byRecord(log)) yield* toldFirst(log, same)
}
const isOfOneType = (same: readonly Touched[]): boolean =>
  same.every(({ type }) => type === same[0]?.type)
/**
 * A record of a single type is told as written for the first time: the tables hold nothing of it
 * yet, and nothing is deleted before its rows are written.
 */
const toldFirst = (log: Log, same: readonly Touched[]): readonly Touched[] =>
  isOfOneType(same) ? same.map(what => ({ ...what, first: () => storedHeads(log, what) })) : same
