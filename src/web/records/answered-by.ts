import type { Reader } from '../../contract/reader.ts'
import type { RecordType } from '../../core/schema.ts'

/** The field by which a record answers another one; undefined where its type answers none. */
export const answeringField = (type: RecordType): string | undefined =>
  Object.keys(type.fields).find(
    name => type.fields[name]?.kind === 'link' && type.fields[name]?.required === true,
  )

/** What an answer is about. */
export function answeredBy(
  read: Reader,
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
): ReturnType<Reader['called']> {
  const link = answeringField(type)
  return link && typeof row[link] === 'string' ? read.called(row[link]) : undefined
}
