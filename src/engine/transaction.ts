import { dropWords, followSavepoint, holdWords, releaseWords } from '../projection/held-words.ts'
import { catchUp, isBehind, markPositions } from '../projection/tables.ts'
import type { Engine } from './turn.ts'

/**
 * The durable transaction of a box: the log commits first, and the tables follow it. Turns,
 * deliveries and forgetting run inside one, on the thread of the writer.
 */

/** The transaction of a batch was lost. No turn of it was answered. */
class Lost extends Error {
  override name = 'Lost'
}

/**
 * Runs work in one durable transaction of the log, the tables following. After an error the caller
 * must call `abandon`.
 */
export function inTransaction<T>(engine: Engine, work: () => T): T {
  const { log, tables } = engine
  if (isBehind(tables, log)) catchUp(tables, log)
  tables.db.exec('BEGIN')
  log.db.exec('BEGIN IMMEDIATE')
  holdWords(tables)
  const done = work()
  stillOpen(engine)
  releaseWords(tables)
  markPositions(tables, log)
  log.db.exec('COMMIT')
  commitTables(engine)
  engine.told?.()
  return done
}

function commitTables({ tables: { db }, report }: Engine): void {
  try {
    db.exec('COMMIT')
  } catch (error) {
    report(error)
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

/** False when SQLite has rolled a transaction back by itself. */
export const isOpen = ({ log, tables }: Engine): boolean =>
  log.db.isTransaction && tables.db.isTransaction

/** Errors  Lost, when the transaction is not open any more. */
export function stillOpen(engine: Engine): void {
  if (!isOpen(engine)) throw new Lost('the transaction of the batch is gone')
}

/** Runs work in a transaction of its own. An error leaves nothing behind. */
export function inOwnTransaction<T>(engine: Engine, work: () => T): T {
  try {
    return inTransaction(engine, work)
  } catch (error) {
    abandon(engine)
    throw error
  }
}

/** Rolls back the open transactions of the log and the tables. */
export function abandon({ log, tables }: Engine): void {
  dropWords(tables)
  for (const db of [log.db, tables.db]) if (db.isTransaction) db.exec('ROLLBACK')
}

/** Runs these savepoint statements on the log and on the tables. */
export function savepoint({ log, tables }: Engine, all: readonly string[]): void {
  for (const { sql } of [log, tables]) for (const text of all) sql.run(text)
  for (const text of all) followSavepoint(tables, text)
}
