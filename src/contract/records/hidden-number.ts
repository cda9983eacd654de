import type { RowOf } from '../../core/schema.ts'
import { holdsIn, seeking } from '../../text/sought-numbers.ts'
import type { Reader } from '../reader.ts'
import { hiddenNumber } from './own-records.ts'

/**
 * Hidden telephone numbers. Anybody may say *this number is mine* and hide it at once from every
 * page of this box; the keeper decides later. Here bricks and pages ask which are hidden now, and
 * whether some values contain one.
 */

/** The records of the numbers that are hidden from every page of this box. */
export const hiddenNow = (read: Reader): readonly RowOf<typeof hiddenNumber>[] =>
  read.list(hiddenNumber, { where: "state = 'hidden'" }, 'home')

/** Whether these values contain a hidden telephone number. */
export function isHiddenIn(read: Reader, values: Readonly<Record<string, unknown>>): boolean {
  const sought = seeking(...hiddenNow(read).map(row => row.number ?? ''))
  return sought !== undefined && holdsIn(values, sought)
}
