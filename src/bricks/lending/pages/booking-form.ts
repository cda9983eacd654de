import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import { formField, tick, tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn, mistakeOn } from '../../../ui/say.ts'
import { speakingField } from '../../../ui/speaking.ts'
import { forWhom } from '../model/asker.ts'
import { bookingIn, NAMED, SHOWN, WAIT, WHY, WITH } from '../model/commands-book.ts'
import { type ThingRow, thingsAt } from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { ownInTheWay, takenSaid } from '../model/said.ts'
import type { WallTimes } from '../model/span.ts'
import { type WishWeighed, weighed } from '../model/weighing.ts'
import type { fr } from '../words/fr.ts'
import { ACT, asBooking, keepsIt } from './reading.ts'

type Context = PageContext<typeof fr>

/** The controls of the days: hours only where it is booked by the hour, or where somebody asks. */
export const whenFields = (row: ThingRow): readonly string[] => [
  ...(row.unit === 'hour'
    ? ['startsOn', 'startsAt', 'endsAt', 'endsOn']
    : ['startsOn', 'endsOn', 'startsAt', 'endsAt']),
  ...((row.count ?? 1) > 1 ? ['count'] : []),
]

/** The form by which a thing is booked, asked for, or waited for. `asked`: the days in it. */
export function bookingForm(context: Context, row: ThingRow, asked: Partial<WallTimes>): Html {
  const { kit, read, words } = context
  const { request: reading } = kit
  const again = reading.again?.input ?? {}
  const isOpen = isOfForm(again) || asked.startsOn !== undefined
  const isKept = keepsIt(kit, read, row)
  const found = foundAgain(context, row)
  const isWaiting = one(reading.query, WAIT) !== '' && reading.again === undefined
  const act = isWaiting ? words.seeing.waitFor : bookingAct(context, row)
  return html`
    <details class="part no-print" id="demander"${isOpen && html` open`}>
      <summary class="button">${act}</summary>
      ${isOfForm(again) && mistakeIn(reading)}
      ${found && seeYours(context, found)}
      ${post(kit.form(), `${PATH}/${row.id}/reserver`, {
        unchecked: true,
        fields: html`
          ${kit.fields(booking, asked, whenFields(row))}
          ${whose(context, isKept)}
          ${kit.fields(request, {}, ['use'])}
          ${beside(context, row)}
          ${reading.me !== undefined && !isKept && showing(context, reading.me)}
          ${(reading.me !== undefined || isKept) && telling(context, isKept)}
          ${isKept && isOfForm(again) && whyField(context)}
          ${(isWaiting || isTakenAsAsked(context, found)) && waitField(context)}
        `,
        button: mainButton(act),
      })}
      ${
        (reading.me !== undefined || isKept) &&
        kit.hostOf(row.id) === undefined &&
        html`<p><a href="${PATH}/${row.id}/plusieurs-fois">${words.severalTimes}</a></p>`
      }
    </details>
  `
}

/** What the reader may do: book it, book it for somebody, or ask who is in charge. */
export function bookingAct({ kit, read, words }: Context, row: ThingRow): string {
  if (keepsIt(kit, read, row)) return words.bookFor
  const { books } = forWhom({}, row, null, { read, at: asBooking(kit, read) })
  return books ? words.bookIt : words.askFor
}

/** Other things of the same place, booked at once: all of them, or none. */
function beside({ read, kit, words }: Context, row: ThingRow): Html | false {
  if (kit.hostOf(row.id) !== undefined || row.where === null) return false
  const others = thingsAt(read, row.where).filter(
    one => one.id !== row.id && kit.hostOf(one.id) === undefined,
  )
  const ticked = texts(kit.request.again?.input ?? {}, WITH)
  return (
    others.length > 0 &&
    html`
      <details${ticked.length > 0 && html` open`}>
        <summary>${words.withOthers}</summary>
        ${others.map(one =>
          tick({ name: WITH, value: one.id, isOn: ticked.includes(one.id), words: one.title }),
        )}
      </details>
    `
  )
}
const waitField = ({ kit, words }: Context): Html =>
  tickField({
    id: fieldId(WAIT),
    name: WAIT,
    words: words.waitForIt,
    isOn: one(kit.request.query, WAIT) !== '',
  })

/** Whether the form came back because somebody else has the thing: that may be waited for. */
function isTakenAsAsked({ kit, read }: Context, found: WishWeighed | undefined): boolean {
  if (!found || takenSaid(read, found, kit.request) === undefined) return false
  const own = ownInTheWay(read, found, kit.request.me)
  return found.freedom.free || own.length === 0 || own.length < found.freedom.by.length
}
/** What was found of the form that came back. */
function foundAgain({ kit, read }: Context, row: ThingRow): WishWeighed | undefined {
  const again = kit.request.again?.input
  if (!again || !isOfForm(again)) return undefined
  const asked = bookingIn({ ...again, id: row.id }, read, asBooking(kit, read))
  if ('refused' in asked) return undefined
  const { span, count, whom } = asked
  return weighed(read, kit.request, { row, span, count, asker: whom })
}
/** To what the reader has already, where that is in their way. */
export function seeYours({ kit, read, words }: Context, found: WishWeighed): Html | false {
  const [own] = ownInTheWay(read, found, kit.request.private ? kit.request.me : undefined)
  return (
    own !== undefined && html`<p><a href="${PATH}/reservations/${own.id}">${words.seeYours}</a></p>`
  )
}
/** Whether what was sent is of the form of a booking, and not of who is in charge. */
export const isOfForm = (again: Input): boolean => 'startsOn' in again && !(ACT in again)

/** Of a member whose telephone the box knows: whether who lends it may read it. */
const showing = ({ kit, read, words }: Context, me: string): Html | false =>
  Boolean(read.published.memberPhone?.(me)) &&
  tickField({
    id: fieldId(SHOWN),
    name: SHOWN,
    words: words.showMyNumber,
    isOn: one(kit.request.again?.input ?? {}, SHOWN) !== '',
  })

/** That a name may be told: a member says it of theirs, who is in charge of an association's. */
export const telling = ({ kit, words }: Context, isKept: boolean): Html =>
  tickField({
    id: fieldId(NAMED),
    name: NAMED,
    words: isKept ? words.nameOnDoor : words.tellMyName,
    isOn: one(kit.request.again?.input ?? {}, NAMED) !== '',
  })

export const whyField = ({ kit, words }: Context): Html =>
  formField({
    id: fieldId(WHY),
    label: words.types.booking.fields.why.label,
    hint: words.types.booking.fields.why.hint,
    error: mistakeOn(kit.request, WHY),
    input: { name: WHY, maxlength: 200, value: one(kit.request.again?.input ?? {}, WHY) },
  })

function whose({ kit }: Context, isKept: boolean): Html {
  if (kit.request.by === 'keeper' || kit.request.me === undefined)
    return kit.fields(request, {}, ['name', 'phone'])
  const own = html`${kit.fields(request, {}, ['phone'])}`
  return speakingField(kit.request, own, {
    waits: !isKept,
    more: kit.fields(request, {}, ['phone']),
  })
}
