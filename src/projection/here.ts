import type { DatabaseSync } from 'node:sqlite'
import { tableOf } from '../contract/tables.ts'
import type { RecordType } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'
import { fieldsIn, isJson } from './shape.ts'

/**
 * Rows for records that show on this box alone, by their person’s choice (`RecordType.shownHere`).
 *
 * The records stay in `home`. Their row also stands in the table of the commons, with the fields of
 * the commons alone, so that every list, search, map and print reads it; their id stands in `here`.
 * A record of the commons with the same id replaces that row.
 *
 * Law     A function of the log alone (law 2). Nothing that leaves is made from these rows: bundles
 *         and news read the log, exports read tables without them (`withoutHere`).
 */

export const hereIn = (sql: Statements, id: string): boolean =>
  readBy('tables.here', 'id', [id], () => sql.get('SELECT 1 FROM here WHERE id = ?', id)) !==
  undefined

const BY_HOUSE = ['_wall', '_sure', '_by', '_box']

/**
 * Writes the row of a record of `home` that shows here, and returns its values. Undefined when it
 * does not show here.
 */
export function writeHereRow(
  sql: Statements,
  type: RecordType,
  field: string,
  id: string,
): ReadonlyMap<string, unknown> | undefined {
  const fields = fieldsIn(type, 'commons')
  const columns = ['id', ...fields.map(([name]) => name), ...BY_HOUSE]
    .map(name => `"${name}"`)
    .join(', ')
  const home = tableOf(type.name, 'home')
  const row = sql.get<Record<string, unknown>>(
    `SELECT ${columns} FROM "${home}" WHERE id = ? AND "${field}" = 1`,
    id,
  )
  if (!row) return undefined
  sql.run(
    `INSERT OR REPLACE INTO "${tableOf(type.name, 'commons')}"(${columns}) ` +
      `SELECT ${columns} FROM "${home}" WHERE id = ?`,
    id,
  )
  sql.run('INSERT OR IGNORE INTO here VALUES (?)', id)
  return new Map(
    fields.map(([name, of]) => {
      const cell = row[name] ?? null
      return [
        name,
        cell === null
          ? null
          : isJson(of)
            ? JSON.parse(String(cell))
            : of.kind === 'yesNo'
              ? cell === 1
              : cell,
      ]
    }),
  )
}

/** Hides on this connection all rows of a table. */
export const withoutRows = (db: DatabaseSync, table: string): void =>
  db.exec(`CREATE TEMP VIEW "${table}" AS SELECT * FROM main."${table}" WHERE FALSE`)

/** Hides on this connection all rows that show on this box alone, for exports. */
export function withoutHere(db: DatabaseSync, types: Iterable<RecordType>): void {
  const all = [...types]
    .filter(type => typeof type.shownHere === 'string')
    .map(type => tableOf(type.name, 'commons'))
  const less = (table: string, ids: readonly string[]): string =>
    `CREATE TEMP VIEW "${table}" AS SELECT * FROM main."${table}" ` +
    `WHERE ${ids.map(id => `${id} NOT IN (SELECT id FROM main.here)`).join(' AND ')}`
  for (const table of [...all, 'doc']) db.exec(less(table, ['id']))
  db.exec(less('link', ['from_id', 'to_id']))
}
