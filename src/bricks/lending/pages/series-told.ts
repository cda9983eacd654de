import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { isOneOf } from '../../../core/narrow.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, daysBetween } from '../../../text/days.ts'
import { CALLED_OFF, isOfAnother } from '../model/commands-change.ts'
import { comingOf, type SeriesLeft } from '../model/commands-series.ts'
import { openTimes } from '../model/opening.ts'
import { type BookingRow, bookingOf, type ThingRow, thingOf, timesIn } from '../model/read.ts'
import { booking, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { monthsIn, type SeriesDate, seriesDates } from '../model/series-dates.ts'
import type { fr } from '../words/fr.ts'
import { givesUp } from './giving-up.ts'
import { calledOffField, spanSaid, stateSaid } from './reading.ts'

type Context = PageContext<typeof fr>
type SeriesRow = RowOf<typeof series>

/** The dates of a series once they were booked: what it says of them, and what is done to all. */

export const DATES = 'preter-dates'
const datesPath = (id: string): string => `/imprimer/${DATES}/${id}`

/** Under the dates of a series: each with its fate, their paper, and the end of it all. */
export function seriesActs(id: string, context: Context, isMine = false): Html | false {
  const { kit, read, words } = context
  const row = read.one(series, id, 'home')
  const of = row?.thing ? thingOf(read, row.thing) : undefined
  if (!row || !of) return false
  const w = words.series
  const coming = comingOf(read, id, kit.request.now)
  const dates = datesTold(context, row, of)
  const isWrong = kit.request.again?.field === CALLED_OFF && kit.request.again.input['id'] === id
  return html`
    <details class="no-print">
      <summary>${w.dates}</summary>
      <ul>${dates.map(one => html`<li>${dateLine(one)}, ${one.fate}</li>`)}</ul>
    </details>
    <p class="no-print"><a href="${datesPath(id)}">${isMine ? w.myDates : w.print}</a></p>
    ${
      coming.length > 0 &&
      (kit.hostOf(of.id) === undefined || isMine) &&
      givesUp(
        {
          path: `${PATH}/series/${id}/arreter`,
          days: coming.map(one => spanSaid(one, context)),
          title: w.endAll,
          button: w.endSure(coming.length),
          fields: isOfAnother(row, kit.request) ? calledOffField(row, context) : undefined,
          isOpen: isWrong,
        },
        context,
      )
    }
  `
}

/** When a date is: a link to its booking, where there is one. */
const dateLine = ({ when, booking: id }: DateTold): Html =>
  id === undefined ? html`${when}` : html`<a href="${PATH}/reservations/${id}">${when}</a>`

/** A date of a series, how it stands, its booking, and its word where it is booked. */
export type DateTold = Readonly<{ when: string; fate: string; word: string; booking?: string }>
/** A date of the rule, with what was booked for it; or a booking on the day to which it moved. */
type DateLine = SeriesDate & Readonly<{ made?: BookingRow }>
const isOnItsDay = ({ day, made }: DateLine): boolean => made?.startsOn === day

/** Each date of the rule, and each booking that was moved to another day since. */
export function datesTold(context: Context, row: SeriesRow, of: ThingRow): readonly DateTold[] {
  const { kit, words } = context
  const lasts = row.startsOn && row.endsOn ? daysBetween(row.startsOn, row.endsOn) : null
  return linesOf(context, row, of).map(line => {
    const { day, made } = line
    const endsOn = lasts === null ? null : dayAfter(day, lasts)
    const isThere = made?.startsOn === day
    const span = timesIn(isThere ? made : openTimes(of, { ...row, startsOn: day, endsOn }))
    const when = span ? words.when(span, kit.request.today) : day
    const word = isThere && made.state === 'booked' ? (made.word ?? '') : ''
    const fate = made ? bookedTold(line, made, of, context) : leftTold(line, row, words)
    return { when, fate, word, ...(made ? { booking: made.id } : {}) }
  })
}

/** The dates of a series in their order. One that moved stands on both of its days. */
function linesOf({ read, words }: Context, row: SeriesRow, of: ThingRow): readonly DateLine[] {
  const all = read
    .list(booking, { where: 'series = ?', with: [row.id], order: 'id' })
    .flatMap(({ id }) => bookingOf(read, id) ?? [])
  const booked = new Map(all.map(one => [one.seriesDay ?? one.startsOn ?? '', one]))
  const dates = seriesDates(
    {
      ...{ startsOn: row.startsOn ?? '', recurs: row.recurs ?? '' },
      ...{ notOn: row.notOn ?? [], also: row.also ?? [] },
      notMonths: monthsIn(row.notMonths ?? '', words.series.months) ?? [],
      notPublicHolidays: row.notPublicHolidays === true,
      notSchoolHolidays: row.notSchoolHolidays === true,
    },
    daysOffOf(of.commune),
  )
  const ruled = dates.map((date): DateLine => {
    const made = booked.get(date.day)
    return made ? { ...date, made } : date
  })
  const moved = all
    .filter(one => !ruled.some(line => isOnItsDay(line) && line.made?.id === one.id))
    .map(made => ({ day: made.startsOn ?? '', made }))
  return [...ruled, ...moved].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** How a date stands that was booked: where it moved, or what became of it. */
function bookedTold(
  { day, isAdded }: DateLine,
  made: BookingRow,
  of: ThingRow,
  context: Context,
): string {
  const w = context.words.series
  if (made.startsOn && made.startsOn !== day)
    return w.moved(made.startsOn, context.kit.request.today)
  if (made.state !== 'booked') return stateSaid(made.state, of, context)
  return isAdded ? w.keptAdded : w.kept
}

/** Why a date is not booked. */
function leftTold(
  { day, skipped }: SeriesDate,
  row: SeriesRow,
  { series: w }: Context['words'],
): string {
  if (skipped !== undefined) return w.skipped[skipped]
  const why = row.left?.find(one => one.startsWith(`${day} `))?.slice(day.length + 1)
  const known = Object.keys(w.because) as readonly SeriesLeft[]
  return isOneOf(known, why) ? w.skippedFor(w.because[why]) : w.notFree
}
