import type { Hono } from 'hono'
import { calendarFile } from '../../../text/icalendar.ts'
import { originOf } from '../../../web/captive/captive.ts'
import { send } from '../../../web/pages/respond.ts'
import type { Server } from '../../../web/server-parts.ts'
import { model } from '../model/model.ts'
import { timesIn } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import { bookingRead } from '../pages/booking-read.ts'
import { backHead, backLines } from '../pages/bring-back.ts'
import { spanEvent } from './calendar.ts'

/**
 * `/preter/reservations/ID.ics`: one booking for the calendar of a telephone, with a reminder the
 * day before.
 *
 * Law     only who may read the booking has the file, and it names nobody.
 */
export function ownCalendarRoutes(app: Hono, server: Server): void {
  app.get(`${PATH}/reservations/:file{[0-9a-z]+\\.ics}`, (c, next) => {
    const visit = server.visit(c)
    const id = c.req.param('file').slice(0, -'.ics'.length)
    const kit = server.kitAt(c.req.path, visit)
    const read = server.source.read.as('lending')
    const found = visit.private ? bookingRead(kit, read, id) : undefined
    const span = found && timesIn(found.row)
    if (!found || !span) return next()
    const { row, of } = found
    const words = model.words[visit.lang]
    const context = { kit, read, words }
    const back = backLines({ row, of }, context)
    const title = words.calendar.titled(of.title ?? '', words.calendar.booked)
    const event = {
      ...spanEvent(span),
      ...{ uid: row.id, title, where: of.where ?? '' },
      url: `${originOf(c, server, visit.secure)}${PATH}/reservations/${row.id}`,
      detail: [
        ...(row.word !== null && kit.request.isMe(row.member)
          ? [words.handing.yourWord(row.word)]
          : []),
        ...(back.length === 0 ? [] : [`${backHead(of, context)}${words.colon}${back.join(' ')}`]),
      ].join(' '),
      cancelled: row.state === 'cancelled',
      alarm: title,
    }
    return send(c, calendarFile(title, [event], server.source.now()), {
      type: 'text/calendar; charset=utf-8',
      cache: 'none',
      headers: { 'content-disposition': 'inline; filename="reservation.ics"' },
    })
  })
}
