import { CHANGED_DATES, type DateChange } from '../core/calendar/event-dates.ts'
import { centreOf } from '../core/centre.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import type { Point } from '../core/schema.ts'
import { documentOf } from './document.ts'
import { MOST_ROWS } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A thing by the names of what it says. */
type Thing = ReadonlyMap<string, string>
/**
 * Undefined where the text is no such file. `shapes`: how many things said where they are by a
 * shape, told here by the point in its middle.
 */
export type Things = Readonly<{ all: readonly Thing[]; shapes: number }> | undefined

/**
 * The features of a GeoJSON, the events of an iCalendar, the feeds of an OPML. Errors: `Unreadable`
 * (`damaged`, `noRows`, `tooManyRows`, `tangled`).
 */
export function thingsIn(text: string): Things {
  const start = text.slice(0, 2_000).trimStart()
  const found = start.startsWith('{')
    ? features(text)
    : /^BEGIN:VCALENDAR/i.test(start)
      ? { all: events(text), shapes: 0 }
      : /<opml[\s>]/i.test(start)
        ? { all: feeds(text), shapes: 0 }
        : undefined
  if (found && found.all.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
  if (found?.all.length === 0) throw Unreadable.of('noRows', {})
  return found
}

type Json = Readonly<Record<string, unknown>>
const object = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/**
 * Source   RFC 7946: longitude stands first. A table says where a thing is by a point: a shape's is
 *          its middle.
 */
function features(text: string): Things {
  let held: Json | undefined
  try {
    held = object(JSON.parse(text))
  } catch {
    throw Unreadable.of('damaged', {})
  }
  const list = held?.['type'] === 'FeatureCollection' ? held['features'] : undefined
  if (!Array.isArray(list)) throw Unreadable.of('damaged', {})
  let shapes = 0
  const all = list.map(one => {
    const feature = object(one) ?? {}
    const said = Object.entries(object(feature['properties']) ?? {}).flatMap(([name, value]) => {
      const words = saidJson(value)
      return words === '' ? [] : [[name, words] as const]
    })
    const geometry = object(feature['geometry'])
    const at = pointOf(geometry)
    if (at && geometry?.['type'] !== 'Point') shapes++
    const where = at
      ? [['latitude', String(at[0])] as const, ['longitude', String(at[1])] as const]
      : []
    return new Map([...said, ...where])
  })
  return { all, shapes }
}

const isPosition = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])
const positionsIn = (value: unknown): readonly (readonly number[])[] =>
  isPosition(value) ? [value] : Array.isArray(value) ? value.flatMap(positionsIn) : []

/**
 * Where it is: its point; the middle of its largest polygon; of a line or of several points, the
 * one in the middle of them.
 */
function pointOf(geometry: Json | undefined): Point | undefined {
  const { type, coordinates, geometries } = geometry ?? {}
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.map(object).map(pointOf).find(Boolean)
  const positions = positionsIn(coordinates)
  const polygons =
    type === 'Polygon'
      ? [coordinates]
      : type === 'MultiPolygon' && Array.isArray(coordinates)
        ? coordinates
        : []
  const rings = polygons.map(polygon => (Array.isArray(polygon) ? polygon.map(positionsIn) : []))
  if (rings.some(([outer]) => (outer ?? []).length > 2)) return centreOf(rings)
  const [lon, lat] = positions[Math.floor(positions.length / 2)] ?? []
  return lon === undefined || lat === undefined ? undefined : [lat, lon]
}

function saidJson(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidJson).filter(Boolean).join(' ; ')
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/**
 * The events of a calendar file, each series once: its dates that are otherwise stand under
 * `CHANGED_DATES`.
 *
 * Source   RFC 5545, 3.1 (a line goes on after a blank), 3.3.11, 3.6.1, 3.8.4.4, 3.8.5. Days and
 *          hours are the village's.
 */
function events(text: string): readonly Thing[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
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
    } else if (one && open.at(-1) === 'VEVENT') takeProperty(one, line)
  }
  for (const event of all) withoutLastMidnight(event.told)
  return joinedSeries(all).map(({ told, changes, isOff }) => {
    const startsOn = told.get('startsOn')
    const isCancelled = isOff && startsOn !== undefined && !told.has('recurs')
    const off: readonly DateChange[] = isCancelled ? [{ of: startsOn, fate: 'off' }] : []
    const said = [...changes, ...off]
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
    const why = said('detail')?.slice(0, 300) ?? null
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

function takeProperty(read: ReadEvent, line: string): void {
  const event = read.told
  const [, name = '', params = '', value = ''] = PROPERTY.exec(line) ?? []
  const key = name.toUpperCase()
  const zone = /;TZID=(?:"([^"]+)"|([^;:]+))/i.exec(params)?.slice(1).find(Boolean)
  const said = AS[key]
  if (key === 'UID') read.uid = value
  else if (key === 'STATUS') read.isOff = value.toUpperCase() === 'CANCELLED'
  else if (key === 'RECURRENCE-ID') {
    const of = momentIn(value, zone)?.day
    if (of) read.of = of
  } else if (key === 'EXDATE' || key === 'RDATE') {
    const fate = key === 'EXDATE' ? 'out' : 'added'
    // A period says its start first.
    const days = value.split(',').flatMap(one => momentIn(one.split('/')[0]!, zone)?.day ?? [])
    read.changes.push(...days.map((of): DateChange => ({ of, fate })))
  } else if (said) event.set(said, key === 'RRULE' ? value : unescaped(value))
  else if (key === 'DTSTART' || key === 'DTEND') {
    const at = momentIn(value, zone)
    if (at) event.set(key === 'DTSTART' ? 'startsOn' : 'endsOn', at.day)
    if (at?.time) event.set(key === 'DTSTART' ? 'startsAt' : 'endsAt', at.time)
  }
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

/**
 * Where the village's clock stands at that instant. An unknown zone is read as the village's own.
 */
function momentIn(
  value: string,
  zone: string | undefined,
): { day: string; time?: string } | undefined {
  const [, y, m, d, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(value) ?? []
  if (!y) return undefined
  const day = `${y}-${m}-${d}`
  if (hour === undefined) return { day }
  const told = { day, time: `${hour}:${minute}` }
  if (!utc && (zone === undefined || zone === 'Europe/Paris')) return told
  try {
    const here = Temporal.PlainDateTime.from(`${day}T${told.time}`)
      .toZonedDateTime(utc ? 'UTC' : zone!)
      .withTimeZone('Europe/Paris')
    return {
      day: here.toPlainDate().toString(),
      time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  } catch {
    return told
  }
}

/**
 * Whole days end on the day after in a calendar, on their last day here; what ends on the day it
 * begins says only its hour.
 */
function withoutLastMidnight(event: Map<string, string>): Map<string, string> {
  const [from, to] = [event.get('startsOn'), event.get('endsOn')]
  if (from && to && !event.has('endsAt')) {
    const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()
    if (last > from) event.set('endsOn', last)
    else event.delete('endsOn')
  } else if (from !== undefined && from === to) event.delete('endsOn')
  return event
}

/** A feed is a reference: its page when it says one, else the feed itself. Source   OPML 2.0. */
function feeds(text: string): readonly Thing[] {
  const document = documentOf<{
    getElementsByTagName: (
      name: string,
    ) => ArrayLike<{ getAttribute: (name: string) => string | null }>
  }>(text, 'text/xml')
  return Array.from(document.getElementsByTagName('outline')).flatMap(one => {
    const said = (name: string): string => (one.getAttribute(name) ?? '').trim()
    const feed = said('xmlUrl')
    if (feed === '') return []
    const page = said('htmlUrl')
    const entries = [
      ['title', said('title') || said('text') || page || feed],
      ['url', page || feed],
      ['note', [said('description'), page === '' ? '' : feed].filter(Boolean).join('\n')],
    ] as const
    return [new Map(entries.filter(([, value]) => value !== ''))]
  })
}
