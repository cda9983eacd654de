import type { Reader } from '../../../contract/reader.ts'
import { hasTable, OWN, ofTerritory, STANDS } from '../../../contract/tables.ts'
import { codesHere } from './read.ts'

/** What other boxes brought of their own territories: told apart, and counted nowhere. */

const TABLES = [
  { kind: 'place', table: 'place', and: '' },
  { kind: 'group', table: 'actor', and: "AND kind <> 'person'" },
  { kind: 'project', table: 'initiative', and: '' },
] as const
export type CarriedKind = (typeof TABLES)[number]['kind']

/**
 * Shape   `counts`: how many of each kind. `ones`: one record of each box, the box with the most
 *         first.
 */
export type NeighbourThings = Readonly<{
  counts: Readonly<Record<CarriedKind, number>>
  ones: readonly string[]
}>

/** In one statement, however many boxes and records there are. */
export function carriedIn(read: Reader): NeighbourThings {
  const here = ofTerritory(codesHere(read))
  const parts = TABLES.filter(({ table }) => hasTable(read, table)).map(
    ({ kind, table, and }) =>
      `SELECT '${kind}' AS kind, id, _box FROM ${table}
       WHERE ${STANDS} ${and} AND _box IS NOT NULL AND NOT (${OWN}) AND (${here.where}) IS NOT 1`,
  )
  const rows =
    parts.length === 0
      ? []
      : read.all(
          `SELECT min(id) AS one, ${TABLES.map(
            ({ kind }) => `count(*) FILTER (WHERE kind = '${kind}') AS "${kind}"`,
          ).join(', ')}
           FROM (${parts.join(' UNION ALL ')}) GROUP BY _box ORDER BY count(*) DESC, _box`,
          ...parts.flatMap(() => here.with),
        )
  const sum = (kind: CarriedKind): number => rows.reduce((all, row) => all + Number(row[kind]), 0)
  return {
    counts: { place: sum('place'), group: sum('group'), project: sum('project') },
    ones: rows.map(row => String(row['one'])),
  }
}
