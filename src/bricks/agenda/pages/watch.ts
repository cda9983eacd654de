import { ofList, type WatchPanel, type WatchSource } from '../../../contract/box/watch.ts'
import { plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { AgendaLine } from '../../../contract/slots.ts'
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

type When = Readonly<{ day: string; time?: string | null; until?: string | null; id: string }>
function whenOf({ day, time, until, id }: When, kit: Kit): Pick<WatchPanel, 'key' | 'lead'> {
  const { lang, today, sure } = kit.request
  const said = sure ? dayNear(day, lang, today) : dayLong(day, lang)
  const at = time ? `, ${sayTimes(time, until, lang)}` : ''
  return {
    key: `${day.replaceAll('-', '')}${(time ?? '00:00').replace(':', '')}${id}`,
    lead: said.charAt(0).toLocaleUpperCase(lang) + said.slice(1) + at,
  }
}

/** A line of another brick, such as a meeting that is to come. */
const otherPanel = (one: AgendaLine, kit: Kit): WatchPanel => ({
  ...whenOf(one, kit),
  title: one.title,
  ...(one.where === '' || one.where === one.title ? {} : { under: one.where }),
})

/**
 * An event with its day said first. *Demain* is for a clock that was set; else the day is said in
 * full, as it was written.
 */
function panelOf(one: Occurrence<EventRow>, kit: Kit, read: Reader, words: Words): WatchPanel {
  const { event: row, day } = one
  const note = dateNote(one, kit.request, words)
  const where = plainText(whereOf(row, kit))
  const answers = row.minimum === null ? undefined : answersTo(read, row, one.of)
  return {
    ...whenOf({ day, time: row.startsAt, until: row.endsAt, id: row.id }, kit),
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
  const others = kit.agenda(
    dayAfter(kit.request.today, 1),
    dayAfter(kit.request.today, AHEAD),
    'agenda',
  )
  const panels = [
    ...once.map(one => panelOf(one, kit, read, words)),
    ...others.map(one => otherPanel(one, kit)),
  ]
  return [
    { kind: 'soon', order: 30, side: 'agenda', label: words.soon, most: MOST, ...ofList(panels) },
  ]
}
