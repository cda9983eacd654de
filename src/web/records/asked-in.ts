import type { BrickModel } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import type { RecordType } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { isAskedIn, mendOf } from '../../engine/mending.ts'

/**
 * The fields of one record as its person knows them: those that it is asked, under their labels.
 *
 * Shape   `saidIn`: the asked field that bears the label of this one, and says it as it was typed.
 *         `words`: for a form, the labels that are not the type's (`Kit.fields`).
 */
export type AskedFields = Readonly<{
  isAsked: (field: string) => boolean
  label: (field: string) => string
  saidIn: (field: string) => string | undefined
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
    return as === undefined ? [] : [[field, as] as const]
  })
  const own = Object.fromEntries(
    called.map(([field, as]) => [field, { label: labelOf(as), hint: '' }]),
  )
  const isAsked = (field: string): boolean => isAskedIn(mend, field, row, read)
  return {
    isAsked,
    saidIn: field =>
      isAsked(field) ? undefined : called.find(([one, as]) => as === field && isAsked(one))?.[0],
    label: field => own[field]?.label ?? labelOf(field),
    words: own,
  }
}
