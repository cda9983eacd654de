import type { BrickTables } from '../contract/brick.ts'
import { OWN_RECORDS } from '../contract/records/own-records.ts'
import type { RecordType } from '../core/schema.ts'
import type { Shape } from '../projection/tables.ts'

/**
 * The shape of the tables: the record types of these bricks and of the engine, and the projections
 * that make further rows from them. Opening, checking and rebuilding the tables need no more of a
 * brick.
 */
export const shapeOf = (bricks: readonly BrickTables[]): Shape => ({
  types: [...new Set([...OWN_RECORDS, ...bricks.flatMap(brick => brick.records)])],
  projections: bricks.flatMap(brick => brick.projections ?? []),
})
/** The record types of these bricks and of the engine, by name. */
export const typesOf = (bricks: readonly BrickTables[]): ReadonlyMap<string, RecordType> =>
  new Map(shapeOf(bricks).types.map(type => [type.name, type]))
