import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { everInCharge } from '../../../contract/records/charge.ts'
import { type BookingRow, bookingOf, type ThingRow, thingOf } from '../model/read.ts'
import { keepsIt } from './reading.ts'

/** A booking that its reader may read; `isKept`: they are in charge of its thing. */
export type BookingRead = Readonly<{ row: BookingRow; of: ThingRow; isKept: boolean }>

/**
 * A booking as its page, its slip and its calendar file read it.
 *
 * Law     nobody reads it but who has it, who typed it for somebody, and who is in charge.
 */
export function bookingRead(kit: Kit, read: Reader, id: string): BookingRead | undefined {
  const row = bookingOf(read, id)
  const of = row?.thing ? thingOf(read, row.thing) : undefined
  if (!row || !of) return undefined
  const isKept = keepsIt(kit, read, of)
  return isKept || isTheirs(row, of, { kit, read }) ? { row, of, isKept } : undefined
}

/**
 * Whether a booking is the reader’s: they have it, or typed it for somebody. What they typed as the
 * one in charge is theirs no longer than their charge.
 */
const isTheirs = (
  { member, keyedBy }: BookingRow,
  of: ThingRow,
  { kit: { request }, read }: Readonly<{ kit: Kit; read: Reader }>,
): boolean => request.isMe(member) || (request.isMe(keyedBy) && !everInCharge(read, request, of.id))
