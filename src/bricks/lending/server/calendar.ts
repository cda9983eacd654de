import type { Hono } from 'hono'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayOfMoment, timeOfMoment } from '../../../text/days.ts'
import { type CalendarEvent, calendarFile } from '../../../text/icalendar.ts'
import { originOf } from '../../../web/captive/captive.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { send } from '../../../web/pages/respond.ts'
import type { Server } from '../../../web/server-parts.ts'
import { model } from '../model/model.ts'
import { type ThingRow, thingOf, totalOf } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import type { Span } from '../model/span.ts'
import { type ThingTurn, turnsIn } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'

/** Units   days: so far behind and ahead. */
const [BEHIND, AHEAD] = [30, 400]

/**
 * `/preter/ID.ics`: when a thing or a place is taken, for any calendar.
 *
 * Law     busy times alone, as anybody reads them: no name and no use is in the file, whoever asks.
 *         A booking keeps its UID from one file to the next.
 */
export function busyRoutes(app: Hono, server: Server): void {
  app.get(`${PATH}/:file{[0-9a-z]+\\.ics}`, (c, next) => {
    const { lang, secure } = server.visit(c)
    const ours = server.source.read.as('lending')
    const row = thingOf(ours, c.req.param('file').slice(0, -'.ics'.length))
    if (!row || row.gone === true) return next()
    const { today } = kitFor(server.source, { path: c.req.path, lang, by: 'visitor' }).request
    const turns = turnsIn(ours, [row], {
      from: momentOf(dayAfter(today, -BEHIND), '00:00'),
      until: momentOf(dayAfter(today, AHEAD), '00:00'),
    })
    const url = `${originOf(c, server, secure)}${PATH}/${row.id}`
    const words = model.words[lang].calendar
    const events = turns.map(turn => busyEvent(turn, row, { url, words }))
    return send(c, calendarFile(row.title ?? '', events, server.source.now()), {
      type: 'text/calendar; charset=utf-8',
      cache: 'shared',
      headers: { 'content-disposition': 'inline; filename="pris.ics"' },
    })
  })
}

type BusyOf = Readonly<{ url: string; words: typeof fr.calendar }>
function busyEvent(turn: ThingTurn, row: ThingRow, { url, words }: BusyOf): CalendarEvent {
  const busy = words.busy(turn.count, totalOf(row))
  return {
    uid: turn.key,
    title: words.titled(row.title ?? '', turn.isClosed ? words.closedBusy : busy),
    where: row.where ?? '',
    url,
    ...spanEvent(turn),
  }
}

/** A time as an event of a calendar has it: whole days, or from an hour to another. */
export function spanEvent(span: Span): Pick<CalendarEvent, 'day' | 'lastDay' | 'time' | 'until'> {
  const [day, time] = [dayOfMoment(span.from), timeOfMoment(span.from)]
  const [end, until] = [dayOfMoment(span.until), timeOfMoment(span.until)]
  const isWhole = time === '00:00' && until === '00:00'
  return {
    day,
    lastDay: isWhole ? dayAfter(end, -1) : end,
    ...(isWhole ? {} : { time, until }),
  }
}
