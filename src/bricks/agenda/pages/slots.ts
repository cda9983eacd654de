import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { HomeSection, MapPoint, Slots } from '../../../contract/slots.ts'
import { CHANGED_DATES, changesIn } from '../../../core/calendar/event-dates.ts'
import { dayAfter, dayNear, dayPlain, sayTime, sayTimes } from '../../../text/days.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { agendaHarvest } from '../model/harvest.ts'
import { ALL, between, eventOf } from '../model/read.ts'
import { event, eventDate } from '../model/records.ts'
import {
  AHEAD_DAYS,
  type BoardLine,
  forBoard,
  isHeld,
  isOneOfMany,
  nextOf,
} from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { dateNote } from './dates.ts'
import { finds } from './finds.ts'
import { agendaLine, eventLine, otherLine } from './line.ts'
import { whenOf } from './pages.ts'
import { watch } from './watch.ts'

type Words = typeof fr
const ON_THE_BOARD = 3
const TODAY = 3
const MOST_OFTEN = 4
const MOST_LINES = 5_000
const MOST_ON_MAP = 300

type HomeLine = BoardLine & Readonly<{ line: () => Html; title: string; href: string }>

/** What begins after today, meetings too: what takes place today is said at the top of the page. */
function home(kit: Kit, read: Reader, words: Words): readonly HomeSection[] {
  const { today, lang } = kit.request
  const days = { from: dayAfter(today, 1), to: dayAfter(today, AHEAD_DAYS) }
  const own = between(read, ALL, days, 200)
    .filter(one => one.day > today)
    .map((one): HomeLine => {
      const { event: row, day } = one
      return {
        ...{ key: row.id, day, time: row.startsAt ?? '', isOften: isOneOfMany(row, day, today) },
        ...{ title: row.title ?? '', href: `/agenda/${row.id}` },
        line: () => eventLine(one, { kit, read, words }),
      }
    })
  const others = kit.agenda(days.from, days.to, 'agenda').map(
    (one): HomeLine => ({
      ...{ key: one.id, day: one.day, time: one.time ?? '', isOften: false },
      ...{ title: one.title, href: one.href, line: () => otherLine(one, lang) },
    }),
  )
  const { lines, often } = forBoard([...own, ...others], ON_THE_BOARD)
  if (lines.length === 0) return []
  return [
    {
      order: 30,
      row: 'board',
      side: 'agenda',
      title: words.soon,
      more: { href: '/agenda', words: words.more },
      body: html`
        ${notices(lines.map(one => one.line()))}
        ${often.length > 0 && oftenLine(often.slice(0, MOST_OFTEN), kit, words)}
      `,
    },
  ]
}

/** *Comme chaque semaine : Le marché, jeudi · Le local ouvre, mercredi*. */
const oftenLine = (often: readonly HomeLine[], { request }: Kit, words: Words): Html =>
  html`
    <p class="where">${words.often}${words.colon}${often.map(
      ({ title, href, day }, i) =>
        html`${i > 0 && POINT}<a href="${href}">${title}</a>, ${dayNear(
          day,
          request.lang,
          request.today,
        )}`,
    )}</p>
  `

function today(kit: Kit, read: Reader, words: Words): readonly Html[] {
  return between(read, ALL, { from: kit.request.today, to: kit.request.today }, TODAY).map(one => {
    const { event: row, day, lastDay } = one
    const title = row.title ?? ''
    const gone = isHeld(one) ? undefined : dateNote(one, kit.request, words)
    if (gone) return html`<a href="/agenda/${row.id}">${words.titled(title, gone)}</a>`
    const last =
      lastDay > kit.request.today &&
      words.titled(title, words.goingOn(dayPlain(lastDay, kit.request.lang, kit.request.today)))
    const { lang } = kit.request
    const at = day === kit.request.today && row.startsAt ? row.startsAt : undefined
    const until = lastDay === day ? row.endsAt : undefined
    const timed =
      at !== undefined &&
      (until
        ? words.titled(title, sayTimes(at, until, lang))
        : words.atTime(title, sayTime(at, lang)))
    const said = timed || last || title
    return html`<a href="/agenda/${row.id}">${said}</a>`
  })
}

/** Each event once, however often it comes back; a cancelled or a moved date leads to no place. */
function map(kit: Kit, read: Reader, words: Words): readonly MapPoint[] {
  const soon = between(
    read,
    ALL,
    { from: kit.request.today, to: dayAfter(kit.request.today, AHEAD_DAYS) },
    MOST_LINES,
  )
  const rows = [
    ...new Map(soon.filter(isHeld).map(one => [one.event.id, one.event])).values(),
  ].slice(0, MOST_ON_MAP)
  return rows.flatMap((row): MapPoint[] =>
    row.commune
      ? [
          {
            title: row.title ?? '',
            href: `/agenda/${row.id}`,
            commune: row.commune,
            layer: words.onMap,
          },
        ]
      : [],
  )
}

const told = (change: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value.slice(0, 300)]] : [],
    ),
  )

export const slots: Slots<Words> = {
  questions: words => words.questions,
  menu: words => [{ order: 40, href: '/agenda', words: words.menu }],
  home,
  today,
  agenda: (kit, read, words, days) =>
    between(read, ALL, days, MOST_LINES).map(one => agendaLine(one, kit, read, words)),
  finds,
  facts: (kit, read, words, { type, id }) => {
    const row = type === event.name ? eventOf(read, id) : undefined
    return row && html`${whenOf(row, nextOf(row, kit.request.today), kit.request, words)}`
  },
  map,
  watch,
  besides: {
    type: event.name,
    comes: eventDate.name,
    column: CHANGED_DATES,
    dayOf: fields => String(fields['day'] ?? ''),
    records: (id, said) =>
      changesIn(said).map(({ of, ...change }) => ({ event: id, day: of, ...told(change) })),
  },
  harvest: [agendaHarvest],
}
