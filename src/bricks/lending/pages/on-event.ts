import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { dayOfMoment } from '../../../text/days.ts'
import { within } from '../../../ui/tongue.ts'
import { type AnnouncedOver, announcedOver } from '../model/announced-over.ts'
import { thingOf } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { sees } from './reading.ts'
import { whomToAsk } from './whom.ts'

type Context = PageContext<typeof fr>

/**
 * On the page of an event: that its room is booked then, and whom to ask.
 *
 * Law     it says what everybody may read of a room: when it is taken, and by nobody.
 */
export const onEvent: NonNullable<Slots<typeof fr>['onRecord']> = (
  kit,
  read,
  words,
  { type, id },
) => {
  if (type.name !== 'event' || !isAtRoom(read, id)) return undefined
  const over = announcedOver(read, kit.request.today).filter(one => one.event === id)
  const rooms = Map.groupBy(over, one => one.thing)
  if (rooms.size === 0) return undefined
  return html`${[...rooms].map(([room, all]) => roomPart(room, all, { kit, read, words }))}`
}

/** Whether an event is at a room that is lent. No other one is read again after each booking. */
const isAtRoom = (read: Reader, event: string): boolean =>
  read.all(
    `SELECT 1 FROM event JOIN thing ON ${shownOf('thing.place')} = ${shownOf('event.place')}
      WHERE event.id = ? LIMIT 1`,
    event,
  ).length > 0
const shownOf = (id: string): string =>
  `coalesce((SELECT shown FROM joined WHERE joined.id = ${id}), ${id})`

function roomPart(id: string, all: readonly AnnouncedOver[], context: Context): Html {
  const { kit, read, words } = context
  const { lang, today, me } = kit.request
  const of = thingOf(read, id)
  const room = of?.title ?? ''
  const times = words.over.dates(
    all.map(({ booked }) => booked),
    today,
  )
  const day = dayOfMoment(all[0]?.booked.from ?? kit.request.now)
  const isKept = of !== undefined && sees(kit, read, of)
  const own =
    me !== undefined && kit.request.private ? all.find(one => one.member === me) : undefined
  return html`
    <div class="note">
      <p><b>${within(words.over.onEvent(room, times), room, lang)}</b></p>
      ${of && whomToAsk(of, context)}
      <p class="acts no-print">
        <a href="${PATH}/${id}${isKept ? '#tenir' : `/semaine?jour=${day}`}">
          ${isKept ? words.over.toSettle : words.over.seeWeek}
        </a>
        ${own && html`<a href="${PATH}/reservations/${own.booking}">${words.seeYours}</a>`}
      </p>
    </div>
  `
}
