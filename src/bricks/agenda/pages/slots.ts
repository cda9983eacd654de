import { type Html, html } from '../../../contract/html.ts'
import type { Ask } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { HomeSection, MapPoint, Slots } from '../../../contract/slots.ts'
import { dayAfter, dayPlain, sayTime } from '../../../text/days.ts'
import { notices } from '../../../ui/board.ts'
import { agendaHarvest } from '../model/harvest.ts'
import { ALL, between } from '../model/read.ts'
import { AHEAD_DAYS, forBoard } from '../model/rules.ts'
import { modelSlots } from '../model/slots.ts'
import type { fr } from '../words/fr.ts'
import { agendaLine, eventLine } from './line.ts'
import { watch } from './watch.ts'

type Words = typeof fr
const ON_THE_BOARD = 3
const TODAY = 3
const MOST_LINES = 5_000
const MOST_ON_MAP = 300

/** What begins after today: what takes place today is said at the top of the page. */
function home(ask: Ask, read: Reader, words: Words): readonly HomeSection[] {
  const soon = between(
    read,
    ALL,
    dayAfter(ask.today, 1),
    dayAfter(ask.today, AHEAD_DAYS),
    200,
  ).filter(one => one.day > ask.today)
  if (soon.length === 0) return []
  const lines = forBoard(soon, ON_THE_BOARD).map(one => eventLine(one, ask, read, words))
  return [
    {
      order: 30,
      row: 'board',
      side: 'agenda',
      title: words.soon,
      more: { href: '/agenda', words: words.more },
      body: notices(lines),
    },
  ]
}

function today(ask: Ask, read: Reader, words: Words): readonly Html[] {
  return between(read, ALL, ask.today, ask.today, TODAY).map(one => {
    const { event: row, day, lastDay } = one
    const title = row.title ?? ''
    const last =
      lastDay > ask.today &&
      words.titled(title, words.goingOn(dayPlain(lastDay, ask.lang, ask.today)))
    const said =
      day === ask.today && row.startsAt
        ? words.atTime(title, sayTime(row.startsAt, ask.lang))
        : last || title
    return html`<a href="/agenda/${row.id}">${said}</a>`
  })
}

/** Each event once, however often it comes back. */
function map(ask: Ask, read: Reader, words: Words): readonly MapPoint[] {
  const soon = between(read, ALL, ask.today, dayAfter(ask.today, AHEAD_DAYS), MOST_LINES)
  const rows = [...new Map(soon.map(one => [one.event.id, one.event])).values()].slice(
    0,
    MOST_ON_MAP,
  )
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

export const slots: Slots<Words> = {
  ...modelSlots,
  menu: words => [{ order: 40, href: '/agenda', words: words.menu }],
  home,
  today,
  agenda: (ask, read, _words, from, to) =>
    between(read, ALL, from, to, MOST_LINES).map(one => agendaLine(one, ask, read)),
  map,
  watch,
  harvest: [agendaHarvest],
}
