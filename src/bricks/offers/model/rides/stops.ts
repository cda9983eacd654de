import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { distanceM } from '../../../../core/place.ts'
import type { Point } from '../../../../core/schema.ts'

/** Where somebody may get in or out of a ride: its ends, and the places on its way. */
export type RideWay = Readonly<{
  rideFrom: string | null
  rideTo: string | null
  rideBy: readonly string[] | null
}>

/** The point of a place by its name; null where nobody knows it. */
export type PlacePoint = (name: string) => Point | null

/** Words that tell no place: of *le marché de Boën*, *Boën* does. */
const SMALL: ReadonlySet<string> = new Set(
  'le la les l un une au aux du des de d a en sur sous saint sainte st ste mont'.split(' '),
)
/** What many villages have: two of them in one town are one town. */
const COMMON = pattern()`
  ^(?:marche|gare|hopital|clinique|college|lycee|ecole|mairie|pharmacie|medecin|piscine|cinema
  |centre|bourg|place|supermarche|foire|vogue|fete|maison|medicale|bibliotheque|mediatheque)$
`
const wordsOfPlace = (name: string): readonly string[] =>
  fold(name)
    .replace(/\bst(e?)\b/g, 'saint$1')
    .split(' ')
    .filter(Boolean)
const holds = (long: readonly string[], short: readonly string[]): boolean =>
  short.some(word => !SMALL.has(word)) &&
  short.every(word => long.includes(word) || (SMALL.has(word) && !/^sainte?$/.test(word)))

/** Whether two names are of one place: *Boën* is Boën-sur-Lignon, and so is *le marché de Boën*. */
export function isSamePlace(one: string, other: string): boolean {
  const [a, b] = [wordsOfPlace(one), wordsOfPlace(other)]
  if (holds(a, b) || holds(b, a)) return true
  const town = (words: readonly string[]) => words.filter(word => !COMMON.test(word))
  return holds(town(a), town(b)) || holds(town(b), town(a))
}

/** A stop that makes the way longer by less than this lies on it. */
const DETOUR = 1.12
/** Ends nearer than this have nothing between them. Units: metres. */
const LEAST_M = 4_000

/**
 * Whether a ride passes by a place: one that it names, or a commune that lies between its two ends.
 *
 * Law     a ride whose ends nobody can place passes by what it names alone.
 */
export function passesBy(way: RideWay, place: string, pointOf: PlacePoint = () => null): boolean {
  const named = [way.rideFrom, way.rideTo, ...(way.rideBy ?? [])]
  if (named.some(one => one !== null && isSamePlace(one, place))) return true
  const [from, to] = [way.rideFrom, way.rideTo].map(one => (one === null ? null : pointOf(one)))
  const stop = pointOf(place)
  if (!from || !to || !stop) return false
  const whole = distanceM(from, to)
  return whole > LEAST_M && distanceM(from, stop) + distanceM(stop, to) < whole * DETOUR
}

/** The points of the communes of a territory, by any name that people give them. */
export function pointsOfCommunes(
  communes: readonly Readonly<{ name: string; point: Point | null }>[],
): PlacePoint {
  return name =>
    communes.find(one => one.point !== null && isSamePlace(one.name, name))?.point ?? null
}
