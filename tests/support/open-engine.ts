import type { Brick } from '../../src/contract/brick.ts'
import * as engine from '../../src/engine/engine.ts'
import type { Engine } from '../../src/engine/turn.ts'
import type { Box } from '../../src/log/box.ts'
import type { Log } from '../../src/log/log.ts'
import { keepEmptyTables, type Tables } from '../../src/projection/tables.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { emptyTablesOnDisk } from './empty-tables.ts'
import { watchedReads } from './watched-reads.ts'

/**
 * A house whose bricks have their pages: for a test that writes and looks at pages on one
 * connection. A brick that reads what it does not name in its `reads` throws (watched-reads.ts).
 */
export type OpenEngine = Engine<Brick>

keepEmptyTables(emptyTablesOnDisk())

/** Each list of bricks is made whole once: tests open engines over it by the hundred. */
const wholes = new WeakMap<readonly Brick[], readonly Brick[]>()
function wholeOf(bricks: readonly Brick[]): readonly Brick[] {
  const whole = wholes.get(bricks) ?? wholeBricks(bricks)
  wholes.set(bricks, whole)
  return whole
}

type Files = Parameters<typeof engine.openEngine>[2]
type Opts = Parameters<typeof engine.openEngine>[3]
export function openEngine(
  bricks: readonly Brick[],
  box: Box,
  files?: Files,
  opts?: Opts,
): OpenEngine {
  const whole = wholeOf(bricks)
  return watched({ ...engine.openEngine(whole, box, files, opts), bricks: whole })
}

export function engineOver(
  bricks: readonly Brick[],
  log: Log,
  tables: Tables,
  report?: (error: unknown) => string,
): OpenEngine {
  const whole = wholeOf(bricks)
  return watched({ ...engine.engineOver(whole, log, tables, report), bricks: whole })
}

const watched = (engine: OpenEngine): OpenEngine => ({
  ...engine,
  read: watchedReads(engine, engine.tables.db),
})
