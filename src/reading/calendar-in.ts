import { CHANGED_DATES, type DateChange } from '../core/calendar/event-dates.ts'
import { END_OF_NIGHT, EVENING, isDay, isTime } from '../core/form/fit.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { type ReadEvent, ruleHere, seriesIn } from './calendar-series.ts'
import { momentIn, PROPERTY, type Zones, zonesIn } from './calendar-zones.ts'
import { MOST_ROWS } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A thing by the names of what it says. */
type Thing = ReadonlyMap<string, string>

/**
 * What a calendar says of an event beside what the event is: its name in every file, and how new
 * it is there. `stamp`: when it was last written, or else when its file was, as text in order.
 * `isOff`: it is cancelled as a whole. `isParted`: it is a part of a series that goes on otherwise.
 * `series`, `of`: it is one date of a series that is not in the file.
 */
export type CalendarVersion = Readonly<{
  uid?: string
  sequence?: number
  stamp?: string
  isOff: boolean
  isParted?: boolean
  series?: string
  of?: string
}>
/**
 * What a calendar says of itself, and of each of its events in their order. `privates`: how many
 * events were left out, because their owner shows them to nobody else.
 */
export type CalendarFile = Readonly<{
  name?: string
  privates?: number
  lines: readonly CalendarVersion[]
}>

/**
 * The events of a calendar file, each series once: its dates that are otherwise stand under
 * `CHANGED_DATES`.
 *
 * Law      An event that its owner marked private (CLASS) is not among them.
 * Source   RFC 5545, 3.1 (a line goes on after a blank), 3.8.1.3, 3.3.11, 3.6.1, 3.8.4.4, 3.8.5.
 *          Days and hours are the village's.
 */
export function eventsIn(text: string): Readonly<{ all: readonly Thing[]; file: CalendarFile }> {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const zones = zonesIn(lines)
  // A letter that cancels says so once, of all that it holds (RFC 5546, 3.2.5).
  const isCancel = lines.some(line => /^METHOD:CANCEL\s*$/i.test(line))
  const all: ReadEvent[] = []
  const open: string[] = []
  let one: ReadEvent | undefined
  for (const line of lines) {
    const [, begin, name = ''] = /^(BEGIN|END):(\w+)/i.exec(line) ?? []
    if (begin?.toUpperCase() === 'BEGIN') {
      open.push(name.toUpperCase())
      if (name.toUpperCase() === 'VEVENT') one = { told: new Map(), changes: [] }
    } else if (begin) {
      open.pop()
      if (name.toUpperCase() === 'VEVENT' && one) all.push(isCancel ? { ...one, isOff: true } : one)
      if (all.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
      if (name.toUpperCase() === 'VEVENT') one = undefined
    } else if (one && open.at(-1) === 'VEVENT') takeProperty(one, line, zones)
  }
  for (const event of all) finished(event)
  const series = seriesIn(all)
  const events = series.filter(one => !one.isPrivate)
  const privates = series.length - events.length
  const name = lines.find(line => /^(?:X-WR-CALNAME|NAME)[;:]/i.test(line))
  const [, , , called = ''] = PROPERTY.exec(name ?? '') ?? []
  return {
    all: events.map(thingOf),
    file: {
      lines: namedOnce(events),
      ...(called === '' ? {} : { name: unescaped(called) }),
      ...(privates > 0 ? { privates } : {}),
    },
  }
}

function thingOf({ told, changes, isOff }: ReadEvent): Thing {
  const startsOn = told.get('startsOn')
  // A series that is cancelled as a whole comes back no more: its first day stays, struck.
  if (isOff) told.delete('recurs')
  const off: readonly DateChange[] = isOff && startsOn ? [{ of: startsOn, fate: 'off' }] : []
  const said = isOff ? off : changes
  return said.length === 0 ? told : new Map([...told, [CHANGED_DATES, JSON.stringify(said)]])
}

/** The second event of one name, which no calendar should have, has none. */
function namedOnce(events: readonly ReadEvent[]): readonly CalendarVersion[] {
  const seen = new Set<string>()
  return events.map(({ uid, of, sequence, stamp, isOff = false, isParted = false }) => {
    // A date whose series is not in the file is an event of its own.
    const name = uid === undefined || of === undefined || isParted ? uid : `${uid} ${of}`
    const isFirst = name !== undefined && name !== '' && !seen.has(name)
    if (isFirst) seen.add(name)
    const series = uid !== undefined && of !== undefined && !isParted ? { series: uid, of } : {}
    return {
      isOff,
      ...series,
      ...(isParted ? { isParted } : {}),
      ...(isFirst ? { uid: name } : {}),
      ...(sequence === undefined ? {} : { sequence }),
      ...(stamp === undefined ? {} : { stamp }),
    }
  })
}

const AS: Readonly<Record<string, string>> = nullPrototype({
  SUMMARY: 'title',
  LOCATION: 'where',
  DESCRIPTION: 'detail',
  RRULE: 'recurs',
})

function takeProperty(read: ReadEvent, line: string, zones: Zones): void {
  const event = read.told
  const [, name = '', params = '', value = ''] = PROPERTY.exec(line) ?? []
  const key = name.toUpperCase()
  const zone = /;TZID=(?:"([^"]+)"|([^;:]+))/i.exec(params)?.slice(1).find(Boolean)
  const said = AS[key]
  if (key === 'UID') read.uid = value
  else if (key === 'CLASS') read.isPrivate = /^(?:PRIVATE|CONFIDENTIAL)$/i.test(value.trim())
  else if (key === 'SEQUENCE' && /^\d{1,9}$/.test(value)) read.sequence = Number(value)
  else if (key === 'LAST-MODIFIED' || (key === 'DTSTAMP' && !read.isStamped)) {
    if (/^\d{8}T\d{6}Z?$/.test(value)) read.stamp = value
    read.isStamped = key === 'LAST-MODIFIED'
  } else if (key === 'STATUS') read.isOff = value.toUpperCase() === 'CANCELLED'
  else if (key === 'RECURRENCE-ID') {
    const of = momentIn(value, zone, zones)?.day
    if (of) read.of = of
    if (/;RANGE="?THISANDFUTURE/i.test(params)) read.isOnwards = true
  } else if (key === 'EXDATE' || key === 'RDATE') {
    const fate = key === 'EXDATE' ? 'out' : 'added'
    // A period says its start first.
    for (const moment of value.split(',')) {
      const at = momentIn(moment.split('/')[0]!, zone, zones)
      const startsAt = fate === 'added' && at?.time ? { startsAt: at.time } : {}
      if (at) read.changes.push({ of: at.day, fate, ...startsAt })
    }
  } else if (said) event.set(said, key === 'RRULE' ? value : unescaped(value))
  else if (key === 'DURATION') read.lasts = minutesOf(value)
  else if (key === 'DTSTART' || key === 'DTEND') {
    const at = momentIn(value, zone, zones)
    if (at) event.set(key === 'DTSTART' ? 'startsOn' : 'endsOn', at.day)
    const [, y, m, d] = /^(\d{4})(\d\d)(\d\d)T/.exec(value) ?? []
    if (key === 'DTSTART' && y) read.filedOn = `${y}-${m}-${d}`
    if (at?.time) event.set(key === 'DTSTART' ? 'startsAt' : 'endsAt', at.time)
  }
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

/** Source   RFC 5545, 3.3.6. Units   minutes, a year at most. */
function minutesOf(value: string): number {
  const [, week, day, hour, minute] =
    /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i.exec(value.trim()) ?? []
  const days = Number(week ?? 0) * 7 + Number(day ?? 0)
  return Math.min(days * 1440 + Number(hour ?? 0) * 60 + Number(minute ?? 0), 366 * 1440)
}

/** What the other lines decide: the end of what says how long it lasts, hours of added dates. */
function finished(event: ReadEvent): void {
  const { told, lasts = 0, changes } = event
  const [startsOn, startsAt] = [told.get('startsOn'), told.get('startsAt')]
  const isReal = isDay(startsOn) && (startsAt === undefined || isTime(startsAt))
  if (isReal && lasts > 0 && !told.has('endsOn')) {
    const end = Temporal.PlainDateTime.from(`${startsOn}T${startsAt ?? '00:00'}`).add({
      minutes: lasts,
    })
    told.set('endsOn', end.toPlainDate().toString())
    if (startsAt) told.set('endsAt', end.toPlainTime().toString({ smallestUnit: 'minute' }))
  }
  const recurs = told.get('recurs')
  if (isReal && recurs !== undefined && isDay(event.filedOn) && event.filedOn !== startsOn)
    told.set('recurs', ruleHere(recurs, event.filedOn, startsOn))
  event.changes = changes.map(one => (one.startsAt === startsAt ? { ...one, startsAt: null } : one))
  withoutLastMidnight(told)
}

/**
 * Whole days end on the day after in a calendar, on their last day here. So do days from midnight
 * to midnight, as some programs write them. What ends on the day it begins says only its hour; so
 * does an evening that ends in its night. A day that no calendar has is left as it is, for the form
 * to refuse.
 */
function withoutLastMidnight(event: Map<string, string>): void {
  const [from, to] = [event.get('startsOn'), event.get('endsOn')]
  const [at, until] = [event.get('startsAt'), event.get('endsAt')]
  const areDays = isDay(from) && isDay(to)
  if (!areDays || to <= from) {
    if (from === to || (areDays && until === undefined)) event.delete('endsOn')
    return
  }
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()
  const isWhole = until === undefined || (at === MIDNIGHT && until === MIDNIGHT)
  if (isWhole && until !== undefined) for (const name of ['startsAt', 'endsAt']) event.delete(name)
  const isNight = !isWhole && at !== undefined && at >= EVENING && until <= END_OF_NIGHT
  if (last === from && (isWhole || isNight)) event.delete('endsOn')
  else if (isWhole) event.set('endsOn', last)
}
const MIDNIGHT = '00:00'
