import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping } from './asker.ts'
import { type BookingFound, bookingFound } from './commands-change.ts'
import { type Handed, handedBack, handedOut, lentOut } from './handing/handed.ts'
import { shortOf } from './packed.ts'
import { booking } from './records-booking.ts'
import { PATH, thing } from './records-thing.ts'
import { say } from './said.ts'
import { thingLent } from './weighing.ts'

type Words = typeof fr
const ofBooking = `${PATH}/reservations/:id`

/** It goes out, to who booked it. */
const handOut: Command<Words> = {
  name: 'handOut',
  path: `${ofBooking}/remettre`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    if (!found?.isKept) return { refused: say('notNow') }
    const handed = handedOut(found, input, { read, at })
    return 'refused' in handed ? handed : written(found, handed)
  },
}

/** It went out without a booking. */
const lendNow: Command<Words> = {
  name: 'lendNow',
  path: `${PATH}/:id/preter`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = thingLent(read, one(input, 'id'))
    if (!row || !isKeeping(at, row)) return { refused: say('notYours') }
    const handed = lentOut(row, input, { read, at })
    return 'refused' in handed
      ? ofItsForm(handed)
      : written({ row: { id: at.newId() }, of: row }, handed)
  },
}

/** Its form asks for no start, which is now: what is wrong with the days is said at the end. */
const ofItsForm = (refusal: Refusal): Refusal =>
  refusal.field === 'startsOn' ? { ...refusal, field: 'endsOn' } : refusal

/** It is back, whole or short of a piece. */
const handBack: Command<Words> = {
  name: 'handBack',
  path: `${ofBooking}/rendre`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    if (!found?.isKept) return { refused: say('notNow') }
    const handed = handedBack(found, input, { read, at })
    return 'refused' in handed ? handed : written(found, handed)
  },
}

const written = (
  { row, of }: Readonly<{ row: Pick<BookingFound['row'], 'id'>; of: BookingFound['of'] }>,
  { fields, said, isBroken }: Handed,
): Decision => ({
  drafts: [
    draft(booking, row.id, fields),
    ...(isBroken === true ? [draft(thing, of.id, { condition: 'repair' })] : []),
  ],
  next: `${PATH}/${of.id}`,
  said,
})

/** A piece that was missing is found. */
const find: Command<Words> = {
  name: 'find',
  path: `${ofBooking}/retrouver`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    const piece = one(input, 'piece')
    if (!found?.isKept || !shortOf(found.row).includes(piece)) return { refused: say('notNow') }
    const piecesBack = [...(found.row.piecesBack ?? []), piece]
    return {
      drafts: [draft(booking, found.row.id, { piecesBack })],
      next: `${PATH}/${found.of.id}`,
      said: say('foundAgain', piece),
    }
  },
}

export const handCommands: readonly Command<Words>[] = [handOut, lendNow, handBack, find]
