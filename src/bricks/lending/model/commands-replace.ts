import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping, notedWith } from './asker.ts'
import { decidedAway, keptHere } from './away.ts'
import { CALLED_OFF, wishOf } from './commands-change.ts'
import { asksFor, chargesFollowing, declinedBy, openRequests, sorted } from './followed.ts'
import { allFreed } from './freed.ts'
import { type BookingRow, bookingOf, type GivenBeside, type ThingRow } from './read.ts'
import { booking } from './records-booking.ts'
import { PATH, thing } from './records-thing.ts'
import { say } from './said.ts'
import { countOf } from './span.ts'
import { thingLent, weighed } from './weighing.ts'

type Words = typeof fr

/**
 * A thing is lent no more. Its bookings to come follow what stands in for it, all or none; where
 * nothing does, they are cancelled with a reason, and who booked reads it. Each open request goes
 * over too where it can, or is declined with the reason.
 */
const replace: Command<Words> = {
  name: 'replace',
  path: `${PATH}/:id/remplacer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const other = thingLent(read, one(input, 'par'))
    if (one(input, 'par') !== '' && !(other && other.id !== row.id && mayTake(other, read, at)))
      return { refused: say('noOther'), field: 'par' }
    const coming = bookedAhead(read, row, at.now)
    const outNow = coming.find(({ state }) => state === 'out')
    if (outNow) return { refused: say('outFirst', outNow.name ?? '') }
    const why = one(input, CALLED_OFF).slice(0, booking.fields.calledOff.longest)
    const promised = coming.filter(({ state }) => state === 'booked')
    if (!other && promised.length > 0 && why === '')
      return { refused: say('hasBookings', promised.length), field: CALLED_OFF }
    const met = other ? takenOf(other, coming, read, at) : []
    if (met.length > 0) return { refused: say('otherTaken', other?.title ?? '', met.length) }
    const beside = other ? besideOf(coming, other) : []
    const open = openRequests(read, row, at.now)
    const { moved, declined } = sorted(open.ahead, other, { read, at, beside })
    if (declined.length > 0 && why === '')
      return { refused: say('hasRequests', declined.length, other?.title ?? ''), field: CALLED_OFF }
    const answers = [...declined, ...open.past].map(one => declinedBy(one, why, at))
    const replacedBy = other?.id ?? null
    return {
      drafts: [
        draft(thing, row.id, { gone: true, replacedBy }),
        ...coming.map(one => (other ? follows(one, row, other) : calledOff(one, why, at))),
        ...(other ? moved.map(one => asksFor(one, row, other)) : []),
        ...answers.map(one => one.draft),
        ...(other ? chargesFollowing(row, other, read, at) : []),
      ],
      letters: answers.flatMap(({ letters }) => letters),
      next: `${PATH}/${other?.id ?? row.id}`,
      said: {
        all: [
          other
            ? say('replaced', coming.length)
            : promised.length === 0
              ? say('lentNoMore')
              : say('allCalledOff', promised.length),
          ...(moved.length === 0 ? [] : [say('requestsMoved', moved.length)]),
          ...(declined.length === 0 ? [] : [say('requestsDeclined', declined.length)]),
        ],
      },
    }
  },
}

/** The times that bookings take of another thing, once they follow onto it. */
const besideOf = (coming: readonly BookingRow[], other: ThingRow): GivenBeside[] =>
  coming.flatMap(one => {
    const wish = wishOf({ row: one, of: other })
    return wish ? [{ thing: other, span: wish.span, count: countOf(one) }] : []
  })

/** Its person reads what stands in for what they booked first. */
const follows = (one: BookingRow, was: ThingRow, other: ThingRow): Draft =>
  draft(booking, one.id, { thing: other.id, instead: one.instead ?? was.id })

/** It is cancelled with a reason; one that is promised to somebody reads it. */
export const calledOff = (one: BookingRow, why: string, at: CommandContext): Draft =>
  draft(booking, one.id, {
    state: 'cancelled',
    ...allFreed(at.now),
    ...(one.state === 'booked' ? { calledOff: why, ...notedWith(one.notedBy, at) } : {}),
  })

/** The bookings for which another thing is not free, weighed beside each other. */
export function takenOf(
  other: ThingRow,
  coming: readonly BookingRow[],
  read: Reader,
  at: Parameters<typeof weighed>[1],
): readonly BookingRow[] {
  const beside: GivenBeside[] = []
  return coming.filter(one => {
    const wish = wishOf({ row: one, of: other })
    if (!wish) return false
    const isTaken = !weighed(read, at, { ...wish, beside }).freedom.free
    beside.push({ thing: other, span: wish.span, count: countOf(one) })
    return isTaken
  })
}

/** Whether bookings may follow onto a thing: they are in charge of it, and this box decides. */
const mayTake = (of: ThingRow, read: Reader, at: CommandContext): boolean =>
  isKeeping(at, of) && decidedAway(read, at, of.id) === undefined

/** The bookings of a thing that are not over, and those that are out. */
export const bookedAhead = (
  read: Reader,
  { id }: Pick<ThingRow, 'id'>,
  now: number,
): readonly BookingRow[] =>
  read
    .all(
      'SELECT booking FROM taken WHERE thing = ?1 AND until_ms > ?2 UNION ' +
        'SELECT booking FROM taken WHERE thing = ?1 AND is_out = 1 ORDER BY booking',
      id,
      now,
    )
    .flatMap(row => bookingOf(read, String(row['booking'])) ?? [])

export const replaceCommands: readonly Command<Words>[] = [replace]
