import type { Reader } from '../../../../contract/reader.ts'
import { bookingOf, thingOf } from '../read.ts'
import type { Keyed } from './keying.ts'

/** A booking as keyed lines left it, told to be held beside the paper. */
export type KeyedNow = Readonly<Record<'title' | 'name' | 'state', string>>

/** So many are told. */
const MOST_TOLD = 12

/** How each booking that lines changed stands now. */
export const keyedNow = (
  { bookings }: Pick<Keyed, 'bookings'>,
  read: Reader,
): readonly KeyedNow[] =>
  [...bookings].slice(0, MOST_TOLD).map(([id, fields]) => {
    const row = { ...bookingOf(read, id), ...fields }
    return {
      title: (row.thing && thingOf(read, row.thing)?.title) || '',
      name: row.name ?? '',
      state: row.state ?? '',
    }
  })
