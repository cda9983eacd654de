import { type Html, html } from '../../../contract/html.ts'
import { piecesThere } from '../../../contract/packing.ts'
import type { PageContext } from '../../../contract/page.ts'
import { one, texts } from '../../../core/form/input.ts'
import { formField, tick, tickField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { fieldId, mistakeOn } from '../../../ui/say.ts'
import { within } from '../../../ui/tongue.ts'
import { type AnnouncedOver, announcedOver, together } from '../model/announced-over.ts'
import { CALLED_OFF } from '../model/commands-change.ts'
import { closingIn } from '../model/commands-close.ts'
import { bookedAhead, takenOf } from '../model/commands-replace.ts'
import { openRequests } from '../model/followed.ts'
import { DONE } from '../model/handing/handed.ts'
import { missingOfThing } from '../model/packed.ts'
import {
  type BookingRow,
  bookingOf,
  clashesOf,
  type ThingRow,
  thingsLent,
  timesIn,
} from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { whenFields, whyField } from './booking-form.ts'
import { isUncountedAsked, uncountedBefore, withUncounted } from './keeping-hand.ts'
import { settleOver } from './over-booking.ts'
import { ACT, asBooking, handWords, isShownNow, keepsIt } from './reading.ts'

type Context = PageContext<typeof fr>

/** What who is in charge does beside bookings: it leaves now, it is kept closed, it is replaced. */
export function keepingActs(context: Context, row: ThingRow): Html {
  const { kit, read, words } = context
  const { goesOutNow } = handWords(context, row)
  const again = kit.request.again
  // What another box decides is asked of it; what happened is noted here.
  const isHere = kit.hostOf(row.id) === undefined
  const days = whenFields(row).filter(name => name !== 'count')
  const isAsked = again?.field === DONE
  const isTicked = (piece: string): boolean =>
    again === undefined || texts(again.input, 'piecesOut').includes(piece)
  const lendNow = html`
    <details${(isAsked || isUncountedAsked(context)) && html` open`}>
      <summary>${goesOutNow}</summary>
      ${post(kit.form(), `${PATH}/${row.id}/preter`, {
        unchecked: true,
        hidden: { [ACT]: 'preter', ...uncountedBefore(context) },
        fields: html`
          ${kit.fields(request, {}, ['name', 'phone'])}
          ${kit.fields(
            booking,
            {},
            days.filter(name => name.startsWith('ends')),
          )}
          ${piecesThere(row.pieces ?? [], missingOfThing(read, row.id)).map(piece =>
            tick({ name: 'piecesOut', value: piece, words: piece, isOn: isTicked(piece) }),
          )}
          ${row.meter !== null && kit.fields(booking, {}, ['meterOut'])}
          ${row.depositCents !== null && tick({ name: 'caution', words: words.depositSaid.Out })}
          ${row.insurance === true && tick({ name: 'assurance', words: words.insuredSeen })}
          ${again !== undefined && whyField(context)}
          ${isAsked && doneField(context, row)}
        `,
        button: withUncounted(html`<button>${goesOutNow}</button>`, context),
      })}
    </details>
  `
  const close =
    again?.field === CALLED_OFF
      ? closeTelling(context, row, days)
      : html`
    <details${again !== undefined && html` open`}>
      <summary>${words.keepClosed}</summary>
      ${inTheWay(context, row)}
      ${post(kit.form(), `${PATH}/${row.id}/fermer`, {
        unchecked: true,
        hidden: { [ACT]: 'fermer' },
        fields: html`${kit.fields(booking, {}, days)}${closedWhy(context)}`,
        button: words.keepClosed,
      })}
    </details>
  `
  return html`
    ${isShownNow(kit, 'preter') && lendNow}
    ${isHere && isShownNow(kit, 'fermer') && close}
    ${isHere && replacing(context, row)}
  `
}

/** The days that were refused as they are, and the reason that those who had booked will read. */
function closeTelling(context: Context, row: ThingRow, days: readonly string[]): Html {
  const { kit, words } = context
  const sent = kit.request.again?.input ?? {}
  const kept = [...days, 'why'].map(name => [name, one(sent, name)])
  return html`
    <details open>
      <summary>${words.keepClosed}</summary>
      ${inTheWay(context, row)}
      ${post(kit.form(), `${PATH}/${row.id}/fermer`, {
        unchecked: true,
        hidden: { ...Object.fromEntries(kept), [ACT]: 'fermer' },
        fields: formField({
          id: 'f-off-closed',
          label: words.types.booking.fields.calledOff.label,
          hint: words.types.booking.fields.calledOff.hint,
          error: mistakeOn(kit.request, CALLED_OFF),
          input: {
            name: CALLED_OFF,
            maxlength: 200,
            value: one(sent, CALLED_OFF) || one(sent, 'why'),
          },
        }),
        button: words.closeTelling,
      })}
    </details>
  `
}

/** A link to each booking, closing and event that a refused closing met, and to who asks. */
function inTheWay({ kit, read, words }: Context, row: ThingRow): Html | false {
  const { again, lang, today } = kit.request
  if (again === undefined || one(again.input, ACT) !== 'fermer') return false
  const asked = closingIn(again.input, row, read, asBooking(kit, read))
  if ('refused' in asked) return false
  const links = [
    ...asked.standing.map(({ path, span, ...of }) => ({
      path,
      said: words.closing.one(of, span, today),
      names: [of.name, of.title],
    })),
    ...asked.asks.flatMap(({ name, ...asks }) => {
      const span = timesIn(asks)
      const said = span && words.closing.asks(name ?? '', span, today)
      return said ? [{ path: '#tenir', said, names: [name ?? ''] }] : []
    }),
  ]
  return (
    links.length > 0 &&
    html`
      <p>${words.closing.see}</p>
      <ul>
        ${links.map(
          ({ path, said, names }) =>
            html`<li><a href="${path}">${within(said, names.filter(Boolean), lang)}</a></li>`,
        )}
      </ul>
    `
  )
}

const doneField = (context: Context, row: ThingRow): Html =>
  tickField({
    id: fieldId(DONE),
    name: DONE,
    words: handWords(context, row).alreadyOut,
    isWrong: mistakeOn(context.kit.request, DONE) !== undefined,
  })

const closedWhy = ({ words }: Context): Html =>
  formField({ id: 'f-closed-why', label: words.closedWhy, input: { name: 'why', maxlength: 200 } })

/** Another thing stands in for it, or its bookings are cancelled: it is lent no more. */
function replacing(context: Context, row: ThingRow): Html {
  const { kit, read, words } = context
  const coming = bookedAhead(read, row, kit.request.now)
  const others = standIns(context, row, coming)
  const promised = coming.filter(({ state }) => state === 'booked').length
  const asked = openRequests(read, row, kit.request.now).ahead.length
  const chosen = one(kit.request.again?.input ?? {}, 'par')
  const isWrong = kit.request.again?.field === CALLED_OFF && 'par' in kit.request.again.input
  return html`
    <details${isWrong && html` open`}>
      <summary>${words.lendNoMore}</summary>
      ${post(kit.form(), `${PATH}/${row.id}/remplacer`, {
        unchecked: true,
        fields: html`
          ${formField({
            id: 'f-par',
            label: words.replacedBy,
            error: mistakeOn(kit.request, 'par'),
            control: about => html`
              <select id="f-par" name="par"${about}>
                <option value="">${words.replacedByNone}</option>
                ${others.map(other => choice(other, chosen))}
              </select>
            `,
          })}
          ${
            promised + asked > 0 &&
            formField({
              id: 'f-off-all',
              label: promised > 0 ? words.whyCalledOff(promised) : words.whyDeclined(asked),
              hint: words.types.booking.fields.calledOff.hint,
              error: isWrong ? mistakeOn(kit.request, CALLED_OFF) : undefined,
              input: { name: CALLED_OFF, maxlength: 200 },
            })
          }
        `,
        button: words.lendNoMore,
      })}
    </details>
  `
}

const choice = ({ id, title }: ThingRow, chosen: string): Html =>
  html`<option value="${id}"${id === chosen && html` selected`}>${title}</option>`

/** Things of its kind of which they are in charge, free on all of its days that are booked. */
const standIns = (
  { kit, read }: Context,
  row: ThingRow,
  coming: readonly BookingRow[],
): readonly ThingRow[] =>
  thingsLent(read)
    .filter(one => one.id !== row.id && one.kind === row.kind && keepsIt(kit, read, one))
    .slice(0, MOST_WEIGHED)
    .filter(one => takenOf(one, coming, read, kit.request).length === 0)
/** Each is weighed for each booking. */
const MOST_WEIGHED = 30

/** Two that were both given it: both are called, and people settle it. */
export function clashPart(context: Context, row: ThingRow): Html | false {
  const { kit, read, words } = context
  const pairs = clashesOf(read, row, kit.request.now)
  const announced = together(
    announcedOver(read, kit.request.today).filter(one => one.thing === row.id),
  )
  return (
    pairs.length + announced.length > 0 &&
    html`
      <div class="note">
        <p><b>${words.clash}</b></p>
        <ul>
          ${announced.map(one => announcedLine(one, context))}
          ${pairs.map(
            ([one, other]) => html`
              <li>
                <p>${words.clashOf(words.whose(one), words.whose(other))}</p>
                ${post(kit.form(), `${PATH}/reservations/${one.id}/arranger`, {
                  look: 'inline',
                  hidden: { avec: other.id },
                  button: words.settle,
                })}
              </li>
            `,
          )}
        </ul>
      </div>
    `
  )
}

/** An event of the agenda over a booking: both are called, or it is one thing. */
function announcedLine(over: AnnouncedOver, context: Context): Html {
  const { kit, read, words } = context
  const { title, booking: id, dates } = over
  const row = bookingOf(read, id)
  const name = row ? words.whose(row) : ''
  const said = words.clashAgenda(name, title, words.over.dates(dates, kit.request.today))
  return html`
    <li>
      <p>${within(said, [name, title], kit.request.lang)}</p>
      ${settleOver(over, context)}
    </li>
  `
}
