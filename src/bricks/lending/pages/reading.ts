import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isInCharge } from '../../../contract/records/charge.ts'
import { readForm } from '../../../core/form/form.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { phoneLink } from '../../../ui/value.ts'
import type { BookingReader } from '../model/asker.ts'
import { CALLED_OFF } from '../model/commands-change.ts'
import { type BookingRow, type RequestRow, type ThingRow, timesIn } from '../model/read.ts'
import { booking } from '../model/records-booking.ts'
import { isRoom, thing } from '../model/records-thing.ts'
import { upkeepSeen } from '../model/upkeep.ts'
import type { fr } from '../words/fr.ts'

/** Whether the reader of a page is in charge of a thing: the keeper, its owner, a charge. */
export const keepsIt = ({ request }: Kit, read: Reader, row: Pick<ThingRow, 'id'>): boolean =>
  request.by === 'keeper' ||
  isInCharge(read, request, row.id, request.today) ||
  request.isMe(read.one(thing, row.id, 'home')?.owner)

/** The same where what stays in this box may be shown: by https, or at the box itself. */
export const sees = (kit: Kit, read: Reader, row: Pick<ThingRow, 'id'>): boolean =>
  kit.request.private && keepsIt(kit, read, row)

/** The reader of a page as who would book: what a form says is read, and nothing is written. */
export function asBooking(kit: Kit, read: Reader): BookingReader {
  const { by, me, called, now, today } = kit.request
  return {
    ...{ by, now, today },
    ...(me === undefined ? {} : { me }),
    ...(called === undefined ? {} : { called }),
    isMine: (type, id) =>
      type === thing.name && me !== undefined && read.one(thing, id, 'home')?.owner === me,
    isInCharge: id => isInCharge(read, kit.request, id, today),
    fields: (type, input, only) => {
      const form = readForm(type, input, { today, ...(only ? { only } : {}) })
      return 'refusals' in form ? { refused: { worded: '' } } : { fields: form.fields as never }
    },
  }
}

/** When it is. */
export function spanSaid(
  row: BookingRow | RequestRow,
  { kit, words }: Pick<PageContext<typeof fr>, 'kit' | 'words'>,
): string {
  const span = timesIn(row)
  return span ? words.when(span, kit.request.today) : (row.startsOn ?? '')
}

/** That the upkeep of a thing is due, or when it comes soon; nothing where it does not. */
export function upkeepSaid({ kit, read, words }: PageContext<typeof fr>, row: ThingRow): string {
  const { today } = kit.request
  const seen = upkeepSeen(read, row, today)
  if (seen.since !== undefined) return words.tending.dueNow(seen, row.meter ?? '', today)
  return seen.isSoon ? words.tending.dueNext(seen, row.meter ?? '', today) : ''
}

/** The words of a hand-out and of a return, for a room or for what leaves. */
export const handWords = ({ words }: Pick<PageContext<typeof fr>, 'words'>, row: ThingRow) =>
  isRoom(row) ? words.room : words

/** How a booking stands: a room does not leave, its people come. */
export const stateSaid = (
  state: string | null,
  of: ThingRow,
  { kit, words }: PageContext<typeof fr>,
): string =>
  isRoom(of) && (state === 'out' || state === 'back')
    ? words.room.state[state]
    : kit.told(booking, 'state', state)

/** The hidden field by which an act of who is in charge says which form of the page it was. */
export const ACT = 'acte'
/** Whether a form is shown: after a refusal the others of its page would hold what was sent. */
export const isShownNow = (
  { request: { again } }: Pick<Kit, 'request'>,
  act: string | undefined,
): boolean => again === undefined || (one(again.input, ACT) || undefined) === act

/** Why the one in charge cancels a booking, for its person to read. */
export const calledOffField = (
  { id }: Pick<BookingRow, 'id'>,
  { kit, words }: PageContext<typeof fr>,
): Html =>
  formField({
    id: `f-off-${id}`,
    label: words.types.booking.fields.calledOff.label,
    hint: words.types.booking.fields.calledOff.hint,
    error: kit.request.again?.input['id'] === id ? mistakeOn(kit.request, CALLED_OFF) : undefined,
    input: { name: CALLED_OFF, maxlength: 200 },
  })

type Called = Pick<BookingRow, 'phone' | 'member'>
type Reading = Pick<PageContext<unknown>, 'kit' | 'read'>

/** How who has a thing is called: as they typed it; the keeper reads what the box knows too. */
export const phoneFor = ({ kit, read }: Reading, { phone, member }: Called): string | null =>
  phone ??
  (kit.request.by === 'keeper' && member !== null ? read.published.memberPhone?.(member) : null) ??
  null

export function phonePart(reading: Reading, row: Called): Html | false {
  const phone = phoneFor(reading, row)
  return phone !== null && html`<p>${phoneLink(phone)}</p>`
}
