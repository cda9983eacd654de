import type { RecordType } from '../../core/schema.ts'

/**
 * A record that is over, as a notice that its person closed: others are told no more how to reach
 * them. Its people, who agreed on something, read that in their own conversation.
 */

type Row = Readonly<Record<string, unknown>>

/**
 * Whether a record is over: its type says by which value, and of which day the last one is past.
 *
 * Shape   `today`: a day; undefined where the answer may not change with the clock.
 */
export const isOnceOver = (
  { over }: Pick<RecordType, 'over'>,
  row: Row,
  today?: string | undefined,
): boolean => over !== undefined && (row[over.field] === over.is || isPast(row[over.until], today))
const isPast = (until: unknown, today: string | undefined): boolean =>
  today !== undefined && typeof until === 'string' && until < today

/**
 * The row as everybody but the keeper reads it.
 *
 * Law     11: of what is over, no way to be reached is in the result.
 */
export function withoutReachOnceOver<R extends Row>(
  type: Pick<RecordType, 'over' | 'fields'>,
  row: R,
  today?: string | undefined,
): R {
  if (!isOnceOver(type, row, today)) return row
  const ways = Object.entries(type.fields).filter(
    ([, { kind, means }]) => means === 'reach' || kind === 'phone' || kind === 'email',
  )
  return { ...row, ...Object.fromEntries(ways.map(([name]) => [name, null])) }
}
