import type { DatabaseSync } from 'node:sqlite'
import { tableOf } from '../contract/tables.ts'
import type { RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { fieldsIn, isJson } from './shape.ts'

/**
 * Records of which their person agreed that they are read here, and not in the villages around
 * (`RecordType.shownHere`).
 *
 * They stay in `home`. Their row also stands in the table of the commons, with the fields of the
 * commons alone, so that every list, search, map and print reads it like any other; their id stands
 * in `here`. A record that stands in the commons under the same id is what shows.
 *
 * Law     a function of the log alone (law 2). What leaves is made of the commons of the log
 *         (bundles, news), or over tables that hold none of it (`withoutHere`): exports, copies,
 *         open data.
 */

export const hereIn = (sql: Statements, id: string): boolean =>
  sql.get('SELECT 1 FROM here WHERE id = ?', id) !== undefined

const BY_HOUSE = ['_wall', '_sure', '_by', '_box']

/**
 * Lays the row of a record of `home` that is read here; gives what it says, or undefined when it is
 * not read here.
 */
export function laidFrom(
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

/**
 * Over this connection the tables hold what leaves this box and nothing else: each name means the
 * table without what is read here alone.
 */
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
