import { momentOf, untilOf } from '../core/calendar/recurrence.ts'
import { dayAfter } from './days.ts'

/**
 * Calendar files. Our own writer, because a date of a series needs RDATE and the village's zone,
 * whatever the zone of the machine (docs/decisions/0054).
 *
 * Source  RFC 5545: 3.1, 3.3.11, 3.6.1, 3.6.5, 3.6.6, 3.8.
 */

/**
 * A VEVENT. `days`, `times`: its first and last. `of`: the date of a series that it replaces
 * (RECURRENCE-ID), with the time that the series has. `series`: what the first of them carries.
 * `alarm`: what is said the day before; of whole days at six in the evening.
 */
export type CalendarEvent = Readonly<{
  uid: string
  title: string
  where: string
  url: string
  day: string
  lastDay: string
  time?: string | undefined
  until?: string | undefined
  detail?: string | undefined
  cancelled?: boolean
  alarm?: string
  /** Grows with each write. */
  sequence?: number
  of?: Readonly<{ day: string; time: string | undefined }>
  series?: Readonly<{ rule: string | null; left: readonly string[]; added: readonly string[] }>
}>

const ZONE = 'Europe/Paris'
/** The zone of the village, as it has been since 1996. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split('\n')

const bare = (day: string): string => day.replaceAll('-', '')
const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')
/** A title holds one line: what a neighbour's box wrote may hold anything. */
const text = (said: string): string =>
  said
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .replace(/[\\;,]/g, mark => `\\${mark}`)

/** A line of at most 75 bytes, going on after a blank, cut between characters. */
function folded(line: string): string {
  const pieces: string[] = []
  let [piece, room] = ['', 75]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      pieces.push(piece)
      ;[piece, room] = ['', 74]
    }
    piece += letter
    room -= size
  }
  return [...pieces, piece].join('\r\n ')
}

/** A date property: a whole day, an instant, or for a series the clock of the village. */
function dated(name: string, day: string, time: string | undefined, isZoned: boolean): string {
  if (time === undefined) return `${name};VALUE=DATE:${bare(day)}`
  return isZoned
    ? `${name};TZID=${ZONE}:${bare(day)}T${time.replace(':', '')}00`
    : `${name}:${utc(momentOf(day, time))}`
}

/**
 * Whole days end on the day after, as RFC 5545 counts; an end before the beginning is after
 * midnight; no end is none.
 */
function endOf({ day, lastDay, time, until }: CalendarEvent, isZoned: boolean): readonly string[] {
  if (time === undefined) return [dated('DTEND', dayAfter(lastDay, 1), undefined, isZoned)]
  if (until === undefined) return lastDay > day ? [dated('DTEND', lastDay, '23:59', isZoned)] : []
  const isNext = lastDay === day && until <= time
  return [dated('DTEND', isNext ? dayAfter(day, 1) : lastDay, until, isZoned)]
}

/** A rule ends at the end of its last day: in UTC when the series has hours. */
function ruleOf(rule: string, time: string | undefined): string {
  const { rhythm, until } = untilOf(rule)
  if (until === undefined) return `RRULE:${rhythm}`
  const end = time === undefined ? bare(until) : utc(momentOf(until, '23:59'))
  return `RRULE:${rhythm};UNTIL=${end}`
}

function linesOf(event: CalendarEvent, stamp: string): readonly string[] {
  const { uid, day, time, of, series } = event
  const isZoned = of !== undefined || series !== undefined
  const each = (name: string, days: readonly string[]): readonly string[] =>
    days.map(one => dated(name, one, time, isZoned))
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    ...(event.sequence === undefined ? [] : [`SEQUENCE:${event.sequence}`]),
    `DTSTAMP:${stamp}`,
    ...(of ? [dated('RECURRENCE-ID', of.day, of.time, isZoned)] : []),
    dated('DTSTART', day, time, isZoned),
    ...endOf(event, isZoned),
    ...(series?.rule ? [ruleOf(series.rule, time)] : []),
    ...each('RDATE', series?.added ?? []),
    ...each('EXDATE', series?.left ?? []),
    ...(event.cancelled ? ['STATUS:CANCELLED'] : []),
    `SUMMARY:${text(event.title)}`,
    ...(event.where === '' ? [] : [`LOCATION:${text(event.where)}`]),
    ...(event.detail ? [`DESCRIPTION:${text(event.detail)}`] : []),
    `URL;VALUE=URI:${event.url}`,
    ...alarmOf(event),
    'END:VEVENT',
  ]
}

const alarmOf = ({ alarm, time }: CalendarEvent): readonly string[] =>
  alarm === undefined
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${text(alarm)}`,
        `TRIGGER:${time === undefined ? '-PT6H' : '-P1D'}`,
        'END:VALARM',
      ]

/** A calendar file. `now`: ms since 1970. Each line ends, the last one too. */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: number): string {
  const hasSeries = events.some(one => one.series !== undefined)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CoCoTe//agenda//FR',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...(hasSeries ? [`X-WR-TIMEZONE:${ZONE}`, ...VTIMEZONE] : []),
    ...events.flatMap(event => linesOf(event, utc(now))),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
}
