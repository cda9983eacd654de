import type { Hono } from 'hono'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { AgendaLine } from '../../../contract/slots.ts'
import { type EventDate, onItsDate } from '../../../core/calendar/event-dates.ts'
import type { Lang } from '../../../core/lang.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { dayAfter } from '../../../text/days.ts'
import { type CalendarEvent, calendarFile } from '../../../text/icalendar.ts'
import { originOf } from '../../../web/captive/captive.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { send } from '../../../web/pages/respond.ts'
import type { Server } from '../../../web/server-parts.ts'
import { webWords } from '../../../web/words.ts'
import { ALL, type EventRow, eventOf, lastWrite, rowsBetween } from '../model/read.ts'
import { nextOf } from '../model/rules.ts'
import { placeOf } from '../pages/line.ts'
import { calendarEvents } from './ics.ts'

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
 *         what comes back at 18:00 is at 18:00 the whole year, in any calendar. A line keeps its
 *         UID from one file to the next, whatever its title, its time or the box's address have
 *         become.
 * Source  RFC 5545, 3.1, 3.6.1, 3.8.4.7.
 */
export const calendarText = (lines: readonly CalendarLine[], of: CalendarOf): string =>
  calendarFile(of.name, eventsOf(lines, of), of.now)

const urlOf = (href: string, { scheme, host }: CalendarOf): string =>
  `${scheme ?? 'http'}://${host}${href}`

function eventsOf(lines: readonly CalendarLine[], of: CalendarOf): readonly CalendarEvent[] {
  const seen = new Map<string, number>()
  return lines.map(line => {
    const day = `${line.id}-${line.day}`
    const n = (seen.get(day) ?? 0) + 1
    seen.set(day, n)
    return {
      uid: n === 1 ? day : `${day}-${n}`,
      title: line.title,
      where: line.where,
      url: urlOf(line.href, of),
      day: line.day,
      lastDay: line.lastDay ?? line.day,
      time: line.time,
      until: line.until,
    }
  })
}

/**
 * So far behind and ahead, in days: what was put in a telephone last week stays there, and next
 * year's fête is in it.
 */
const BEHIND = 30
const AHEAD = 400

/** SEQUENCE counts minutes since 2020: it grows with each write. */
const FIRST_MINUTE = Date.UTC(2020, 0) / 60_000
const MOST = 2_000

/**
 * `/agenda.ics`, and `/agenda/ID.ics` for one event, as any visitor sees them: our own events with
 * all their dates, and the lines of other bricks.
 */
export function calendarRoutes(app: Hono, server: Server): void {
  type Asked = Readonly<{ path: string; lang: Lang; of: CalendarOf; id?: string }>
  const eventsAsked = ({ path, lang, of, id }: Asked): readonly CalendarEvent[] => {
    const { bricks, read } = server.source
    const kit = kitFor(server.source, { path, lang, by: 'visitor' })
    const own = bricks.some(brick => brick.name === 'agenda') ? read.as('agenda') : undefined
    const { today } = kit.request
    const alone = own && id !== undefined ? eventOf(own, id) : undefined
    // One event is given whenever it takes place next, as its page says.
    const next = alone && nextOf(alone, today)?.day
    const ahead = [dayAfter(today, AHEAD), next ?? ''].sort()[1]!
    const days = { from: dayAfter(today, -BEHIND), to: ahead }
    const others = bricks
      .filter(brick => brick.name !== 'agenda')
      .flatMap(brick => brick.slots?.agenda?.(kit, read, brick.words[lang], days) ?? [])
      .filter(line => id === undefined || line.id === id)
    const rows = alone ? [alone] : own && id === undefined ? rowsBetween(own, ALL, days, MOST) : []
    const events = rows.flatMap(row => calendarEvents(row, days, tellerOf(row, kit, own!, of)))
    return [...events, ...eventsOf(others, of)]
  }
  app.get('/agenda.ics', c => answer(c.req.path, undefined, c) ?? c.notFound())
  app.get(
    '/agenda/:file{.+\\.ics}',
    (c, next) => answer(c.req.path, c.req.param('file').slice(0, -'.ics'.length), c) ?? next(),
  )
  function answer(
    path: string,
    id: string | undefined,
    c: Parameters<typeof send>[0],
  ): Response | undefined {
    const { lang, secure } = server.visit(c)
    const name =
      territoryOf(server.source.bricks, server.source.read)?.name ?? webWords(lang).defaultName
    const of: CalendarOf = {
      name,
      host: originOf(c, server, secure).replace(/^https?:\/\//, ''),
      now: server.source.now(),
      scheme: secure ? 'https' : 'http',
    }
    const events = eventsAsked({ path, lang, of, ...(id === undefined ? {} : { id }) })
    if (id !== undefined && events.length === 0) return undefined
    return send(c, calendarFile(name, events, of.now), {
      type: 'text/calendar; charset=utf-8',
      cache: 'shared',
      headers: { 'content-disposition': 'inline; filename="agenda.ics"' },
    })
  }
}

/** What an event, or one of its dates, says in a calendar. */
function tellerOf(row: EventRow, kit: Kit, read: Reader, of: CalendarOf) {
  const sequence = Math.max(0, Math.floor(lastWrite(read, row.id) / 60_000 - FIRST_MINUTE))
  return {
    at: (date: EventDate): EventRow => onItsDate(row, date),
    shape: (told: EventRow, date?: EventDate) => ({
      title: told.title ?? '',
      where: placeOf(told, kit, read),
      url: urlOf(`/agenda/${told.id}`, of),
      time: told.startsAt ?? undefined,
      until: told.endsAt ?? undefined,
      detail: date?.change?.why ?? undefined,
      sequence,
    }),
  }
}
