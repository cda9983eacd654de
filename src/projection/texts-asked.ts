import type { TextAsked } from '../core/beforehand.ts'
import type { RecordType } from '../core/schema.ts'
import type { Touched, WriteFacts } from '../log/log.ts'
import { onlyText } from './prose-update.ts'
import { textsSearched } from './search.ts'
import { fieldsIn } from './shape.ts'
import type { Tables } from './tables.ts'

/**
 * The texts that showing a record will ask to be worked out, as its heads have them. It may ask for
 * others: a hidden number leaves a text, two versions of a field meet.
 */
export function textsAsked(
  tables: Tables,
  { type: name, space }: Touched,
  heads: readonly WriteFacts[],
): readonly TextAsked[] {
  const type = tables.types.get(name)
  if (type === undefined || space !== 'commons') return []
  try {
    const values = valuesOf(type, heads)
    if (values.get('removed') === true) return []
    const asked = tables.projections.flatMap(one =>
      one.asked && one.types.includes(name) ? one.asked(name, values) : [],
    )
    return [...textsSearched(type, field => values.get(field)), ...asked]
  } catch {
    // A record that can't be read is told of when it is shown (law 8).
    return []
  }
}

function valuesOf(type: RecordType, heads: readonly WriteFacts[]): ReadonlyMap<string, unknown> {
  const written = new Map(heads.map(({ field, value }) => [field, value]))
  return new Map(
    fieldsIn(type, 'commons').flatMap(([field, { kind }]) => {
      const value = written.get(field)
      const shown = kind === 'prose' ? onlyText(value) : value
      return shown === undefined || shown === null ? [] : [[field, shown] as const]
    }),
  )
}
