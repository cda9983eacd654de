import { fits } from '../core/fit.ts'
import { type Merged, outranks, settle, type Write } from '../core/merge.ts'
import { proseText } from '../core/prose.ts'
import type { Field, RecordType } from '../core/schema.ts'
import { holds, type Log, type Touched, writesIn } from '../log/log.ts'
import { showJoin } from './joined.ts'
import { index, unindex } from './search.ts'
import { fieldsIn, isJson, tableOf } from './shape.ts'
import type { Tables } from './tables.ts'
import { writerOn } from './tables.ts'

type Cell = string | number | null

/**
 * Shows one record of one space in the tables, from its heads. A type that is not known here waits in the log.
 *
 * Law     a function of the log alone: showing twice, or in another order, gives the same rows.
 */
export function show(tables: Tables, log: Log, what: Touched): void {
  if (what.type === 'join') showJoin(tables, log, what.record)
  const type = tables.types.get(what.type)
  if (type === undefined) return
  const writes = writesIn(log, what.type, what.record, what.space, true)
  const fields = byField(log, writes)
  const values = new Map<string, unknown>()
  const misfits: string[] = []
  const known = new Map(fieldsIn(type, what.space))
  for (const [name, merged] of fields) {
    const field = known.get(name)
    const value = fieldValue(field, merged)
    if (field && !fits(field, value)) misfits.push(name)
    else values.set(name, value)
  }
  writeRow(tables, type, what, values, newest(writes))
  writeMade(tables, what, values, known)
  noteFields(tables, 'misfit', what, misfits)
  noteFields(
    tables,
    'conflict',
    what,
    [...fields].filter(([name, merged]) => merged.conflict.length > 0 && known.get(name)?.kind !== 'prose').map(([name]) => name),
  )
  if (what.space === 'commons') showToAll(tables, type, what.record, values)
  for (const projection of tables.projections)
    if (projection.types.includes(what.type)) projection.apply(what.type, what.record, writerOn(tables))
}

function byField(log: Log, writes: readonly (Write & { field: string })[]): ReadonlyMap<string, Merged> {
  const heads = new Map<string, Write[]>()
  for (const write of writes) heads.set(write.field, [...(heads.get(write.field) ?? []), write])
  return new Map([...heads].map(([field, all]) => [field, settle(all, name => holds(log, name))]))
}

/** What shows of a field: the greatest head that has flesh; for prose, all its heads together. */
export function fieldValue(field: Field | undefined, merged: Merged): unknown {
  if (field?.kind !== 'prose') return merged.shown?.value ?? null
  const updates = merged.heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)
  return updates.length > 0 ? proseText(updates) : null
}

/** The Yjs update that a prose write holds, or undefined when it was forgotten or is something else. */
export function proseUpdate(value: unknown): Uint8Array | undefined {
  const held = (value as { yjs?: unknown } | null | undefined)?.yjs
  return typeof held === 'string' ? Buffer.from(held, 'base64') : undefined
}

function newest<W extends Write>(writes: readonly W[]): W | undefined {
  return writes.reduce<W | undefined>((best, write) => (best === undefined || outranks(write, best) ? write : best), undefined)
}

function writeRow(
  tables: Tables,
  type: RecordType,
  what: Touched,
  values: ReadonlyMap<string, unknown>,
  last: (Write & { wall: number; sure: boolean; by: string }) | undefined,
): void {
  const fields = fieldsIn(type, what.space)
  const cells = fields.map(([name, field]) => cellOf(field, values.get(name) ?? null))
  const marks = Array.from({ length: fields.length + 5 }, () => '?').join(', ')
  const who = last ? [last.wall, last.sure ? 1 : 0, last.by, last.name.feed.slice(0, 52)] : [null, null, null, null]
  tables.sql.run(`INSERT OR REPLACE INTO "${tableOf(type.name, what.space)}" VALUES (${marks})`, what.record, ...cells, ...who)
}

function cellOf(field: Field, value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (isJson(field)) return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value as Cell
}

/** Fields that no code knows (a keeper made them) stand together, as JSON. */
function writeMade(
  tables: Tables,
  { type, record, space }: Touched,
  values: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, Field>,
): void {
  const made = [...values].filter(([name]) => !known.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (made.length > 0)
    tables.sql.run('INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)', type, record, space, JSON.stringify(Object.fromEntries(made)))
  else tables.sql.run('DELETE FROM made WHERE type = ? AND id = ? AND space = ?', type, record, space)
}

function noteFields(tables: Tables, table: 'misfit' | 'conflict', { type, record, space }: Touched, fields: readonly string[]): void {
  tables.sql.run(`DELETE FROM ${table} WHERE id = ? AND space = ?`, record, space)
  for (const field of fields) tables.sql.run(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`, record, space, field, type)
}

/** What everybody may find: the search, the titles, the links. A removed record is found no more. */
function showToAll(tables: Tables, type: RecordType, record: string, values: ReadonlyMap<string, unknown>): void {
  const gone = values.get('removed') === true
  tables.sql.run('DELETE FROM link WHERE from_id = ?', record)
  if (gone) {
    unindex(tables, record)
    return
  }
  index(tables, type, record, values)
  for (const [name, field] of fieldsIn(type, 'commons')) {
    const value = values.get(name)
    if (field.kind !== 'link' && field.kind !== 'themes') continue
    for (const to of Array.isArray(value) ? value : value ? [value] : [])
      tables.sql.run('INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)', record, name, String(to), type.name)
  }
}
