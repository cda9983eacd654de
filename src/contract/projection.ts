import type { TextAsked } from '../core/beforehand.ts'
import type { Forgetting } from './decision.ts'
import type { Row, Scalar } from './reader.ts'

/**
 * Two things that the engine does for a brick without being asked: fill tables of the brick’s own
 * from its records, and forget records at their time. The brick declares both as functions in its
 * model.
 */

/** The tables, as a brick’s projection reads and writes them. */
export interface TableWriter {
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  run(sql: string, ...params: readonly Scalar[]): void
}

/**
 * Tables of a brick beside those of its record types, filled record by record. `tables`: their
 * names. `apply` runs for each written record of `types`, and replaces the rows of that record.
 * `asked`: the texts that it will have worked out for a record with these values, so that another
 * thread may do it before. It may be wrong, for that costs time alone.
 */
export type Projection = Readonly<{
  types: readonly string[]
  tables: readonly string[]
  apply: (type: string, record: string, tables: TableWriter) => void
  asked?: (type: string, values: ReadonlyMap<string, unknown>) => readonly TextAsked[]
}>

/**
 * The records whose time has come. `again`: when to ask once more, as a count of `lived`; undefined
 * when nothing waits.
 *
 * Law     The engine forgets them by itself, in `home` alone, the space that stays in this box. For
 *         other spaces a person asks.
 */
export type Fading = Readonly<{ forget: readonly Forgetting[]; again?: number }>
