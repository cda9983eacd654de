import { parse } from 'csv-parse/sync'
import type { Geometry, Position } from 'geojson'
import { centreOf } from '../core/centre.ts'
import { fold } from '../core/letters/words.ts'
import { itemsOf, ownJson } from '../core/narrow.ts'
import { isPoint } from '../core/place.ts'
import type { Point } from '../core/schema.ts'
import { simplified } from './contour.ts'

/**
 * Where communes are, from any GeoJSON (IGN, Etalab, OpenStreetMap…) or any table of centres:
 * nothing is fetched. `contour` is GeoJSON as text, of at most 60 KB; `point` is the given centre,
 * or the middle of the contour.
 */
export type Located = Readonly<{ code: string; name?: string; point: Point; contour?: string }>

/** Why a file gives no place, by a code that the command line and the pages put into words. */
export type GeographyFaultCode =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'not-understood'
  | 'topology'
  | 'no-code'
  | 'no-place'
  | 'projected'
export class GeographyFault extends Error {
  readonly code: GeographyFaultCode
  readonly file: string
  constructor(code: GeographyFaultCode, file: string) {
    super(`${file}: ${code}`)
    this.name = 'GeographyFault'
    this.code = code
    this.file = file
  }
}

/** Contours of all the communes of France, lightly simplified, weigh some 40 MB. */
const LARGEST = 64 * 1024 * 1024
const MOST_CONTOUR = 60_000
const CODES = [
  'code',
  'insee',
  'codeinsee',
  'inseecom',
  'codgeo',
  'inseecode',
  'codecommune',
  'com',
  'refinsee',
  'depcom',
  'citycode',
]
const NAMES = ['nom', 'name', 'nomcom', 'libgeo', 'libelle', 'nomcommune', 'commune', 'ville']
const LATS = ['lat', 'latitude', 'y', 'ylat', 'latitudecentre']
const LONS = ['lon', 'lng', 'long', 'longitude', 'x', 'xlong', 'longitudecentre']
/** INSEE code of a commune: domain notes 4.6. */
const INSEE = /^([013-9]\d|2[AB1-9])\d{3}$/

export function readGeography(bytes: Uint8Array, name: string): readonly Located[] {
  if (bytes.length === 0) throw new GeographyFault('empty', name)
  if (bytes.length > LARGEST) throw new GeographyFault('too-large', name)
  const text = decoded(bytes, name)
  if (text.trim() === '') throw new GeographyFault('empty', name)
  return /^\s*[[{]/.test(text) ? fromGeoJson(text, name) : fromTable(text, name)
}

function decoded(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0)) throw new GeographyFault('not-text', name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** `INSEE_COM`, `Code INSEE`, `ref:INSEE` are one spelling. */
const spelling = (key: string): string => fold(key).replace(/[^a-z0-9]/g, '')

function pick(
  row: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
): string | undefined {
  const entries = Object.entries(row).map(([key, value]) => [spelling(key), value] as const)
  for (const key of wanted) {
    const found = entries.find(
      ([spelled, value]) =>
        spelled === key && (typeof value === 'string' || typeof value === 'number') && value !== '',
    )
    if (found) return String(found[1]).trim()
  }
  return undefined
}

/** A spreadsheet that took the code for a number lost its first zero. */
function codeOf(row: Readonly<Record<string, unknown>>): string | undefined {
  const code = pick(row, CODES)?.toUpperCase()
  const whole = code && /^\d{4}$/.test(code) ? `0${code}` : code
  return whole && INSEE.test(whole) ? whole : undefined
}

type Feature = Readonly<{
  properties?: Readonly<Record<string, unknown>> | null
  geometry?: Geometry | null
  id?: unknown
}>

function fromGeoJson(text: string, file: string): readonly Located[] {
  const features = featuresOf(text, file)
  const coded = features.map(feature => ({
    feature,
    code: codeOf({ code: feature.id, ...feature.properties }),
  }))
  if (coded.every(({ code }) => code === undefined)) throw new GeographyFault('no-code', file)
  return together(
    coded.flatMap(({ feature, code }) => (code ? located(feature, code, file) : [])),
    file,
  )
}

function featuresOf(text: string, file: string): readonly Feature[] {
  let data: Readonly<{ type?: unknown; features?: unknown }>
  try {
    data = ownJson<typeof data>(text)
  } catch {
    throw new GeographyFault('not-understood', file)
  }
  if (data?.type === 'Topology') throw new GeographyFault('topology', file)
  const list = data?.type === 'Feature' ? [data] : Array.isArray(data) ? data : data?.features
  if (!Array.isArray(list)) throw new GeographyFault('not-understood', file)
  const features: readonly Feature[] = list.filter(
    one => typeof one === 'object' && one !== null && typeof one.properties === 'object',
  )
  if (features.length === 0)
    throw new GeographyFault(list.length === 0 ? 'empty' : 'not-understood', file)
  return features
}

function located(
  { geometry, properties }: Feature,
  code: string,
  file: string,
): readonly Located[] {
  const name = pick(properties ?? {}, NAMES)
  const common = { code, ...(name === undefined ? {} : { name }) }
  if (geometry?.type === 'Point') {
    const point = pointOf(geometry.coordinates, file)
    return point ? [{ ...common, point }] : []
  }
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  const sound = polygonsOf(polygons, file)
  if (sound.length === 0) return []
  return [{ ...common, point: centreOf(sound), contour: simplified(sound, MOST_CONTOUR) }]
}

/**
 * GeoJSON says longitude first. Numbers that can't be degrees are metres of a projection, as
 * Lambert 93: said, never guessed.
 */
function pointOf(position: unknown, file: string): Point | undefined {
  if (!Array.isArray(position)) return undefined
  const [lon, lat] = itemsOf<unknown>(position)
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon + lat))
    return undefined
  const point = [lat, lon] as const
  if (!isPoint(point)) throw new GeographyFault('projected', file)
  return point
}

function polygonsOf(
  polygons: unknown,
  file: string,
): readonly (readonly (readonly Position[])[])[] {
  const rings = (polygon: unknown): readonly (readonly Position[])[] =>
    (Array.isArray(polygon) ? polygon : [])
      .map(ring => closed(ring, file))
      .filter(ring => ring.length >= 4)
  return (Array.isArray(polygons) ? polygons : []).map(rings).filter(polygon => polygon.length > 0)
}

function closed(ring: unknown, file: string): readonly Position[] {
  const points = (Array.isArray(ring) ? ring : [])
    .map(at => pointOf(at, file))
    .filter(at => at !== undefined)
  const positions = points.map(([lat, lon]) => [lon, lat])
  const [first, last] = [positions[0], positions.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1])
    ? [...positions, first]
    : positions
}

function fromTable(text: string, file: string): readonly Located[] {
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter = [';', '\t', ','].toSorted(
    (a, b) => head.split(b).length - head.split(a).length,
  )[0]!
  let rows: readonly Record<string, string>[]
  try {
    rows = parse(text, {
      bom: true,
      columns: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch {
    throw new GeographyFault('not-understood', file)
  }
  const coded = rows.flatMap(row => {
    const code = codeOf(row)
    return code ? [{ row, code }] : []
  })
  if (coded.length === 0) throw new GeographyFault('no-code', file)
  return together(
    coded.flatMap(({ row, code }) => centre(row, code, file)),
    file,
  )
}

function centre(
  row: Readonly<Record<string, string>>,
  code: string,
  file: string,
): readonly Located[] {
  const number = (keys: readonly string[]): number =>
    Number.parseFloat((pick(row, keys) ?? '').replace(',', '.'))
  const point = pointOf([number(LONS), number(LATS)], file)
  const name = pick(row, NAMES)
  return point ? [{ code, ...(name === undefined ? {} : { name }), point }] : []
}

/** One line a commune: a file that has both its centre and its contour gives both. */
function together(found: readonly Located[], file: string): readonly Located[] {
  if (found.length === 0) throw new GeographyFault('no-place', file)
  const byCode = new Map<string, Located>()
  for (const one of found) {
    const known = byCode.get(one.code)
    const centred = known && !one.contour ? one : known && !known.contour ? known : undefined
    byCode.set(
      one.code,
      known ? { ...known, ...one, ...(centred ? { point: centred.point } : {}) } : one,
    )
  }
  return [...byCode.values()]
}
