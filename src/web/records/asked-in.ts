import type { BrickModel } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import type { RecordType } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { isAskedIn, mendOf } from '../../engine/mending.ts'

/**
 * The fields of one record as its person knows them: those that it is asked, under their labels.
 *
 * Shape   `words`: for a form, the labels that are not the type's (`Kit.fields`).
 */
type AskedFields = Readonly<{
  isAsked: (field: string) => boolean
  label: (field: string) => string
  words: Readonly<Record<string, Readonly<{ label: string; hint: string }>>>
}>

/** Reads `Mend.hides` and `Mend.calls` of a record. `words`: those of its type. */
export function askedIn(
  { bricks, read }: Readonly<{ bricks: readonly BrickModel[]; read: Reader }>,
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
  words: TypeWords,
): AskedFields {
  const mend = mendOf(bricks, type.name)
  const labelOf = (field: string): string => words.fields[field]?.label ?? field
  const called = Object.keys(type.fields).flatMap(field => {
    const as = mend?.calls?.(field, row, read)
    return as === undefined ? [] : [[field, { label: labelOf(as), hint: '' }] as const]
  })
  const own = Object.fromEntries(called)
  return {
    isAsked: field => isAskedIn(mend, field, row, read),
    label: field => own[field]?.label ?? labelOf(field),
    words: own,
  }
}
