import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/** Whether a record that stays in this box is read on its pages by everybody. */
export function isReadHere(read: Reader, type: RecordType, id: string): boolean {
  const row = typeof type.shownHere === 'string' ? read.one(type, id, 'home') : undefined
  return row?.[String(type.shownHere)] === true
}
