import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Row } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { capital } from '../../../text/capital.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { owedBy } from '../model/packed.ts'
import { bookingOf, thingOf } from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { spanOf, wallTimesIn } from '../model/span.ts'
import { thingsOf } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'
import { lateOfId } from './late.ts'
import { amissLines } from './on-ticket.ts'
import { standingLink, standingNow, standingSaid } from './standing.ts'

type Words = typeof fr
type Context = PageContext<Words>

export const MINE = `${PATH}/mien`
const MOST = 60

/** *Ce que j’ai réservé*: what is to come, what is asked, what was brought back. */
export const myThingsPage: Page<Words> = {
  path: MINE,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const w = words.calendar
    if (kit.request.me === undefined) return undefined
    const context = { kit, read, words }
    return {
      title: w.mine,
      current: PATH,
      body: html`
        <div class="text">
          ${crumbs([{ href: PATH, words: words.menu }], kit.request.lang)}
          <h1>${w.mine}</h1>
          ${kit.request.private ? whole(context, kit.request.me) : readElsewhere(kit.request)}
        </div>
      `,
    }
  },
}

function whole(context: Context, me: string): Html {
  const { kit, read, words } = context
  const w = words.calendar
  const turns = [
    ...turnsOf(context, me, "IN ('booked', 'out')", 'booking.startsOn'),
    ...turnsOf(context, me, "= 'back'", 'booking.startsOn DESC'),
  ]
  const off = turnsOf(context, me, "= 'cancelled' AND home.calledOff > ''", 'booking.startsOn DESC')
  const asked = askedBy(context, me)
  const kept = thingsOf(read, kit.request)
  const now = turns.filter(one => one['state'] === 'booked' || one['state'] === 'out')
  const past = turns.filter(one => one['state'] === 'back')
  const parts = [
    { title: w.mineNow, items: now.map(row => line(row, booking, context)) },
    { title: w.mineCalledOff, items: off.map(row => line(row, booking, context)) },
    { title: w.mineAsked, items: asked.map(row => line(row, request, context)) },
    { title: w.minePast, items: past.map(row => line(row, booking, context)) },
    {
      title: w.mineKept,
      items: kept.map(row => html`<li><a href="${PATH}/${row.id}#tenir">${row.title}</a></li>`),
    },
  ].filter(({ items }) => items.length > 0)
  if (parts.length === 0) return html`<p class="empty">${w.mineNone}</p>`
  return html`
    ${parts.map(({ title, items }) => html`<h2>${title}</h2><ul class="notices">${items}</ul>`)}
    ${kept.length > 0 && html`<p><a href="${PATH}/semaine">${w.allWeek}</a></p>`}
  `
}

const WHEN = 'startsOn, startsAt, endsOn, endsAt'
const of = (alias: string): string =>
  WHEN.split(', ')
    .map(name => `${alias}.${name}`)
    .join(', ')

const WHOSE = 'home.name AS whose'
/** Theirs, or typed by them for somebody, but for what they were ever in charge of. */
const theirs = (thing: string): string =>
  `(home.member = ?1 OR home.keyedBy = ?1 AND ${thing} NOT IN (SELECT "over" FROM charge_home
      WHERE person = ?1 UNION SELECT id FROM thing_home WHERE owner = ?1))`

/** The bookings of a member in a state, with what they are of: one statement. */
const turnsOf = ({ read }: Context, me: string, state: string, order: string): readonly Row[] =>
  read.all(
    `SELECT booking.id, booking.thing, thing.title, booking.state,
        home.calledOff AS answer, was.title AS was, ${WHOSE}, ${of('booking')},
        booking.state = 'back' AND home.piecesOut IS NOT home.piecesBack AS short
      FROM booking_home AS home JOIN booking ON booking.id = home.id
      LEFT JOIN thing ON thing.id = booking.thing LEFT JOIN thing AS was ON was.id = home.instead
      WHERE ${theirs('booking.thing')} AND booking.removed IS NOT 1 AND booking.state ${state}
      ORDER BY ${order}, booking.id LIMIT ${MOST}`,
    me,
  )
/** What a member asked for or waits for. */
const askedBy = ({ read }: Context, me: string): readonly Row[] =>
  read.all(
    `SELECT home.id, home.thing, thing.title, home.state, home.answer, was.title AS was,
        ${WHOSE}, ${of('home')}
      FROM booking_request_home AS home LEFT JOIN thing ON thing.id = home.thing
      LEFT JOIN thing AS was ON was.id = home.instead
      WHERE ${theirs('home.thing')} AND home.removed IS NOT 1
      AND home.state IN ('asked', 'waiting', 'refused')
      ORDER BY home.startsOn DESC, home.id DESC LIMIT ${MOST}`,
    me,
  )

/** Of what they typed for somebody, that name. */
const forOther = (name: string | null, { request: { called } }: Context['kit']): string =>
  name === null || isSameName(name, called ?? '') ? '' : ` (${name})`

function line(row: Row, type: typeof booking | typeof request, context: Context): Html {
  const { kit, read, words } = context
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null)
  const span = spanOf(wallTimesIn(row))
  const when = span ? words.when(span, kit.request.today) : text('startsOn')
  const isBooked = type === booking && row['state'] !== 'back'
  const href = isBooked ? `${PATH}/reservations/${text('id')}` : `${PATH}/${text('thing')}`
  const thing =
    type === booking && row['state'] === 'booked' ? thingOf(read, text('thing') ?? '') : undefined
  const amiss = thing ? amissLines(thing, { read, words }) : []
  const isOut = type === booking && row['state'] === 'out'
  const had = row['short'] === 1 ? bookingOf(read, text('id') ?? '') : undefined
  const owed = had ? owedBy(had) : []
  const late = isOut ? lateOfId(text('id') ?? '', { kit, read, words }) : ''
  const asked = type === request ? read.one(request, text('id') ?? '', 'home') : undefined
  const stands = asked && standingNow(asked, context)
  const told = [
    ...amiss,
    stands ? capital(standingSaid(stands, context)) : '',
    late,
    owed.length > 0 && words.youOwe(owed),
  ].filter(Boolean)
  return html`
    <li>
      <h3><a href="${href}">${text('title')}</a></h3>
      <p class="where">
        ${when}${forOther(text('whose'), kit)}, ${kit.shown(type, 'state', row['state'])}
      </p>
      ${text('was') && html`<p>${words.insteadOf(text('title') ?? '', text('was') ?? '')}</p>`}
      ${told.map(said => html`<p><b>${said}</b></p>`)}
      ${asked && stands && standingLink(asked, stands, context)}
      ${text('answer') && html`<p>${text('answer')}</p>`}
    </li>
  `
}
