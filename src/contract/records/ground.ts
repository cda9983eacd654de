import { type RecordType, typeFor } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'
import { tableOf } from '../tables.ts'

/**
 * Every commune that this box knows, with its INSEE code (`42019`), of the territory or not: forms
 * choose among them, and the guard takes their names for places, not people. Empty when no brick
 * declares the record type of communes (role `ground`).
 */
export function communesKnown(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
): readonly Readonly<{ code: string; name: string }>[] {
  const ground = typeFor(types, 'ground')
  if (!ground) return []
  // Two columns alone, because the outline of a commune is long.
  const rows = read.all(
    `SELECT code, "${ground.title}" AS name FROM "${tableOf(ground.name, 'commons')}" ` +
      'WHERE removed IS NOT 1 ORDER BY id',
  )
  return rows.map(row => ({ code: String(row['code'] ?? ''), name: String(row['name'] ?? '') }))
}
