import type { PageContext, Print } from '../../../contract/page.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { dayAfter, dayPlain, daysBetween } from '../../../text/days.ts'
import { type BookingRow, type ThingRow, thingOf, timesIn } from '../model/read.ts'
import { booking, series } from '../model/records-booking.ts'
import { monthsIn, type SeriesDate, seriesDates } from '../model/series-dates.ts'
import type { fr } from '../words/fr.ts'
import { sees } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>
type SeriesRow = NonNullable<ReturnType<typeof seriesAsked>>

const DATES = 'preter-dates'
export const datesPath = (id: string): string => `/imprimer/${DATES}/${id}`

/** The dates of a series on A4, kept or skipped and why: for its person and who is in charge. */
export const seriesPrint: Print<Words> = {
  kind: DATES,
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words) => {
    const context = { kit, read, words }
    const row = seriesAsked(context)
    const of = row?.thing ? thingOf(read, row.thing) : undefined
    const isOwn = kit.request.private && kit.request.isMe(row?.member ?? null)
    if (!row || !of || !(isOwn || sees(kit, read, of))) return undefined
    const { lang, today } = kit.request
    return {
      title: `${of.title}, ${kit.told(series, 'recurs', row.recurs)}`,
      lang,
      size: 'a4',
      layout: 'flow',
      points: 14,
      least: 10,
      blocks: [
        { is: 'title', words: of.title ?? '', size: 'sheet' },
        { is: 'heading', words: [row.name, row.use].filter(Boolean).join(', ') },
        { is: 'words', words: kit.told(series, 'recurs', row.recurs) },
        {
          is: 'table',
          roomy: true,
          columns: [
            { head: words.calendar.day, wide: 3 },
            { head: words.calendar.state, wide: 3 },
          ],
          rows: datesTold(context, row, of),
        },
      ],
      foot: [words.calendar.doorPrinted(dayPlain(today, lang)), kit.territory?.name ?? ''],
    }
  },
}

const seriesAsked = ({ kit, read }: Context) =>
  read.one(series, kit.request.params['id'] ?? '', 'home')

/** Each date of the rule, and each booking that was moved to another day since. */
function datesTold(context: Context, row: SeriesRow, of: ThingRow): readonly (readonly string[])[] {
  const { read, kit, words } = context
  const booked = new Map(
    read
      .list(booking, { where: 'series = ?', with: [row.id], order: 'id' })
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
      const span = timesIn(made ?? { ...row, startsOn: date.day, endsOn })
      const when = span ? words.when(span, kit.request.today) : date.day
      return [when, dateTold(date, made, context)]
    })
}

function dateTold(
  { skipped, isAdded }: SeriesDate,
  made: Pick<BookingRow, 'state'> | undefined,
  { kit, words }: Context,
): string {
  const w = words.series
  if (made?.state === 'cancelled') return kit.told(booking, 'state', made.state)
  if (made) return isAdded ? w.keptAdded : w.kept
  return skipped === undefined ? w.notFree : w.skipped[skipped]
}
