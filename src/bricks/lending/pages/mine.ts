import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { everInCharge } from '../../../contract/records/charge.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { actButton } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton } from '../../../ui/which.ts'
import { isTakenBack } from '../model/commands-answer.ts'
import { owedBy } from '../model/packed.ts'
import {
  type BookingRow,
  bookingOf,
  type RequestRow,
  type ThingRow,
  timesIn,
} from '../model/read.ts'
import { booking, request, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { MOST_DATES } from '../model/series-dates.ts'
import { rankAmongWaiting } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import { givesUp } from './giving-up.ts'
import { keepsIt, spanSaid } from './reading.ts'
import { seriesActs } from './series-told.ts'
import { standingLink, standingNow, standingSaid } from './standing.ts'

type Context = PageContext<typeof fr>

/** What the reader booked or asked for, in order of time; the dates of one series together. */
export function mine(context: Context, row: ThingRow): Html | false {
  const { kit, read, words } = context
  const { me, now, private: isPrivate } = kit.request
  if (me === undefined || !isPrivate) return false
  // What who is in charge typed stands under what they keep.
  const orKeyed = keepsIt(kit, read, row) || everInCharge(read, kit.request, row.id) ? '' : OR_KEYED
  const booked = read
    .list(
      booking,
      { where: `(member = ?1${orKeyed})`, with: [me], order: 'id DESC', limit: MOST },
      'home',
    )
    .flatMap(({ id }) => bookingOf(read, id) ?? [])
    .filter(one => one.thing === row.id && isStill(one))
    .toSorted((a, b) => beginOf(a) - beginOf(b))
  const asked = read.list(
    request,
    {
      where: `(member = ?1${orKeyed}) AND thing = ?2`,
      ...{ with: [me, row.id], order: 'id DESC', limit: 10 },
    },
    'home',
  )
  const shown = asked.filter(one => isTold(one, now)).toSorted((a, b) => beginOf(a) - beginOf(b))
  if (booked.length === 0 && shown.length === 0) return false
  const together = Map.groupBy(booked, one => one.series)
  // A series of one date is told as one where others were left, for it says why.
  const isSeries = (of: string | null, { length }: readonly BookingRow[]): of is string =>
    of !== null && (length > 1 || (read.one(series, of, 'home')?.left ?? []).length > 0)
  const alone = [...together].flatMap(([of, dates]) => (isSeries(of, dates) ? [] : dates))
  const lines = [
    ...alone.map(one => ({ at: beginOf(one), line: bookedLine(one, context) })),
    ...shown.map(one => ({ at: beginOf(one), line: askedLine(one, context) })),
  ].toSorted((a, b) => a.at - b.at)
  return html`
    <section class="part">
      <h2>${words.yours}</h2>
      ${lines.length > 0 && html`<ul class="notices">${lines.map(({ line }) => line)}</ul>`}
      ${[...together].map(([of, dates]) => isSeries(of, dates) && seriesPart(of, dates, context))}
    </section>
  `
}
const OR_KEYED = ' OR keyedBy = ?1'
/** Whose it is, where the reader typed it for somebody. */
const forOther = ({ name }: BookingRow | RequestRow, { kit: { request: at } }: Context) =>
  name !== null && !isSameName(name, at.called ?? '') && html` (${name})`
/** All that two series book. */
const MOST = 2 * MOST_DATES
const beginOf = (one: BookingRow | RequestRow): number => timesIn(one)?.from ?? 0

/** The dates of a series under how it comes back, with what is done of all of them. */
function seriesPart(id: string, dates: readonly BookingRow[], context: Context): Html {
  const { kit, read } = context
  const said = kit.shown(series, 'recurs', read.one(series, id, 'home')?.recurs)
  return html`
    <h3>${said}</h3>
    <ul class="notices">${dates.map(one => bookedLine(one, context))}</ul>
    ${seriesActs(id, context, true)}
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

function bookedLine(row: BookingRow, context: Context): Html {
  const { kit, words } = context
  const owed = owedBy(row)
  const at = `${PATH}/reservations/${row.id}`
  const when = spanSaid(row, { kit, words })
  const said = owed.length > 0 ? words.youOwe(owed) : kit.shown(booking, 'state', row.state)
  return html`
    <li>
      <p><a href="${at}">${when}</a>${forOther(row, context)}${words.colon}${said}</p>
      ${row.why && html`<p>${words.whySaid(row)}</p>`}
      ${row.state === 'booked' && row.word && html`<p>${words.handing.yourWord(row.word)}</p>`}
      ${
        row.state === 'booked' &&
        givesUp(
          {
            path: `${at}/annuler`,
            days: [when],
            title: words.noMoreNeed,
            button: words.freeThem,
          },
          context,
        )
      }
    </li>
  `
}

/** Nothing is given back of what nobody gave: that is one tap. */
function takeBack(one: RequestRow, when: string, context: Context): Html {
  const { kit, words } = context
  const path = `${PATH}/demandes/${one.id}/retirer`
  if (one.state === 'given')
    return givesUp({ path, days: [when], title: words.noMoreNeed, button: words.freeThem }, context)
  const button = aboutButton(words.takeBack, when, kit.request.lang)
  return actButton(kit.form(), path, { button })
}

function askedLine(one: RequestRow, context: Context): Html {
  const { kit, read, words } = context
  const { today, now } = kit.request
  const when = words.when(timesIn(one)!, today)
  const isPast = (timesIn(one)?.until ?? 0) <= now
  const called = read.boxes().others.find(({ name }) => name === one.box)?.called
  const isAway = called !== undefined && one.asked === true && one.state === 'asked'
  const rank = rankAmongWaiting(read, one)
  const stands = standingNow(one, context)
  const said = stands
    ? standingSaid(stands, context)
    : isAway
      ? words.askedOf(called, isPast)
      : rank === undefined
        ? kit.shown(request, 'state', one.state)
        : words.seeing.waitsAs(rank)
  return html`
    <li>
      <p>${when}${forOther(one, context)}${words.colon}${said}</p>
      ${one.answer && html`<p${TONGUE}>${one.answer}</p>`}
      ${stands && standingLink(one, stands, context)}
      ${isTakenBack(one) && !(one.state === 'given' && isPast) && takeBack(one, when, context)}
    </li>
  `
}
