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

/** The lines of each turn together: who wrote a notice is said once, not at each of its fields. */
export function turnsIn(
  lines: readonly HistoryLine[],
  turnOf: (line: HistoryLine) => string,
): readonly (readonly HistoryLine[])[] {
  const turns: HistoryLine[][] = []
  for (const line of lines) {
    const last = turns.at(-1)
    if (last?.[0] && turnOf(last[0]) === turnOf(line)) last.push(line)
    else turns.push([line])
  }
  return turns
}

const isEmpty = ({ value, untold }: HistoryLine): boolean =>
  untold !== true && (value === null || value === '' || value === false)
