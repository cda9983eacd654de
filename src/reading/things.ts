import { centreOf } from '../core/centre.ts'
import type { Point } from '../core/schema.ts'
import { type CalendarFile, eventsIn } from './calendar-in.ts'
import { documentOf } from './document.ts'
import { MOST_ROWS } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A thing by the names of what it says. */
type Thing = ReadonlyMap<string, string>
/**
 * Undefined where the text is no such file. `shapes`: how many things said where they are by a
 * shape, told here by the point in its middle. `calendar`: what an iCalendar says beside.
 */
export type Things =
  | Readonly<{ all: readonly Thing[]; shapes: number; calendar?: CalendarFile }>
  | undefined

/**
 * The features of a GeoJSON, the events of an iCalendar, the feeds of an OPML. Errors: `Unreadable`
 * (`damaged`, `noRows`, `onlyPrivate`, `tooManyRows`, `tangled`).
 */
export function thingsIn(text: string): Things {
  const start = text.slice(0, 2_000).trimStart()
  const found = start.startsWith('{')
    ? features(text)
    : /^BEGIN:VCALENDAR/i.test(start)
      ? calendar(text)
      : /<opml[\s>]/i.test(start)
        ? { all: feeds(text), shapes: 0 }
        : undefined
  if (found && found.all.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
  if (found?.all.length === 0)
    throw found.calendar?.privates ? Unreadable.of('onlyPrivate', {}) : Unreadable.of('noRows', {})
  return found
}

function calendar(text: string): Things {
  const { all, file } = eventsIn(text)
  return { all, shapes: 0, calendar: file }
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
