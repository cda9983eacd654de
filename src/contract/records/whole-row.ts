import type { RecordType } from '../../core/schema.ts'
import type { Reader } from '../reader.ts'

/**
 * A row of the commons with all that this box knows of the record besides: fields of `home`, the
 * space that stays here, and fields that keepers made. For the keeper’s forms and pages only, since
 * some of it is private.
 */
export function wholeRow(
  read: Reader,
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const id = String(row['id'])
  const near: Readonly<Record<string, unknown>> = read.one(type, id, 'home') ?? {}
  const homeOnly = Object.entries(type.fields)
    .filter(([, field]) => field.space === 'home')
    .map(([name]) => [name, near[name] ?? null])
  return {
    ...row,
    ...Object.fromEntries(homeOnly),
    ...read.made(type.name, id),
    ...read.made(type.name, id, 'home'),
  }
}
