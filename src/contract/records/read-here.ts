import { type RecordType, showingFields } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/**
 * Whether everybody reads this record on the pages of this box, although it never leaves this box:
 * its person agreed to that and no more. The record then has a row in `home` alone, and the field
 * that `shownHere` of its type names is true.
 */
export function isReadHere(read: Reader, type: RecordType, id: string): boolean {
  const row = typeof type.shownHere === 'string' ? read.one(type, id, 'home') : undefined
  return row?.[String(type.shownHere)] === true
}

/**
 * Whether this record stays in this box and shows there: to everybody, or to people who hold a
 * card.
 */
export function isShownFromHome(read: Reader, type: RecordType, id: string): boolean {
  const fields = showingFields(type)
  const row: Readonly<Record<string, unknown>> | undefined =
    fields.length > 0 ? read.one(type, id, 'home') : undefined
  return row !== undefined && fields.some(name => row[name] === true)
}
