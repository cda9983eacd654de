import type { TurnMark } from '../../../contract/brick.ts'
import type { CommandContext } from '../../../contract/command.ts'
import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { daysFreed } from './freed.ts'
import { shortOf } from './packed.ts'
import { type BookingRow, bookingOf, thingOf, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { thing } from './records-thing.ts'
import { loansKept } from './shares/loan-lines.ts'
import { firstWaiting, waitingFor } from './waiting.ts'

/**
 * What a booking leaves behind that is erased with its person: what is out stays out, and who waits
 * for its days has them.
 */

/** The fields of a booking or of a request that say whose it is. */
const PERSON = ['name', 'phone', 'use', 'named'] as const
/** Erases the person of a record that stays. */
export const withoutPerson = (type: string, record: string): readonly Forgetting[] =>
  PERSON.map(field => ({ type, record, field }))

/**
 * What is out, or came back short of a piece, is written anew without its person once they are
 * forgotten. Their own things go with them.
 */
export const leftOf = (member: string, read: Reader, at: CommandContext): readonly Draft[] =>
  read
    .all(
      'SELECT booking.id FROM booking_home AS home JOIN booking ON booking.id = home.id ' +
        "WHERE home.member = ? AND booking.state IN ('out', 'back') ORDER BY booking.id",
      member,
    )
    .flatMap(({ id }) => bookingOf(read, String(id)) ?? [])
    .filter(row => row.state === 'out' || shortOf(row).length > 0)
    .filter(row => row.thing && read.one(thing, row.thing, 'home')?.owner !== member)
    .map(row => draft(booking, at.newId(), whatHappened(row)))

const whatHappened = (row: BookingRow): Parameters<typeof draft<typeof booking>>[2] => {
  const { thing, startsOn, startsAt, endsOn, endsAt, count, state } = row
  const { outAt, backAt, meterOut, meterBack, piecesOut, piecesBack, uncounted, deposit } = row
  return {
    ...{ thing, startsOn, startsAt, endsOn, endsAt, count, state },
    ...{ outAt, backAt, meterOut, meterBack, piecesOut, piecesBack, uncounted, deposit },
  }
}

/**
 * Who waits for the days of a booking that is erased has the first say, as of one cancelled, and
 * who is in charge of the thing reads that they are free. What it says in a notebook stays there:
 * the accounts of others stand on it.
 */
export const marks: TurnMark = {
  to: [booking.name, request.name, thing.name],
  decide: ({ drafts, forget }, read, at) => {
    const gone = forget.flatMap(({ record, field, past }) =>
      field === undefined && past !== true ? record : [],
    )
    const coming = gone
      .flatMap(id => bookingOf(read, id) ?? [])
      .filter(row => isComing(row, at.now))
    const waiting = [
      ...coming.flatMap(row => waitingOn(row, read)),
      ...gone.flatMap(id => firstAfter(id, read, at)),
    ]
    const freedAt = new Date(at.now).toISOString()
    return [
      ...[...new Set(waiting)]
        .filter(id => !gone.includes(id))
        .map(id => draft(request, id, { freedAt })),
      // Who gives back by a ticket says it by their request.
      ...(drafts.some(isFreed)
        ? []
        : coming.filter(row => !gone.includes(row.thing ?? '')).map(row => freedOf(row, at))),
      ...(gone.length === 0 ? [] : loansKept(new Set(gone), read, at)),
    ]
  },
}

const isComing = (row: BookingRow, now: number): boolean =>
  row.state === 'booked' && (timesIn(row)?.until ?? 0) > now

const isFreed = ({ type, fields }: Draft): boolean =>
  type === request.name && fields['state'] === 'withdrawn' && 'freedAt' in fields

/** That the days of an erased booking are free again, for who is in charge: nobody is named. */
const freedOf = (row: BookingRow, at: CommandContext): Draft =>
  draft(request, at.newId(), { thing: row.thing, ...daysFreed(row, at) })

/**
 * Who has the first say now, where somebody before them in the list is erased: their turn begins
 * again, for it would end with the one that is erased.
 */
function firstAfter(id: string, read: Reader, at: CommandContext): readonly string[] {
  const asked = read.one(request, id, 'home')
  const span = asked?.state === 'waiting' ? timesIn(asked) : undefined
  const row = asked?.thing ? thingOf(read, asked.thing) : undefined
  const first = span && row && firstWaiting(read, at, { row, span })
  return first && (asked?.askedAt ?? '') < (first.row.askedAt ?? '') ? [first.row.id] : []
}

function waitingOn(row: BookingRow, read: Reader): readonly string[] {
  const span = timesIn(row)
  return row.thing && span ? waitingFor(read, row.thing, span).map(one => one.row.id) : []
}
