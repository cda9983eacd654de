import { CALENDAR_UID, CHANGED_DATES, type DateChange } from '../core/calendar/event-dates.ts'
import { occurrences } from '../core/calendar/recurrence.ts'
import { isDay, isTime } from '../core/form/fit.ts'
import { nullPrototype } from '../core/null-prototype.ts'

/** A thing by the names of what it says. */
type Thing = ReadonlyMap<string, string>

/**
 * The events of a calendar file, each series once: its dates that are otherwise stand under
 * `CHANGED_DATES`.
 *
 * Source   RFC 5545, 3.1 (a line goes on after a blank), 3.3.11, 3.6.1, 3.8.4.4, 3.8.5. Days and
 *          hours are the village's.
 */
export function eventsIn(text: string): readonly Thing[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const zones = zonesIn(lines)
  const all: ReadEvent[] = []
  let open: string[] = []
  let one: ReadEvent | undefined
  for (const line of lines) {
    const [, begin, name = ''] = /^(BEGIN|END):(\w+)/i.exec(line) ?? []
    if (begin?.toUpperCase() === 'BEGIN') {
      open = [...open, name.toUpperCase()]
      if (name.toUpperCase() === 'VEVENT') one = { told: new Map(), changes: [] }
    } else if (begin) {
      open = open.slice(0, -1)
      if (name.toUpperCase() === 'VEVENT' && one) all.push(one)
      if (name.toUpperCase() === 'VEVENT') one = undefined
    } else if (one && open.at(-1) === 'VEVENT') takeProperty(one, line, zones)
  }
  for (const event of all) finished(event)
  return joinedSeries(all).map(({ told, changes, isOff, uid }) => {
    if (uid) told.set(CALENDAR_UID, uid)
    const startsOn = told.get('startsOn')
    // A series that is cancelled as a whole comes back no more: its first day stays, struck.
    if (isOff) told.delete('recurs')
    const off: readonly DateChange[] = isOff && startsOn ? [{ of: startsOn, fate: 'off' }] : []
    const said = isOff ? off : changes
    return said.length === 0 ? told : new Map([...told, [CHANGED_DATES, JSON.stringify(said)]])
  })
}

/** A VEVENT as it is read. `of`: the date of its series that it replaces. */
type ReadEvent = {
  told: Map<string, string>
  changes: DateChange[]
  uid?: string
  of?: string
  isOff?: boolean
  /** Minutes that it lasts, where no end is said. */
  lasts?: number
}

/** A replaced date goes with its series, when the file has it. */
function joinedSeries(all: readonly ReadEvent[]): readonly ReadEvent[] {
  const series = new Map(all.flatMap(one => (one.uid && !one.of ? [[one.uid, one] as const] : [])))
  return all.filter(one => {
    const whole = one.of === undefined || one.uid === undefined ? undefined : series.get(one.uid)
    if (!whole || one.of === undefined) return true
    whole.changes.push(changeOf(one.of, one, whole.told))
    return false
  })
}

function changeOf(of: string, { told, isOff }: ReadEvent, whole: Thing): DateChange {
  const said = (name: string): string | null => told.get(name) ?? null
  const on = said('startsOn') ?? of
  if (isOff) {
    // Calendars copy the text of the series: only other words are a reason.
    const isReason = said('detail') !== (whole.get('detail') ?? null)
    const why = isReason ? (said('detail')?.slice(0, 300) ?? null) : null
    return { of, fate: 'off', why, ...(on === of ? {} : { on }) }
  }
  const where = said('where') === whole.get('where') ? null : said('where')
  return { of, fate: 'moved', on, startsAt: said('startsAt'), endsAt: said('endsAt'), where }
}

const PROPERTY = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/
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
  else if (key === 'STATUS') read.isOff = value.toUpperCase() === 'CANCELLED'
  else if (key === 'RECURRENCE-ID') {
    const of = momentIn(value, zone, zones)?.day
    if (of) read.of = of
  } else if (key === 'EXDATE' || key === 'RDATE') {
    const fate = key === 'EXDATE' ? 'out' : 'added'
    // A period says its start first.
    const moments = value.split(',').flatMap(one => momentIn(one.split('/')[0]!, zone, zones) ?? [])
    const startsAt = (time?: string) => (fate === 'added' && time ? { startsAt: time } : {})
    read.changes.push(
      ...moments.map(({ day, time }): DateChange => ({ of: day, fate, ...startsAt(time) })),
    )
  } else if (said) event.set(said, key === 'RRULE' ? value : unescaped(value))
  else if (key === 'DURATION') read.lasts = minutesOf(value)
  else if (key === 'DTSTART' || key === 'DTEND') {
    const at = momentIn(value, zone, zones)
    if (at) event.set(key === 'DTSTART' ? 'startsOn' : 'endsOn', at.day)
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
  event.changes = changes.map(one => (one.startsAt === startsAt ? { ...one, startsAt: null } : one))
  withoutLastMidnight(told)
}

/** One of the two times of a zone: from when on, and minutes ahead of UTC. */
type Observance = Readonly<{ startsOn: string; at: string; recurs?: string; ahead: number }>
/** The zones that a file defines, by their names. */
type Zones = ReadonlyMap<string, readonly Observance[]>

/**
 * The zones of a file whose names are of its program alone: *Romance Standard Time*, *custom*.
 *
 * Source   RFC 5545, 3.6.5.
 */
function zonesIn(lines: readonly string[]): Zones {
  const zones = new Map<string, readonly Observance[]>()
  let [id, said]: [string, Map<string, string> | undefined] = ['', undefined]
  for (const line of lines) {
    const [, name = '', , value = ''] = PROPERTY.exec(line) ?? []
    const key = name.toUpperCase()
    const isTime = /^(?:STANDARD|DAYLIGHT)$/i.test(value)
    if (key === 'TZID') id = value
    else if (key === 'BEGIN' && isTime) said = new Map()
    else if (key === 'END' && isTime && said) {
      zones.set(id, [...(zones.get(id) ?? []), ...observanceOf(said)])
      said = undefined
    } else said?.set(key, value)
  }
  return zones
}

function observanceOf(said: ReadonlyMap<string, string>): readonly Observance[] {
  const [, y, m, d, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(said.get('DTSTART') ?? '') ?? []
  const [, sign, hours, minutes] = /^([-+])(\d\d)(\d\d)/.exec(said.get('TZOFFSETTO') ?? '') ?? []
  if (!y || !hours) return []
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const recurs = said.get('RRULE')
  const day = `${y}-${m}-${d}`
  return isDay(day)
    ? [{ startsOn: day, at: `${hour}:${minute}`, ahead, ...(recurs ? { recurs } : {}) }]
    : []
}

/** Minutes ahead of UTC at a local moment: those of the time that began last. */
function aheadAt(zone: readonly Observance[], day: string, time: string): number {
  const year = Number(day.slice(0, 4))
  const begun = zone.map(one => {
    const days = occurrences(one, `${year - 1}-01-01`, day, 5).map(on => `${on}T${one.at}`)
    const last = days.findLast(on => on <= `${day}T${time}`)
    return { ahead: one.ahead, from: last ?? (one.startsOn <= day ? one.startsOn : '') }
  })
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.ahead ?? 0
}

/** A zone of the world by its name, also inside a longer one, as *custom_Europe/Paris*. */
const worldZone = (zone: string): string =>
  /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/.*$/.exec(
    zone,
  )?.[0] ?? zone

/**
 * Where the village's clock stands at that instant. An unknown zone is read as the village's own.
 */
function momentIn(
  value: string,
  zone: string | undefined,
  zones: Zones,
): { day: string; time?: string } | undefined {
  const [, y, m, d, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(value) ?? []
  if (!y) return undefined
  const day = `${y}-${m}-${d}`
  if (hour === undefined) return { day }
  const told = { day, time: `${hour}:${minute}` }
  if (!utc && (zone === undefined || zone === 'Europe/Paris')) return told
  try {
    const moment = Temporal.PlainDateTime.from(`${day}T${told.time}`)
    const here = instantIn(moment, utc ? 'UTC' : zone!, zones).toZonedDateTimeISO('Europe/Paris')
    return {
      day: here.toPlainDate().toString(),
      time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  } catch {
    return told
  }
}

/** Errors   RangeError: neither the world nor the file knows this zone. */
function instantIn(moment: Temporal.PlainDateTime, zone: string, zones: Zones): Temporal.Instant {
  try {
    return moment.toZonedDateTime(worldZone(zone)).toInstant()
  } catch (error) {
    const own = zones.get(zone)
    if (!own?.length || !(error instanceof RangeError)) throw error
    const [day = '', time = ''] = moment.toString({ smallestUnit: 'minute' }).split('T')
    return moment
      .subtract({ minutes: aheadAt(own, day, time) })
      .toZonedDateTime('UTC')
      .toInstant()
  }
}

/**
 * Whole days end on the day after in a calendar, on their last day here; what ends on the day it
 * begins says only its hour. A day that no calendar has is left as it is, for the form to refuse.
 */
function withoutLastMidnight(event: Map<string, string>): Map<string, string> {
  const [from, to] = [event.get('startsOn'), event.get('endsOn')]
  if (isDay(from) && isDay(to) && !event.has('endsAt')) {
    const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()
    if (last > from) event.set('endsOn', last)
    else event.delete('endsOn')
  } else if (from !== undefined && from === to) event.delete('endsOn')
  return event
}
