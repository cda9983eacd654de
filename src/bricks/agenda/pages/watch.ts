import { ofList, type WatchPanel, type WatchSource } from '../../../contract/box/watch.ts'
import { plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayAfter, dayLong, dayNear, sayTimes } from '../../../text/days.ts'
import { ALL, answersTo, between, type EventRow } from '../model/read.ts'
import { isHeld, type Occurrence } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { dateNote } from './dates.ts'
import { titleOf, whereOf } from './line.ts'

type Words = typeof fr
/** Nearer than the board: what one can still do something about. */
const AHEAD = 21
const MOST_AHEAD = 200
const MOST = 2

/**
 * An event with its day said first. *Demain* is for a clock that was set; else the day is said in
 * full, as it was written.
 */
function panelOf(one: Occurrence<EventRow>, kit: Kit, read: Reader, words: Words): WatchPanel {
  const { event: row, day } = one
  const note = dateNote(one, kit.request, words)
  const said = kit.request.sure
    ? dayNear(day, kit.request.lang, kit.request.today)
    : dayLong(day, kit.request.lang)
  const time = row.startsAt ? `, ${sayTimes(row.startsAt, row.endsAt, kit.request.lang)}` : ''
  const where = plainText(whereOf(row, kit))
  const answers = row.minimum === null ? undefined : answersTo(read, row, one.of)
  return {
    key: `${day.replaceAll('-', '')}${(row.startsAt ?? '00:00').replace(':', '')}${row.id}`,
    lead: said.charAt(0).toLocaleUpperCase(kit.request.lang) + said.slice(1) + time,
    title: !isHeld(one)
      ? words.struckTitle[one.cancelled ? 'cancelled' : 'moved'](row.title ?? '')
      : titleOf(row, answers, kit.request, words),
    // A market named after its place is said once.
    ...(note !== undefined ? { under: note } : where === row.title ? {} : { under: where }),
    ...(row.reach && isHeld(one) ? { reach: { who: row.who, how: row.reach } } : {}),
  }
}

/**
 * What begins in the three weeks after today, each once in its turn: what takes place today is said
 * with today.
 */
export function watch(kit: Kit, read: Reader, words: Words): readonly WatchSource[] {
  const soon = between(
    read,
    ALL,
    { from: dayAfter(kit.request.today, 1), to: dayAfter(kit.request.today, AHEAD) },
    MOST_AHEAD,
  ).filter(one => one.day > kit.request.today)
  // What comes back each week is there once, at its next time.
  const once = [...new Map(soon.toReversed().map(one => [one.event.id, one])).values()]
  const panels = once.map(one => panelOf(one, kit, read, words))
  return [
    { kind: 'soon', order: 30, side: 'agenda', label: words.soon, most: MOST, ...ofList(panels) },
  ]
}
