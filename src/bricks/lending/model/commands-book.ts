import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { type ForWhom, forWhom, isKeeping } from './asker.ts'
import { askedAway } from './away.ts'
import { type ThingRow, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { rulesRefusal, say, takenSaid } from './said.ts'
import type { Span } from './span.ts'
import { thingLent, type WishWeighed, weighed } from './weighing.ts'

type Words = typeof fr
/** The days and hours that a form asks, and how many. */
export const WHEN_ASKED = ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'count'] as const
/** Why the one in charge goes past a rule. */
export const WHY = 'why'
/** The button by which somebody waits for a time that is taken. */
export const WAIT = 'attendre'
/** The tick by which their name is told to who asks for the same time. */
export const NAMED = 'dire'

/** What a form asks for: a thing, its days, and the person. */
export type BookingAsked = Readonly<{
  row: ThingRow
  span: Span
  times: Pick<Parameters<typeof draft<typeof booking>>[2], (typeof WHEN_ASKED)[number]>
  count: number
  whom: ForWhom
}>

/**
 * The command `book`: a thing for a time. A member books it at once where the thing is open to
 * them; whoever else asks, and the one in charge answers. A time that is taken is waited for.
 */
export const book: Command<Words> = {
  name: 'book',
  path: `${PATH}/:id/reserver`,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const asked = bookingIn(input, read, at)
    if ('refused' in asked) return asked
    const home = read.homeOf('thing', asked.row.id)
    if (home !== undefined && home !== at.box) return askedAway(asked, home, input, { read, at })
    const found = weighed(read, at, {
      row: asked.row,
      span: asked.span,
      count: asked.count,
      asker: asked.whom,
      commune: asked.whom.commune,
    })
    const taken = takenSaid(read, found, at)
    if (taken)
      return one(input, WAIT) === '' || isTooLate(found)
        ? { refused: taken, field: 'startsOn' }
        : requested(asked, 'waiting', input, at)
    const refused = pastRules(found, input, at, asked.row)
    if (refused) return refused
    if (!asked.whom.books) return requested(asked, 'asked', input, at)
    return {
      drafts: [bookingDraft(asked, found, input, at)],
      next: `${PATH}/${asked.row.id}`,
      said: say('booked', asked.row.title ?? '', asked.span, at.today),
    }
  },
}
const isTooLate = ({ broken }: WishWeighed): boolean => broken.some(({ rule }) => rule === 'past')

/** Reads what a form asks for; a refusal where it names no thing, no days or nobody. */
export function bookingIn(input: Input, read: Reader, at: CommandContext): BookingAsked | Refusal {
  const row = thingLent(read, one(input, 'id'))
  if (!row) return { refused: say('thingGone') }
  const checked = at.fields(request, input, [...WHEN_ASKED, 'phone', 'use'])
  if ('refused' in checked) return checked
  const { phone = null, use: _, ...times } = checked.fields
  const whom = forWhom(input, row, phone, { read, at })
  if (!whom.name) return { refused: say('sayName'), field: 'name' }
  if (whom.name.length > request.fields.name.longest)
    return { refused: say('shorterName'), field: 'name' }
  const span = timesIn({ startsOn: null, startsAt: null, endsOn: null, endsAt: null, ...times })
  if (!span) return { refused: say('noSpan'), field: 'endsOn' }
  const count = times.count ?? 1
  if (!Number.isInteger(count) || count < 1) return { refused: say('badCount'), field: 'count' }
  return { row, span, times, count, whom }
}

/** The refusal of the rules; undefined where none says no, or the one in charge says why not. */
export function pastRules(
  { broken }: Pick<WishWeighed, 'broken'>,
  input: Input,
  at: CommandContext,
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
    named: one(input, NAMED) !== '',
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
  const past = broken.map(({ rule }) => rule)
  return draft(booking, at.newId(), {
    ...askedFields(asked, input),
    state: 'booked',
    ...(past.length > 0 ? { past, why: one(input, WHY).slice(0, booking.fields.why.longest) } : {}),
  })
}

/** Somebody asks, or waits: what they say stays here until it is answered. */
function requested(
  asked: BookingAsked,
  state: 'asked' | 'waiting',
  input: Input,
  at: CommandContext,
): Decision {
  const fields = {
    ...askedFields(asked, input),
    state,
    askedAt: new Date(at.now).toISOString(),
  } as const
  return {
    drafts: [draft(request, at.newId(), fields)],
    next: `${PATH}/${asked.row.id}`,
    said: say(state === 'asked' ? 'askedOfThem' : 'waitsNow', asked.row.title ?? ''),
  }
}
