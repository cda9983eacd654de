import type { TableWriter } from '../contract/projection.ts'
import { tableOf } from '../contract/tables.ts'
import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { keyOf, type Merged, outranks, settle, type Write } from '../core/merge.ts'
import { sameOnPage } from '../core/same.ts'
import type { Field, RecordType, Space } from '../core/schema.ts'
import { hasWrite, headsIn, type Log, type Touched } from '../log/log.ts'
import { valueWithout } from '../text/phone.ts'
import { isOfRecord } from './asides.ts'
import { hereIn, laidFrom } from './here.ts'
import { hiddenNumbers, isReadByAll } from './hidden.ts'
import { showJoin } from './joined.ts'
import { showDefinition, writeMade } from './made.ts'
import { oursIn } from './ours.ts'
import { fieldValue, isNoProse, isOneText, proseUpdate } from './prose-update.ts'
import { index, type Searched, unindex } from './search.ts'
import { fieldsIn, isJson } from './shape.ts'
import type { Tables } from './tables.ts'
import { missedByRemoval } from './versions.ts'
import { noteLeave, noteTakenOff, withdrawn } from './withdrawn.ts'

type Cell = string | number | null

/**
 * Shows one record of one space in the tables, from its heads. A type that is not known here waits
 * in the log.
 *
 * Shape   gives what the search is to hold of it, for `intoSearch`; nothing when it is not for
 *         everybody to find.
 * Law     a function of the log alone: showing twice, or in another order, gives the same rows.
 */
export function show(tables: Tables, log: Log, what: Touched): readonly Searched[] {
  const searched = showOne(tables, log, what)
  const type = tables.types.get(what.type)
  const laid = type && what.space !== 'network' ? showHere(tables, log, type, what) : []
  return [...(searched ? [searched] : []), ...laid]
}

/**
 * A record that stays in this box and that its pages show has its row among those of the commons,
 * unless one of the commons stands there (here.ts).
 */
function showHere(tables: Tables, log: Log, type: RecordType, what: Touched): readonly Searched[] {
  const { sql } = tables
  const field = type.shownHere
  if (typeof field !== 'string') return []
  const [id, commons] = [what.record, { ...what, space: 'commons' as const }]
  const wasHere = hereIn(sql, id)
  // What was just shown of the commons is what they hold of it; else it is what stood there before,
  // unless that was laid from here.
  if (what.space === 'commons' && wasHere) sql.run('DELETE FROM here WHERE id = ?', id)
  const isOfCommons = what.space === 'commons' || !wasHere
  const stands =
    isOfCommons &&
    sql.get(
      `SELECT 1 FROM "${tableOf(type.name, 'commons')}" WHERE id = ? AND removed IS NOT 1`,
      id,
    )
  const values = stands ? undefined : laidFrom(sql, type, field, id)
  if (values) {
    const searched = standsForAll(tables, log, { ...what, space: 'home' })
      ? showToAll(tables, type, id, values)
      : undefined
    applyAll(tables, commons)
    return searched ? [searched] : []
  }
  if (what.space === 'commons' || !wasHere) return []
  sql.run('DELETE FROM here WHERE id = ?', id)
  const again = showOne(tables, log, commons)
  return again ? [again] : []
}

function showOne(tables: Tables, log: Log, what: Touched): Searched | undefined {
  if (what.type === 'join') showJoin(tables, log, what.record)
  if (what.type === 'type') showDefinition(tables, log, what)
  const type = tables.types.get(what.type)
  if (type === undefined) return undefined
  const writes = headsIn(log, what)
  // A change may name no field at all: it makes no row, or a rebuild would not make it again.
  if (writes.length === 0) return unshow(tables, what)
  const { instead, theirs } = oursIn(log, type, what, writes)
  const fields = new Map([...byField(log, writes), ...instead])
  const values = new Map<string, unknown>()
  const misfits: string[] = []
  const known = new Map(fieldsIn(type, what.space))
  const hidden = isReadByAll(type, what.space, field => fields.get(field)?.shown?.value)
    ? hiddenNumbers(tables.sql)
    : undefined
  const leave = withdrawn(log, what, fields.get('removed'))
  for (const [name, merged] of fields) {
    const field = known.get(name)
    // A field that stays here, or among the boxes, says nothing where another box wrote it for all
    // to read.
    if (field === undefined && Object.hasOwn(type.fields, name)) continue
    const held = name === 'removed' ? leave.value : fieldValue(field, merged)
    if (hidden && field === undefined && isTooLong(held)) continue
    // What fits no field shows nowhere: no number is looked for in it.
    const value =
      hidden && (field === undefined || fits(field, held)) ? valueWithout(held, hidden) : held
    const isMixed =
      field?.kind === 'prose' && !isOneText(merged, value) && merged.heads.some(isNoProse)
    const fitting = field === undefined || (fits(field, value) && !(isMixed && value === ''))
    if (!fitting || isMixed) misfits.push(name)
    if (fitting) values.set(name, value)
  }
  const isErased = what.space !== 'home' && isTitleErased(type, fields)
  if (isErased) values.set('removed', true)
  writeRow(tables, type, what, { values, last: lastWritten(counted(writes, instead)) })
  writeMade(tables, what, values, known)
  noteFields(tables, 'misfit', what, misfits)
  const torn = [...fields]
    .filter(([name, merged]) => isTorn(known.get(name), merged))
    .map(([name]) => name)
  const isMissed =
    !torn.includes('removed') &&
    values.get('removed') === true &&
    missedByRemoval(log, what, writes).length > 0
  // A withdrawal that another box asks for waits as a request (withdrawn.ts), and is no version
  // beside another.
  const fieldsTorn = isMissed
    ? [...torn, 'removed']
    : torn.filter(name => name !== 'removed' || leave.askedBy === undefined)
  noteFields(tables, 'conflict', what, isErased ? [] : fieldsTorn)
  noteFields(tables, 'theirs', what, isErased ? [] : [...theirs.keys()])
  noteLeave(tables, what, isErased ? undefined : leave.askedBy)
  if (fields.has('removed'))
    noteTakenOff(
      tables,
      what,
      !isErased && leave.value === true ? takenOffOn(log, writes) : undefined,
    )
  const isForAll = what.space === 'commons' && standsForAll(tables, log, what)
  const searched = isForAll ? showToAll(tables, type, what.record, values) : undefined
  applyAll(tables, what)
  return searched
}

/**
 * Twice what a field that a keeper makes may hold, since JSON writes some signs as two: no page
 * reads it.
 */
const isTooLong = (value: unknown): boolean =>
  value !== undefined && JSON.stringify(value).length > 120_000

/** All that was written of it is set aside: it leaves the tables, as if it had never come. */
function unshow(tables: Tables, { type, record, space }: Touched): Searched | undefined {
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
  const searched = stood ? unindex(tables, record) : undefined
  applyAll(tables, { type, record, space })
  return searched
}

/**
 * What bricks add of a record.
 *
 * Law     one that throws leaves this record aside, and stops no other (law 8). A brick's rows of a
 *         record go before they are written again, so what stands then is a function of the log
 *         still.
 */
function applyAll(tables: Tables, { type, record, space }: Touched): void {
  let isRead = true
  for (const projection of tables.projections.filter(one => one.types.includes(type)))
    try {
      projection.apply(type, record, writerOn(tables))
    } catch (error) {
      if (!isOfRecord(error)) throw error
      isRead = false
    }
  if (isRead)
    tables.sql.run(
      'DELETE FROM unread WHERE id = ? AND space = ? AND type = ?',
      record,
      space,
      type,
    )
  else tables.sql.run('INSERT OR REPLACE INTO unread VALUES (?, ?, ?)', record, space, type)
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
 * The field that stands for the record was written, and nothing of it is left to show: it was
 * forgotten here, and whatever comes later, a neighbour's keeping it on the page among it, brings
 * back no line without words. What stays in this box is its keeper's alone.
 *
 * Law     what was forgotten stays forgotten (law 10); a title that is written anew shows.
 */
function isTitleErased(type: RecordType, fields: ReadonlyMap<string, Merged>): boolean {
  const title = fields.get(type.title)
  return (
    type.fields[type.title]?.required === true && title !== undefined && title.shown === undefined
  )
}

/**
 * Two versions stand, and a person must choose: a long text keeps both, and two people who say the
 * same do not contradict each other.
 */
function isTorn(field: Field | undefined, { shown, conflict }: Merged): boolean {
  if (field?.kind === 'prose' || proseUpdate(shown?.value) !== undefined) return false
  return conflict.some(
    head =>
      !sameOnPage(field, head.value, shown?.value) &&
      (field === undefined || fits(field, head.value)),
  )
}

/**
 * Of a field that this box alone says, what others wrote there is no part of what it says
 * (ours.ts).
 */
const counted = <W extends Write & { field: string }>(
  writes: readonly W[],
  instead: ReadonlyMap<string, Merged>,
): readonly W[] =>
  writes.filter(
    write =>
      instead.get(write.field)?.heads.some(head => keyOf(head.name) === keyOf(write.name)) ?? true,
  )

/**
 * To withdraw a record, to ask that it be or to put it back writes nothing in it: who wrote it
 * last, and when, are said of what it says.
 */
const lastWritten = <W extends Write & { field: string }>(writes: readonly W[]): W | undefined =>
  newest(writes.filter(write => write.field !== 'removed')) ?? newest(writes)

function newest<W extends Write>(writes: readonly W[]): W | undefined {
  return writes.reduce<W | undefined>(
    (best, write) => (best === undefined || outranks(write, best) ? write : best),
    undefined,
  )
}

/** Who wrote a record last, and when. */
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
  { type, record, space }: Touched,
  fields: readonly string[],
): void {
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
 * When the keeper of this box withdrew it, who alone puts it back; undefined when its author did,
 * or another box.
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
 * A record's type is that of its first write. Another type under the same id, as a faulty box may
 * write, has its own row but no title, link or place in the search.
 */
function standsForAll(tables: Tables, log: Log, { type, record, space }: Touched): boolean {
  const types = log.sql.all<{ type: string }>(
    'SELECT type, min(stamp) AS first FROM write WHERE record = ? AND space = ? ' +
      'GROUP BY type ORDER BY first, type',
    record,
    space,
  )
  return types.find(one => tables.types.has(one.type))?.type === type
}

/**
 * What everybody may find: the search, the titles, the links. A removed record is found no more.
 */
function showToAll(
  tables: Tables,
  type: RecordType,
  record: string,
  values: ReadonlyMap<string, unknown>,
): Searched | undefined {
  tables.sql.run('DELETE FROM link WHERE from_id = ?', record)
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
  return index(tables, type, record, values)
}

/** What a brick's own projection may do with the tables. */
function writerOn(tables: Tables): TableWriter {
  return {
    all: (sql, ...params) => tables.sql.all(sql, ...params),
    run: (sql, ...params) => void tables.sql.run(sql, ...params),
  }
}
