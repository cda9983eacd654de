import type { Fate } from '../../../contract/fate.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import { takenBack } from './on-ticket.ts'
import { bookingOf } from './read.ts'
import { request } from './records-booking.ts'

/** Where a request stands, for who asked without a card. It says no word of the request. */
function fateOf(id: string, read: Reader): Fate | undefined {
  const row = read.one(request, id, 'home')
  if (!row) return undefined
  if (row.state === 'refused') return { state: 'fallen', isNew: true }
  if (row.state === 'withdrawn') return { state: 'over' }
  if (row.state !== 'given') return { state: 'sent' }
  const booked = row.booking === null ? undefined : bookingOf(read, row.booking)
  if (booked?.state === 'back') return { state: 'done' }
  const isOff = booked?.state === 'cancelled' || booked?.state === 'noShow'
  return { state: isOff ? 'fallen' : 'agreed', isNew: true }
}

/** What turns ask of the brick. */
export const modelSlots: ModelSlots = {
  fate: (type, id, read) => (type === request.name ? fateOf(id, read) : undefined),
  withdrawn: (type, id, read) => (type === request.name ? takenBack(id, read) : undefined),
}
