import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { CALLED_OFF, isOfAnother } from '../model/commands-change.ts'
import { type BookingRow, type ThingRow, thingOf } from '../model/read.ts'
import { booking, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { whenFields, whyField } from './booking-form.ts'
import { bookingRead } from './booking-read.ts'
import { backPart } from './bring-back.ts'
import { toErasing } from './erase-whose.ts'
import { givesUp } from './giving-up.ts'
import { toBring } from './on-ticket.ts'
import { overBooking, settlePath } from './over-booking.ts'
import { SLIP } from './prints-booking.ts'
import { calledOffField, phonePart, spanSaid, stateSaid } from './reading.ts'
import { seriesActs } from './series-told.ts'
import { whomToAsk } from './whom.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** One booking, for its person and for who is in charge: where it stands, what can be changed. */
export const bookingPage: Page<Words> = {
  path: `${PATH}/reservations/:id`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const found = bookingRead(kit, read, kit.request.params['id'] ?? '')
    if (!found) return undefined
    const { row, of, isKept } = found
    const context = { kit, read, words }
    return {
      title: of.title ?? '',
      current: PATH,
      body: html`
        <div class="head">
          <h1>${of.title}</h1>
          <p class="lead">${spanSaid(row, context)} ${stateSaid(row.state, of, context)}</p>
        </div>
        ${said(kit.request.said)}
        ${mistakeIn(kit.request)}
        ${kit.request.private ? whole(row, of, isKept, context) : readElsewhere(kit.request)}
        <p><a href="${PATH}/${of.id}">${words.backToThing}</a></p>
        ${whomToAsk(of, context)}
      `,
    }
  },
}

function whole(row: BookingRow, of: ThingRow, isKept: boolean, context: Context): Html {
  const { kit, words } = context
  const at = `${PATH}/reservations/${row.id}`
  const isOpen = row.state === 'booked' || row.state === 'out'
  return html`
    ${row.name && html`<p><b>${row.name}</b>${row.use && html`, ${row.use}`}</p>`}
    ${isKept && phonePart(context, row)}
    ${row.why && html`<p>${words.whySaid(row)}</p>`}
    ${row.calledOff && html`<p>${words.calledOff(row.calledOff)}</p>`}
    ${insteadPart(row, of, context)}
    ${row.late === true && html`<p>${words.wasLate}</p>`}
    ${row.damaged === true && html`<p>${words.wasBroken(row.stateBack ?? '')}</p>`}
    ${row.state === 'noShow' && html`<p>${words.wasNoShow}</p>`}
    ${row.state === 'booked' && toBring({ booked: row, of }, context)}
    ${backPart({ row, of }, context)}
    ${overBooking(row.id, context, settlePath(row.id))}
    ${isOpen && takeAlong(row, context)}
    ${isOpen && html`<h2>${words.changeDays}</h2>`}
    ${
      isOpen &&
      // Its days are weighed whole: none of them is merged with what came meanwhile.
      post(kit.form(), `${at}/deplacer`, {
        unchecked: true,
        fields: html`
          ${kit.fields(booking, row, whenFields(of))}
          ${isKept && kit.request.again !== undefined && whyField(context)}
        `,
        button: words.changeThem,
      })
    }
    ${row.state === 'booked' && cancelPart(row, context)}
    ${row.series && seriesPart(row.series, context)}
    ${toErasing(row, context)}
  `
}

/** Its person gives it back; the one in charge cancels that of a member with a reason. */
function cancelPart(row: BookingRow, context: Context): Html {
  const { kit, words } = context
  const isOther = isOfAnother(row, kit.request)
  const title = isOther ? words.cancelIt : words.noMoreNeed
  return givesUp(
    {
      path: `${PATH}/reservations/${row.id}/annuler`,
      days: [spanSaid(row, context)],
      title,
      button: isOther ? title : words.freeThem,
      fields: isOther ? calledOffField(row, context) : undefined,
      isOpen: kit.request.again?.field === CALLED_OFF,
    },
    context,
  )
}

/** Into one’s own calendar, with a reminder; and on paper. */
const takeAlong = ({ id }: BookingRow, { words: { calendar } }: Context): Html => html`
  <p class="acts no-print">
    <a href="${PATH}/reservations/${id}.ics">${calendar.intoMine}</a>
    <a href="/imprimer/${SLIP}/${id}">${calendar.printSlip}</a>
  </p>
`

/** What it stands in for, where another thing was booked first. */
function insteadPart(
  { instead }: BookingRow,
  of: ThingRow,
  { read, words }: Context,
): Html | false {
  const was = instead === null ? undefined : thingOf(read, instead)
  return (
    was !== undefined && html`<p><b>${words.insteadOf(of.title ?? '', was.title ?? '')}</b></p>`
  )
}

function seriesPart(id: string, context: Context): Html | false {
  const { kit, read } = context
  const row = read.one(series, id, 'home')
  return (
    row !== undefined &&
    html`<h2>${kit.shown(series, 'recurs', row.recurs)}</h2>${seriesActs(id, context)}`
  )
}
