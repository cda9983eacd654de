/**
 * The point of a person on the map is their home, so it shows only once its record says that they
 * agreed to it. A keeper writes that by the tick that shows them the point (`engine/naming.ts`, and
 * the tick of a table). A point that was written without the tick, by an older program or by
 * another box, stays in the log.
 *
 * Shape   `AGREED_POINT`: the type of people and bodies, the value that makes a person of one, the
 *         point, and the yes or no of the agreement. The keeping floors read logs without the
 *         schemas of bricks, so these names stand here, and a test holds them to the schema.
 * Law     11: without the yes, the point is in no row, no history and no bundle.
 */
export const AGREED_POINT = {
  type: 'actor',
  is: 'kind',
  person: 'person',
  point: 'point',
  agreed: 'pointAgreed',
} as const

/** Whether the point of this record is kept back: a person’s, or one’s whose kind is not read. */
export const isPointKeptBack = (type: string, valueIn: (field: string) => unknown): boolean =>
  type === AGREED_POINT.type &&
  (valueIn(AGREED_POINT.is) ?? AGREED_POINT.person) === AGREED_POINT.person &&
  valueIn(AGREED_POINT.agreed) !== true
