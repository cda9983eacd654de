import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { actButton } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton } from '../../../ui/which.ts'
import { owedBy } from '../model/packed.ts'
import {
  type BookingRow,
  bookingOf,
  type RequestRow,
  type ThingRow,
  timesIn,
} from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/** What the reader booked of it, or asked for. */
export function mine({ kit, read, words }: Context, row: ThingRow): Html | false {
  const { me, now, private: isPrivate } = kit.request
  if (me === undefined || !isPrivate) return false
  const booked = read
    .list(booking, { where: 'member = ?', with: [me], order: 'id DESC', limit: 50 }, 'home')
    .flatMap(({ id }) => bookingOf(read, id) ?? [])
    .filter(one => one.thing === row.id && isStill(one))
  const asked = read.list(
    request,
    { where: 'member = ? AND thing = ?', with: [me, row.id], order: 'id DESC', limit: 10 },
    'home',
  )
  const shown = asked.filter(one => isTold(one, now))
  if (booked.length === 0 && shown.length === 0) return false
  return html`
    <section class="part">
      <h2>${words.yours}</h2>
      <ul class="notices">
        ${booked.map(one => bookedLine(one, { kit, read, words }))}
        ${shown.map(one => askedLine(one, { kit, read, words }))}
      </ul>
    </section>
  `
}

/** Units   milliseconds: an answer is told for so long once the time itself is past. */
const TOLD = 14 * 24 * 3_600_000
/** Whether a request still says something: it is to come, or was answered not long ago. */
function isTold(one: RequestRow, now: number): boolean {
  if (one.state === 'withdrawn' || (one.state === 'given' && one.asked !== true)) return false
  const last = Math.max(timesIn(one)?.until ?? 0, Date.parse(one.answeredAt ?? '') || 0)
  return last > now - (one.state === 'waiting' ? 0 : TOLD)
}

/** It is theirs, or they brought it back short of a piece. */
const isStill = (row: BookingRow): boolean =>
  row.state === 'booked' || row.state === 'out' || owedBy(row).length > 0

function bookedLine(row: BookingRow, { kit, words }: Context): Html {
  const span = timesIn(row)
  const owed = owedBy(row)
  const at = `${PATH}/reservations/${row.id}`
  const when = span ? words.when(span, kit.request.today) : (row.startsOn ?? '')
  const cancel = { button: aboutButton(words.cancelIt, when, kit.request.lang) }
  const said = owed.length > 0 ? words.youOwe(owed) : kit.shown(booking, 'state', row.state)
  return html`
    <li>
      <p><a href="${at}">${when}</a>${words.colon}${said}</p>
      ${row.why && html`<p>${words.pastRule(row.why)}</p>`}
      ${row.state === 'booked' && row.word && html`<p>${words.handing.yourWord(row.word)}</p>`}
      ${row.state === 'booked' && actButton(kit.form(), `${at}/annuler`, cancel)}
    </li>
  `
}

function askedLine(one: RequestRow, { kit, read, words }: Context): Html {
  const { today, now, lang } = kit.request
  const when = words.when(timesIn(one)!, today)
  const isPast = (timesIn(one)?.until ?? 0) <= now
  const called = read.boxes().others.find(({ name }) => name === one.box)?.called
  const isAway = called !== undefined && one.asked === true && one.state === 'asked'
  const said = isAway ? words.askedOf(called, isPast) : kit.shown(request, 'state', one.state)
  return html`
    <li>
      <p>${when}${words.colon}${said}</p>
      ${one.answer && html`<p${TONGUE}>${one.answer}</p>`}
      ${
        (one.state === 'asked' || one.state === 'waiting') &&
        actButton(kit.form(), `${PATH}/demandes/${one.id}/retirer`, {
          button: aboutButton(words.takeBack, when, lang),
        })
      }
    </li>
  `
}
