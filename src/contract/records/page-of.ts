import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/**
 * The address where everybody reads a record: its own page; of a type without pages, that of what
 * it is about, by its required link. Undefined where neither shows.
 */
export function pageOf(read: Reader, type: RecordType, id: string): string | undefined {
  const own = read.called(id)?.path
  if (own) return own
  const row: Readonly<Record<string, unknown>> = read.one(type, id) ?? {}
  const about = Object.entries(type.fields).find(
    ([, field]) => field.kind === 'link' && field.required === true,
  )
  const to = about && row[about[0]]
  const called = typeof to === 'string' ? read.called(to) : undefined
  const next = called && read.types.get(called.type)
  if (called?.path || !next || next === type) return called?.path ?? undefined
  return pageOf(read, next, String(to))
}
