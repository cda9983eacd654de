import { type Html, html } from '../../../contract/html.ts'
import { piecesThere } from '../../../contract/packing.ts'
import type { PageContext } from '../../../contract/page.ts'
import { one } from '../../../core/form/input.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, type Hidden, post } from '../../../ui/post.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { aboutButton } from '../../../ui/which.ts'
import { WHY } from '../model/commands-book.ts'
import { BROKEN, UNCOUNTED } from '../model/handing/handed.ts'
import { missingListed, missingOfThing } from '../model/packed.ts'
import type { BookingRow, RequestRow, ThingRow } from '../model/read.ts'
import { booking } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { handWords, spanSaid } from './reading.ts'

type Context = PageContext<typeof fr>

/** The forms by which who is in charge notes that a thing goes out or is back. */

/** Whose turn and when: what a button of a line is about, for those who hear the page. */
export const whose = (row: BookingRow | RequestRow, context: Context): string => {
  return `${nameOf(row, context)}, ${spanSaid(row, context)}`
}
/** Who has it; of days that are kept closed, that they are. */
export const nameOf = (row: BookingRow | RequestRow, { words }: Context): string =>
  row.name ??
  (row.state === 'closed'
    ? words.types.booking.fields.state.choices.closed
    : words.whose({ outAt: null, ...row }))

/**
 * All of it goes out or is back in one tap; its meter is asked beside, and the reason where a rule
 * says no.
 */
export function quickHand(
  way: 'Out' | 'Back',
  of: ThingRow,
  row: BookingRow,
  context: Context,
): Html {
  const { kit, words } = context
  const hand = handWords(context, of)
  const back = leftWhole(of, row) ? hand.backWhole : hand.backAsGone
  const [to, act] = way === 'Out' ? ['remettre', outWhole(of, context)] : ['rendre', back]
  const name = `meter${way}` as const
  const label = words.types.booking.fields[name].label
  return actButton(kit.form(), `${PATH}/reservations/${row.id}/${to}`, {
    hidden: { tout: '1' },
    unchecked: true,
    fields: html`
      ${
        of.meter !== null &&
        formField({ id: `f-${name}-${row.id}`, label, input: { name, inputmode: 'decimal' } })
      }
      ${isReasonAsked(row, context, true) && reasonField(row, context)}
    `,
    button: aboutButton(act, whose(row, context), kit.request.lang),
  })
}

/** One tap says that all of it left, so its words do. */
function outWhole(of: ThingRow, context: Context): string {
  const hand = handWords(context, of)
  if ((of.pieces ?? []).length === 0) return hand.goesOut
  return missingListed(context.read, of).length === 0 ? hand.goesOutWhole : hand.goesOutRest
}

/** Whether all pieces of a thing left with a booking: what was missing before can't come back. */
const leftWhole = ({ pieces }: ThingRow, { piecesOut }: BookingRow): boolean =>
  piecesOut === null || (pieces ?? []).every(piece => piecesOut.includes(piece))

/** Whether a rule hindered this hand-out, in one tap or in its form. */
function isReasonAsked({ id }: BookingRow, { kit }: Context, isQuick: boolean): boolean {
  const { again } = kit.request
  const isTap = one(again?.input ?? {}, 'tout') !== ''
  return again?.field === WHY && again.input['id'] === id && isTap === isQuick
}
const reasonField = ({ id }: BookingRow, { kit, words }: Context): Html =>
  formField({
    id: `f-why-${id}`,
    label: words.types.booking.fields.why.label,
    hint: words.types.booking.fields.why.hint,
    error: mistakeOn(kit.request, WHY),
    input: { name: WHY, maxlength: 200 },
  })

/** Its form, folded; after a refusal that of the same booking alone, for it holds what was sent. */
export function handFold(
  way: 'Out' | 'Back',
  of: ThingRow,
  row: BookingRow,
  context: Context,
): Html | false {
  const { again } = context.kit.request
  const hand = handWords(context, of)
  if (again !== undefined && again.input['id'] !== row.id) return false
  return html`
    <details${again !== undefined && html` open`}>
      <summary>${way === 'Out' ? hand.goesOutNoting : hand.isBack}</summary>
      ${handForm(way, of, row, context)}
    </details>
  `
}

/** The form of a hand-out or of a return: pieces, meter, condition, and the real moment. */
function handForm(way: 'Out' | 'Back', of: ThingRow, row: BookingRow, context: Context): Html {
  const { kit, read, words } = context
  const pieces =
    way === 'Out'
      ? piecesThere(of.pieces ?? [], missingOfThing(read, of.id))
      : (row.piecesOut ?? of.pieces ?? [])
  const onDay = { id: `f-on-${row.id}`, input: { name: 'on' } }
  const isInsured = way === 'Out' && of.insurance === true
  const fields = [...(of.meter === null ? [] : [`meter${way}`]), `state${way}`]
  return post(
    kit.form(),
    `${PATH}/reservations/${row.id}/${way === 'Out' ? 'remettre' : 'rendre'}`,
    {
      unchecked: true,
      hidden: way === 'Out' ? uncountedBefore(context) : {},
      fields: html`
      ${way === 'Back' && row.uncounted === true && html`<p>${words.nobodyCounted}</p>`}
      ${pieces.map(piece => tick({ name: `pieces${way}`, value: piece, words: piece }))}
      ${kit.fields(booking, {}, fields)}
      ${isReasonAsked(row, context, false) && reasonField(row, context)}
      ${of.depositCents !== null && tick({ name: 'caution', words: words.depositSaid[way] })}
      ${way === 'Back' && tick({ name: BROKEN, words: words.isBroken })}
      ${isInsured && tick({ name: 'assurance', words: words.insuredSeen })}
      ${formField({ ...onDay, label: words.onDay, hint: words.onDayHint })}
      ${formField({ id: `f-at-${row.id}`, label: words.atTime, input: { name: 'at' } })}
    `,
      button: withUncounted(
        aboutButton(handWords(context, of).handedThus[way], whose(row, context), kit.request.lang),
        context,
      ),
    },
  )
}

/** Whether no piece was ticked, and it is asked whether they were counted. */
export const isUncountedAsked = ({ kit }: Context): boolean =>
  kit.request.again?.field === UNCOUNTED

/** Beside the button of a hand-out, once it is asked: that nobody counted. */
export const withUncounted = (button: Html, context: Context): Html =>
  html`
    ${button}
    ${
      isUncountedAsked(context) &&
      html`<button name="${UNCOUNTED}" value="1">${context.words.didNotCount}</button>`
    }
  `

/** What was said once is not asked again, where another question follows. */
export const uncountedBefore = ({ kit }: Context): Hidden => ({
  [UNCOUNTED]: one(kit.request.again?.input ?? {}, UNCOUNTED) || undefined,
})
