import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Point } from '../core/schema.ts'

/** Contours: their middle, and fewer points when they weigh too much. Positions are [lon, lat], as in GeoJSON. */

export type Ring = readonly Position[]
export type Polygons = readonly (readonly Ring[])[]

/** About a metre: finer digits only weigh. */
const DIGITS = 5
const rounded = (n: number): number => Number(n.toFixed(DIGITS))

/**
 * The centroid of the largest outer ring, so that a commune of two pieces has its middle in one of them.
 * Source  centroid of a polygon by the shoelace formula; degrees are taken as a plane, which is right to a few metres at this size.
 */
export function middleOf(polygons: Polygons): Point {
  const outers = polygons.map(([outer]) => outer ?? [])
  const largest = outers.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0] ?? []
  const [x0, y0] = at(largest, 0)
  let [x, y, twice] = [0, 0, 0]
  for (let i = 0; i + 1 < largest.length; i++) {
    // Counted from the first corner: far from it, the products would lose the digits that matter.
    const [ax, ay, bx, by] = [...shifted(at(largest, i), x0, y0), ...shifted(at(largest, i + 1), x0, y0)] as [
      number,
      number,
      number,
      number,
    ]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  }
  if (twice === 0) return [rounded(y0), rounded(x0)]
  return [rounded(y0 + y / (3 * twice)), rounded(x0 + x / (3 * twice))]
}

const at = (ring: Ring, i: number): readonly [number, number] => [ring[i]?.[0] ?? 0, ring[i]?.[1] ?? 0]
const shifted = ([x, y]: readonly [number, number], x0: number, y0: number): readonly [number, number] => [x - x0, y - y0]

function area(ring: Ring): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) twice += at(ring, i)[0] * at(ring, i + 1)[1] - at(ring, i + 1)[0] * at(ring, i)[1]
  return twice / 2
}

/**
 * The contour as GeoJSON text of at most `most` characters: points nearer than a tolerance to the line without them are dropped,
 * and the tolerance doubled until it fits; at last only the largest pieces are kept.
 *
 * Law     rings stay closed, with at least four positions; a contour that fits is only rounded.
 * Source  Douglas and Peucker, « Algorithms for the reduction of the number of points… », Cartographica 10 (1973).
 */
export function simplified(polygons: Polygons, most: number): string {
  let pieces = polygons
  for (let tolerance = 0; ; tolerance = tolerance === 0 ? 0.00005 : tolerance * 2) {
    if (tolerance > 1) pieces = largestHalf(pieces)
    const text = JSON.stringify(geometry(pieces, tolerance))
    if (text.length <= most || (tolerance > 1 && pieces.length === 1)) return text
  }
}

/** When even triangles weigh too much: the larger half of the islands, and no holes. */
function largestHalf(polygons: Polygons): Polygons {
  const bySize = polygons.toSorted((a, b) => Math.abs(area(b[0] ?? [])) - Math.abs(area(a[0] ?? [])))
  return bySize.slice(0, Math.ceil(polygons.length / 2)).map(([outer]) => [outer ?? []])
}

function geometry(polygons: Polygons, tolerance: number): Polygon | MultiPolygon {
  const pieces = polygons.map(polygon => polygon.map(ring => thinned(ring, tolerance)))
  return pieces.length === 1 ? { type: 'Polygon', coordinates: pieces[0]! } : { type: 'MultiPolygon', coordinates: pieces }
}

function thinned(ring: Ring, tolerance: number): Position[] {
  const kept = tolerance === 0 ? [...ring] : ring.filter(withIn(ring, tolerance))
  // Three corners at least: the ends, and the two that cut the ring in three.
  const safe =
    kept.length >= 4 ? kept : [ring[0]!, ring[Math.floor(ring.length / 3)]!, ring[Math.floor((2 * ring.length) / 3)]!, ring.at(-1)!]
  return safe.map(([x = 0, y = 0]) => [rounded(x), rounded(y)])
}

/** Which positions of a line stay, without recursion: a ring of a million points must not fill the stack. */
function withIn(ring: Ring, tolerance: number): (_: Position, i: number) => boolean {
  const keep = new Set([0, Math.floor(ring.length / 2), ring.length - 1])
  const spans: (readonly [number, number])[] = [
    [0, Math.floor(ring.length / 2)],
    [Math.floor(ring.length / 2), ring.length - 1],
  ]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const far = farthest(ring, from, to)
    if (far.distance <= tolerance) continue
    keep.add(far.index)
    spans.push([from, far.index], [far.index, to])
  }
  return (_, i) => keep.has(i)
}

function farthest(ring: Ring, from: number, to: number): Readonly<{ index: number; distance: number }> {
  const [ax, ay] = at(ring, from)
  const [bx, by] = at(ring, to)
  const length = Math.hypot(bx - ax, by - ay)
  let best = { index: from, distance: 0 }
  for (let i = from + 1; i < to; i++) {
    const [x, y] = at(ring, i)
    const distance = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
    if (distance > best.distance) best = { index: i, distance }
  }
  return best
}
