import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Hono } from 'hono'
import { bricks } from '../../src/app/bricks.ts'
import type { Who } from '../../src/contract/permission.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import type { Kept } from '../../src/core/kept.ts'
import type { Value } from '../../src/core/schema.ts'
import { fillEngine } from '../../src/dev/fill.ts'
import { openReading, type ReadConnection } from '../../src/engine/engine.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { runBatch, type TurnAnswer } from '../../src/engine/turn.ts'
import { placesIn } from '../../src/files/folder.ts'
import { openLocal, startSession } from '../../src/files/local.ts'
import { boxPem } from '../../src/log/box.ts'
import { openLog } from '../../src/log/log.ts'
import { Statements } from '../../src/log/sqlite.ts'
import { openTables } from '../../src/projection/tables.ts'
import { pageSourceOver } from '../../src/web/pages/page-source.ts'
import { lookOf, publicRoutes } from '../../src/web/public.ts'
import { createWebServer } from '../../src/web/server.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { engineOver } from '../support/open-engine.ts'
import { fixedBox } from '../wire/boxes.ts'
import { drawFrom } from './chance.ts'
import { Count, counted } from './count.ts'

/** Boxes that are the same at each run: clock, chance, key and records are given. */
export const DAY = '2026-12-05'
export const NOON = Date.UTC(2026, 11, 5, 11)
export const clock = { now: () => NOON, sure: true, today: () => DAY }
/** A village after a year or two. */
export const RECORDS = 1_000
export const MANY_RECORDS = 1_600
const TERRITORY = {
  name: 'Sail et alentours',
  village: '42195',
  communes: ['42195'],
  keptBy: 'Anaïs et Malo, au local le mercredi',
}

/**
 * A box in a folder of its own: only just opened, or with that many records. `end` takes it away.
 */
export type Held = Readonly<{ folder: string; end: () => void }>
export function makeBox(records = 0): Held {
  const within = mkdtempSync(join(tmpdir(), 'cocote-budget-'))
  const folder = join(within, 'box')
  mkdirSync(folder)
  writeFileSync(placesIn(folder).key, boxPem(fixedBox(1)), { mode: 0o600 })
  drawFrom(1)
  withHouse(
    folder,
    engine =>
      void (records > 0 ? fillEngine(engine, records, DAY) : bring(engine, 'territory', TERRITORY)),
  )
  return { folder, end: () => rmSync(within, { recursive: true, force: true }) }
}

/** The writing side of a box, its connections counted when somebody counts. */
export function openCounted(folder: string, count?: Count): OpenEngine {
  const files = placesIn(folder)
  const log = openLog(files.log, fixedBox(1))
  const tables = openTables(files.tables, shapeOf(bricks), log)
  const watched = <T extends Readonly<{ db: DatabaseSync; sql: Statements }>>(of: T): T => {
    const db = count ? counted(of.db, count) : of.db
    return { ...of, db, sql: new Statements(db) }
  }
  const report = (error: unknown): string => {
    throw error
  }
  return engineOver(bricks, watched(log), watched(tables), report)
}
export function withHouse<T>(folder: string, work: (engine: OpenEngine) => T): T {
  const engine = openCounted(folder)
  try {
    return work(engine)
  } finally {
    close(engine)
  }
}
export function close(engine: OpenEngine): void {
  engine.tables.db.close()
  engine.log.db.close()
}

/** Of the given chance: a turn measured first, last or alone has the same id. */
const newId = (): string => idFrom(NOON, randomBytes(10))
export type Asking = Readonly<{
  by: Who
  me?: string
  brick: string
  command: string
  input: Input
}>
type Done = TurnAnswer & Readonly<{ done: true }>
export const turn = (engine: OpenEngine, asked: Asking): Done => turnsTogether(engine, [asked])[0]!
/** Turns of one batch: one transaction. */
export function turnsTogether(engine: OpenEngine, asked: readonly Asking[]): readonly Done[] {
  const all = asked.map(one => ({ ...one, id: newId(), lang: 'fr' as const }))
  return runBatch(engine, all, clock).map((answer, at) => {
    const { brick, command } = all[at]!
    if (!answer.done) throw new Error(`${brick}.${command}: ${JSON.stringify(answer)}`)
    return answer
  })
}
export function bring(
  engine: OpenEngine,
  type: string,
  fields: Readonly<Record<string, Value>>,
): string {
  const id = newId()
  turn(engine, {
    by: 'keeper',
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify([{ type, id, fields }]) },
  })
  return id
}

/** The side that answers pages, over a folder that is only read. */
export type Pages = Readonly<{
  count: Count
  ask: (path: string, who?: 'keeper') => Promise<Buffer>
  /** The same pages, for a server. */
  app: Hono
  ids: (type: string) => readonly string[]
  close: () => void
}>
/** `kept`: what a server keeps of its pages; without it each is made anew. */
export function openPages(folder: string, kept?: Kept): Pages {
  const count = new Count()
  const opened = openReading(placesIn(folder))
  const watched = ({ db }: Statements): Statements => new Statements(counted(db, count))
  const reading: ReadConnection = {
    ...opened,
    log: watched(opened.log),
    tables: watched(opened.tables),
  }
  drawFrom(2)
  const plain = openLocal(':memory:')
  const cookie = `tenue=${startSession(plain, true, NOON)}`
  plain.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'set')
  const db = counted(plain.db, count)
  const local = { ...plain, db, sql: new Statements(db) }
  const app = createWebServer({
    source: pageSourceOver(bricks, reading, { secret: local.secret, clock }, { kept }),
    local,
    turn: () => Promise.reject(new Error('no turn is taken here')),
    waiting: () => 0,
    hosts: () => new Set(['localhost']),
    tlsPort: () => undefined,
    port: () => 80,
    version: '',
    report: error => {
      throw error
    },
    look: lookOf(),
    extra: made => publicRoutes(made),
  })
  const ask = async (path: string, who?: 'keeper'): Promise<Buffer> => {
    drawFrom(3)
    const headers = { host: 'localhost', 'accept-language': 'fr', ...(who ? { cookie } : {}) }
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers } }
    const answer = await app.request(`http://localhost${path}`, { headers }, env)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return Buffer.from(await answer.arrayBuffer())
  }
  const ids = (type: string) =>
    opened.tables
      .all<{ id: string }>('SELECT id FROM doc WHERE type = ? ORDER BY n', type)
      .map(one => one.id)
  return {
    count,
    ask,
    app,
    ids,
    close: () => {
      reading.close()
      plain.db.close()
    },
  }
}
