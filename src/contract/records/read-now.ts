import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/**
 * The values of a record that everybody can read at present, by field: those of the commons (the
 * space that everybody reads), and of the extra fields that keepers defined for this type (`made`).
 * The id of an extra field is a hash, so that no two names meet. Empty when nothing of the record
 * is in the commons. Pages that look for a telephone in all its fields ask here, because `read.one`
 * gives no extra field.
 */
export const readNow = (
  read: Reader,
  type: RecordType,
  id: string,
): Readonly<Record<string, unknown>> => ({
  ...read.one(type, id),
  ...read.made(type.name, id),
})
