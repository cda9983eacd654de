import type { Point } from './schema.ts'

/** Where a shape is, as one point. Positions are [lon, lat], as in GeoJSON. */
export type Ring = readonly (readonly number[])[]
export type Polygons = readonly (readonly Ring[])[]

/** About a metre: finer digits only weigh. */
const DIGITS = 5
export const rounded = (n: number): number => Number(n.toFixed(DIGITS))

/**
 * The centroid of the largest outer ring, so that a commune of two pieces has its middle in one of
 * them.
 * Source  centroid of a polygon by the shoelace formula; degrees are taken as a plane, which is
 *         right to a few metres at this size.
 */
export function middleOf(polygons: Polygons): Point {
  const outers = polygons.map(([outer]) => outer ?? [])
  const largest = outers.toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0] ?? []
  const [x0, y0] = at(largest, 0)
  let [x, y, twice] = [0, 0, 0]
  for (let i = 0; i + 1 < largest.length; i++) {
    // Counted from the first corner: far from it, the products would lose the digits that matter.
    const [ax, ay, bx, by] = [
      ...shifted(at(largest, i), x0, y0),
      ...shifted(at(largest, i + 1), x0, y0),
    ] as [number, number, number, number]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
    twice += cross
  }
  if (twice === 0) return [rounded(y0), rounded(x0)]
  return [rounded(y0 + y / (3 * twice)), rounded(x0 + x / (3 * twice))]
}

export const at = (ring: Ring, i: number): readonly [number, number] => [
  ring[i]?.[0] ?? 0,
  ring[i]?.[1] ?? 0,
]
const shifted = (
  [x, y]: readonly [number, number],
  x0: number,
  y0: number,
): readonly [number, number] => [x - x0, y - y0]

/** Units   square degrees, signed by the way that the ring turns. */
export function area(ring: Ring): number {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++)
    twice += at(ring, i)[0] * at(ring, i + 1)[1] - at(ring, i + 1)[0] * at(ring, i)[1]
  return twice / 2
}
