import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { fr } from '../words/fr.ts'
import { type BookingRow, bookingOf, type RequestRow, thingOf } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { say } from './said.ts'

/** What who asked without a card does by the ticket, once the thing is theirs. */

/** The last part of the address where they need it no more. */
export const GIVE_BACK = 'rendre'

/** A request with the booking that was made of it. */
export function askedWith(
  read: Reader,
  id: string,
): Readonly<{ asked: RequestRow; booked: BookingRow | undefined }> | undefined {
  const asked = read.one(request, id, 'home')
  const booked = asked?.booking ? bookingOf(read, asked.booking) : undefined
  return asked && { asked, booked }
}

/**
 * What is erased with a request that was given: the booking too, unless the thing is out, for then
 * somebody must know who has it. Undefined where nobody gave it: it is theirs to correct.
 */
export function takenBack(
  id: string,
  read: Reader,
): Readonly<{ drafts: readonly []; forget: readonly Forgetting[] }> | undefined {
  const found = askedWith(read, id)
  if (!found?.booked) return undefined
  const own = { type: request.name, record: id }
  const { state, id: record } = found.booked
  return {
    drafts: [],
    forget: state === 'out' ? [own] : [own, { type: booking.name, record }],
  }
}

/** Who asked without a card needs the thing no more: its days are free for others. */
export const giveBack: Command<typeof fr> = {
  name: 'giveBack',
  path: `${PATH}/demandes/:id/${GIVE_BACK}`,
  who: 'neighbour',
  byTicket: GIVE_BACK,
  decide: (_input, read, at): Decision => {
    const found = at.ticket === undefined ? undefined : askedWith(read, at.ticket)
    if (found?.booked?.state !== 'booked') return { refused: say('notNow') }
    const { asked, booked } = found
    const title = (booked.thing && thingOf(read, booked.thing)?.title) ?? ''
    return {
      drafts: [draft(request, asked.id, { state: 'withdrawn' })],
      forget: [{ type: booking.name, record: booked.id }],
      said: say('cancelled', title),
    }
  },
}
