import type { Statements } from '../../src/log/sqlite.ts'

/**
 * How many statements some work asks of a connection. A page of many records asks as many as a page
 * of few.
 */
export function statementsIn(sql: Statements, work: () => unknown): number {
  const of = sql.of.bind(sql)
  let asked = 0
  sql.of = text => {
    asked++
    return of(text)
  }
  try {
    work()
  } finally {
    sql.of = of
  }
  return asked
}
