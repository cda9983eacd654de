import type { Forgetting } from './decision.ts'
import type { Row, Scalar } from './reader.ts'

/**
 * What only a brick can say of its own records beyond their rows: more tables, filled record by
 * record.
 */
export interface TableWriter {
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  run(sql: string, ...params: readonly Scalar[]): void
}

export type Projection = Readonly<{
  types: readonly string[]
  tables: readonly string[]
  apply: (type: string, record: string, tables: TableWriter) => void
}>

/**
 * What the time has come to forget. `again`: when to ask once more, in ms that this box will have
 * lived; undefined when nothing waits.
 *
 * Law     forgotten by the house itself, in `home` alone: what other boxes hold is asked of them by
 *         a person.
 */
export type Fading = Readonly<{ forget: readonly Forgetting[]; again?: number }>
