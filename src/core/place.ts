import { itemsOf } from './narrow.ts'
import type { Point } from './schema.ts'

/**
 * Places as latitude and longitude: the distance of two, and the check of one that another box
 * wrote. Lists say *à 4 km* with it, and likeness of records uses it.
 */

/**
 * Mean radius of the Earth, in metres.
 * Source  R1 = (2a + b) / 3 of the ellipsoid GRS 80: H. Moritz, « Geodetic Reference System 1980 »,
 *         Journal of Geodesy 74 (2000).
 */
export const EARTH_RADIUS_M = 6_371_008.7714

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * The distance of two points in a straight line, by the haversine formula on a sphere.
 *
 * Units   degrees of WGS 84 in, metres out. Within 0.6 % of the distance on the ellipsoid: enough
 *         for *à 4 km*, not for a boundary.
 * Law     It is symmetric, 0 for equal points, and at most half the Earth’s circumference.
 * Source  R. W. Sinnott, « Virtues of the Haversine », Sky & Telescope 68 (1984), p. 159.
 */
export function distanceM(a: Point, b: Point): number {
  const across = Math.sin(radians(b[0] - a[0]) / 2) ** 2
  const along = Math.sin(radians(b[1] - a[1]) / 2) ** 2
  const chord = across + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * along
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Whether a value can be a latitude and a longitude. Projected metres (Lambert 93) can not. */
export function isPoint(value: unknown): value is Point {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [lat, lon] = itemsOf<unknown>(value)
  return (
    typeof lat === 'number' &&
    typeof lon === 'number' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180
  )
}
