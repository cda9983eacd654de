import { createHash } from 'node:crypto'
import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { base32 } from '../core/id.ts'
import { fieldOf, MADE_KINDS, type MadeField, madeSource } from '../core/made.ts'
import { isOneOf, itemsOf, ownJson } from '../core/narrow.ts'
import { type Field, SPACES, type Space } from '../core/schema.ts'
import { type Log, row, type Touched } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import type { Tables } from './tables.ts'

/** The id of a made field: `k` and ten characters of the hash of its fixed properties. */
export const madeId = (of: Parameters<typeof madeSource>[0]): string =>
  `k${base32(createHash('sha256').update(madeSource(of)).digest()).slice(0, 10)}`

/**
 * Shows a definition (system kind `type`) in the table `made_field`.
 *
 * Law     A definition whose id is not the hash of its properties is left out: nobody can change a
 *         field’s kind, unit or space. Its box is its author, or the box that it names (an export
 *         brought it); the hash covers both.
 *         A removed one stands with its mark, so that a keeper can ask it again.
 */
export function showDefinition(tables: Tables, log: Log, { record, space }: Touched): void {
  const fields = row(log, 'type', record, space)
  const text = (name: string): string | null => {
    const value = fields.get(name)?.shown?.value
    return typeof value === 'string' ? value : null
  }
  const order = fields.get('order')?.shown?.value
  const feed = fields.get('nonce')?.shown?.name.feed
  const [id, of, kind, unit, nonce] = ['field', 'of', 'kind', 'unit', 'nonce'].map(text)
  const wide = text('space') as Space
  const box = text('box') ?? (feed ? boxOfFeed(feed) : null)
  const says = box && of && kind && nonce && SPACES.includes(wide) && isOneOf(MADE_KINDS, kind)
  const isTrue = says && id === madeId({ box, of, kind, unit: unit ?? null, space: wide, nonce })
  const stands = isTrue && text('label')
  tables.sql.run('DELETE FROM made_field WHERE record = ?', record)
  if (!stands) return
  const rank = typeof order === 'number' ? order : 0
  tables.sql.run(
    'INSERT INTO made_field VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    record,
    id ?? '',
    of,
    kind,
    unit ?? null,
    wide,
    text('label'),
    text('hint'),
    rank,
    nonce ?? null,
    box,
    JSON.stringify(itemsOf(fields.get('choices')?.shown?.value).filter(isText)),
    fields.get('hidden')?.shown?.value === true ? 1 : 0,
    fields.get('removed')?.shown?.value === true ? 1 : 0,
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

type DefinitionRow = Readonly<{
  record: string
  id: string
  type: string
  kind: MadeField['kind']
  unit: string | null
  space: Space
  label: string
  hint: string | null
  rank: number
  choices: string
  hidden: number
}>

/**
 * The fields that keepers made for a type, in their order, without removed ones. A field that two
 * records define (one brought back by an export) comes once.
 */
export function madeFieldsOf(sql: Statements, type: string): readonly MadeField[] {
  const all = sql.all<DefinitionRow>(
    'SELECT * FROM made_field WHERE type = ? AND removed = 0 ORDER BY rank, record',
    type,
  )
  return all
    .filter((one, i) => all.findIndex(other => other.id === one.id) === i)
    .map(({ record, id, type: of, kind, unit, space, label, hint, rank, choices, hidden }) => ({
      id,
      of,
      kind,
      unit,
      space,
      label,
      hint,
      order: rank,
      record,
      choices: ownJson<readonly string[]>(choices),
      isHidden: hidden === 1,
    }))
}

/**
 * A definition as it was written, with its box, so that another box knows the same field by the
 * same id.
 */
export type Definition = Readonly<{
  id: string
  space: Space
  fields: Readonly<Record<string, string | number | boolean | readonly string[]>>
}>

/** The definitions whose values belong to a space. */
export function definitionsIn(sql: Statements, space: Space): readonly Definition[] {
  const rows = sql.all<DefinitionRow & Readonly<{ record: string; nonce: string; box: string }>>(
    'SELECT * FROM made_field WHERE space = ? AND removed = 0 ORDER BY record',
    space,
  )
  return rows.map(row => {
    const { record, id, type: of, kind, unit, label, hint, rank, nonce, box } = row
    const choices = ownJson<readonly string[]>(row.choices)
    const more = {
      ...(unit === null ? {} : { unit }),
      ...(hint === null ? {} : { hint }),
      ...(choices.length > 0 ? { choices } : {}),
      ...(row.hidden === 1 ? { hidden: true } : {}),
    }
    return {
      id: record,
      space,
      fields: { field: id, of, kind, space, nonce, box, label, order: rank, ...more },
    }
  })
}

/**
 * The values of a record, in a space, in made fields.
 *
 * Shape   made field’s id → value; empty without any. A value of another kind than its definition’s
 *         is left out.
 */
export function madeValues(
  sql: Statements,
  type: string,
  id: string,
  space: Space,
): Readonly<Record<string, unknown>> {
  const held = sql.get<{ fields: string }>(
    'SELECT fields FROM made WHERE type = ? AND id = ? AND space = ?',
    type,
    id,
    space,
  )
  if (!held) return {}
  const kinds = new Map(madeFieldsOf(sql, type).map(one => [one.id, one]))
  const all = Object.entries(ownJson<Record<string, unknown>>(held.fields))
  // A definition may come after the values.
  const isRead = ([name, value]: readonly [string, unknown]): boolean => {
    const made = kinds.get(name)
    return (
      made === undefined ||
      ((space === 'home' || made.space === space) && fits(fieldOf(made), value))
    )
  }
  return Object.fromEntries(all.filter(isRead))
}

/** Writes the values of made fields, together as JSON. */
export function writeMade(
  tables: Tables,
  { type, record, space, isNew }: Touched & Readonly<{ isNew: boolean }>,
  values: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, Field>,
): void {
  const made = [...values].filter(([name]) => !known.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (made.length > 0)
    tables.sql.run(
      'INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)',
      type,
      record,
      space,
      JSON.stringify(Object.fromEntries(made)),
    )
  else if (!isNew)
    tables.sql.run('DELETE FROM made WHERE type = ? AND id = ? AND space = ?', type, record, space)
}
