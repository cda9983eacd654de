import type { CommandContext } from '../../../contract/command.ts'
import type { Refusal } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { typedDay } from '../../../core/form/typed.ts'
import type { fr } from '../words/fr.ts'
import { type BookingRow, bookingOf, type RequestRow, timesIn } from './read.ts'
import { request } from './records-booking.ts'
import { type Broken, daysOf } from './rules-who.ts'
import { isCount } from './span.ts'
import type { WishWeighed } from './weighing.ts'

/** Why somebody can’t have a thing, as sentences. */

type Words = typeof fr
export const say: Say<Words> = message

/** The refusal of a count that is none; undefined where a form says none, or one that is. */
export const countRefused = ({
  count,
}: Readonly<{ count?: number | null }>): Refusal | undefined =>
  count == null || isCount(count) ? undefined : { refused: say('badCount'), field: 'count' }

/** A form without its day, or that ends before it begins, in the words of a booking. */
export function whenRefused(refusal: Refusal, input: Input, today: string): Refusal {
  const { refused, field } = refusal
  const code = 'why' in refused ? refused.why.code : undefined
  if (code === 'missing' && field === 'startsOn') return { ...refusal, refused: say('sayDay') }
  const [first, last] = ['startsOn', 'endsOn'].map(name => typedDay(one(input, name), today))
  return code === 'endBeforeStart' && field === 'endsOn' && first && last
    ? { ...refusal, refused: say('lastFirst', last, first, today) }
    : refusal
}

/** Who has a thing, as far as they agreed that others here are told. */
export const nameTold = (read: Reader, booking: string | undefined): string => {
  const row = booking === undefined ? undefined : bookingOf(read, booking)
  return row?.named === true ? (row.name ?? '') : ''
}

/**
 * What is told to who asks for somebody else, and is not known to speak for them: that a rule says
 * no, but neither what that person has nor how often they had it.
 */
export const untold = (found: WishWeighed): WishWeighed => ({
  ...found,
  broken: found.broken.map(one =>
    one.rule === 'late' ? { ...one, title: '' } : 'had' in one ? { ...one, had: 0 } : one,
  ),
  turn: found.turn && { ...found.turn, had: 0, askerHad: 0 },
})

/**
 * Why it is not free, by whom it is taken, and when next. Undefined when it is free. `me`: its
 * reader; what they have themselves is said as theirs.
 */
export function takenSaid(
  read: Reader,
  found: WishWeighed,
  { today, me }: Pick<CommandContext, 'today' | 'me'>,
): Message | undefined {
  const { freedom, next, turn } = found
  if (!freedom.free) {
    if (freedom.by.length === 0) return say('onlySoMany')
    const own = ownInTheWay(read, found, me)
    const had = own.map(one => say('yoursAlready', timesIn(one) ?? found.span, today))
    const others = freedom.by.filter(id => own.every(one => one.id !== id))
    if (others.length === 0) return { all: had }
    const told = freedom.isLate
      ? [say('notBack', namesOf(read, others))]
      : [byOthers(read, others, found, today)]
    return {
      all: [...had, ...told, ...(next === null ? [] : [say('nextTime', next, today)])],
    }
  }
  if (turn === undefined) return undefined
  const first = read.one(request, turn.request, 'home')
  return say('firstHas', nameOfFirst(first), turn, today)
}
/** The bookings of this reader that are in the way of a time that they ask. */
export const ownInTheWay = (
  read: Reader,
  { freedom }: Pick<WishWeighed, 'freedom'>,
  me: string | undefined,
): readonly BookingRow[] =>
  freedom.free || me === undefined
    ? []
    : freedom.by.flatMap(id => {
        const row = bookingOf(read, id)
        return row?.member === me ? [row] : []
      })

/**
 * By whom it is taken, or that it is kept closed; and when, where that is not all of the time that
 * was asked.
 */
function byOthers(
  read: Reader,
  others: readonly string[],
  { freedom, span }: WishWeighed,
  today: string,
): Message {
  const first = freedom.free ? null : freedom.first
  const isPart = first !== null && (first.from > span.from || first.until < span.until)
  const when = isPart && others.includes(first.booking) ? first : null
  const told = when === null ? others : [when.booking]
  const announced = told.flatMap(one => announcedAs(read, one))
  if (told.every(one => bookingOf(read, one)?.state === 'closed'))
    return say('keptClosed', when, today)
  return announced.length > 0
    ? say('announced', announced, when, today)
    : say('taken', namesOf(read, others), daysOf(span) > 1 ? when : null, today)
}
const namesOf = (read: Reader, bookings: readonly string[]): readonly string[] => [
  ...new Set(bookings.map(one => nameTold(read, one)).filter(Boolean)),
]
/** What takes a room, of what is no booking: a date of the agenda. */
const announcedAs = (read: Reader, id: string): readonly string[] =>
  isAnnounced(read, id) ? [read.called(id)?.title ?? ''].filter(Boolean) : []
export const isAnnounced = (read: Reader, id: string): boolean => bookingOf(read, id) === undefined
const nameOfFirst = (row: RequestRow | undefined): string =>
  row?.named === true ? (row.name ?? '') : ''

/** The sentence of a rule that says no. */
export function ruleSaid(broken: Broken, today: string): Message {
  switch (broken.rule) {
    case 'lead':
      return say('rules.lead', broken.days, broken.from, today)
    case 'locals':
      return say('rules.locals', broken.days, broken.from, today)
    case 'ahead':
      return say('rules.ahead', broken.days, broken.until, today)
    case 'longestDays':
      return say('rules.longestDays', broken.most, broken.asked)
    case 'longestHours':
    case 'mostAhead':
      return say(`rules.${broken.rule}`, broken.most)
    case 'daysMonth':
    case 'hoursYear':
    case 'mostOfKind':
      return say(`rules.${broken.rule}`, broken.most, broken.had)
    case 'closed':
      return say('rules.closed', broken.end, broken.at, broken.opens, today)
    case 'upkeep':
      return say('rules.upkeep', broken.since, today)
    case 'late':
      return say('rules.late', broken.title)
    default:
      return say(`rules.${broken.rule}`)
  }
}

/** The refusal of a time that rules say no to: all are listed, at the field of the first. */
export const rulesRefusal = (broken: readonly Broken[], today: string): Refusal => ({
  refused: { all: broken.map(one => ruleSaid(one, today)) },
  field: broken[0] === undefined ? 'startsOn' : fieldOf(broken[0]),
})
/** The field that would be changed so that a rule says yes. */
function fieldOf(broken: Broken): 'startsOn' | 'endsOn' | 'endsAt' {
  if (broken.rule === 'longestDays') return 'endsOn'
  if (broken.rule === 'longestHours') return 'endsAt'
  if (broken.rule !== 'closed' || broken.end === 'start') return 'startsOn'
  return broken.at.endsWith('T00:00') ? 'endsOn' : 'endsAt'
}
