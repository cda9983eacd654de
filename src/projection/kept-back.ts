import { AGREED_POINT, isSamePoint } from '../contract/records/agreed-point.ts'
import { keyOf } from '../core/merge.ts'
import { recordType } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, type Touched, writesIn } from '../log/log.ts'
import { namesAmong } from './numbers.ts'
import { rowHere } from './ours.ts'

/**
 * Points of people who did not agree to theirs (`contract/records/agreed-point.ts`). The row of the
 * record is made without its point, and a bundle leaves out each write of it.
 *
 * Law     11. A function of the log: the yes shows the point again, here and where it is carried.
 *         Whose kind is not read is a person. Who was a person once is one here: the point of a
 *         body was perhaps that person’s home.
 */

const { type: TYPE, is, person, point, agreed } = AGREED_POINT
/** What a log alone is read by: the agreement of a record of this box is its own. */
const READ = recordType({
  name: TYPE,
  title: 'name',
  fields: {
    name: { kind: 'text' },
    [is]: { kind: 'choice' },
    [point]: { kind: 'point' },
    [agreed]: { kind: 'point', ours: true },
  },
})

/** The point of a person, or of a body that was one: as it stands, and as they agreed to it. */
export type PersonPoint = Readonly<{ stands: unknown; agreed: unknown }>
/** Undefined for a body that never was a person, another type, and `home`: the keeper reads it. */
export function personPointIn(log: LogToRead, what: Touched): PersonPoint | undefined {
  if (what.type !== TYPE || what.space === 'home') return undefined
  const values = rowHere(log, READ, what)
  const valueIn = (field: string): unknown => values.get(field)?.shown?.value
  const isPerson =
    (valueIn(is) ?? person) === person ||
    writesIn(log, what).some(write => write.field === is && write.value === person)
  return isPerson ? { stands: valueIn(point), agreed: valueIn(agreed) } : undefined
}

/** Whether this value of a field is kept back. The log alone holds what was agreed to. */
export function isKeptBack(log: LogToRead, what: Touched, field: string, value: unknown): boolean {
  if (what.type !== TYPE || what.space === 'home') return false
  if (field === agreed) return true
  if (field !== point || value === null || value === undefined) return false
  const of = personPointIn(log, what)
  return of !== undefined && !isSamePoint(value, of.agreed)
}

/** Whether this value is in the log alone: a point without its agreement, or the reverse. */
export function isInLogAlone(
  log: LogToRead,
  what: Touched,
  field: string,
  value: unknown,
): boolean {
  if (what.type !== TYPE || (field !== point && field !== agreed) || (value ?? null) === null)
    return false
  const of = personPointIn(log, what)
  return of !== undefined && !isSamePoint(of.stands, of.agreed)
}

/** Whether no page asks to choose among the values of this field: the agreement decides. */
export const isAgreedField = (log: LogToRead, what: Touched, field: string): boolean =>
  what.type === TYPE &&
  (field === agreed || (field === point && personPointIn(log, what) !== undefined))

/** The writes of shared spaces that no bundle carries: all points of people but those that show. */
export function pointsKeptBackIn(log: LogToRead): readonly FleshName[] {
  const placed = log.sql.all<Touched>(
    'SELECT DISTINCT w.type, w.record, w.space FROM write w JOIN piece f ON f.entry = w.entry ' +
      'AND f.change = w.change AND f.field = w.field ' +
      "WHERE w.type = ? AND w.field IN (?, ?) AND w.space <> 'home' AND f.value <> 'null'",
    TYPE,
    point,
    agreed,
  )
  return placed.flatMap(what => {
    const of = personPointIn(log, what)
    if (!of) return []
    // An agreement to a point that does not stand tells where somebody lived.
    const shows = isSamePoint(of.stands, of.agreed) ? of.agreed : undefined
    const writes = writesIn(log, what)
    return [point, agreed].flatMap(field => {
      const back = writes.filter(
        ({ field: name, value }) =>
          name === field && (value ?? null) !== null && !isSamePoint(value, shows),
      )
      return namesAmong(log, { ...what, field }, new Set(back.map(one => keyOf(one.name))))
    })
  })
}
