import type { Point } from './schema.ts'

/**
 * The centre and the area of a shape on the map, such as the outline of a commune. Contours of
 * communes and imports of places use it.
 */

/** A closed line of positions [lon, lat], as in GeoJSON. */
export type Ring = readonly (readonly number[])[]
/** Polygons; the first ring of each is the outer one. */
export type Polygons = readonly (readonly Ring[])[]

/** Five digits are about a metre; more would only cost room. */
const DIGITS = 5
/** A degree rounded to about a metre. */
export const rounded = (n: number): number => Number(n.toFixed(DIGITS))

/**
 * The centre of a shape: the centroid of its largest outer ring, so that a commune of two pieces
 * has its centre in one of them.
 *
 * Source  centroid of a polygon by the shoelace formula. Degrees are taken as a plane, which is
 *         right to a few metres at this size.
 */
export function centreOf(polygons: Polygons): Point {
  const outers = polygons.map(([outer]) => outer ?? [])
  const largest = outers.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0] ?? []
  const [x0, y0] = positionAt(largest, 0)
  let [x, y, twice] = [0, 0, 0]
  for (let i = 0; i + 1 < largest.length; i++) {
    // Relative to the first corner: large coordinates would lose digits in the products.
    const [ax, ay, bx, by]: [number, number, number, number] = [
      ...shifted(positionAt(largest, i), x0, y0),
      ...shifted(positionAt(largest, i + 1), x0, y0),
    ]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  }
  if (twice === 0) return [rounded(y0), rounded(x0)]
  return [rounded(y0 + y / (3 * twice)), rounded(x0 + x / (3 * twice))]
}

/** The position at place `i`; [0, 0] when there is none. */
export const positionAt = (ring: Ring, i: number): readonly [number, number] => [
  ring[i]?.[0] ?? 0,
  ring[i]?.[1] ?? 0,
]
const shifted = (
  [x, y]: readonly [number, number],
  x0: number,
  y0: number,
): readonly [number, number] => [x - x0, y - y0]

/**
 * The area of a ring.
 *
 * Units   square degrees, signed by the direction of the ring.
 */
export function area(ring: Ring): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++)
    twice +=
      positionAt(ring, i)[0] * positionAt(ring, i + 1)[1] -
      positionAt(ring, i + 1)[0] * positionAt(ring, i)[1]
  return twice / 2
}
