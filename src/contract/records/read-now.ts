import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/** The values of a record that everybody can read today, with the fields that a keeper added. */
export const readNow = (
  read: Reader,
  type: RecordType,
  id: string,
): Readonly<Record<string, unknown>> => ({
  ...read.one(type, id),
  ...read.made(type.name, id),
})
