import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import type { Message } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { announcedOver } from './announced-over.ts'
import { isKeeping, isOpenTo, notedWith } from './asker.ts'
import { decidedAway } from './away.ts'
import { pastFields, pastRules, WHEN_ASKED } from './commands-book.ts'
import { type AllFreed, allFreed, cancelledWith, freedBy, isInside } from './freed.ts'
import { askedWith } from './on-ticket.ts'
import { openTimes } from './opening.ts'
import { type BookingRow, bookingOf, type ThingRow, thingOf, timesIn } from './read.ts'
import { booking } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import {
  countRefused,
  isAnnounced,
  nameTold,
  ownInTheWay,
  say,
  takenSaid,
  whenRefused,
} from './said.ts'
import { countOf, type Span } from './span.ts'
import { waitingFor } from './waiting.ts'
import { type Wish, type WishWeighed, weighed } from './weighing.ts'

type Words = typeof fr
const ofBooking = `${PATH}/reservations/:id`

/** A booking with its thing; `isTheirs`: of who asks; `isKept`: they are in charge of the thing. */
export type BookingFound = Readonly<{
  row: BookingRow
  of: ThingRow
  isTheirs: boolean
  isKept: boolean
}>

/** The booking that a form names, for its person and for who is in charge of its thing. */
export function bookingFound(
  input: Input,
  read: Reader,
  at: CommandContext,
): BookingFound | undefined {
  const row = bookingOf(read, one(input, 'id'))
  const of = row?.thing ? thingOf(read, row.thing) : undefined
  if (!row || !of) return undefined
  const isKept = isKeeping(at, of)
  const isTheirs = at.isMine(booking.name, row.id)
  return isKept || isTheirs ? { row, of, isTheirs, isKept } : undefined
}

/** What a booking asks for once it has other days or another thing. It is not in its own way. */
export const wishOf = ({ row, of }: Pick<BookingFound, 'row' | 'of'>): Wish | undefined => {
  const span = timesIn(row)
  return span && { row: of, span, count: countOf(row), asker: row, but: [row.id] }
}

/**
 * The events of the agenda that are settled with a booking: at its own time they are in the way of
 * it no more.
 */
export const settledEvents = (row: BookingRow, read: Reader): readonly string[] =>
  (row.settledWith ?? []).filter(id => isAnnounced(read, id)).flatMap(id => read.joinedWith(id))
const meets = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/**
 * Other days: longer, shorter, sooner or later. What is out begins when it went out. Who must ask
 * each time makes it shorter alone.
 */
const move: Command<Words> = {
  name: 'move',
  path: `${ofBooking}/deplacer`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    const state = found?.row.state
    if (!found || !(state === 'booked' || state === 'out')) return { refused: say('notNow') }
    const away = decidedAway(read, at, found.of.id)
    if (away) return away
    const checked = at.fields(booking, input, WHEN_ASKED)
    if ('refused' in checked) return whenRefused(checked, input, at.today)
    // What is out began when it went out.
    const { startsOn, startsAt } = found.row
    const fields = state === 'out' ? { ...checked.fields, startsOn, startsAt } : checked.fields
    const row = openTimes(found.of, { ...found.row, ...fields })
    const none = countRefused(row)
    if (none) return none
    const wish = wishOf({ row, of: found.of })
    if (!wish) return { refused: say('noSpan'), field: 'endsOn' }
    const was = timesIn(found.row)
    const but = was && meets(was, wish.span) ? settledEvents(found.row, read) : []
    const told = weighed(read, at, { ...wish, but: [row.id, ...but] })
    const isLess =
      was !== undefined && isInside(wish.span, was) && countOf(row) <= countOf(found.row)
    if (!isLess && !found.isKept && !isOpenTo(found.of, found.row.member, read, at))
      return { refused: say('askToMove'), field: 'startsOn' }
    const taken = isLess
      ? undefined
      : (longerSaid(read, at, { wish, told, was }) ?? takenSaid(read, told, at))
    if (taken) return { refused: taken, field: found.of.unit === 'hour' ? 'endsAt' : 'endsOn' }
    if (state === 'out' && !found.isKept && isWaitedFor(read, wish, found.row))
      return { refused: say('somebodyWaits'), field: 'endsOn' }
    // It was fetched when it opened: the days before now are not asked again.
    const broken = told.broken.filter(({ rule }) => state !== 'out' || !BEFORE.has(rule))
    const refused = pastRules({ broken }, input, at, found.of)
    if (refused) return refused
    return {
      drafts: [
        draft(booking, row.id, {
          ...{ ...fields, ...timesOf(row), ...freedBy(was, wish.span, at) },
          ...seriesDayOf(found.row, row),
          ...pastFields(broken, input, at, found.row.notedBy),
        }),
      ],
      next: `${PATH}/${found.of.id}`,
      said: say('moved', found.of.title ?? '', wish.span, at.today),
    }
  },
}
/**
 * Until when they may have it who would keep it longer; undefined where nobody has it then, or it
 * is not free as it begins.
 */
function longerSaid(
  read: Reader,
  at: CommandContext,
  { wish, told, was }: Readonly<{ wish: Wish; told: WishWeighed; was: Span | undefined }>,
): Message | undefined {
  const { freedom: met } = told
  if (met.free || met.isLate || !was || wish.span.until <= was.until) return undefined
  if (ownInTheWay(read, told, at.me).length > 0) return undefined
  // Free is what they ask from its beginning on, or they are told of no other time.
  const { from: begins } = wish.span
  const { freedom } = weighed(read, at, { ...wish, span: { from: begins, until: begins + 1 } })
  if (!freedom.free || freedom.until === null || freedom.until >= wish.span.until) return undefined
  const by = met.first?.booking
  const whom = by === undefined || !isAnnounced(read, by) ? nameTold(read, by) : undefined
  const from = Math.max(met.first?.from ?? 0, freedom.until)
  return say('keepUntil', whom ?? null, { from, until: freedom.until }, at.today)
}
/** Of a date of a series that moves to another day: for which date it was booked. */
const seriesDayOf = (
  { series, seriesDay, startsOn }: BookingRow,
  { startsOn: to }: Pick<BookingRow, 'startsOn'>,
) => (series === null || seriesDay !== null || startsOn === to ? {} : { seriesDay: startsOn })
const timesOf = ({ startsOn, startsAt, endsOn, endsAt }: BookingRow) => ({
  ...{ startsOn, startsAt, endsOn, endsAt },
})
/** Rules of a start, which is past for what is out. */
const BEFORE: ReadonlySet<string> = new Set(['lead', 'ahead', 'locals', 'late', 'units'])

/** Whether somebody else waits for the time by which a loan would be longer. */
function isWaitedFor(read: Reader, { row, span }: Wish, was: BookingRow): boolean {
  const before = timesIn(was)
  const from = before ? before.until : span.from
  return from < span.until && waitingFor(read, row.id, { from, until: span.until }).length > 0
}

/** It is needed no more. Too late for anybody else is said, and kept. */
const cancel: Command<Words> = {
  name: 'cancel',
  path: `${ofBooking}/annuler`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    const state = found?.row.state
    if (!found || !(state === 'booked' || state === 'closed')) return { refused: say('notNow') }
    const away = found.isTheirs ? undefined : decidedAway(read, at, found.of.id)
    if (away) return away
    const isCalledOff = state === 'booked' && isOfAnother(found.row, at)
    const why = one(input, CALLED_OFF).slice(0, booking.fields.calledOff.longest)
    if (isCalledOff && why === '') return { refused: say('sayWhyOff'), field: CALLED_OFF }
    const span = timesIn(found.row)
    const isLate = span !== undefined && span.from - at.now < LATE
    const fields = {
      state: 'cancelled',
      ...allFreed(at.now),
      ...(isLate && state === 'booked' && !isCalledOff ? { late: true } : {}),
      ...(isCalledOff
        ? { calledOff: why, ...notedWith(found.row.notedBy, at) }
        : cancelledWith(found.row, at)),
    } as const
    return {
      drafts: [draft(booking, found.row.id, fields)],
      next: `${PATH}/${found.of.id}`,
      said: say(
        state === 'closed' ? 'openedAgain' : 'late' in fields ? 'cancelledLate' : 'cancelled',
        found.of.title ?? '',
      ),
    }
  },
}
/** The field by which the one in charge says why. */
export const CALLED_OFF = 'calledOff'
/** Whether a booking is of a member here who is not the one who asks. */
export const isOfAnother = (
  { member }: Pick<BookingRow, 'member'>,
  { me }: Readonly<{ me?: string | undefined }>,
): boolean => member !== null && member !== me

/** Units   milliseconds: less than a day before, hardly anybody else can plan for it. */
const LATE = 24 * 3_600_000

/** Nobody came for it. */
const noShow: Command<Words> = {
  name: 'noShow',
  path: `${ofBooking}/pas-venu`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    if (!found?.isKept) return { refused: say('notNow') }
    const fields = notCome(found, read, at)
    if ('refused' in fields) return fields
    return {
      drafts: [draft(booking, found.row.id, fields)],
      next: `${PATH}/${found.of.id}`,
      said: say('noShowNoted'),
    }
  },
}

/** What is written where nobody came for a booking; refused before its time, or once it went. */
export function notCome(
  { row, of }: Pick<BookingFound, 'row' | 'of'>,
  read: Reader,
  at: Pick<CommandContext, 'now' | 'box'>,
): Readonly<{ state: 'noShow' } & AllFreed> | Refusal {
  const away = decidedAway(read, at, of.id)
  if (away) return away
  const span = timesIn(row)
  return row.state === 'booked' && span !== undefined && span.from <= at.now
    ? { state: 'noShow', ...allFreed(at.now) }
    : { refused: say('notNow') }
}

/** The last part of the address where it is said to be settled. */
export const SETTLE = 'arranger'

/**
 * Two that were both given, or a booking and an event that the agenda announces over it: people
 * settled it, and nobody is asked about it again. Who booked says it of an event too, with a card
 * or by the ticket, for it is often theirs; of each date of a series at once. It is a note of this
 * box that changes no booking: each of two boxes asks its own keeper.
 */
const settle: Command<Words> = {
  name: 'settle',
  path: `${ofBooking}/${SETTLE}`,
  who: 'neighbour',
  private: true,
  byTicket: SETTLE,
  decide: (input, read, at): Decision => {
    const found =
      at.ticket === undefined ? bookingFound(input, read, at) : foundByTicket(read, at.ticket)
    const other = one(input, 'avec')
    if (!found || !(isTwin(found, other, read) || isOver(found, other, read, at.today)))
      return { refused: say('notNow') }
    const all = [found.row, ...sameSeries(found.row, other, read, at.today)]
    return {
      drafts: all.map(({ id, settledWith }) =>
        draft(booking, id, { settledWith: [...new Set([...(settledWith ?? []), other])] }, 'home'),
      ),
      ...(at.ticket === undefined ? { next: `${PATH}/${found.of.id}` } : {}),
      said: say('settled'),
    }
  },
}

/** The booking of who asked without a card, before it goes out. */
function foundByTicket(read: Reader, ticket: string): BookingFound | undefined {
  const row = askedWith(read, ticket)?.booked
  const of = row?.thing ? thingOf(read, row.thing) : undefined
  return row?.state === 'booked' && of ? { row, of, isTheirs: true, isKept: false } : undefined
}

/** The other bookings of its series over which the same event is announced. */
const sameSeries = (
  { id, series }: BookingRow,
  event: string,
  read: Reader,
  today: string,
): readonly BookingRow[] =>
  announcedOver(read, today)
    .filter(one => one.event === event && one.series !== null && one.series === series)
    .flatMap(({ booking: other }) => (other === id ? [] : (bookingOf(read, other) ?? [])))

/** Whether this is another booking of the thing, for who is in charge of it. */
const isTwin = ({ row, isKept }: BookingFound, other: string, read: Reader): boolean =>
  isKept && row.id !== other && bookingOf(read, other)?.thing === row.thing
/** Whether this is an event that the agenda announces over the booking. */
const isOver = ({ row }: BookingFound, event: string, read: Reader, today: string): boolean =>
  announcedOver(read, today).some(one => one.booking === row.id && one.event === event)

export const changeCommands: readonly Command<Words>[] = [move, cancel, noShow, settle]
