import type { HistoryLine } from '../../contract/reader.ts'
import type { Guard } from '../../contract/records/guarded.ts'
import { fold } from '../../core/letters/words.ts'
import { type RecordType, spaceOf, type Value } from '../../core/schema.ts'

/**
 * The words that a correction takes away and that tell of somebody: the keeper is told where they
 * still are. `here`: in the history of this box alone, and in what left before. `carried`: in what
 * leaves from now on too, because another box wrote in that field (`log/former.ts`). Undefined when
 * the correction takes no such words away.
 *
 * Shape   `before`: the record as it was. `fields`: what is written now. `guards`: the guard of
 *         this page. `history`: the lines of the record. `box`: this box.
 */
export function formerWords(
  { type, before, fields }: Correction,
  guards: Guard,
  { history, box }: Readonly<{ history: () => readonly HistoryLine[]; box: string }>,
): 'here' | 'carried' | undefined {
  const now = fold(Object.values(fields).filter(isText).join(' '))
  const taken = Object.keys(fields).filter(name => {
    const [field, former] = [type.fields[name], before[name]]
    return (
      field !== undefined &&
      spaceOf(type, field) !== 'home' &&
      isText(former) &&
      former !== fields[name] &&
      guards(former).some(one => !now.includes(fold(one.said)))
    )
  })
  if (taken.length === 0) return undefined
  const isOthers = (line: HistoryLine): boolean =>
    taken.includes(line.field) && line.box !== box && line.value !== undefined && !line.untold
  return history().some(isOthers) ? 'carried' : 'here'
}
type Correction = Readonly<{
  type: RecordType
  before: Readonly<Record<string, unknown>>
  fields: Readonly<Record<string, Value>>
}>
const isText = (value: unknown): value is string => typeof value === 'string'
