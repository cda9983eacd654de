import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayLong, daysBetween, sayDays, weekday } from '../../../text/days.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { inTongue } from '../../../ui/tongue.ts'
import type { ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { type ThingTurn, thingsOf, turnsIn } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'
import { type DaySeen, daysSeen, owedSaid, saidOf } from './days.ts'
import { sees } from './reading.ts'
import {
  DOOR_SIZES,
  doorPath,
  hoursOn,
  isOnDay,
  monthAsked,
  monthSaid,
  type Stretch,
  spanOfStretch,
  weekAsked,
  weeksOf,
} from './stretch.ts'
import { mattersListed } from './waits.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** The weeks and months of what is lent, a day a line or a cell. */

const frame = (context: Context, row: ThingRow | undefined, title: string, inside: Html): Leaf => ({
  title,
  current: PATH,
  body: html`
    <div class="text">
      ${crumbs(
        [
          { href: PATH, words: context.words.menu },
          ...(row ? [{ href: `${PATH}/${row.id}`, words: row.title ?? '' }] : []),
        ],
        context.kit.request.lang,
      )}
      <h1>${title}</h1>
      ${inside}
    </div>
  `,
})

const thingAsked = ({ kit, read }: Context): ThingRow | undefined => {
  const row = read.one(thing, kit.request.params['id'] ?? '')
  return row && row.gone !== true ? row : undefined
}

/** The week of a thing: a line for each day, with who has it for who is in charge. */
const weekPage: Page<Words> = {
  path: `${PATH}/:id/semaine`,
  show: (kit, read, words): Leaf | undefined => {
    const context = { kit, read, words }
    const row = thingAsked(context)
    if (!row) return undefined
    const week = weekAsked(kit.request)
    const { lang, today } = kit.request
    const w = words.calendar
    const isKept = sees(kit, read, row)
    const days = { context, row, isKept }
    const linked = (day: string): Html => dayLink(days, { day, said: dayLong(day, lang, today) })
    const turns = turnsIn(read, [row], spanOfStretch(week)).filter(
      turn => isKept || turn.isAnnounced,
    )
    const isWhoSaid = isKept || turns.length > 0
    const heads = [w.day, w.state, ...(isWhoSaid ? [w.who] : [])]
    return frame(
      context,
      row,
      w.week(row.title ?? ''),
      html`
        <p class="lead">${capital(sayDays(week.from, dayAfter(week.from, 6), lang, today))}</p>
        ${ways(context, { row, of: 'week', stretch: week, isKept })}
        <div class="table">
          <table>
            <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
            <tbody>
              ${daysSeen(context, row, week).map(
                seen => html`
                  <tr class="lend-${seen.is}">
                    <th scope="row">${linked(seen.day)}</th>
                    <td>${stateSaid(seen, context)}</td>
                    ${isWhoSaid && html`<td>${whoOn(turns, seen.day, context)}</td>`}
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `,
    )
  },
}

/** `isKept`: its reader is in charge of it; asked once for all days. */
type DaysLinked = Readonly<{ context: Context; row: ThingRow; isKept: boolean }>
/** A day that may still be asked for leads to its answer. */
const dayLink = (
  { context, row, isKept }: DaysLinked,
  { day, said, heard = said }: Readonly<{ day: string; said: string; heard?: string }>,
): Html =>
  day >= context.kit.request.today && isLinked(context, day, isKept)
    ? html`
      <a href="${PATH}/${row.id}?startsOn=${day}#reponse"
        ${heard !== said && html` aria-label="${heard}"`}>${said}</a>
    `
    : html`<b>${said}</b>`

const stateSaid = (seen: DaySeen, context: Context): string =>
  isOver(seen, context) ? '' : saidOf(seen, context)

/** The same in a cell of a month. */
const shortSaid = (seen: DaySeen, context: Context): string => {
  const { calendar, daySaid } = context.words
  if (isOver(seen, context)) return ''
  return seen.isKept ? daySaid.kept : (owedSaid(seen, context) ?? calendar.short[seen.is])
}

/** Nobody can have a day that is past, and that nobody had. */
const isOver = ({ day, is }: DaySeen, { kit }: Context): boolean =>
  is === 'free' && day < kit.request.today

/** Who has it on a day, and at what time: for who is in charge of it. */
function whoOn(turns: readonly ThingTurn[], day: string, context: Context): Html {
  const all = turns.filter(turn => isOnDay(turn, day))
  return html`${all.map((turn, n) => html`${n > 0 && html`<br>`}${turnSaid(turn, day, context)}`)}`
}
function turnSaid(turn: ThingTurn, day: string, context: Context): Html {
  const { words } = context
  const name = turn.isClosed
    ? words.calendar.closed
    : turn.name === ''
      ? words.daySaid.taken
      : inTongue(turn.name, context.kit.request.lang)
  return html`<a href="${turn.path}">${name}</a>${hoursOn(turn, day, context)}`
}

/** The month of a thing: a line for each week, a cell for each day. */
const monthPage: Page<Words> = {
  path: `${PATH}/:id/mois`,
  show: (kit, read, words): Leaf | undefined => {
    const context = { kit, read, words }
    const row = thingAsked(context)
    if (!row) return undefined
    const month = monthAsked(kit.request)
    const { lang } = kit.request
    const title = words.calendar.month(row.title ?? '', monthSaid(month.from, kit.request))
    const isKept = sees(kit, read, row)
    const weeks = weeksOf(daysSeen(context, row, month))
    const numbered = (seen: DaySeen) => ({
      day: seen.day,
      said: String(Number(seen.day.slice(8))),
      heard: [dayLong(seen.day, lang, kit.request.today), shortSaid(seen, context)].join(', '),
    })
    const cell = (seen: DaySeen | undefined): Html =>
      seen === undefined
        ? html`<td></td>`
        : html`
          <td class="lend-${seen.is}">
            ${dayLink({ context, row, isKept }, numbered(seen))}
            <span>${shortSaid(seen, context)}</span>
          </td>
        `
    return frame(
      context,
      row,
      title,
      html`
        ${ways(context, { row, of: 'month', stretch: month, isKept })}
        <div class="table">
          <table class="lend-month" aria-label="${title}">
            <thead>
              <tr>
                ${WEEK.map(day => html`<th scope="col">${weekdayShort(day, lang)}</th>`)}
              </tr>
            </thead>
            <tbody>${weeks.map(week => html`<tr>${week.map(cell)}</tr>`)}</tbody>
          </table>
        </div>
      `,
    )
  },
}

/** A Monday and the six days after it. */
const WEEK = Array.from({ length: 7 }, (_, n) => dayAfter('2026-11-30', n))
const weekdayShort = (day: string, lang: Request['lang']): Html => {
  const name = weekday(day, lang)
  return html`<abbr title="${name}">${name.slice(0, 3)}</abbr>`
}

/** `row`: the thing; without it, the week of all that the reader is in charge of. */
type Ways = Readonly<{
  row?: ThingRow
  of: 'week' | 'month'
  stretch: Stretch
  isKept: boolean
}>
/**
 * The days to which links of a calendar lead: those to come, and for who is in charge the past ones
 * too. Pages have an end, and a day that is further is asked by its name.
 *
 * Units   days from today.
 */
const [PAST, AHEAD, KEPT] = [0, 184, 732]
const isLinked = ({ kit }: Context, day: string, isKept: boolean): boolean => {
  const ahead = daysBetween(kit.request.today, day)
  return isKept ? Math.abs(ahead) <= KEPT : ahead >= PAST && ahead <= AHEAD
}

/** Before and after, the other view, and its paper for the door. */
function ways(context: Context, { row, of, stretch: { from, days }, isKept }: Ways): Html {
  const at = row ? `${PATH}/${row.id}` : PATH
  const w = context.words.calendar
  const [before, after] = [dayAfter(from, -1), dayAfter(from, days)]
  const [here, other] =
    of === 'week' ? (['semaine', 'mois'] as const) : (['mois', 'semaine'] as const)
  const link = (path: string, day: string, said: string): Html =>
    html`<a href="${at}/${path}?jour=${day}">${said}</a>`
  return html`
    <p class="acts no-print">
      ${isLinked(context, before, isKept) && link(here, before, w.before[of])}
      ${isLinked(context, after, isKept) && link(here, after, w.after[of])}
      ${
        row !== undefined &&
        html`
          ${link(other, from, of === 'week' ? w.seeMonth : w.seeWeek)}
          ${DOOR_SIZES.map(
            size => html`
              <a href="${doorPath(row.id, of, size)}&amp;jour=${from}">
                ${w.printDoor(size.toUpperCase())}</a>
            `,
          )}
        `
      }
    </p>
  `
}

/** All that somebody is in charge of, on one week: a line for each thing, a column for each day. */
const allWeekPage: Page<Words> = {
  path: `${PATH}/semaine`,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const context = { kit, read, words }
    const { request } = kit
    const w = words.calendar
    const week = weekAsked(request)
    const rows = request.private ? thingsOf(read, request) : []
    const turns = turnsIn(read, rows, spanOfStretch(week))
    const days = Array.from({ length: 7 }, (_, n) => dayAfter(week.from, n))
    const { lang, today } = request
    const table = html`
      <div class="table whole">
        <table>
          <thead>
            <tr>
              <th scope="col">${w.thing}</th>
              ${days.map(day => html`<th scope="col">${dayLong(day, lang, today)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(row => {
              const own = turns.filter(turn => turn.thing === row.id)
              return html`
                <tr>
                  <th scope="row"><a href="${PATH}/${row.id}/semaine">${row.title}</a></th>
                  ${days.map(day => html`<td>${whoOn(own, day, context)}</td>`)}
                </tr>
              `
            })}
          </tbody>
        </table>
      </div>
    `
    const matters = request.private ? mattersListed(context) : []
    const inside = html`
      ${
        matters.length > 0 &&
        html`
          <section class="no-print">
            <h2>${w.toAnswer}</h2>
            <ul class="notices">
              ${matters.map(one => html`<li><a href="${one.href}">${one.sentence}</a></li>`)}
            </ul>
          </section>
        `
      }
      <p class="lead">${capital(sayDays(week.from, dayAfter(week.from, 6), lang, today))}</p>
      ${ways(context, { of: 'week', stretch: week, isKept: true })}
      ${rows.length === 0 ? html`<p>${w.nothingKept}</p>` : table}
    `
    return frame(context, undefined, w.allWeek, inside)
  },
}

export const calendarPages: readonly Page<Words>[] = [allWeekPage, weekPage, monthPage]
