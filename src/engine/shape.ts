import type { BrickModel } from '../contract/brick.ts'
import { OWN_RECORDS } from '../contract/records/own-records.ts'
import type { RecordType } from '../core/schema.ts'
import type { Shape } from '../projection/tables.ts'

/**
 * The tables of these models and of the house's own records: all that a check or a rebuilding needs
 * of a brick.
 */
export const shapeOf = (models: readonly BrickModel[]): Shape => ({
  types: [...new Set([...OWN_RECORDS, ...models.flatMap(model => model.records)])],
  projections: models.flatMap(model => model.projections ?? []),
})
export const typesOf = (models: readonly BrickModel[]): ReadonlyMap<string, RecordType> =>
  new Map(shapeOf(models).types.map(type => [type.name, type]))
