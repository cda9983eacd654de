import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { FormAgain } from '../../../contract/request.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { capital } from '../../../text/capital.ts'
import { dayLong } from '../../../text/days.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { speakingField } from '../../../ui/speaking.ts'
import { NAMED } from '../model/commands-book.ts'
import {
  SERIES_ASKED,
  type SeriesAsked,
  SURE,
  seriesIn,
  type WeighedDate,
} from '../model/commands-series.ts'
import type { ThingRow } from '../model/read.ts'
import { booking, request, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { ruleSaid, takenSaid } from '../model/said.ts'
import { MOST_DATES, type SeriesStop } from '../model/series-dates.ts'
import { thingLent } from '../model/weighing.ts'
import type { fr } from '../words/fr.ts'
import { telling, whenFields } from './booking-form.ts'
import { asBooking, keepsIt } from './reading.ts'
import { worded } from './worded.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** Bookings that come back: the form, then each date, kept or skipped and why, then the button. */
export const seriesPage: Page<Words> = {
  path: `${PATH}/:id/plusieurs-fois`,
  show: (kit, read, words): Leaf | undefined => {
    const row = thingLent(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const context = { kit, read, words }
    if (kit.request.by === 'visitor') return withCardLeaf(row, words)
    const { again } = kit.request
    const asked =
      again &&
      seriesIn(
        { ...again.input, id: row.id },
        {
          read,
          at: asBooking(kit, read),
          months: words.series.months,
        },
      )
    return {
      title: words.series.title,
      current: PATH,
      body: html`
        <div class="head"><h1>${words.series.title}</h1><p class="lead">${row.title}</p></div>
        ${mistakeIn(kit.request)}
        ${
          asked && !('refused' in asked)
            ? html`
              ${datesPart(asked, context)}
              <details class="part no-print"${isRefused(again) && html` open`}>
                <summary>${words.series.change}</summary>
                ${seriesForm(row, context)}
              </details>
            `
            : seriesForm(row, context)
        }
      `,
    }
  },
}
/** Who has no card reads why nothing is booked here, and what they can do. */
const withCardLeaf = (row: ThingRow, words: Words): Leaf => ({
  title: words.series.title,
  current: PATH,
  body: html`
    <div class="head"><h1>${words.series.title}</h1><p class="lead">${row.title}</p></div>
    <p>${words.series.withCard}</p>
    <p class="acts">
      <a class="button" href="/entrer">${words.series.enter}</a>
      <a class="button quiet" href="${PATH}/${row.id}">${words.askFor}</a>
    </p>
  `,
})
const isRefused = (again: FormAgain | undefined): boolean =>
  again !== undefined && 'refused' in again

function seriesForm(row: ThingRow, { kit, read, words }: Context): Html {
  const w = words.series
  const isKept = keepsIt(kit, read, row)
  const own = { startsOn: { label: w.first }, endsOn: { label: w.eachUntil } }
  return post(kit.form(), `${PATH}/${row.id}/plusieurs-fois`, {
    unchecked: true,
    fields: html`
      ${kit.fields(booking, {}, whenAsked(row), own)}
      ${kit.fields(series, {}, SERIES_ASKED)}
      ${
        kit.request.by === 'keeper'
          ? kit.fields(request, {}, ['name', 'phone'])
          : speakingField(kit.request, kit.fields(request, {}, ['phone']), { waits: !isKept })
      }
      ${telling({ kit, read, words }, isKept)}
    `,
    button: w.see,
  })
}
const whenAsked = (row: ThingRow): readonly string[] =>
  whenFields(row).filter(name => name !== 'count')

/** Books the dates that were read, and no others: the form that one may change is another. */
function sureForm({ first, dates }: SeriesAsked, { kit, words }: Context): Html | false {
  const { row, whom } = first
  const kept = dates.filter(({ isBooked }) => isBooked).length
  if (kept === 0 || !whom.books) return false
  const names = new Set([...whenAsked(row), ...SERIES_ASKED, 'name', 'phone', NAMED, IN_NAME_OF])
  const sent = Object.entries(kit.request.again?.input ?? {})
  return post(kit.form(), `${PATH}/${row.id}/plusieurs-fois`, {
    look: 'no-print',
    hidden: {
      ...Object.fromEntries(sent.filter(([name]) => names.has(name.split('.')[0]!))),
      from: kit.form().from,
      [SURE]: '1',
    },
    button: mainButton(words.series.write(kept)),
  })
}

/** Each date with its fate: nothing is booked before people read it. */
function datesPart(asked: SeriesAsked, context: Context): Html {
  const { words } = context
  const { dates, stop } = asked
  const kept = dates.filter(({ isBooked }) => isBooked).length
  return html`
    <section class="part" id="dates">
      <p>${capital(context.kit.told(series, 'recurs', asked.fields.recurs))}</p>
      <p role="status"><b>${words.series.says(kept, dates.length - kept)}</b></p>
      ${stop && html`<p>${stopSaid(stop, context)}</p>`}
      <ol class="lend-days">
        ${dates.map(
          date => html`
            <li class="lend-${date.isBooked ? 'free' : 'taken'}">
              ${words.when(date.span, context.kit.request.today)}
              <br>
              <span>${dateSaid(date, context)}</span>
            </li>
          `,
        )}
      </ol>
      ${sureForm(asked, context)}
    </section>
  `
}

/** Where the dates stop before their own end, and why. */
function stopSaid({ day, why }: SeriesStop, { kit, words }: Context): string {
  const { lang, today } = kit.request
  return words.series.stops[why](dayLong(day, lang, today), MOST_DATES)
}

/** *libre*, or *laissé : jour férié*. */
function dateSaid(
  { skipped, isAdded, isBooked, found }: WeighedDate,
  { kit, read, words }: Context,
) {
  const w = words.series
  if (skipped !== undefined) return w.skipped[skipped]
  if (isBooked || !found) return isAdded ? w.freeAdded : w.free
  const { today } = kit.request
  const taken = takenSaid(read, { ...found, next: null }, kit.request)
  const [first] = found.broken
  const why = taken ?? (first && ruleSaid(first, today))
  return why ? w.skippedFor(worded(why, words)) : w.notFree
}
