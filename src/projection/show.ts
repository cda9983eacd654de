import type { TableWriter } from '../contract/projection.ts'
import { tableOf } from '../contract/tables.ts'
import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { keyOf, type Merged, outranks, settle, type Write } from '../core/merge.ts'
import { sameOnPage } from '../core/same.ts'
import type { Field, RecordType, Space } from '../core/schema.ts'
import { hasWrite, headsIn, type Log, type Touched } from '../log/log.ts'
import { valueWithout } from '../text/sought-numbers.ts'
import { hereIn, writeHereRow } from './here.ts'
import { hiddenNumbers, isWithoutHidden } from './hidden.ts'
import { showJoin } from './joined.ts'
import { isAgreedField, isKeptBack } from './kept-back.ts'
import { showDefinition, writeMade } from './made.ts'
import { oursIn } from './ours.ts'
import { fieldValue, isNoProse, isOneText, proseUpdate } from './prose-update.ts'
import { index, type SearchEntry, unindex } from './search.ts'
import { fieldsIn, isJson } from './shape.ts'
import type { Tables } from './tables.ts'
import { isOfRecord } from './unread.ts'
import { missedByRemoval } from './versions.ts'
import { noteLeave, noteTakenOff, withdrawn } from './withdrawn.ts'

type Cell = string | number | null

/**
 * Writes the row of one record of one space, from its heads. A record of an unknown type waits in
 * the log.
 *
 * Shape   Returns the words for `intoSearch`; none when not everybody may find it.
 * Law     A function of the log alone: showing twice, or in another order, gives the same rows.
 */
export function show(tables: Tables, log: Log, what: Touched): readonly SearchEntry[] {
  const type = tables.types.get(what.type)
  const isPlaced = typeof type?.shownHere === 'string' && what.space !== 'network'
  const isHere = isPlaced && hereIn(tables.sql, what.record)
  const one = showOne(tables, log, what, what.first !== undefined && !isHere)
  const laid = isPlaced ? showHere(tables, log, type, { ...what, isHere }) : undefined
  applyAll(tables, what, [...(one ? [what.space] : []), ...(laid ? ['commons' as const] : [])])
  return [one?.searched, laid?.searched].filter(entry => entry !== undefined)
}
/** What was written for a record: its words for the search, when everybody may find it. */
type Shown = Readonly<{ searched: SearchEntry | undefined }>

/**
 * Writes the row of a record of `home` that shows here among those of the commons, unless a record
 * of the commons has its id (`here.ts`). `isHere`: the row of the commons was written from `home`.
 */
function showHere(
  tables: Tables,
  log: Log,
  type: RecordType,
  { isHere, ...what }: Touched & Readonly<{ isHere: boolean }>,
): Shown | undefined {
  const { sql } = tables
  const field = type.shownHere
  if (typeof field !== 'string') return undefined
  const id = what.record
  if (what.space === 'commons' && isHere) sql.run('DELETE FROM here WHERE id = ?', id)
  const isOfCommons = what.space === 'commons' || !isHere
  const row = isOfCommons
    ? sql.get(`SELECT removed FROM "${tableOf(type.name, 'commons')}" WHERE id = ?`, id)
    : undefined
  const stands = row !== undefined && row['removed'] !== 1
  const values = stands ? undefined : writeHereRow(sql, type, field, id)
  if (values) {
    // Neither the commons nor `home` had the record before.
    const isNew = what.first !== undefined && row === undefined && !isHere
    const searched = standsForAll(tables, log, { ...what, space: 'home' })
      ? showToAll(tables, type, id, { values, isNew })
      : undefined
    return { searched }
  }
  if (what.space === 'commons' || !isHere) return undefined
  sql.run('DELETE FROM here WHERE id = ?', id)
  return showOne(tables, log, { type: type.name, record: id, space: 'commons' }, false)
}

/** `isNew`: no table has anything of the record yet, so nothing is deleted. */
function showOne(tables: Tables, log: Log, what: Touched, isNew: boolean): Shown | undefined {
  if (what.type === 'join') showJoin(tables, log, what.record)
  if (what.type === 'type') showDefinition(tables, log, what)
  const type = tables.types.get(what.type)
  if (type === undefined) return undefined
  const writes = headsIn(log, what)
  // A change without fields makes no row, as in a rebuild.
  if (writes.length === 0) return unshow(tables, what)
  const { instead, theirs } = oursIn(log, type, what, writes)
  const fields = new Map([...byField(log, writes), ...instead])
  const values = new Map<string, unknown>()
  const misfits: string[] = []
  const known = new Map(fieldsIn(type, what.space))
  const hidden = isWithoutHidden(type, what.space, field => fields.get(field)?.shown?.value)
    ? hiddenNumbers(tables.sql)
    : undefined
  const leave = withdrawn(log, what, fields.get('removed'))
  for (const [name, merged] of fields) {
    const field = known.get(name)
    // Another box’s write of a private field in the commons does not count.
    if (field === undefined && Object.hasOwn(type.fields, name)) continue
    const held = name === 'removed' ? leave.value : fieldValue(field, merged)
    if (hidden && field === undefined && isTooLong(held)) continue
    // A value that fits no field shows nowhere, so it is not searched for numbers.
    const value =
      hidden && (field === undefined || fits(field, held)) ? valueWithout(held, hidden) : held
    const isMixed =
      field?.kind === 'prose' && !isOneText(merged, value) && merged.heads.some(isNoProse)
    const fitting = field === undefined || (fits(field, value) && !(isMixed && value === ''))
    if (!fitting || isMixed) misfits.push(name)
    if (fitting) values.set(name, value)
  }
  for (const [name, value] of values) if (isKeptBack(log, what, name, value)) values.delete(name)
  const isErased = what.space !== 'home' && isTitleErased(type, fields)
  if (isErased) values.set('removed', true)
  writeRow(tables, type, what, { values, last: lastWritten(counted(writes, instead)) })
  const shown = { ...what, isNew }
  writeMade(tables, shown, values, known)
  noteFields(tables, 'misfit', shown, misfits)
  const torn = [...fields]
    .filter(([name, one]) => isTorn(known.get(name), one) && !isAgreedField(log, what, name))
    .map(([name]) => name)
  const isMissed =
    !torn.includes('removed') &&
    values.get('removed') === true &&
    missedByRemoval(log, what, writes).length > 0
  // Another box’s request to withdraw waits (`withdrawn.ts`), and is no version.
  const fieldsTorn = isMissed
    ? [...torn, 'removed']
    : torn.filter(name => name !== 'removed' || leave.askedBy === undefined)
  noteFields(tables, 'conflict', shown, isErased ? [] : fieldsTorn)
  const waiting = [...theirs.keys()].filter(name => !isAgreedField(log, what, name))
  noteFields(tables, 'theirs', shown, isErased ? [] : waiting)
  noteLeave(tables, shown, isErased ? undefined : leave.askedBy)
  if (fields.has('removed'))
    noteTakenOff(
      tables,
      what,
      !isErased && leave.value === true ? takenOffOn(log, writes) : undefined,
    )
  const isForAll = what.space === 'commons' && standsForAll(tables, log, what)
  return {
    searched: isForAll ? showToAll(tables, type, what.record, { values, isNew }) : undefined,
  }
}

/** Whether a value is too long for a made field. JSON doubles some signs, hence twice the limit. */
const isTooLong = (value: unknown): boolean =>
  value !== undefined && JSON.stringify(value).length > 120_000

/** Deletes the row of a record whose writes are all quarantined, as if it had never come. */
function unshow(tables: Tables, { type, record, space }: Touched): Shown | undefined {
  const gone = tables.sql.run(`DELETE FROM "${tableOf(type, space)}" WHERE id = ?`, record)
  if (gone === 0) return undefined
  tables.sql.run('DELETE FROM made WHERE type = ? AND id = ? AND space = ?', type, record, space)
  for (const table of ['misfit', 'conflict', 'theirs', 'leave', 'taken_off'])
    tables.sql.run(
      `DELETE FROM ${table} WHERE id = ? AND space = ? AND type = ?`,
      record,
      space,
      type,
    )
  if (space === 'commons')
    tables.sql.run('DELETE FROM link WHERE from_id = ? AND from_type = ?', record, type)
  const stood =
    space === 'commons' &&
    tables.sql.get('SELECT 1 FROM doc WHERE id = ? AND type = ?', record, type) !== undefined
  return { searched: stood ? unindex(tables, record) : undefined }
}

/**
 * Runs the projections of bricks for a record, once its rows in these spaces are written.
 *
 * Law     One that throws leaves this record out (table `unread`), and stops no other (law 8). A
 *         brick’s rows of a record are deleted before they are written again, so the rows stay a
 *         function of the log.
 */
function applyAll(tables: Tables, what: Touched, spaces: readonly Space[]): void {
  const { type, record } = what
  if (spaces.length === 0) return
  let isRead = true
  for (const projection of tables.projections.filter(one => one.types.includes(type)))
    try {
      projection.apply(type, record, writerOn(tables))
    } catch (error) {
      if (!isOfRecord(error)) throw error
      isRead = false
    }
  for (const space of new Set(spaces))
    if (!isRead)
      tables.sql.run('INSERT OR REPLACE INTO unread VALUES (?, ?, ?)', record, space, type)
    else if (what.first === undefined || space !== what.space)
      tables.sql.run(
        'DELETE FROM unread WHERE id = ? AND space = ? AND type = ?',
        record,
        space,
        type,
      )
}

/** Runs these projections once more for a record whose rows stay. Its rows of theirs are gone. */
export function applyAgain(tables: Tables, { type, record, space }: Touched): void {
  const isHeld =
    tables.types.has(type) &&
    tables.sql.get(`SELECT 1 FROM "${tableOf(type, space)}" WHERE id = ?`, record) !== undefined
  const isLaid = space === 'home' && isHeld && hereIn(tables.sql, record)
  const spaces = isHeld ? [space, ...(isLaid ? ['commons' as const] : [])] : []
  applyAll(tables, { type, record, space }, spaces)
}

function byField(
  log: Log,
  writes: readonly (Write & { field: string })[],
): ReadonlyMap<string, Merged> {
  const heads = new Map<string, Write[]>()
  for (const write of writes) {
    const held = heads.get(write.field)
    if (held) held.push(write)
    else heads.set(write.field, [write])
  }
  return new Map(
    [...heads].map(([field, all]) => [field, settle(all, name => hasWrite(log, name))]),
  )
}

/**
 * Whether the title of a record was erased and not written anew. The record then leaves the page,
 * whatever a peer writes later. Records of `home` are the keeper’s alone.
 *
 * Law     An erased record stays erased (law 10); a new title shows it again.
 */
function isTitleErased(type: RecordType, fields: ReadonlyMap<string, Merged>): boolean {
  const title = fields.get(type.title)
  return (
    type.fields[type.title]?.required === true && title !== undefined && title.shown === undefined
  )
}

/**
 * Whether a field has versions among which a person must choose. A long text keeps both; equal
 * values do not conflict.
 */
function isTorn(field: Field | undefined, { shown, conflict }: Merged): boolean {
  if (field?.kind === 'prose' || proseUpdate(shown?.value) !== undefined) return false
  return conflict.some(
    head =>
      !sameOnPage(field, head.value, shown?.value) &&
      (field === undefined || fits(field, head.value)),
  )
}

/** The writes that count: without those of other boxes in our own fields (`ours.ts`). */
const counted = <W extends Write & { field: string }>(
  writes: readonly W[],
  instead: ReadonlyMap<string, Merged>,
): readonly W[] =>
  writes.filter(
    write =>
      instead.get(write.field)?.heads.some(head => keyOf(head.name) === keyOf(write.name)) ?? true,
  )

/**
 * The last write of a record’s content, for its date and author. Withdrawing, requesting that and
 * putting back do not count.
 */
const lastWritten = <W extends Write & { field: string }>(writes: readonly W[]): W | undefined =>
  newest(writes.filter(write => write.field !== 'removed')) ?? newest(writes)

function newest<W extends Write>(writes: readonly W[]): W | undefined {
  return writes.reduce<W | undefined>(
    (best, write) => (best === undefined || outranks(write, best) ? write : best),
    undefined,
  )
}

/** The last write of a record, with its author and date. */
type LastWrite = Write & Readonly<{ wall: number; sure: boolean; by: string }>

function writeRow(
  tables: Tables,
  type: RecordType,
  what: Touched,
  { values, last }: Readonly<{ values: ReadonlyMap<string, unknown>; last: LastWrite | undefined }>,
): void {
  const fields = fieldsIn(type, what.space)
  const cells = fields.map(([name, field]) => cellOf(field, values.get(name) ?? null))
  const who = last
    ? [last.wall, last.sure ? 1 : 0, last.by, last.name.feed.slice(0, 52)]
    : [null, null, null, null]
  tables.sql.run(
    rowText(type, what.space, cells.length + 1 + who.length),
    what.record,
    ...cells,
    ...who,
  )
}

function rowText(type: RecordType, space: Space, cells: number): string {
  const known = rowTexts.get(type) ?? new Map<Space, string>()
  rowTexts.set(type, known)
  const marks = () => Array.from({ length: cells }, () => '?').join(', ')
  const text =
    known.get(space) ?? `INSERT OR REPLACE INTO "${tableOf(type.name, space)}" VALUES (${marks()})`
  known.set(space, text)
  return text
}
const rowTexts = new WeakMap<RecordType, Map<Space, string>>()

function cellOf(field: Field, value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (isJson(field)) return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as Cell
}

function noteFields(
  tables: Tables,
  table: 'misfit' | 'conflict' | 'theirs',
  { type, record, space, isNew }: Touched & Readonly<{ isNew: boolean }>,
  fields: readonly string[],
): void {
  if (!isNew)
    tables.sql.run(
      `DELETE FROM ${table} WHERE id = ? AND space = ? AND type = ?`,
      record,
      space,
      type,
    )
  for (const field of fields)
    tables.sql.run(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`, record, space, field, type)
}

/**
 * The time at which this box’s keeper took the record off the page. Undefined when its author or
 * another box did.
 */
function takenOffOn(
  log: Log,
  writes: readonly (Write & { field: string; by: string; wall: number })[],
): number | undefined {
  const own = writes.filter(
    ({ field, value, name }) =>
      field === 'removed' && value === true && boxOfFeed(name.feed) === log.box.name,
  )
  const last = newest(own)
  return last?.by === 'keeper' ? last.wall : undefined
}

/**
 * Whether this type stands for the record: that of its first write. Another type under the same id,
 * as a faulty box may write, has its own row but no title, link or place in the search.
 */
function standsForAll(tables: Tables, log: Log, { type, record, space, first }: Touched): boolean {
  if (first) return true
  const types = log.sql.all<{ type: string }>(
    'SELECT type, min(stamp) AS first FROM changed WHERE record = ? AND space = ? ' +
      'GROUP BY type ORDER BY first, type',
    record,
    space,
  )
  return types.find(one => tables.types.has(one.type))?.type === type
}

/** Writes the public index of a record: search, title, links. A removed record has none. */
function showToAll(
  tables: Tables,
  type: RecordType,
  record: string,
  { values, isNew }: Readonly<{ values: ReadonlyMap<string, unknown>; isNew: boolean }>,
): SearchEntry | undefined {
  const isFirst = isNew && tables.hasTitles !== true
  if (!isFirst) tables.sql.run('DELETE FROM link WHERE from_id = ?', record)
  if (values.get('removed') === true) return unindex(tables, record)
  for (const [name, field] of fieldsIn(type, 'commons')) {
    const value = values.get(name)
    if (field.kind !== 'link' && field.kind !== 'themes') continue
    for (const to of Array.isArray(value) ? value : value ? [value] : [])
      tables.sql.run(
        'INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)',
        record,
        name,
        String(to),
        type.name,
      )
  }
  return index(tables, type, record, values, isFirst)
}

/** The writer that a brick’s projection gets. */
function writerOn(tables: Tables): TableWriter {
  return {
    all: (sql, ...params) => tables.sql.all(sql, ...params),
    run: (sql, ...params) => void tables.sql.run(sql, ...params),
  }
}
