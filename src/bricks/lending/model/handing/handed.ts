import type { CommandContext } from '../../../../contract/command.ts'
import type { draft, Refusal } from '../../../../contract/decision.ts'
import type { Message } from '../../../../contract/message.ts'
import { piecesThere } from '../../../../contract/packing.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { momentOf } from '../../../../core/calendar/recurrence.ts'
import { isDay } from '../../../../core/form/fit.ts'
import { type Input, one, texts } from '../../../../core/form/input.ts'
import { dayOfMoment, timeOfMoment } from '../../../../text/days.ts'
import { notedWith } from '../asker.ts'
import { bookingIn, pastFields, pastRules, WHY } from '../commands-book.ts'
import { type BookingFound, settledEvents, wishOf } from '../commands-change.ts'
import { allFreed } from '../freed.ts'
import { missingListed, missingOfThing, shortOf } from '../packed.ts'
import type { ThingRow } from '../read.ts'
import { booking } from '../records-booking.ts'
import { isRoom } from '../records-thing.ts'
import { ruleSaid, say, takenSaid } from '../said.ts'
import { meterBefore, upkeepDue } from '../upkeep.ts'
import { type WishWeighed, weighed } from '../weighing.ts'
import { dayWas } from './day-was.ts'

/**
 * What happens when a thing goes out and comes back. The screens and the paper that is keyed later
 * pass here, so what is keyed by a code is checked as what is clicked.
 */

export type BookingFields = Parameters<typeof draft<typeof booking>>[2]
/**
 * What is written of one booking.
 *
 * Shape   `isClash`: it was promised to somebody else too, by the bookings `by`. `owed`: the pieces
 *         that did not come back.
 */
export type Handed = Readonly<{
  fields: BookingFields
  said: Message
  isClash?: boolean
  /** It came back broken, and goes out no more before it is repaired. */
  isBroken?: boolean
  by?: readonly string[]
  owed?: readonly string[]
}>
/** The tables and the turn. */
type Where = Readonly<{ read: Reader; at: CommandContext }>

/**
 * It goes out, to who booked it, even where they cancelled it or did not come at their hour. Where
 * somebody else has it, it is asked first; what happened is written, and a clash is said.
 */
export function handedOut(found: BookingFound, input: Input, where: Where): Handed | Refusal {
  const { row, of } = found
  if (!(row.state === 'booked' || row.state === 'noShow' || row.state === 'cancelled'))
    return { refused: say('notNow') }
  const outAt = realMoment(input, where.at, row.startsOn)
  if (typeof outAt !== 'string') return outAt
  const noted = notedOut(input, where, of, { by: row.notedBy, outAt })
  if ('refused' in noted) return noted
  const late = upkeepFirst(found, input, where)
  if ('refused' in late) return late
  const wish = wishOf(found)
  const from = Date.parse(outAt)
  // Of a time that is past, the hour that comes at least.
  const span = wish && { from, until: Math.max(wish.span.until, from + HOUR) }
  const but = [row.id, ...settledEvents(row, where.read)]
  const told = wish && span && weighed(where.read, where.at, { ...wish, span, but })
  const isClash = told?.freedom.free === false
  if (isClash && !isDone(input)) return asksFirst(told, where)
  return {
    fields: {
      ...noted.fields,
      state: 'out',
      outAt,
      ...(row.freedAt === null ? {} : { freedAt: null }),
      ...(row.late === null ? {} : { late: null }),
      ...late.fields,
      ...seenOut(input),
    },
    said: outSaid(of, row.name, isClash),
    isClash,
    by: inTheWay(told),
  }
}

/**
 * It went out without a booking. What happened is written, whatever was promised: a clash is shown
 * to who is in charge, and people settle it.
 */
export function lentOut(row: ThingRow, input: Input, { read, at }: Where): Handed | Refusal {
  const outAt = realMoment(input, at)
  if (typeof outAt !== 'string') return outAt
  const start = Date.parse(outAt)
  const from = { startsOn: dayOfMoment(start), startsAt: timeOfMoment(start) }
  const asked = bookingIn({ ...input, ...from }, read, at)
  if ('refused' in asked) return asked
  const noted = notedOut(input, { read, at }, row, { by: null, outAt })
  if ('refused' in noted) return noted
  const { span, count, whom, times } = asked
  const told = weighed(read, at, { row, span, count, asker: whom })
  const isClash = !told.freedom.free
  if (isClash && !isDone(input)) return asksFirst(told, { read, at })
  const broken = told.broken.filter(({ rule }) => rule !== 'past')
  const refused = isDone(input) ? undefined : pastRules({ broken }, input, at, row)
  if (refused) return refused
  const { member, name, phone, keyedBy } = whom
  return {
    fields: {
      ...{ thing: row.id, ...times, ...noted.fields },
      ...{ member, name, phone, keyedBy, state: 'out', outAt },
      ...pastFields(broken, input, at),
      ...seenOut(input),
    },
    said: outSaid(row, name, isClash),
    isClash,
    by: inTheWay(told),
  }
}
const HOUR = 3_600_000

/** The tick by which the one in charge says that it happened, whatever was promised. */
export const DONE = 'deja'
/** Whether it happened: they said so, or keyed when it did. */
const isDone = (input: Input): boolean => one(input, DONE) !== '' || isKeyed(input)
/** Whether it is keyed later, with its day or its hour. */
const isKeyed = (input: Input): boolean => one(input, 'on') !== '' || one(input, 'at') !== ''

/** It is somebody else’s: nothing is written before the one in charge says that it left. */
const asksFirst = (told: WishWeighed, { read, at }: Where): Refusal => ({
  refused: { all: [takenSaid(read, told, at)!, say('sayIfDone')] },
  field: DONE,
})

const inTheWay = (told: WishWeighed | undefined): readonly string[] =>
  told === undefined || told.freedom.free ? [] : told.freedom.by
function outSaid(of: ThingRow, name: string | null, isClash: boolean): Message {
  const said = [of.title ?? '', name ?? ''] as const
  if (isRoom(of)) return say(isClash ? 'room.handedOutClash' : 'room.handedOut', ...said)
  return say(isClash ? 'handedOutClash' : 'handedOut', ...said)
}
const seenOut = (input: Input): Pick<BookingFields, 'deposit' | 'insured'> => ({
  ...(one(input, 'caution') === '' ? {} : { deposit: 'seen' }),
  ...(one(input, 'assurance') === '' ? {} : { insured: true }),
})

/** The tick by which the one in charge says that it came back broken. */
export const BROKEN = 'abime'

/** The button by which they say that they did not count what left. */
export const UNCOUNTED = 'sansCompter'

/** It is back, whole, short of a piece, or broken. */
export function handedBack(
  { row, of }: BookingFound,
  input: Input,
  { read, at }: Where,
): Handed | Refusal {
  if (row.state !== 'out') return { refused: say('notNow') }
  const backAt = realMoment(input, at, row.endsOn ?? row.startsOn)
  if (typeof backAt !== 'string') return backAt
  if (row.outAt !== null && backAt < row.outAt)
    return { refused: say('backBeforeOut'), field: 'on' }
  const noted = stateFields(input, at, {
    way: 'Back',
    pieces: row.piecesOut ?? of.pieces ?? [],
    by: row.notedBy,
  })
  if ('refused' in noted) return noted
  const meter = noted.fields.meterBack ?? null
  if (meter !== null && row.meterOut !== null && meter < row.meterOut)
    return { refused: say('meterBackwards', row.meterOut), field: 'meterBack' }
  const isBroken = one(input, BROKEN) !== ''
  const owed = shortOf({ ...row, state: 'back', piecesBack: noted.fields.piecesBack ?? [] })
  return {
    fields: {
      ...noted.fields,
      state: 'back',
      backAt,
      ...allFreed(Date.parse(backAt)),
      ...(isBroken ? { damaged: true } : {}),
      ...(one(input, 'caution') === '' ? {} : { deposit: isBroken ? 'kept' : 'returned' }),
    },
    said: {
      all: [
        backSaid(of, { isBroken, missing: [...owed, ...missingListed(read, of)] }),
        ...(isBroken ? [say('handedBackBroken')] : []),
      ],
    },
    isBroken,
    owed,
  }
}

/** It is complete where no piece is missing, of this turn or of one before. */
function backSaid(
  of: ThingRow,
  { isBroken, missing }: Readonly<{ isBroken: boolean; missing: readonly string[] }>,
): Message {
  const title = of.title ?? ''
  const isShort = missing.length > 0 || isBroken
  if (!isShort) return say(isRoom(of) ? 'room.handedBack' : 'handedBack', title)
  const short = [...new Set(missing)]
  return say(isRoom(of) ? 'room.handedBackShort' : 'handedBackShort', title, short)
}

/**
 * What goes out is what is there: a missing piece stays away until it is found. Where no piece is
 * ticked it is asked once; then what left was not counted, and nobody owes a piece of it.
 */
function notedOut(
  input: Input,
  { read, at }: Where,
  { id, pieces }: ThingRow,
  { by, outAt }: Pick<Noted, 'by'> & Readonly<{ outAt: string }>,
): ReturnType<typeof stateFields> {
  const there = piecesThere(pieces ?? [], missingOfThing(read, id))
  const isTold = one(input, 'tout') !== '' || texts(input, 'piecesOut').length > 0
  const isUncounted = there.length > 0 && one(input, UNCOUNTED) !== ''
  if (there.length > 0 && !isTold && !isUncounted)
    return { refused: say('noneTicked'), field: UNCOUNTED }
  const whole = isTold ? input : { ...input, tout: '1' }
  const told = stateFields(whole, at, { way: 'Out', by, pieces: there })
  const noted =
    'refused' in told || !isUncounted ? told : { fields: { ...told.fields, uncounted: true } }
  const meter = 'refused' in noted ? null : (noted.fields.meterOut ?? null)
  const before = meter === null ? null : meterBefore(read, id, outAt)
  return meter !== null && before !== null && meter < before
    ? { refused: say('meterWas', before), field: 'meterOut' }
    : noted
}

/**
 * A booking made before its upkeep was due goes out with a reason, as past any rule. What was keyed
 * happened, and that rule stands as passed.
 */
function upkeepFirst(
  { row, of }: BookingFound,
  input: Input,
  { read, at }: Where,
): Readonly<{ fields: BookingFields }> | Refusal {
  const since = upkeepDue(read, of, at.today)
  if (since === undefined || row.past?.includes('upkeep')) return { fields: {} }
  const why = one(input, WHY).slice(0, booking.fields.why.longest)
  if (why === '' && !isKeyed(input))
    return { refused: ruleSaid({ rule: 'upkeep', since }, at.today), field: WHY }
  const past = [...(row.past ?? []), 'upkeep']
  return { fields: why === '' ? { past } : { past, why, ...notedWith(row.notedBy, at) } }
}

/** Which way it goes, the pieces of it, and who noted something of its booking before. */
type Noted = Readonly<{
  way: 'Out' | 'Back'
  pieces: readonly string[]
  by: BookingFound['row']['notedBy']
}>

/** What was noted of a thing as it went out or came back. */
function stateFields(
  input: Input,
  at: CommandContext,
  { way, pieces, by }: Noted,
): Readonly<{ fields: BookingFields }> | Refusal {
  const checked = at.fields(booking, input, [`meter${way}`, `state${way}`])
  if ('refused' in checked) return checked
  const ticked = texts(input, `pieces${way}`)
  const all = one(input, 'tout') !== ''
  return {
    fields: {
      ...checked.fields,
      ...(checked.fields[`state${way}`] ? notedWith(by, at) : {}),
      [`pieces${way}`]: pieces.filter(piece => all || ticked.includes(piece)),
    },
  }
}

/**
 * The real moment of a hand-out or a return: now, or what the slip says, keyed later.
 *
 * Shape   `near`: the day that was booked, whose year a day without one has.
 * Errors  a refusal of a moment that is to come, of a day without its year that is far from all,
 *         or of an hour that is none.
 */
export function realMoment(
  input: Input,
  at: CommandContext,
  near?: string | null,
): string | Refusal {
  const was = dayWas(one(input, 'on'), at.today, near ?? at.today)
  const on = was?.day ?? one(input, 'on')
  if (on > at.today && isDay(on))
    return { refused: say('handing.dayAhead', on, at.today), field: 'on' }
  if (was?.isFar) return { refused: say('handing.longAgo', on, at.today), field: 'on' }
  const typed = at.fields(booking, { startsOn: on, startsAt: one(input, 'at') }, [
    'startsAt',
    ...(one(input, 'on') === '' ? [] : ['startsOn']),
  ])
  if ('refused' in typed) return { ...typed, field: typed.field === 'startsOn' ? 'on' : 'at' }
  const day = typed.fields.startsOn ?? at.today
  const time = typed.fields.startsAt
  if (!isDay(day)) return { refused: say('noSpan'), field: 'on' }
  const moment =
    time || one(input, 'on') !== '' ? momentOf(day, time ?? timeOfMoment(at.now)) : at.now
  if (moment > at.now) return { refused: say('notYet'), field: 'on' }
  return new Date(moment).toISOString()
}
