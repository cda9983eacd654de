import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import type { Message } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import { timeOfMoment } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { type BookingReader, type ForWhom, forWhom, isKeeping, notedWith } from './asker.ts'
import { askedAway, decidedAway } from './away.ts'
import { withWord, wordsFor } from './handing/said-words.ts'
import { openTimes } from './opening.ts'
import { type RequestRow, requestsOf, sameAs, type ThingRow, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import {
  countRefused,
  ownInTheWay,
  rulesRefusal,
  say,
  takenSaid,
  untold,
  whenRefused,
} from './said.ts'
import { countOf, type Span, type WallTimes } from './span.ts'
import { waitingFor } from './waiting.ts'
import { thingLent, type Wish, type WishWeighed, weighed } from './weighing.ts'

type Words = typeof fr
/** The days and hours that a form asks, and how many. */
export const WHEN_ASKED = ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'count'] as const
/** Why the one in charge goes past a rule. */
export const WHY = 'why'
/** The button by which somebody waits for a time that is taken. */
export const WAIT = 'attendre'
/** The tick by which their name is told to who asks for the same time. */
export const NAMED = 'dire'

type Times = Pick<Parameters<typeof draft<typeof booking>>[2], (typeof WHEN_ASKED)[number]>
/**
 * What a form asks for: a thing, its days, and the person.
 *
 * Shape   `typed`: the days and hours as they came. `times`: with the hours of the whole day.
 */
export type BookingAsked = Readonly<{
  row: ThingRow
  span: Span
  typed: WallTimes
  times: Times & Required<WallTimes>
  count: number
  whom: ForWhom
}>

/** The tick by which a member’s own telephone is read by who is in charge. */
export const SHOWN = 'numero'

/** Other things of the same booking: all are free, or none is booked. */
export const WITH = 'avec'

/**
 * The command `book`: a thing for a time, or several at once. A member books at once what is open
 * to them; whoever else asks, and the one in charge answers. A time that is taken is waited for.
 */
export const book: Command<Words> = {
  name: 'book',
  path: `${PATH}/:id/reserver`,
  who: 'visitor',
  sentOnce: ['id', ...WHEN_ASKED, 'name', WITH],
  // What is asked waits for somebody to read it.
  often: { browser: 3, each: 12, member: 60, here: 12, spanMs: 600_000 },
  decide: (input, read, at): Decision => {
    const first = bookingIn(input, read, at)
    if ('refused' in first) return first
    const home = read.homeOf('thing', first.row.id)
    const ids = new Set([first.row.id, ...texts(input, WITH).filter(id => id !== '')])
    if (home !== undefined && home !== at.box && ids.size === 1)
      return askedAway(first, home, input, { read, at })
    for (const id of ids) {
      const away = decidedAway(read, at, id)
      if (away) return { ...away, field: WITH }
    }
    const all = [...ids].map(id =>
      id === first.row.id ? first : bookingIn({ ...input, id }, read, at),
    )
    const fitted: Fitted[] = []
    for (const asked of all) {
      if ('refused' in asked) return asked
      const beside = fitted.map(({ asked: { row, span, count } }) => ({ thing: row, span, count }))
      const fits = fitting(asked, beside, read, at)
      const refused = refusalOf(fits, input, { read, at }, all.length > 1)
      if (refused) return refused
      fitted.push(fits)
    }
    const isWaiting = fitted.some(({ found }) => takenSaid(read, found, at) !== undefined)
    const isBooked = !isWaiting && fitted.every(({ asked }) => asked.whom.books)
    const drafts = isBooked
      ? fitted.flatMap(fits => bookedDrafts(fits, input, { read, at }))
      : fitted.map(fits => requestDraft(fits.asked, isWaiting ? 'waiting' : 'asked', input, at))
    const title = fitted.map(({ asked }) => asked.row.title ?? '').join(', ')
    return {
      drafts,
      next: `${PATH}/${first.row.id}`,
      said: isBooked
        ? bookedSaid(title, fitted[0]!.asked, drafts, at)
        : say(isWaiting ? 'waitsNow' : 'askedOfThem', title),
    }
  },
}

/** For somebody else, their name and the word to tell them stand in it. */
function bookedSaid(
  title: string,
  { span, whom }: BookingAsked,
  [first]: readonly Draft[],
  at: CommandContext,
): Message {
  if (whom.isSelf) return say('booked', title, span, at.today)
  const word = first?.fields['word']
  return say(
    'bookedFor',
    title,
    whom.name ?? '',
    typeof word === 'string' ? word : '',
    span,
    at.today,
  )
}

/** What is asked, and what the rules found of it. */
export type Fitted = Readonly<{ asked: BookingAsked; found: WishWeighed }>

/**
 * Weighs what is asked. A whole day that began is from now on where somebody had it this morning
 * and brought it back.
 */
function fitting(
  asked: BookingAsked,
  beside: NonNullable<Wish['beside']>,
  read: Reader,
  at: CommandContext,
): Fitted {
  const { row, count, whom } = asked
  const of = ({ span }: BookingAsked): WishWeighed => {
    const told = weighed(read, at, { row, span, count, asker: whom, beside })
    return whom.isSelf || whom.books ? told : untold(told)
  }
  const found = of(asked)
  const isToday = asked.times.startsOn === at.today && !asked.typed.startsAt
  if (found.freedom.free || !isToday || at.now >= asked.span.until) return { asked, found }
  const from = Math.ceil(at.now / MINUTE) * MINUTE
  const times = { ...asked.times, startsAt: timeOfMoment(from) }
  const rest = { ...asked, times, span: { ...asked.span, from } }
  const foundOfRest = from < asked.span.until ? of(rest) : found
  return foundOfRest.freedom.free ? { asked: rest, found: foundOfRest } : { asked, found }
}
const MINUTE = 60_000

/** Why it is not booked, asked nor waited for. Of several things, the sentence says which. */
function refusalOf(
  { asked, found }: Fitted,
  input: Input,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
  isOneOfSeveral: boolean,
): Refusal | undefined {
  const taken = takenSaid(read, found, at)
  if (taken) {
    const isWaitedFor =
      one(input, WAIT) !== '' && !isOneOfSeveral && !isPast(found) && !isOwn(read, found, at)
    if (isWaitedFor) return askedBefore('waiting', asked, read, at)
    const refused = isOneOfSeveral
      ? { all: [say('oneOfThem', asked.row.title ?? ''), taken] }
      : taken
    return { refused, field: 'startsOn' }
  }
  const before = asked.whom.books ? undefined : askedBefore('asked', asked, read, at)
  return before ?? pastRules(found, input, at, asked.row)
}
/** A member asks for what they asked already, or would wait for it twice. */
function askedBefore(
  state: 'asked' | 'waiting',
  { row, span, whom: { isSelf, member } }: BookingAsked,
  read: Reader,
  { today }: CommandContext,
): Refusal | undefined {
  if (!isSelf) return undefined
  const isSame = (one: RequestRow): boolean => {
    const times = one.member === member ? timesIn(one) : undefined
    return times?.from === span.from && times.until === span.until
  }
  return requestsOf(read, row.id, state).some(isSame)
    ? { refused: say('askedAlready', span, today), field: 'startsOn' }
    : undefined
}
/** Whether what is in the way is theirs, all of it: they wait for nobody. */
const isOwn = (read: Reader, { freedom, ...found }: WishWeighed, { me }: CommandContext): boolean =>
  !freedom.free &&
  freedom.by.length > 0 &&
  ownInTheWay(read, { ...found, freedom }, me).length === freedom.by.length
const isPast = ({ broken }: WishWeighed): boolean => broken.some(({ rule }) => rule === 'past')

/** What is booked, and the end of the wait of who waited for it. */
function bookedDrafts(
  { asked, found }: Fitted,
  input: Input,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
): readonly Draft[] {
  const draws = wordsFor(read, at)
  const made = withWord(bookingDraft(asked, found, input, at), asked.row, draws)
  const isTheirs = sameAs(read, asked.whom)
  const waited = waitingFor(read, asked.row.id, asked.span).filter(one => isTheirs(one.asker))
  const answeredAt = new Date(at.now).toISOString()
  // Who books what they waited for knows it: that is no news to them.
  const isOwn = at.me !== undefined && asked.whom.member === at.me
  const state = isOwn ? 'withdrawn' : 'given'
  return [
    made,
    ...waited.map(({ row }) => draft(request, row.id, { state, booking: made.record, answeredAt })),
  ]
}

/** Reads what a form asks for; a refusal where it names no thing, no days or nobody. */
export function bookingIn(input: Input, read: Reader, at: BookingReader): BookingAsked | Refusal {
  const row = thingLent(read, one(input, 'id'))
  if (!row) return { refused: say('thingGone') }
  const checked = at.fields(request, input, [...WHEN_ASKED, 'phone', 'use'])
  if ('refused' in checked) return whenRefused(checked, input, at.today)
  const { phone = null, use: _, ...typed } = checked.fields
  const whom = withOwnPhone(forWhom(input, row, phone, { read, at }), input, read)
  if (!whom.name) return { refused: say('sayName'), field: 'name' }
  if (whom.name.length > request.fields.name.longest)
    return { refused: say('shorterName'), field: 'name' }
  const times = openTimes(row, { ...NO_TIMES, ...typed })
  const span = timesIn(times)
  if (!span) return { refused: say('noSpan'), field: 'endsOn' }
  const none = countRefused(times)
  if (none) return none
  const count = countOf(times)
  return { row, span, typed: { ...NO_TIMES, ...typed }, times, count, whom }
}
/** A member who ticks it shows their telephone as if they had typed it. */
const withOwnPhone = (whom: ForWhom, input: Input, read: Reader): ForWhom =>
  whom.isSelf && whom.phone === null && whom.member !== null && one(input, SHOWN) !== ''
    ? { ...whom, phone: read.published.memberPhone?.(whom.member) ?? null }
    : whom
const NO_TIMES = { startsOn: null, startsAt: null, endsOn: null, endsAt: null }

/** The refusal of the rules; undefined where none says no, or the one in charge says why not. */
export function pastRules(
  { broken }: Pick<WishWeighed, 'broken'>,
  input: Input,
  at: BookingReader,
  row: ThingRow,
): Refusal | undefined {
  if (broken.length === 0) return undefined
  const refusal = rulesRefusal(broken, at.today)
  if (broken.some(({ rule }) => rule === 'past') || !isKeeping(at, row)) return refusal
  return one(input, WHY) === '' ? refusal : undefined
}

/** The days and the person of a booking or of a request. */
function askedFields(
  { row, times, count, whom }: BookingAsked,
  input: Input,
): Parameters<typeof draft<typeof request>>[2] {
  return {
    thing: row.id,
    ...times,
    ...(count === 1 ? { count: null } : { count }),
    member: whom.member,
    name: whom.name,
    phone: whom.phone,
    keyedBy: whom.keyedBy,
    // Of a member, they alone say it; of an association, whoever books for it.
    named: one(input, NAMED) !== '' && (whom.isSelf || whom.member === null),
    use: one(input, 'use').slice(0, request.fields.use.longest) || null,
  }
}

/** What a booking writes. */
export function bookingDraft(
  asked: BookingAsked,
  { broken }: Pick<WishWeighed, 'broken'>,
  input: Input,
  at: CommandContext,
): Draft {
  return draft(booking, at.newId(), {
    ...askedFields(asked, input),
    state: 'booked',
    ...pastFields(broken, input, at),
  })
}

/**
 * The rules past which the one in charge goes, and the reason that shows: written wherever a time
 * is given. `before`: who noted something of the booking already.
 */
export function pastFields(
  broken: WishWeighed['broken'],
  input: Input,
  at: CommandContext,
  before: readonly string[] | null = null,
): Pick<Parameters<typeof draft<typeof booking>>[2], 'past' | 'why' | 'notedBy'> {
  if (broken.length === 0) return {}
  const why = one(input, WHY).slice(0, booking.fields.why.longest) || null
  return {
    ...{ past: broken.map(({ rule }) => rule), why },
    ...(why === null ? {} : notedWith(before, at)),
  }
}

/** Somebody asks, or waits: what they say stays here until it is answered. */
function requestDraft(
  asked: BookingAsked,
  state: 'asked' | 'waiting',
  input: Input,
  at: CommandContext,
): Draft {
  const askedAt = new Date(at.now).toISOString()
  const waited = state === 'waiting' ? { waited: true } : {}
  return draft(request, at.newId(), { ...askedFields(asked, input), state, ...waited, askedAt })
}
