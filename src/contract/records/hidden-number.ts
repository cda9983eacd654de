import type { RowOf } from '../../core/schema.ts'
import { holdsIn, seeking } from '../../text/phone.ts'
import type { Reader } from '../reader.ts'
import { hiddenNumber } from './own-records.ts'

/** Numbers and addresses that nobody reads here for now, until the keeper decides. */
export const hiddenNow = (read: Reader): readonly RowOf<typeof hiddenNumber>[] =>
  read.list(hiddenNumber, { where: "state = 'hidden'" }, 'home')

/** Whether these values say one of them. */
export function isHiddenIn(read: Reader, values: Readonly<Record<string, unknown>>): boolean {
  const sought = seeking(...hiddenNow(read).map(row => row.number ?? ''))
  return sought !== undefined && holdsIn(values, sought)
}
