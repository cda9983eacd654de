import type { MultiPolygon, Polygon, Position } from 'geojson'
import { area, type Polygons, positionAt, type Ring, rounded } from '../core/centre.ts'

/** Contours: fewer points when they weigh too much. Positions are [lon, lat], as in GeoJSON. */

/**
 * The contour as GeoJSON text of at most `most` characters: points nearer than a tolerance to the
 * line without them are dropped, and the tolerance doubled until it fits; at last only the largest
 * pieces are kept.
 *
 * Law     rings stay closed, with at least four positions; a contour that fits is only rounded.
 * Source  Douglas and Peucker, « Algorithms for the reduction of the number of points… »,
 *         Cartographica 10 (1973).
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
  const bySize = polygons.toSorted(
    (a, b) => Math.abs(area(b[0] ?? [])) - Math.abs(area(a[0] ?? [])),
  )
  return bySize.slice(0, Math.ceil(polygons.length / 2)).map(([outer]) => [outer ?? []])
}

function geometry(polygons: Polygons, tolerance: number): Polygon | MultiPolygon {
  const pieces = polygons.map(polygon => polygon.map(ring => thinned(ring, tolerance)))
  return pieces.length === 1
    ? { type: 'Polygon', coordinates: pieces[0]! }
    : { type: 'MultiPolygon', coordinates: pieces }
}

function thinned(ring: Ring, tolerance: number): Position[] {
  const kept = tolerance === 0 ? [...ring] : ring.filter(withIn(ring, tolerance))
  // Three corners at least: the ends, and the two that cut the ring in three.
  const safe =
    kept.length >= 4
      ? kept
      : [
          ring[0]!,
          ring[Math.floor(ring.length / 3)]!,
          ring[Math.floor((2 * ring.length) / 3)]!,
          ring.at(-1)!,
        ]
  return safe.map(([x = 0, y = 0]) => [rounded(x), rounded(y)])
}

/**
 * Which positions of a line stay, without recursion: a ring of a million points must not fill the
 * stack.
 */
function withIn(ring: Ring, tolerance: number): (_: unknown, i: number) => boolean {
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

function farthest(
  ring: Ring,
  from: number,
  to: number,
): Readonly<{ index: number; distance: number }> {
  const [ax, ay] = positionAt(ring, from)
  const [bx, by] = positionAt(ring, to)
  const length = Math.hypot(bx - ax, by - ay)
  let best = { index: from, distance: 0 }
  for (let i = from + 1; i < to; i++) {
    const [x, y] = positionAt(ring, i)
    const distance =
      length === 0
        ? Math.hypot(x - ax, y - ay)
        : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
    if (distance > best.distance) best = { index: i, distance }
  }
  return best
}
