import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { speakingField } from '../../../ui/speaking.ts'
import {
  SERIES_ASKED,
  type SeriesAsked,
  SURE,
  seriesIn,
  type WeighedDate,
} from '../model/commands-series.ts'
import { booking, request, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { ruleSaid, takenSaid } from '../model/said.ts'
import { thingLent } from '../model/weighing.ts'
import type { fr } from '../words/fr.ts'
import { whenFields } from './booking-form.ts'
import { asBooking, keepsIt } from './reading.ts'
import { worded } from './worded.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** Bookings that come back: the form, then each date, kept or skipped and why, then the button. */
export const seriesPage: Page<Words> = {
  path: `${PATH}/:id/plusieurs-fois`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = thingLent(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const context = { kit, read, words }
    const again = kit.request.again?.input
    const asked =
      again &&
      seriesIn(
        { ...again, id: row.id },
        {
          read,
          at: asBooking(kit, read),
          months: words.series.months,
        },
      )
    const isKept = keepsIt(kit, read, row)
    return {
      title: words.series.title,
      current: PATH,
      body: html`
        <div class="head"><h1>${words.series.title}</h1><p class="lead">${row.title}</p></div>
        ${mistakeIn(kit.request)}
        ${post(kit.form(), `${PATH}/${row.id}/plusieurs-fois`, {
          unchecked: true,
          fields: html`
            ${kit.fields(booking, {}, [...whenFields(row).filter(name => name !== 'count')])}
            ${kit.fields(series, {}, SERIES_ASKED)}
            ${
              kit.request.by === 'keeper'
                ? kit.fields(request, {}, ['name', 'phone'])
                : speakingField(kit.request, kit.fields(request, {}, ['phone']), { waits: !isKept })
            }
            ${asked && !('refused' in asked) && datesPart(asked, context)}
          `,
          button: html`
            <button>${words.series.see}</button>
            ${asked && !('refused' in asked) && sureButton(asked, words)}
          `,
        })}
      `,
    }
  },
}

const sureButton = ({ dates }: SeriesAsked, words: Words): Html => {
  const kept = dates.filter(({ isBooked }) => isBooked).length
  return html`${
    kept > 0 &&
    html`<button class="button" name="${SURE}" value="1">${words.series.write(kept)}</button>`
  }`
}

/** Each date with its fate: nothing is booked before people read it. */
function datesPart({ dates }: SeriesAsked, context: Context): Html {
  const { words } = context
  const kept = dates.filter(({ isBooked }) => isBooked).length
  return html`
    <section class="part" id="dates">
      <p role="status"><b>${words.series.says(kept, dates.length - kept)}</b></p>
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
    </section>
  `
}

/** *gardé*, or *laissé : jour férié*. */
function dateSaid(
  { skipped, isAdded, isBooked, found }: WeighedDate,
  { kit, read, words }: Context,
) {
  const w = words.series
  if (skipped !== undefined) return w.skipped[skipped]
  if (isBooked || !found) return isAdded ? w.keptAdded : w.kept
  const { today } = kit.request
  const taken = takenSaid(read, { ...found, next: null }, kit.request)
  const why = taken ?? ruleSaid(found.broken[0]!, today)
  return w.skippedFor(worded(why, words))
}
