import type { Reader } from '../../contract/reader.ts'
import { proposal } from '../../contract/records/own-records.ts'
import type { RecordType } from '../../core/schema.ts'
import { markOf } from '../value-mark.ts'

/**
 * A text that waits for the keeper (a proposal), seen as a correction: which shown record it would
 * change, and whether that one still shows. The keeper’s pages and the command `show` ask.
 *
 * Shape   `piece`: the record that holds the waiting text. `changes`: the record that a member
 *         corrects. `shownAs`: the record that the holder of a ticket corrects. Both are null for a
 *         new record.
 */
export type WaitingCorrection = Readonly<{
  piece: string | null
  changes: string | null
  shownAs: string | null
}>
type Row = Readonly<Record<string, unknown>>

/** The id of the record that a proposal corrects. Null for a new record. */
export const correctedId = ({ changes, shownAs }: WaitingCorrection): string | null =>
  changes ?? shownAs

/**
 * The shown record that a proposal corrects. Undefined for a new record, and when the record left
 * the page. When the waiting text has the same id, the row of `home` (the space of this box alone)
 * is that text and does not count.
 */
export function shownRowOf(
  read: Reader,
  type: RecordType,
  sent: WaitingCorrection,
): Row | undefined {
  const over = correctedId(sent)
  if (over === null) return undefined
  return read.one(type, over) ?? (sent.piece === over ? undefined : read.one(type, over, 'home'))
}

/** When the keeper last showed the text of this proposal: what is written since corrects it. */
export const shownOn = (read: Reader, id: string): number =>
  Math.max(
    0,
    ...read
      .homeHistory(proposal.name, id)
      .flatMap(({ field, value, on }) => (field === 'state' && value === 'shown' ? [on] : [])),
  )

/**
 * Whether the record to correct left the page. The correction can’t be shown before that record is
 * put back.
 */
export const hasLostTarget = (read: Reader, type: RecordType, sent: WaitingCorrection): boolean => {
  const over = correctedId(sent)
  return over !== null && !read.one(type, over, type.space)
}

/**
 * A mark of a waiting text as it reads now. The form that shows it carries the mark, so that the
 * keeper shows what they read, and nothing that its sender wrote since.
 */
export const markOfSent = (read: Reader, type: RecordType, piece: string): string =>
  markOf({ ...read.one(type, piece, 'home'), ...read.made(type.name, piece, 'home') })

/**
 * The title of a proposal: for a correction, the title on the page; else that of the waiting text.
 * Empty for an unknown type, and when neither is here.
 */
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
