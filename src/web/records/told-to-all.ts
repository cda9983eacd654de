import type { HistoryLine } from '../../contract/reader.ts'
import type { RecordType } from '../../core/schema.ts'

/**
 * The lines of a history that tell somebody something. A field that no form asks is the box's own
 * note of it; a field that was left empty from the beginning never changed. The keeper reads all.
 */
export function toldToAll(type: RecordType, lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const filled = new Set<string>()
  const told = lines.toReversed().filter(line => {
    if (line.field === 'removed') return true
    if (type.fields[line.field]?.unasked) return false
    if (!isEmpty(line)) filled.add(line.field)
    return filled.has(line.field)
  })
  return told.toReversed()
}

const isEmpty = ({ value, untold }: HistoryLine): boolean =>
  untold !== true && (value === null || value === '' || value === false)
