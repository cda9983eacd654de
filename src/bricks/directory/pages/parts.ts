import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import { dayAfter, sayTimes } from '../../../text/days.ts'
import { dayItem, dotted } from '../../../ui/board.ts'
import { within } from '../../../ui/tongue.ts'
import { pointedBy, saidOf } from '../model/read.ts'
import { otherLine, part } from './line.ts'
import { communeName, type DirectoryWords, saidSentence } from './say.ts'

/** What other bricks and other people say of a record: parts of its page. */

const MONTH_DAYS = 31
const MOST_DAYS = 12
const MOST_LINES = 30
/** So many dates are looked at for one that is not cancelled. */
const MOST_DATES = 9

const text = (row: Row, name: string): string | null =>
  typeof row[name] === 'string' && row[name] !== '' ? row[name] : null

/** An offer or a need that still stands. */
const stands = (row: Row, today: string): boolean =>
  row['state'] !== 'closed' && (text(row, 'until') ?? today) >= today

export function noticesFrom(
  { read, kit, words }: PageContext<DirectoryWords>,
  id: string,
  type: 'need' | 'offer',
  title: string,
): Html | false {
  const rows = pointedBy(read, id, type, ['from']).filter(row => stands(row, kit.request.today))
  return part(title, noticeLines(rows, read, kit, words))
}
export const noticeLines = (
  rows: readonly Row[],
  read: Reader,
  kit: Kit,
  words: DirectoryWords,
): readonly (Html | false)[] =>
  rows
    .slice(0, MOST_LINES)
    .map(row =>
      otherLine(
        row,
        read,
        dotted([communeName(kit, text(row, 'commune')), row['state'] === 'lead' && words.lead]),
      ),
    )
export const currentOf = (rows: readonly Row[], today: string): readonly Row[] =>
  rows.filter(row => stands(row, today))

/** These events in the month to come, by their next day; what comes back says how often, once. */
export function monthOf(
  events: readonly Row[],
  request: Request,
  read: Reader,
  title: string,
): Html | false {
  const to = dayAfter(request.today, MONTH_DAYS)
  const coming = events.flatMap(row => {
    const dates = read.published.eventDates?.(
      String(row['id']),
      { from: request.today, to },
      MOST_DATES,
    )
    const next = dates?.find(date => !date.cancelled)?.day
    return next ? [{ day: next, row, order: `${next} ${text(row, 'startsAt') ?? ''}` }] : []
  })
  const first = coming.sort((a, b) => (a.order < b.order ? -1 : 1)).slice(0, MOST_DAYS)
  return part(
    title,
    first.map(({ day, row }) => dayOf(day, row, request, read)),
  )
}

function dayOf(day: string, row: Row, request: Request, read: Reader): Html | false {
  const called = read.called(String(row['id']))
  const [at, rule] = [text(row, 'startsAt'), text(row, 'recurs')]
  const where = dotted([
    rule && sayRecurrence(rule, request.lang, text(row, 'startsOn') ?? undefined),
    at && sayTimes(at, text(row, 'endsAt'), request.lang),
  ])
  return (
    !!called &&
    dayItem(
      { day, title: called.title, ...(called.path ? { href: called.path } : {}), where },
      request.lang,
    )
  )
}

/** What was said of it, as sentences: who, with whom, when. */
export function saidPart(
  read: Reader,
  request: Request,
  words: DirectoryWords,
  id: string,
): Html | false {
  const all = saidOf(read, id)
  return (
    all.length > 0 &&
    html`
      <div class="part">
        <h2>${words.saidSoFar}</h2>
        <ul class="history">
          ${all.map(
            row => html`
            <li>${within(saidSentence(row, request, words), row.said ?? '', request.lang)}</li>
          `,
          )}
        </ul>
      </div>
    `
  )
}

/** The sentence that says that this is by hearsay, with the way to answer. */
export const doubtNote = (id: string, words: DirectoryWords): Html =>
  html`
    <div class="note">
      <p>
        <b>${words.toConfirmWord}${words.stop}</b> <a
          href="/a-confirmer/${id}">${words.doYouKnow}</a>
      </p>
    </div>
  `

export const tellLink = (id: string, words: DirectoryWords): Html =>
  html`<a class="no-print" href="/a-confirmer/${id}">${words.notSoAnyMore}</a>`
