import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import type { Message } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { announcedIn } from './announced.ts'
import type { BookingReader } from './asker.ts'
import { keptHere } from './away.ts'
import { WHEN_ASKED, WHY } from './commands-book.ts'
import { CALLED_OFF } from './commands-change.ts'
import { calledOff } from './commands-replace.ts'
import { openRequests } from './followed.ts'
import {
  type BookingRow,
  bookingOf,
  type RequestRow,
  type ThingRow,
  thingOf,
  timesIn,
  totalOf,
} from './read.ts'
import { booking } from './records-booking.ts'
import { PATH, thing as thingType } from './records-thing.ts'
import { say } from './said.ts'
import type { Span } from './span.ts'
import { weighed } from './weighing.ts'

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
 * Nobody has the thing on these days. All that is in the way is listed at once. Bookings of the
 * thing are cancelled once their reason is given; what is out stays out. Who asks for these days is
 * named, and is answered beside.
 */
const close: Command<Words> = {
  name: 'close',
  path: `${PATH}/:id/fermer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const asked = closingIn(input, row, read, at)
    if ('refused' in asked) return asked
    const { span, times, standing, asks } = asked
    const count = totalOf(row)
    const waits = asksSaid(asks, at.today)
    if (standing.some(({ own }) => own === undefined)) {
      const all = [listed(standing, at.today), say('closing.stays'), ...waits]
      return { refused: { all }, field: 'startsOn' }
    }
    const inTheWay = standing.flatMap(({ own }) => own ?? [])
    const off = one(input, CALLED_OFF).slice(0, booking.fields.calledOff.longest)
    if (inTheWay.length > 0 && off === '')
      return {
        refused: { all: [listed(standing, at.today), say('closeAndTell'), ...waits] },
        field: CALLED_OFF,
      }
    const why = (one(input, WHY) || off).slice(0, booking.fields.why.longest) || null
    const outNow = inTheWay.filter(({ state }) => state === 'out')
    const promised = inTheWay.filter(({ state }) => state === 'booked')
    const settled = outNow.length > 0 ? { settledWith: outNow.map(({ id }) => id) } : {}
    const whose = { thing: row.id, keyedBy: at.me ?? null, ...settled }
    const fields = { ...times, ...whose, count, state: 'closed', why } as const
    const closed = say('closedNow', span, at.today)
    const told = promised.length > 0 ? [say('closedTold', promised.length)] : []
    const stays = outNow.map(row => say('staysOut', calledIn(row, read)))
    return {
      drafts: [...promised.map(row => calledOff(row, off, at)), draft(booking, at.newId(), fields)],
      next: `${PATH}/${row.id}`,
      said: { all: [closed, ...told, ...stays, ...waits] },
    }
  },
}

/**
 * What stands in the way of days that are kept closed: a booking, another closing, an event.
 *
 * Shape   `own`: a booking of the thing itself, which the closing calls off. `title`: of the event,
 *         or of the other thing that is booked. `path`: where it is seen.
 */
export type InTheWay = Readonly<{
  what: 'booked' | 'out' | 'closed' | 'event'
  name: string
  title: string
  span: Span
  path: string
  own?: BookingRow
}>
/** The days that a form would keep closed, what stands in the way, and who asks for them. */
export type ClosingAsked = Readonly<{
  span: Span
  times: Pick<BookingRow, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>
  standing: readonly InTheWay[]
  asks: readonly RequestRow[]
}>

/** Reads the days of a form that keeps a thing closed, with all that it meets. */
export function closingIn(
  input: Input,
  row: ThingRow,
  read: Reader,
  at: BookingReader,
): ClosingAsked | Refusal {
  const checked = at.fields(booking, input, WHEN_ASKED)
  if ('refused' in checked) return checked
  const none = { startsOn: null, startsAt: null, endsOn: null, endsAt: null }
  const { count: _, ...typed } = { ...none, ...checked.fields }
  const span = timesIn(typed)
  if (!span) return { refused: say('noSpan'), field: 'endsOn' }
  const asker = { member: null, phone: null, name: null }
  const { freedom } = weighed(read, at, { row, span, count: totalOf(row), asker })
  const met = freedom.free ? [] : freedom.by.flatMap(id => standingOf(id, row, span, read))
  const asks = openRequests(read, row, at.now).ahead.filter(one => isMet(timesIn(one), span))
  return { span, times: typed, standing: met.toSorted(byStart), asks }
}
const byStart = (a: InTheWay, b: InTheWay): number => a.span.from - b.span.from
const isMet = (one: Span | undefined, span: Span): boolean =>
  one !== undefined && one.from < span.until && span.from < one.until

/** A booking, or the dates of an event, as who is in charge reads them. */
function standingOf(id: string, row: ThingRow, span: Span, read: Reader): readonly InTheWay[] {
  const found = bookingOf(read, id)
  const times = found && timesIn(found)
  if (!found || !times) {
    const event = { what: 'event', name: '', path: read.called(id)?.path ?? '/agenda' } as const
    return announcedIn(read, row, span)
      .filter(one => one.event === id && isMet(one, span))
      .map(({ title, from, until }) => ({ ...event, title, span: { from, until } }))
  }
  const { state, thing } = found
  const what: InTheWay['what'] = state === 'closed' || state === 'out' ? state : 'booked'
  const isOwn = thing === row.id
  const title = isOwn || thing === null ? '' : (thingOf(read, thing)?.title ?? '')
  const path = `${PATH}/reservations/${id}`
  const of = { what, name: calledIn(found, read), title, span: times, path }
  return [isOwn && what !== 'closed' ? { ...of, own: found } : of]
}
/** Who has it: as it was said, else the name of their card. */
const calledIn = ({ name, member }: BookingRow, read: Reader): string =>
  name ?? (member === null ? '' : (read.published.memberName?.(member) ?? ''))

/** All that is in the way, in its order, for who is in charge. */
const listed = (standing: readonly InTheWay[], today: string): Message => ({
  all: [
    standing.every(({ own }) => own)
      ? say('inTheWay', standing.length)
      : say('closing.inTheWay', standing.length),
    ...standing.map(({ what, name, title, span }) =>
      say('closing.one', { what, name, title }, span, today),
    ),
  ],
})
/** That somebody asks for these days, or waits for them: they are answered beside. */
const asksSaid = (asks: readonly RequestRow[], today: string): readonly Message[] =>
  asks.flatMap(row => {
    const span = timesIn(row)
    return span ? [say('closing.asks', row.name ?? '', span, today)] : []
  })

export const closeCommands: readonly Command<Words>[] = [close, askAgain]
