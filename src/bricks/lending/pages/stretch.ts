import type { Message } from '../../../contract/message.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { one } from '../../../core/form/input.ts'
import { weekdayInMonth } from '../../../core/form/typed.ts'
import { type TypedWhen, typedWhen } from '../../../core/form/typed-when.ts'
import { dayAfter, dayOfMoment, sayTime, timeOfMoment, weekdayNumber } from '../../../text/days.ts'
import { daysWords } from '../../../text/days-words.ts'
import { say } from '../model/said.ts'
import type { Span } from '../model/span.ts'
import type { ThingTurn } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/** A week or a month, as pages and prints show it. */

/** The first day of a week or of a month, and how many days it has. */
export type Stretch = Readonly<{ from: string; days: number }>

const dayAsked = ({ query, today }: Request): string => {
  const when = typedWhen(one(query, 'jour'), today)
  return when === undefined || when === 'noSuchDay' ? today : when.day
}
/** The one day that is typed, or why it is none. */
export function oneDayAsked(
  typed: string,
  today: string,
): Readonly<{ day: string }> | Readonly<{ refused: Message }> {
  const when = typedWhen(typed, today)
  if (when === undefined || when === 'noSuchDay') return { refused: dayUnread(typed) }
  return isOfDays(when)
    ? { refused: say('seeing.twoDays', typed, when.day, when.until, today) }
    : { day: when.day }
}
const isOfDays = (when: TypedWhen): when is TypedWhen & Readonly<{ until: string }> =>
  when.until !== undefined
/** Why a day that is typed is none. */
export const dayUnread = (typed: string): Message =>
  say(weekdayInMonth(typed) === undefined ? 'seeing.dayUnread' : 'seeing.otherWeekday', typed)
/** The week of the day that an address names, from its Monday. */
export const weekAsked = (request: Request): Stretch => {
  const day = dayAsked(request)
  return { from: dayAfter(day, 1 - weekdayNumber(day)), days: 7 }
}
/** The month of that day. */
export const monthAsked = (request: Request): Stretch => {
  const first = Temporal.PlainDate.from(dayAsked(request)).with({ day: 1 })
  return { from: first.toString(), days: first.daysInMonth }
}
/** *décembre 2026*. */
export const monthSaid = (day: string, { lang }: Pick<Request, 'lang'>): string =>
  `${daysWords(lang).months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`

/** Its instants. */
export const spanOfStretch = ({ from, days }: Stretch): Span => ({
  from: momentOf(from, '00:00'),
  until: momentOf(dayAfter(from, days), '00:00'),
})
/** Whether a turn touches a day. */
export const isOnDay = (turn: ThingTurn, day: string): boolean =>
  turn.from < momentOf(dayAfter(day, 1), '00:00') && turn.until > momentOf(day, '00:00')

/** The hours of a turn on a day, where they are not the whole of it: *de 18 h à 20 h*. */
export function hoursOn({ from, until }: ThingTurn, day: string, { kit, words }: Context): string {
  const { lang } = kit.request
  const start = dayOfMoment(from) === day ? timeOfMoment(from) : '00:00'
  const end = dayOfMoment(until) === day ? timeOfMoment(until) : '00:00'
  if (start === '00:00' && end === '00:00') return ''
  const told = words.hoursFromTo(sayTime(start, lang), end === '00:00' ? '' : sayTime(end, lang))
  return `, ${told}`
}

/** The days of a month by weeks, each of seven places. */
export function weeksOf<T extends Readonly<{ day: string }>>(
  days: readonly T[],
): readonly (readonly (T | undefined)[])[] {
  const before = weekdayNumber(days[0]?.day ?? '') - 1
  const places = [...Array.from<undefined>({ length: Math.max(0, before) }), ...days]
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, n) =>
    Array.from({ length: 7 }, (_day, d) => places[n * 7 + d]),
  )
}

/** The word of the print for the door, in an address. */
export const DOOR = 'preter-porte'
/** The sheets it may be printed on. */
export const DOOR_SIZES = ['a4', 'a3'] as const
/** Its address; a day follows. */
export const doorPath = (
  id: string,
  of: 'week' | 'month',
  size: (typeof DOOR_SIZES)[number],
): string => `/imprimer/${DOOR}/${id}?de=${of === 'week' ? 'semaine' : 'mois'}&papier=${size}`

/** The query of an address that asks for a time. */
export function askedQuery({ from, until }: Span): string {
  const [start, end] = [timeOfMoment(from), timeOfMoment(until)]
  return new URLSearchParams({
    startsOn: dayOfMoment(from),
    ...(start === '00:00' ? {} : { startsAt: start }),
    endsOn: dayOfMoment(until - 1),
    ...(end === '00:00' ? {} : { endsAt: end }),
  }).toString()
}
