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
import { calledOffField, spanSaid } from './reading.ts'

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
      <ul>${dates.map(({ when, fate }) => html`<li>${when}, ${fate}</li>`)}</ul>
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

/** A date of a series, how it stands, and its word where it is booked. */
export type DateTold = Readonly<{ when: string; fate: string; word: string }>

/** Each date of the rule, and each booking that was moved to another day since. */
export function datesTold(context: Context, row: SeriesRow, of: ThingRow): readonly DateTold[] {
  const { read, kit, words } = context
  const booked = new Map(
    read
      .list(booking, { where: 'series = ?', with: [row.id], order: 'id' })
      .flatMap(({ id }) => bookingOf(read, id) ?? [])
      .map(one => [one.startsOn ?? '', one]),
  )
  const startsOn = row.startsOn ?? ''
  const dates = seriesDates(
    {
      ...{ startsOn, recurs: row.recurs ?? '', notOn: row.notOn ?? [], also: row.also ?? [] },
      notMonths: monthsIn(row.notMonths ?? '', words.series.months) ?? [],
      notPublicHolidays: row.notPublicHolidays === true,
      notSchoolHolidays: row.notSchoolHolidays === true,
    },
    daysOffOf(of.commune),
  )
  const moved = [...booked.keys()].filter(day => !dates.some(date => date.day === day))
  const lasts = row.endsOn ? daysBetween(startsOn, row.endsOn) : null
  const lines: readonly SeriesDate[] = [...dates, ...moved.map(day => ({ day }))]
  return lines
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(date => {
      const endsOn = lasts === null ? null : dayAfter(date.day, lasts)
      const made = booked.get(date.day)
      const span = timesIn(made ?? openTimes(of, { ...row, startsOn: date.day, endsOn }))
      const when = span ? words.when(span, kit.request.today) : date.day
      const word = made?.state === 'booked' ? (made.word ?? '') : ''
      return { when, fate: dateTold(date, made, row, context), word }
    })
}

function dateTold(
  { day, skipped, isAdded }: SeriesDate,
  made: Pick<BookingRow, 'state'> | undefined,
  row: SeriesRow,
  { kit, words }: Context,
): string {
  const w = words.series
  if (made?.state === 'cancelled') return kit.told(booking, 'state', made.state)
  if (made) return isAdded ? w.keptAdded : w.kept
  if (skipped !== undefined) return w.skipped[skipped]
  const why = row.left?.find(one => one.startsWith(`${day} `))?.slice(day.length + 1)
  const known = Object.keys(w.because) as readonly SeriesLeft[]
  return isOneOf(known, why) ? w.skippedFor(w.because[why]) : w.notFree
}
