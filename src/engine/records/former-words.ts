import type { Guard } from '../../contract/records/guarded.ts'
import { fold } from '../../core/letters/words.ts'
import { type RecordType, spaceOf, type Value } from '../../core/schema.ts'

/**
 * Whether a correction takes away words that tell of somebody, which the copies that boxes carry
 * still hold: only *Oublier pour de bon* erases these, and the keeper is told so.
 *
 * Shape   `before`: the record as it was. `fields`: what is written now. `guards`: the guard of
 *         this page.
 */
export function leavesFormerWords(
  type: RecordType,
  before: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Value>>,
  guards: Guard,
): boolean {
  const now = fold(Object.values(fields).filter(isText).join(' '))
  return Object.keys(fields).some(name => {
    const [field, former] = [type.fields[name], before[name]]
    return (
      field !== undefined &&
      spaceOf(type, field) !== 'home' &&
      isText(former) &&
      former !== fields[name] &&
      guards(former).some(one => !now.includes(fold(one.said)))
    )
  })
}
const isText = (value: unknown): value is string => typeof value === 'string'
