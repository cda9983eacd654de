import type { Reader } from '../../../../contract/reader.ts'
import { bookingOf, thingOf } from '../read.ts'
import type { Keyed } from './keying.ts'

/** A line that was written, told to be held beside the paper; `state`: what happened. */
export type KeyedNow = Readonly<Record<'title' | 'name' | 'state', string>>

/** Each line that was written, with whose it is. */
export const keyedNow = (
  { bookings, written }: Pick<Keyed, 'bookings' | 'written'>,
  read: Reader,
): readonly KeyedNow[] =>
  written.map(({ line, booking }) => {
    const row = { ...bookingOf(read, booking), ...bookings.get(booking) }
    return {
      title: (row.thing && thingOf(read, row.thing)?.title) || '',
      name: row.name ?? '',
      state: line.did,
    }
  })
