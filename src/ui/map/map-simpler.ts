import type { XY } from './map-ground.ts'

/**
 * Fewer points in outlines that share borders, without a gap opening between neighbours: a point
 * leaves by what it and its two neighbours say, which is the same seen from either side of a
 * border. Points where three borders meet stay.
 *
 * Source  effective areas: Visvalingam and Whyatt, Line generalisation by repeated elimination of
 *         points (1993).
 */
export type Rings = readonly (readonly XY[])[]

const keyOf = ([x, y]: XY): string => `${x} ${y}`
const triangle = ([ax, ay]: XY, [bx, by]: XY, [cx, cy]: XY): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

/**
 * Points that are on the same ring's way in every ring that has them; any other is a meeting of
 * borders.
 */
function meetings(rings: Rings): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>()
  for (const ring of rings)
    ring.forEach((point, i) => {
      const neighbours = beside.get(keyOf(point)) ?? new Set()
      neighbours.add(keyOf(ring.at(i - 1)!)).add(keyOf(ring[(i + 1) % ring.length]!))
      beside.set(keyOf(point), neighbours)
    })
  return new Set([...beside].filter(([, neighbours]) => neighbours.size !== 2).map(([key]) => key))
}

function pass(ring: readonly XY[], fixed: ReadonlySet<string>, smallest: number): readonly XY[] {
  const areas = ring.map((point, i) =>
    fixed.has(keyOf(point))
      ? Infinity
      : triangle(ring.at(i - 1)!, point, ring[(i + 1) % ring.length]!),
  )
  // Two equal neighbours: the one that comes first by its coordinates, whatever way the ring turns.
  const before = (i: number, j: number): boolean =>
    areas[i]! < areas[j]! || (areas[i] === areas[j] && keyOf(ring[i]!) < keyOf(ring[j]!))
  const leaves = (i: number): boolean =>
    areas[i]! < smallest &&
    before(i, (i + ring.length - 1) % ring.length) &&
    before(i, (i + 1) % ring.length)
  return ring.filter((_, i) => !leaves(i))
}

/**
 * The outlines without the points that change less than `smallest` square pixels; a ring that would
 * vanish keeps its shape.
 */
export function simpler(rings: Rings, smallest: number): Rings {
  const fixed = meetings(rings)
  return rings.map(ring => {
    let now = ring
    for (;;) {
      const next = pass(now, fixed, smallest)
      if (next.length === now.length || next.length < 4) return now
      now = next
    }
  })
}
