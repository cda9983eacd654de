import { type ChangeBones, type Flesh, storedAs } from '../core/change.ts'
import { ownJson } from '../core/narrow.ts'
import type { Space } from '../core/schema.ts'
import { noteRow, readBy } from '../core/tracking.ts'
import type { Log, LogToRead, Touched } from './log.ts'
import type { Statements } from './sqlite.ts'

/**
 * The values of entries as the file holds them: one row a change, because a row of its own for
 * each value leaves half of each page empty. A row has the name of each field of its change for
 * ever; a value that was forgotten, or never came, is null.
 *
 * Shape   `pieces`: a JSON object, each field with its salt in 22 characters of base64url, then its
 *         value as it was signed.
 */
type Piece = Pick<Flesh, 'field' | 'salt' | 'value'>
/** The content of a row: the text of each value, by its field. */
type Pieces = Readonly<Record<string, string | null>>
/** Units   characters of a salt of 16 bytes. */
const SALT_TEXT = 22
/** A salt as a connection gives it: as text, or as bytes from a file of the first format. */
export const saltOf = (stored: string | Uint8Array): Uint8Array =>
  typeof stored === 'string' ? Buffer.from(stored, 'base64url') : stored
/** A value and its salt, as a row has them. */
export const pieceText = ({ salt, value }: Pick<Piece, 'salt' | 'value'>): string =>
  Buffer.from(salt).toString('base64url') + value

/** The values in the text of a row. A damaged text has none. */
export const unpacked = (text: string): readonly Piece[] =>
  Object.entries(piecesIn(text)).flatMap(([field, piece]) =>
    typeof piece === 'string'
      ? [{ field, salt: saltOf(piece.slice(0, SALT_TEXT)), value: piece.slice(SALT_TEXT) }]
      : [],
  )
function piecesIn(text: string): Pieces {
  try {
    return ownJson<Pieces | null>(text) ?? {}
  } catch {
    return {}
  }
}

/** Stores the rows of a new entry, with the values that came. */
export function storePieces(
  { sql }: Log,
  id: number,
  changes: readonly ChangeBones[],
  flesh: readonly Flesh[],
): void {
  const came = Map.groupBy(flesh, ({ index }) => index)
  for (const [change, { fields }] of changes.entries()) {
    const names = Object.keys(fields)
    const texts = (came.get(change) ?? []).map(piece => [piece.field, pieceText(piece)])
    const pieces = {
      ...Object.fromEntries(names.map(name => [name, null])),
      ...Object.fromEntries(texts),
    }
    if (names.length > 0)
      sql.run('INSERT INTO flesh VALUES (?, ?, ?)', id, change, JSON.stringify(pieces))
  }
}

/** Adds values that came later than their entry, and gives the number of those that it had not. */
export const addPieces = (log: Log, id: number, flesh: readonly Flesh[]): number =>
  flesh.filter(({ index, field, ...piece }) =>
    setPiece(log, { id, index, field }, pieceText(piece)),
  ).length

/** Deletes a value with its salt. False when it was not here. */
export const dropPiece = (log: Log, id: number, index: number, field: string): boolean =>
  setPiece(log, { id, index, field }, null)

/** Sets a value, or takes it out. False when it was so before, or when its change is not here. */
function setPiece(
  { sql }: Log,
  { id, index, field }: Readonly<{ id: number; index: number; field: string }>,
  piece: string | null,
): boolean {
  const row = sql.get<{ pieces: string }>(
    'SELECT pieces FROM flesh WHERE entry = ? AND change = ?',
    ...[id, index],
  )
  const held = piecesIn(row?.pieces ?? '')
  const isHere = typeof (Object.hasOwn(held, field) ? held[field] : null) === 'string'
  if (row === undefined || isHere === (piece !== null)) return false
  const text = JSON.stringify({ ...held, [field]: piece })
  sql.run('UPDATE flesh SET pieces = ? WHERE entry = ? AND change = ?', text, id, index)
  return true
}

/**
 * The types and fields under which a change is stored. A `base` names each field as `type.field`,
 * and is stored under that type. A name of another form is stored nowhere; the entry still has it.
 */
export function filed(
  change: ChangeBones,
): { type: string; fields: [string, readonly number[]][] }[] {
  const fields = Object.entries(change.fields).map(([name, bones]): [string, readonly number[]] => [
    name,
    bones.over,
  ])
  if (change.type !== 'base') return [{ type: change.type, fields }]
  const typed = fields.flatMap(([name, over]) => {
    const [type, field] = storedAs(change.type, name) ?? []
    return type && field ? [{ type, field: [field, over] as [string, readonly number[]] }] : []
  })
  return [...Map.groupBy(typed, one => one.type)].map(([type, all]) => ({
    type,
    fields: all.map(one => one.field),
  }))
}

/** What stands before a field’s name in a change, for a type: something in a `base` alone. */
export const prefixOf = (change: ChangeBones, type: string): string =>
  change.type === 'base' ? `${type}.` : ''

/** The number of a type in a space. A new one gets a number, below zero for the type `box`. */
export function numberOf(sql: Statements, type: string, space: string, prefix: string): number {
  const known = sql.get<{ no: number }>(
    'SELECT no FROM what WHERE type = ? AND space = ? AND prefix = ?',
    ...[type, space, prefix],
  )
  if (known) return known.no
  const next =
    type === 'box'
      ? 'SELECT coalesce(min(no), 0) - 1 FROM what WHERE no < 0'
      : 'SELECT coalesce(max(no), 0) + 1 FROM what WHERE no > 0'
  sql.run(`INSERT INTO what VALUES ((${next}), ?, ?, ?)`, type, space, prefix)
  return numberOf(sql, type, space, prefix)
}

/**
 * A row of a write, with its value as JSON; null once forgotten. `prefix`: what stands before the
 * field’s name in a `base`; a file of the first format does not say.
 */
type FieldRow = Readonly<{
  field: string
  entry: number
  change: number
  value: string | null
  prefix?: string
}>
/** A change of a record, with its values. `past`: the fields whose writes were replaced. */
type ChangeRow = Readonly<{
  entry: number
  change: number
  past: string | null
  prefix: string
  pieces: string
}>

/** The writes of a record in a space, or its heads: by field, then in the order of the entries. */
export function fieldRows(log: LogToRead, of: Touched, headsOnly: boolean): readonly FieldRow[] {
  const place = [of.record, of.type, of.space]
  if (!log.sql.isPacked)
    return log.sql.all<FieldRow>(
      `${UNPACKED}${headsOnly ? ' AND w.head = 1' : ''} ${SORTED}`,
      ...place,
    )
  const rows = readBy('log.wrote', 'record', [of.record], () =>
    readBy('log.flesh', 'entry', [], () => log.sql.all<ChangeRow>(CHANGES, ...place)),
  )
  // The values are those of the entries that are found.
  for (const { entry } of rows) noteRow('log.flesh', 'entry', entry)
  return rows
    .flatMap(row => fieldsOf(row, headsOnly))
    .sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
}
const CHANGES = `SELECT w.entry, w.change, w.past, k.prefix, f.pieces FROM wrote AS w
  JOIN what AS k ON k.no = w.what JOIN flesh AS f ON f.entry = w.entry AND f.change = w.change
  WHERE w.record = ? AND k.type = ? AND k.space = ? ORDER BY w.entry, w.change`
/** The values of a base are stored under `type.field`. */
const UNPACKED = `SELECT w.field, w.entry, w.change, coalesce(f.value, b.value) AS value
  FROM main.write AS w
  LEFT JOIN main.flesh AS f ON f.entry = w.entry AND f.change = w.change AND f.field = w.field
  LEFT JOIN main.flesh AS b ON b.entry = w.entry AND b.change = w.change
    AND b.field = w.type || '.' || w.field
  WHERE w.record = ? AND w.type = ? AND w.space = ?`
const SORTED = 'ORDER BY w.field, w.entry, w.change'

/** A number that a damaged file does not explain. */
const UNKNOWN = { type: '', space: 'home' } as const
/** The records after one, each as often as it has numbers; so many rows at most. */
export function recordsAfter(log: LogToRead, after: string, most: number): readonly Touched[] {
  if (!log.sql.isPacked)
    return log.sql.all<Touched>(
      'SELECT DISTINCT record, type, space FROM main.write WHERE record > ? ' +
        'ORDER BY record, type, space LIMIT ?',
      ...[after, most],
    )
  const rows = log.sql.all<{ no: number; type: string; space: Space }>(
    'SELECT no, type, space FROM what',
  )
  const of = new Map(rows.map(({ no, type, space }) => [no, { type, space }]))
  return log.sql
    .all<{ record: string; what: number }>(
      'SELECT DISTINCT record, what FROM wrote WHERE record > ? ORDER BY record, what LIMIT ?',
      ...[after, most],
    )
    .map(({ record, what }) => ({ record, ...(of.get(what) ?? UNKNOWN) }))
}

const fieldsOf = (
  { entry, change, past, prefix, pieces }: ChangeRow,
  headsOnly: boolean,
): readonly FieldRow[] =>
  Object.entries(piecesIn(pieces)).flatMap(([name, piece]) => {
    const field = name.slice(prefix.length)
    const isOf = name.startsWith(prefix) && !(headsOnly && past?.includes(` ${field} `))
    const value = typeof piece === 'string' ? piece.slice(SALT_TEXT) : null
    return isOf ? [{ field, entry, change, value, prefix }] : []
  })
