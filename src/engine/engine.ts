import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BrickModel } from '../contract/brick.ts'
import { charge } from '../contract/records/charge.ts'
import { tableOf } from '../contract/tables.ts'
import type { RecordType } from '../core/schema.ts'
import { noteIfAhead } from '../files/lost-writes.ts'
import { onThisMachine } from '../files/marks.ts'
import type { Box } from '../log/box.ts'
import { type Log, openLog } from '../log/log.ts'
import { Statements, seeLog } from '../log/sqlite.ts'
import { knowAlphabet } from '../projection/alphabet.ts'
import { withoutHere, withoutRows } from '../projection/here.ts'
import { readerOn } from '../projection/reader.ts'
import { closeTables, openTables, type Tables } from '../projection/tables.ts'
import { boxesSeen } from '../sync/trust/seen.ts'
import type { CopyFiles } from './file-copies.ts'
import { withGuardedSlots } from './guarded-slots.ts'
import { readerFor, withOwnReader } from './published.ts'
import { OWN, ownModel } from './records/model.ts'
import { shapeOf } from './shape.ts'
import { type OnTouched, telling } from './touched.ts'
import type { BrickCommand, Engine } from './turn.ts'

/**
 * Opens a data folder for writing: the log, the tables made from it, and the bricks with their
 * commands, put together as an `Engine`, which turns run in. The writer’s thread, the command line
 * and tests call it. This file also opens the read-only connections from which pages are made.
 */

/**
 * The bricks of an engine: the given ones, each with its own reader and guarded slots, and the
 * engine’s own brick.
 */
export const assembledBricks = (bricks: readonly BrickModel[]): readonly BrickModel[] =>
  withOwnBrick(bricks.map(withOwnReader)).map(withGuardedSlots)
const withOwnBrick = (bricks: readonly BrickModel[]): readonly BrickModel[] =>
  bricks.some(one => one.name === OWN) ? bricks : [ownModel(bricks), ...bricks]

/**
 * Opens the log and the tables of a folder for writing, and assembles the engine of these bricks.
 * Without `files`, both are in memory, for a test.
 *
 * Shape   `report`: writes an error down, and gives its reference. `progress`: called while the
 *         tables are made again, with the entries so far. `onMoved`: called when the folder was on
 *         another machine before. `copyFiles`: copies files into the space of a write.
 *         `sync`: SQLite’s `synchronous`; tests alone give `NORMAL`.
 */
export function openEngine(
  bricks: readonly BrickModel[],
  box: Box,
  files: Readonly<{ log: string; tables: string }> = { log: ':memory:', tables: ':memory:' },
  opts: {
    sync?: 'FULL' | 'NORMAL'
    report?: (error: unknown) => string
    progress?: (done: number) => void
    onMoved?: () => void
    copyFiles?: CopyFiles
    /** Called after each commit, before anybody is answered, with what it wrote. */
    onTouched?: OnTouched
  } = {},
): Engine {
  const opened = openLog(files.log, box, opts)
  const log =
    files.log === ':memory:'
      ? opened
      : onThisMachine(dirname(files.log), opened, undefined, opts.onMoved)
  if (files.tables !== ':memory:') noteIfAhead(files.tables, log)
  const tables = openTables(files.tables, shapeOf(bricks), log, opts.progress)
  const engine = engineOver(bricks, log, tables, opts.report)
  return {
    ...engine,
    ...(opts.copyFiles ? { copyFiles: opts.copyFiles } : {}),
    ...(opts.onTouched ? { told: telling({ tables, log }, opts.onTouched) } : {}),
  }
}

/** Closes both files of an engine. */
export function closeEngine({ tables, log }: Pick<Engine, 'tables' | 'log'>): void {
  closeTables(tables)
  log.db.close()
}

/** Assembles the engine of these bricks over an open log and its tables. */
export function engineOver(
  bricks: readonly BrickModel[],
  log: Log,
  tables: Tables,
  report?: (error: unknown) => string,
): Engine {
  const all = assembledBricks(bricks)
  const commands = all.flatMap(brick =>
    brick.commands.map((command): [string, BrickCommand] => [
      `${brick.name}.${command.name}`,
      { command, brick },
    ]),
  )
  const client = randomBytes(4).readUInt32BE()
  return {
    bricks: all,
    types: tables.types,
    commands: new Map(commands),
    log,
    tables,
    read: readerFor(all, readerOn(tables, log, { boxes: () => boxesSeen(log, log.box.name) })),
    proseClient: () => client,
    report: report ?? (error => String(error)),
  }
}

/**
 * The read-only connections that pages are made from, on the main thread. `another`: one more
 * connection to the tables, for a reader of its own.
 */
export type ReadConnection = Readonly<{
  tables: Statements
  log: Statements
  another: () => Statements
  close: () => void
}>
/**
 * Opens the read-only connections. With `leaving`, the types of an export, the tables hide the
 * records that stay in this box.
 */
export function openReading(
  files: Readonly<{ log: string; tables: string }>,
  leaving?: readonly RecordType[],
): ReadConnection {
  const opened: DatabaseSync[] = []
  const open = (file: string): DatabaseSync => {
    const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
    opened.push(db)
    return db
  }
  const openTables = (): DatabaseSync => {
    const db = open(files.tables)
    knowAlphabet(db)
    return db
  }
  const [log, tables] = [seeLog(open(files.log)), openTables()]
  if (leaving) {
    withoutHere(tables, leaving)
    // Who is in charge of a thing is read on the pages of this box.
    withoutRows(tables, tableOf(charge.name, 'home'))
  }
  return {
    log: new Statements(log),
    tables: new Statements(tables),
    another: () => new Statements(openTables()),
    close: () => {
      for (const db of opened) db.close()
    },
  }
}
