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
 * Source   RFC 5545, 3.1 (a line goes on after a blank), 3.3.11, 3.6.1. Days and hours are the
 *          village's.
 */
function events(text: string): readonly Thing[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const all: Map<string, string>[] = []
  let open: string[] = []
  let one: Map<string, string> | undefined
  for (const line of lines) {
    const [, begin, name = ''] = /^(BEGIN|END):(\w+)/i.exec(line) ?? []
    if (begin?.toUpperCase() === 'BEGIN') {
      open = [...open, name.toUpperCase()]
      if (name.toUpperCase() === 'VEVENT') one = new Map()
    } else if (begin) {
      open = open.slice(0, -1)
      if (name.toUpperCase() === 'VEVENT' && one) all.push(one)
      if (name.toUpperCase() === 'VEVENT') one = undefined
    } else if (one && open.at(-1) === 'VEVENT') takeProperty(one, line)
  }
  return all.map(event => withoutLastMidnight(event))
}

const PROPERTY = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/
const AS: Readonly<Record<string, string>> = nullPrototype({
  SUMMARY: 'title',
  LOCATION: 'where',
  DESCRIPTION: 'detail',
  RRULE: 'recurs',
})

function takeProperty(event: Map<string, string>, line: string): void {
  const [, name = '', params = '', value = ''] = PROPERTY.exec(line) ?? []
  const key = name.toUpperCase()
  const said = AS[key]
  if (said) event.set(said, key === 'RRULE' ? value : unescaped(value))
  else if (key === 'DTSTART' || key === 'DTEND') {
    const at = momentIn(value, /;TZID=(?:"([^"]+)"|([^;:]+))/i.exec(params)?.slice(1).find(Boolean))
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
