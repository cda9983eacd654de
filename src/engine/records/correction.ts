import type { Reader } from '../../contract/reader.ts'
import type { RecordType } from '../../core/schema.ts'

/**
 * What waits of a record that shows already: a correction, by a card (`changes`) or by a ticket
 * (`shownAs`).
 */
export type WaitingCorrection = Readonly<{
  piece: string | null
  changes: string | null
  shownAs: string | null
}>
type Row = Readonly<Record<string, unknown>>

export const overOf = ({ changes, shownAs }: WaitingCorrection): string | null => changes ?? shownAs

/**
 * What stands on the page of what this would correct; undefined of a new thing, and of what left
 * the page since.
 */
export function shownRowOf(
  read: Reader,
  type: RecordType,
  sent: WaitingCorrection,
): Row | undefined {
  const over = overOf(sent)
  if (over === null) return undefined
  return read.one(type, over) ?? (sent.piece === over ? undefined : read.one(type, over, 'home'))
}

/** What it would correct left the page: it can't be shown before that one is put back. */
export const isOfNothing = (read: Reader, type: RecordType, sent: WaitingCorrection): boolean => {
  const over = overOf(sent)
  return over !== null && !read.one(type, over, type.space)
}

/** As the page calls it, where it is a correction. */
export function titleOfSent(
  read: Reader,
  type: RecordType | undefined,
  sent: WaitingCorrection,
): string {
  if (!type) return ''
  const standing = shownRowOf(read, type, sent)
  const row: Row | undefined = sent.piece === null ? undefined : read.one(type, sent.piece, 'home')
  return String(standing?.[type.title] ?? row?.[type.title] ?? '')
}
