import type { BrickTables } from '../contract/brick.ts'
import { OWN_RECORDS } from '../contract/records/own-records.ts'
import type { RecordType } from '../core/schema.ts'
import type { Shape } from '../projection/tables.ts'

/**
 * The tables of these models and of the house's own records: all that a check or a rebuilding needs
 * of a brick.
 */
export const shapeOf = (bricks: readonly BrickTables[]): Shape => ({
  types: [...new Set([...OWN_RECORDS, ...bricks.flatMap(brick => brick.records)])],
  projections: bricks.flatMap(brick => brick.projections ?? []),
})
export const typesOf = (bricks: readonly BrickTables[]): ReadonlyMap<string, RecordType> =>
  new Map(shapeOf(bricks).types.map(type => [type.name, type]))
