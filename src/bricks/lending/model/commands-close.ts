import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import type { Message } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { keptHere } from './away.ts'
import { WHEN_ASKED, WHY } from './commands-book.ts'
import { CALLED_OFF } from './commands-change.ts'
import { calledOff } from './commands-replace.ts'
import { type BookingRow, bookingOf, type ThingRow, timesIn, totalOf } from './read.ts'
import { booking } from './records-booking.ts'
import { PATH, thing as thingType } from './records-thing.ts'
import { say, takenSaid } from './said.ts'
import { type WishWeighed, weighed } from './weighing.ts'

/** Who is in charge keeps a thing closed, and says who asks each time. */

type Words = typeof fr

/** Somebody asks again each time. */
const askAgain: Command<Words> = {
  name: 'askAgain',
  path: `${PATH}/:id/redemander`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const group = read.one(thingType, row.id, 'home')?.group ?? []
    const member = one(input, 'membre')
    if (!group.includes(member)) return { refused: say('notYours') }
    const left = group.filter(id => id !== member)
    return {
      drafts: [draft(thingType, row.id, { group: left }, 'home')],
      next: `${PATH}/${row.id}`,
      said: say('asksAgain'),
    }
  },
}

/**
 * Nobody has the thing on these days. Bookings that are in the way are listed, and cancelled once
 * their reason is given; what is out stays out.
 */
const close: Command<Words> = {
  name: 'close',
  path: `${PATH}/:id/fermer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const checked = at.fields(booking, input, WHEN_ASKED)
    if ('refused' in checked) return checked
    const none = { startsOn: null, startsAt: null, endsOn: null, endsAt: null }
    const span = timesIn({ ...none, ...checked.fields })
    if (!span) return { refused: say('noSpan'), field: 'endsOn' }
    const count = totalOf(row)
    const asker = { member: null, phone: null, name: null }
    const found = weighed(read, at, { row, span, count, asker })
    const inTheWay = ownOnly(read, row, found)
    if (!inTheWay) return { refused: takenSaid(read, found, at)!, field: 'startsOn' }
    const off = one(input, CALLED_OFF).slice(0, booking.fields.calledOff.longest)
    if (inTheWay.length > 0 && off === '')
      return { refused: listed(inTheWay, at.today), field: CALLED_OFF }
    const why = (one(input, WHY) || off).slice(0, booking.fields.why.longest) || null
    const outNow = inTheWay.filter(({ state }) => state === 'out')
    const promised = inTheWay.filter(({ state }) => state === 'booked')
    const settled = outNow.length > 0 ? { settledWith: outNow.map(({ id }) => id) } : {}
    const whose = { thing: row.id, keyedBy: at.me ?? null, ...settled }
    const fields = { ...checked.fields, ...whose, count, state: 'closed', why } as const
    const closed = say('closedNow', span, at.today)
    const told = promised.length > 0 ? [say('closedTold', promised.length)] : []
    const stays = outNow.map(({ name }) => say('staysOut', name ?? ''))
    return {
      drafts: [...promised.map(row => calledOff(row, off, at)), draft(booking, at.newId(), fields)],
      next: `${PATH}/${row.id}`,
      said: inTheWay.length > 0 ? { all: [closed, ...told, ...stays] } : closed,
    }
  },
}

/**
 * The bookings in the way of some days, when each is of the thing itself and promised or out;
 * undefined when something else is, which closing can’t move.
 */
function ownOnly(
  read: Reader,
  { id }: ThingRow,
  { freedom }: WishWeighed,
): readonly BookingRow[] | undefined {
  if (freedom.free) return []
  const rows = freedom.by.flatMap(one => bookingOf(read, one) ?? [])
  const isOwn = rows.every(
    ({ thing, state }) => thing === id && (state === 'booked' || state === 'out'),
  )
  return isOwn && rows.length > 0 && rows.length === freedom.by.length ? rows : undefined
}

/** All bookings in the way, in their order, for who is in charge. */
const listed = (rows: readonly BookingRow[], today: string): Message => ({
  all: [
    say('inTheWay', rows.length),
    ...rows
      .map(row => ({ row, span: timesIn(row) }))
      .toSorted((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0))
      .flatMap(({ row, span }) =>
        span ? [say('oneInTheWay', row.name ?? '', span, row.state === 'out', today)] : [],
      ),
    say('closeAndTell'),
  ],
})

export const closeCommands: readonly Command<Words>[] = [close, askAgain]
