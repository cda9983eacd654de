import type { Hono } from 'hono'
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { AgendaLine } from '../../../contract/slots.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { dayAfter } from '../../../text/days.ts'
import { originOf } from '../../../web/captive/captive.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { send } from '../../../web/pages/respond.ts'
import type { Server } from '../../../web/server-parts.ts'
import { webWords } from '../../../web/words.ts'

/** An agenda's line; `lastDay` is there when it lasts several days. */
export type CalendarLine = AgendaLine & Readonly<{ lastDay?: string }>

/**
 * `name`: what the calendar is called. `host`: where its pages are, with the port. `now`: ms since
 * 1970.
 */
export type CalendarOf = Readonly<{
  name: string
  host: string
  now: number
  scheme?: 'http' | 'https'
}>

/**
 * An agenda as a calendar file.
 *
 * Law     times are those of the village's clock, each written as the instant at which it strikes:
 *         what comes back at 18:00 is at 18:00 the whole year, in any calendar, without a table of
 *         time zones. A line keeps its UID from one file to the next, whatever its title, its time
 *         or the box's address have become.
 * Source  RFC 5545, 3.1, 3.6.1, 3.8.4.7.
 */
export function calendarText(lines: readonly CalendarLine[], of: CalendarOf): string {
  const calendar = ical({
    name: of.name,
    prodId: { company: 'CoCoTe', product: 'agenda', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const seen = new Map<string, number>()
  for (const line of lines) {
    const times = timesOf(line)
    const day = `${line.id}-${line.day}`
    const n = (seen.get(day) ?? 0) + 1
    seen.set(day, n)
    calendar.createEvent({
      id: n === 1 ? day : `${day}-${n}`,
      stamp: new Date(of.now),
      summary: plain(line.title),
      ...(line.where === '' ? {} : { location: plain(line.where) }),
      url: `${of.scheme ?? 'http'}://${of.host}${line.href}`,
      ...times,
    })
  }
  // Each line of the file ends, the last one too: the library leaves that out, and a strict reader
  // then lacks the end.
  return `${calendar.toString().trimEnd()}\r\n`
}

/** A title holds one line: what a neighbour's box wrote may hold anything. */
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').toWellFormed()

type Times = Readonly<{ start: Date; end?: Date; allDay?: true }>

/**
 * Whole days end on the day after, as RFC 5545 counts; an end before the beginning is after
 * midnight; no end is none.
 */
function timesOf(line: CalendarLine): Times {
  const last = line.lastDay ?? line.day
  if (line.time === undefined)
    return { start: wholeDay(line.day), end: wholeDay(dayAfter(last, 1)), allDay: true }
  const start = momentOf(line.day, line.time)
  if (line.until === undefined)
    return {
      start: new Date(start),
      ...(line.lastDay ? { end: new Date(momentOf(last, '23:59')) } : {}),
    }
  const end = momentOf(last, line.until)
  return {
    start: new Date(start),
    end: new Date(end > start ? end : momentOf(dayAfter(last, 1), line.until)),
  }
}
const wholeDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

/**
 * So far behind and ahead, in days: what was put in a telephone last week stays there, and next
 * year's fête is in it.
 */
const BEHIND = 30
const AHEAD = 400

/**
 * `/agenda.ics`, and `/agenda/ID.ics` for one event: what the bricks' agendas say, as any visitor
 * sees it.
 */
export function calendarRoutes(app: Hono, server: Server): void {
  const linesOf = (path: string, lang: 'fr' | 'en'): readonly CalendarLine[] => {
    const { bricks, read } = server.source
    const kit = kitFor(server.source, { path, lang, by: 'visitor' })
    const [from, to] = [dayAfter(kit.request.today, -BEHIND), dayAfter(kit.request.today, AHEAD)]
    return bricks.flatMap(
      brick => brick.slots?.agenda?.(kit, read, brick.words[lang], { from, to }) ?? [],
    )
  }
  app.get('/agenda.ics', c => answer(c.req.path, undefined, c))
  app.get('/agenda/:file{.+\\.ics}', (c, next) => {
    const id = c.req.param('file').slice(0, -'.ics'.length)
    return linesOf(c.req.path, 'fr').some(line => line.id === id)
      ? answer(c.req.path, id, c)
      : next()
  })
  function answer(path: string, id: string | undefined, c: Parameters<typeof send>[0]): Response {
    const { lang, secure } = server.visit(c)
    const lines = linesOf(path, lang).filter(line => id === undefined || line.id === id)
    const name =
      territoryOf(server.source.bricks, server.source.read)?.name ?? webWords(lang).defaultName
    const text = calendarText(lines, {
      name,
      host: originOf(c, server, secure).replace(/^https?:\/\//, ''),
      now: server.source.now(),
      scheme: secure ? 'https' : 'http',
    })
    return send(c, text, {
      type: 'text/calendar; charset=utf-8',
      cache: 'shared',
      headers: { 'content-disposition': 'inline; filename="agenda.ics"' },
    })
  }
}
