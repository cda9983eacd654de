import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { dayAfter, daysBetween } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { type BookingReader, isKeeping, notedWith } from './asker.ts'
import { decidedAway } from './away.ts'
import { type BookingAsked, bookingDraft, bookingIn, pastRules } from './commands-book.ts'
import { CALLED_OFF, isOfAnother } from './commands-change.ts'
import { allFreed, cancelledWith } from './freed.ts'
import { withWord, wordsFor } from './handing/said-words.ts'
import { openTimes } from './opening.ts'
import { bookingOf, type GivenBeside, thingOf, timesIn } from './read.ts'
import { booking, series } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import type { ThingRule } from './rules-who.ts'
import { isAnnounced, say, takenSaid } from './said.ts'
import {
  isWithin,
  monthsIn,
  type SeriesDate,
  type SeriesDays,
  type SeriesStop,
  seriesDates,
  seriesStop,
} from './series-dates.ts'
import type { Span } from './span.ts'
import { knownOf, type WishWeighed, weighed } from './weighing.ts'

type Words = typeof fr
/** The fields of a series beside its days and hours. */
export const SERIES_ASKED = [
  ...(['recurs', 'notPublicHolidays', 'notSchoolHolidays', 'notMonths', 'notOn', 'also'] as const),
  'use',
] as const
/** The button that writes the dates, once they were read. */
export const SURE = 'sur'

type Where = Readonly<{ read: Reader; at: BookingReader; months: readonly string[] }>

/**
 * A date of a series with what the rules found.
 *
 * Shape   `found`: of a date that its rule keeps. `isBooked`: it would be booked.
 */
export type WeighedDate = SeriesDate &
  Readonly<{ span: Span; asked: BookingAsked; found?: WishWeighed; isBooked: boolean }>
/** What a form of a series asks for, with each of its dates. */
export type SeriesAsked = Readonly<{
  first: BookingAsked
  fields: Parameters<typeof draft<typeof series>>[2]
  dates: readonly WeighedDate[]
  stop: SeriesStop | undefined
}>

/**
 * The command `bookSeries`: bookings that come back. The first post says each date, kept or skipped
 * and why, and writes nothing; the second one writes those that are kept.
 */
export const bookSeries: Command<Words> = {
  name: 'bookSeries',
  path: `${PATH}/:id/plusieurs-fois`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at, words): Decision => {
    const asked = seriesIn(input, { read, at, months: words.series.months })
    if ('refused' in asked) return asked
    const { first, fields, dates } = asked
    const away = decidedAway(read, at, first.row.id)
    if (away) return away
    if (!first.whom.books) return { refused: say('series.asks') }
    const kept = dates.filter(({ isBooked }) => isBooked)
    if (kept.length === 0) return { refused: say('series.none'), field: 'recurs' }
    if (one(input, SURE) === '') return { asks: 'more' }
    const id = at.newId()
    const draws = wordsFor(read, at)
    const { member, name, phone, keyedBy } = first.whom
    const made = kept.map(date => {
      const plain = bookingDraft(date.asked, date.found ?? { broken: [] }, input, at)
      const worded = withWord(plain, first.row, draws)
      return { ...worded, fields: { ...worded.fields, series: id } }
    })
    return {
      drafts: [
        draft(series, id, {
          ...{ ...fields, thing: first.row.id, member, name, phone, keyedBy },
          left: dates.flatMap(date => leftOf(date, read) ?? []),
        }),
        ...made,
      ],
      // Theirs stand on the page of the thing; those of somebody else under each of their dates.
      next: first.whom.isSelf
        ? `${PATH}/${first.row.id}`
        : `${PATH}/reservations/${made[0]?.record ?? ''}`,
      said: say('series.booked', first.row.title ?? '', kept.length, leftOut(dates), at.today),
    }
  },
}
/** The days of the rule that are not booked. */
const leftOut = (dates: readonly WeighedDate[]): readonly string[] =>
  dates.filter(({ isBooked }) => !isBooked).map(({ day }) => day)

/** Why a date that its rule keeps is not booked, as the series keeps it. */
function leftOf({ day, found, isBooked }: WeighedDate, read: Reader): string | undefined {
  if (isBooked || found === undefined) return undefined
  const { freedom, turn, broken } = found
  const taken = (): SeriesLeft =>
    !freedom.free && freedom.by.some(one => isAnnounced(read, one)) ? 'announced' : 'taken'
  const why: SeriesLeft | undefined = freedom.free ? (turn ? 'waited' : broken[0]?.rule) : taken()
  return why && `${day} ${why}`
}
/** Why a date was not booked: it was not free, or a rule said no. */
export type SeriesLeft = 'taken' | 'announced' | 'waited' | ThingRule

/** Reads a form of a series, and weighs each of its dates. */
export function seriesIn(input: Input, { read, at, months }: Where): SeriesAsked | Refusal {
  const first = bookingIn(input, read, at)
  if ('refused' in first) return first
  const checked = at.fields(series, input, SERIES_ASKED)
  if ('refused' in checked) return isExcept(checked) ? EXCEPT : checked
  const { recurs, notMonths, notOn, also, ...rests } = checked.fields
  const startsOn = first.times.startsOn
  if (!startsOn || !recurs) return { refused: say('noSpan'), field: 'recurs' }
  const notIn = monthsIn(notMonths ?? '', months)
  if (notIn === undefined) return { refused: say('series.noMonth'), field: 'notMonths' }
  const days = {
    ...{ startsOn, recurs, notMonths: notIn, notOn: notOn ?? [], also: also ?? [] },
    notPublicHolidays: rests.notPublicHolidays === true,
    notSchoolHolidays: rests.notSchoolHolidays === true,
  }
  const outside = days.also.find(day => !isWithin(day, days))
  if (outside !== undefined)
    return { refused: say('series.outside', outside, at.today), field: 'also' }
  const fault = faultOf(days, first)
  if (fault) return fault
  const dates = weighedDates(days, first, input, { read, at, months })
  const fields = { ...first.times, ...first.typed, ...checked.fields }
  return { first, fields, dates, stop: seriesStop(days, dates) }
}
/** *… sauf en mai*: here months and days on which it rests have fields of their own. */
const EXCEPT: Refusal = { refused: say('series.except'), field: 'recurs' }
const isExcept = ({ refused, field }: Refusal): boolean =>
  field === 'recurs' && 'why' in refused && refused.why.code === 'recursExcept'

/** No date lasts longer than until the next one. */
function faultOf(days: SeriesDays, { span }: BookingAsked): Refusal | undefined {
  const dates = seriesDates(days, {})
  if (dates.length === 0) return { refused: say('series.ends'), field: 'recurs' }
  const gaps = dates.slice(1).map(({ day }, n) => daysBetween(dates[n]!.day, day))
  const lastsDays = (span.until - span.from) / DAY
  return gaps.some(gap => lastsDays > gap + CLOCK)
    ? { refused: say('series.overlaps'), field: 'endsOn' }
    : undefined
}
const DAY = 24 * 3_600_000
/** Units   days: the hour by which a night of October is longer. */
const CLOCK = 1 / 24

function weighedDates(
  days: SeriesDays,
  first: BookingAsked,
  input: Input,
  { read, at }: Where,
): readonly WeighedDate[] {
  const here = daysOffOf(first.row.commune)
  const { endsOn: last } = first.typed
  const lasts = last ? daysBetween(days.startsOn, last) : null
  const beside: GivenBeside[] = []
  const known = knownOf(read, at, { row: first.row, asker: first.whom })
  return seriesDates(days, here).flatMap((date): readonly WeighedDate[] => {
    const endsOn = lasts === null ? null : dayAfter(date.day, lasts)
    const typed = { ...first.times, ...first.typed, startsOn: date.day, endsOn }
    const times = openTimes(first.row, typed)
    const span = timesIn(times)
    if (!span) return []
    const asked = { ...first, typed, times, span }
    if (date.skipped !== undefined) return [{ ...date, span, asked, isBooked: false }]
    const { row, count, whom } = asked
    const wish = { row, span, count, asker: whom, beside, known }
    const found = weighed(read, at, wish)
    const isFree = takenSaid(read, found, at) === undefined
    const isAllowed = pastRules(found, input, at, row) === undefined
    if (isFree && isAllowed) beside.push({ thing: row, span, count })
    return [{ ...date, span, asked, found, isBooked: isFree && isAllowed }]
  })
}

/** The bookings of a series that are still to come. */
export const comingOf = (read: Reader, id: string, now: number) =>
  read
    .list(booking, { where: "series = ? AND state = 'booked'", with: [id], order: 'startsOn, id' })
    .flatMap(({ id: one }) => bookingOf(read, one) ?? [])
    .filter(date => (timesIn(date)?.from ?? 0) > now)

/**
 * The command `endSeries`: its dates to come are cancelled; what was had stays. The one in charge
 * says why to a member whose dates they are.
 */
export const endSeries: Command<Words> = {
  name: 'endSeries',
  path: `${PATH}/series/:id/arreter`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = read.one(series, one(input, 'id'), 'home')
    const of = row?.thing ? thingOf(read, row.thing) : undefined
    if (!row || !of || !(isKeeping(at, of) || at.isMine(series.name, row.id)))
      return { refused: say('notYours') }
    const away = at.isMine(series.name, row.id) ? undefined : decidedAway(read, at, of.id)
    if (away) return away
    const coming = comingOf(read, row.id, at.now)
    if (coming.length === 0) return { refused: say('notNow') }
    const why = one(input, CALLED_OFF).slice(0, booking.fields.calledOff.longest)
    const isCalledOff = isOfAnother(row, at)
    if (isCalledOff && why === '') return { refused: say('sayWhyOff'), field: CALLED_OFF }
    return {
      drafts: coming.map(({ id, notedBy }) =>
        draft(booking, id, {
          ...{ state: 'cancelled', ...allFreed(at.now) },
          ...(isCalledOff ? { calledOff: why, ...notedWith(notedBy, at) } : cancelledWith(row, at)),
        }),
      ),
      next: `${PATH}/${of.id}`,
      said: say('series.ended', coming.length),
    }
  },
}
