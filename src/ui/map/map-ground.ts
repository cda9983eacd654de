import { Delaunay } from 'd3-delaunay'
import { lazy, lazyOf } from '../../core/lazy.ts'
import type { Point } from '../../core/schema.ts'

/**
 * The ground of a map: communes as outlines on a plane of pixels. Degrees are projected by hand, as
 * a plane whose longitudes are shortened by the cosine of the middle latitude: true to less than a
 * line's width for a few dozen communes, and the winding of GeoJSON rings, over which spherical
 * projections stumble, has no meaning here.
 */

export type MapCommune = Readonly<{
  code: string
  name: string
  point?: Point | null
  /**
   * GeoJSON Polygon or MultiPolygon in WGS 84, as text or parsed. What can't be read counts as not
   * known.
   */
  contour?: string | Readonly<{ type: string; coordinates?: unknown }> | null
}>
export type XY = readonly [x: number, y: number]
export type MapGround = Readonly<{
  of: readonly MapCommune[]
  /**
   * `contours`: true borders. `cells`: only centres are known, and each commune is what lies
   * nearest to its own.
   */
  kind: 'contours' | 'cells'
  width: number
  height: number
  /** Outlines in pixels, by the communes' codes; read when they are asked for. */
  outlines: ReadonlyMap<string, readonly (readonly XY[])[]>
  /** Where each commune's name may stand. */
  middles: ReadonlyMap<string, XY>
  at: (point: Point) => XY
}>

const MARGIN = 6
/** A map is no taller than this part of its width. */
const TALLEST = 1.1

const isPosition = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

/** The rings of a contour, in degrees; none when it can't be read. */
function ringsOf(
  contour: MapCommune['contour'],
): readonly (readonly (readonly [number, number])[])[] {
  let read: unknown = contour
  if (typeof contour === 'string') {
    try {
      read = JSON.parse(contour)
    } catch {
      return []
    }
  }
  const { type, coordinates }: { type?: string; coordinates?: unknown } = read ?? {}
  if (!Array.isArray(coordinates)) return []
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  const rings = polygons.flatMap(polygon => (Array.isArray(polygon) ? polygon : []))
  return rings
    .map(ring => (Array.isArray(ring) ? ring.filter(isPosition) : []))
    .filter(ring => ring.length >= 3)
}

type Box = Readonly<{ west: number; east: number; south: number; north: number }>
function boxOf(positions: readonly (readonly [number, number])[], grown: number): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const [dx, dy] = [
    Math.max((east - west) * grown, 0.005),
    Math.max((north - south) * grown, 0.005),
  ]
  return grown > 0
    ? { west: west - dx, east: east + dx, south: south - dy, north: north + dy }
    : { west, east, south, north }
}

function plane(
  box: Box,
  width: number,
): Readonly<{ height: number; at: (lon: number, lat: number) => XY }> {
  const shrink = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const across = (box.east - box.west) * shrink || 1e-6
  const up = box.north - box.south || 1e-6
  const scale = Math.min((width - 2 * MARGIN) / across, (width * TALLEST - 2 * MARGIN) / up)
  const left = (width - across * scale) / 2
  return {
    height: Math.ceil(up * scale + 2 * MARGIN),
    at: (lon, lat) => [
      left + (lon - box.west) * shrink * scale,
      MARGIN + (box.north - lat) * scale,
    ],
  }
}

const middleOfRing = (ring: readonly XY[]): XY => {
  const [x, y] = ring.reduce(([sx, sy], [px, py]) => [sx + px, sy + py] as const, [0, 0] as const)
  return [x / ring.length, y / ring.length]
}

/** A ground whose outlines are made from the contours each time. */
type Plane = Readonly<Omit<MapGround, 'outlines'> & { outlines: () => MapGround['outlines'] }>
/** By width, as long as the list of communes is held: without outlines, which weigh most. */
const planes = lazyOf((_: readonly MapCommune[]) => new Map<number, Plane | undefined>())

/**
 * The ground of these communes, `width` pixels wide; undefined when too little is known to draw
 * one.
 */
export function groundOf(communes: readonly MapCommune[], width: number): MapGround | undefined {
  const kept = planes(communes)
  if (!kept.has(width)) kept.set(width, planeOf(communes, width))
  const made = kept.get(width)
  if (!made) return undefined
  const outlines = lazy(made.outlines)
  return {
    ...made,
    get outlines() {
      return outlines()
    },
  }
}

function planeOf(communes: readonly MapCommune[], width: number): Plane | undefined {
  const rings = ringsIn(communes)
  return [...rings.values()].some(all => all.length > 0)
    ? drawnContours(communes, rings, width)
    : drawnCells(communes, width)
}

type RingsByCode = ReadonlyMap<string, ReturnType<typeof ringsOf>>
const ringsIn = (communes: readonly MapCommune[]): RingsByCode =>
  new Map(communes.map(({ code, contour }) => [code, ringsOf(contour)]))

function drawnContours(communes: readonly MapCommune[], rings: RingsByCode, width: number): Plane {
  const { height, at } = plane(boxOf([...rings.values()].flat(2), 0), width)
  const outlinesOf = (all: RingsByCode): MapGround['outlines'] =>
    new Map(
      communes.flatMap(({ code }) => {
        const drawn = (all.get(code) ?? []).map(ring => ring.map(([lon, lat]) => at(lon, lat)))
        return drawn.length > 0 ? [[code, drawn]] : []
      }),
    )
  const outlines = outlinesOf(rings)
  const middles = new Map<string, XY>()
  for (const { code, point } of communes) {
    const first = outlines.get(code)?.[0]
    const middle = point ? at(point[1], point[0]) : first && middleOfRing(first)
    if (middle) middles.set(code, middle)
  }
  return {
    of: communes,
    kind: 'contours',
    width,
    height,
    outlines: () => outlinesOf(ringsIn(communes)),
    middles,
    at: ([lat, lon]) => at(lon, lat),
  }
}

function drawnCells(communes: readonly MapCommune[], width: number): Plane | undefined {
  const known = communes.filter(commune => isPosition(commune.point))
  if (known.length < 3) return undefined
  const { height, at } = plane(
    boxOf(
      known.map(({ point }) => [point![1], point![0]]),
      0.12,
    ),
    width,
  )
  const points = known.map(({ point }): [number, number] => [...at(point![1], point![0])])
  const outlines = (): MapGround['outlines'] => {
    const cells = Delaunay.from(points).voronoi([MARGIN, MARGIN, width - MARGIN, height - MARGIN])
    return new Map(
      known.flatMap(({ code }, i) => {
        const cell = cells.cellPolygon(i)
        // Two communes with one centre: the second has no cell of its own.
        return cell ? [[code, [cell.map(([x, y]) => [x, y] as const)]]] : []
      }),
    )
  }
  const middles = new Map(known.map((commune, i) => [commune.code, points[i]!] as const))
  return {
    of: communes,
    kind: 'cells',
    width,
    height,
    outlines,
    middles,
    at: ([lat, lon]) => at(lon, lat),
  }
}
