import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { dotted, notice } from '../../../ui/board.ts'
import { actButton } from '../../../ui/post.ts'
import { poolsOf, type RequestRow, sharingOf, type ThingRow, timesIn } from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { freedom } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { bookingForm } from './booking-form.ts'
import { dayList, isOverdue } from './days.ts'
import { keeping } from './keeping.ts'
import { sees } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>
const DAYS = 14

const list: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf =>
    kit.list(thing, row => line(row, { kit, read, words }), {
      title: words.menu,
      lead: html`${words.lead}`,
      current: PATH,
      wanted: { where: 'gone IS NOT 1', order: 'title, id' },
      empty: html`${words.empty}`,
    }),
}

const line = (row: ThingRow, context: Context): Html =>
  notice({
    title: row.title ?? '',
    href: `${PATH}/${row.id}`,
    where: dotted([
      context.kit.shown(thing, 'commune', row.commune),
      row.where,
      nowSaid(context, row),
    ]),
  })

/** Whether it is free now, and until when. */
function nowSaid({ kit, read, words }: Context, row: ThingRow): string {
  const { now, today } = kit.request
  if (row.gone === true) return words.lentNoMore
  if (row.condition === 'repair') return words.rules.repair
  const pools = poolsOf(read, row, now)
  const found = freedom({ from: now, until: now + 1 }, pools, sharingOf(row, now))
  if (isOverdue(pools, now)) return words.notBack([])
  if (!found.free) return words.takenNow
  return found.until === null ? words.freeNow : words.freeUntil(words.moment(found.until, today))
}

const onePage: Page<Words> = {
  path: `${PATH}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    const context = { kit, read, words }
    return (
      row &&
      kit.record(thing, row.id, {
        current: PATH,
        lead: html`
          <p><b>${nowSaid(context, row)}</b></p>
          ${row.gone !== true && dayList(context, row, DAYS)}
        `,
        after: html`
          ${mine(context, row)}
          ${row.gone !== true && bookingForm(context, row)}
          ${sees(kit, read, row) && keeping(context, row)}
        `,
      })
    )
  },
}

/** What the reader booked of it, or asked for. */
function mine({ kit, read, words }: Context, row: ThingRow): Html | false {
  const { me, today, now, private: isPrivate } = kit.request
  if (me === undefined || !isPrivate) return false
  const booked = read
    .list(booking, { where: 'member = ?', with: [me], order: 'id DESC', limit: 50 }, 'home')
    .flatMap(({ id }) => read.one(booking, id) ?? [])
    .filter(one => one.thing === row.id && (one.state === 'booked' || one.state === 'out'))
  const asked = read.list(
    request,
    { where: 'member = ? AND thing = ?', with: [me, row.id], order: 'id DESC', limit: 10 },
    'home',
  )
  const shown = asked.filter(
    one => one.state !== 'withdrawn' && one.state !== 'given' && (timesIn(one)?.until ?? 0) > now,
  )
  if (booked.length === 0 && shown.length === 0) return false
  return html`
    <section class="part">
      <h2>${words.yours}</h2>
      <ul class="notices">
        ${booked.map(
          one => html`
          <li>
            <p>${words.when(timesIn(one)!, today)} ${kit.shown(booking, 'state', one.state)}</p>
            ${
              one.state === 'booked' &&
              actButton(kit.form(), `${PATH}/reservations/${one.id}/annuler`, {
                button: words.cancelIt,
              })
            }
          </li>
        `,
        )}
        ${shown.map(one => askedLine(one, { kit, read, words }))}
      </ul>
    </section>
  `
}

function askedLine(one: RequestRow, { kit, read, words }: Context): Html {
  const { today } = kit.request
  const called = read.boxes().others.find(({ name }) => name === one.box)?.called
  return html`
    <li>
      <p>
        ${words.when(timesIn(one)!, today)}
        ${called && one.asked === true ? words.askedOf(called) : kit.shown(request, 'state', one.state)}
      </p>
      ${one.answer && html`<p>${one.answer}</p>`}
      ${
        (one.state === 'asked' || one.state === 'waiting') &&
        actButton(kit.form(), `${PATH}/demandes/${one.id}/retirer`, { button: words.takeBack })
      }
    </li>
  `
}

export const pages: readonly Page<Words>[] = [list, onePage]
