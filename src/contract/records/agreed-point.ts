import { isPoint } from '../../core/place.ts'

/**
 * The point of a person on the map is their home, so it shows only once its record says that they
 * agreed to it. A keeper writes that by the tick that shows them the point (`engine/naming.ts`, and
 * the tick of a table). The agreement is that point itself: another one, whoever writes it later,
 * is kept back until its own tick. A body that was a person once asks the same.
 *
 * Shape   `AGREED_POINT`: the type of people and bodies, the value that makes a person of one, the
 *         point, and the point that was agreed to, which the log alone holds. The keeping floors
 *         read logs without the schemas of bricks, so these names stand here, and a test holds them
 *         to the schema.
 * Law     11: a point that differs from the agreed one is in no row, no version and no bundle.
 */
export const AGREED_POINT = {
  type: 'actor',
  is: 'kind',
  person: 'person',
  point: 'point',
  agreed: 'pointAgreed',
} as const

/** Whether two values are the same point of the map. What is no point is the same as nothing. */
export const isSamePoint = (a: unknown, b: unknown): boolean =>
  isPoint(a) && isPoint(b) && a[0] === b[0] && a[1] === b[1]
