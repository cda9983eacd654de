import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/**
 * The values of a record that everybody can read today, by field: those of the commons, with the
 * fields that keepers added. Empty when nothing of it is in the commons.
 */
export const readNow = (
  read: Reader,
  type: RecordType,
  id: string,
): Readonly<Record<string, unknown>> => ({
  ...read.one(type, id),
  ...read.made(type.name, id),
})
