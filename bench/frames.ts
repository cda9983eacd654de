import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Engine, TurnAsked } from '../src/engine/turn.ts'
import type { WalKB } from './turns.ts'

/**
 * `frames.ts TREE FOLDER TOGETHER TURNS` says what a turn adds to both WALs, by the program of that
 * tree: no checkpoint meanwhile, so that a file grows by what is written.
 */
const [tree = '', folder = '', together = '1', turns = '1'] = process.argv.slice(2)
const from = (path: string) => import(pathToFileURL(join(tree, path)).href)

const { bricks } = (await from('src/app/bricks.ts')) as typeof import('../src/app/bricks.ts')
const { idFrom } = (await from('src/core/id.ts')) as typeof import('../src/core/id.ts')
const { openEngine } = (await from(
  'src/engine/engine.ts',
)) as typeof import('../src/engine/engine.ts')
const { runBatch } = (await from('src/engine/turn.ts')) as typeof import('../src/engine/turn.ts')
const { machineClock } = (await from(
  'src/files/clock.ts',
)) as typeof import('../src/files/clock.ts')
const { openBox, placesIn } = (await from(
  'src/files/folder.ts',
)) as typeof import('../src/files/folder.ts')
const { wholeBricks } = (await from(
  'src/web/records/brick.ts',
)) as typeof import('../src/web/records/brick.ts')
const { TURN } = (await from('bench/filled.ts')) as typeof import('./filled.ts')

const files = placesIn(folder)
const engine = openEngine(wholeBricks(bricks), openBox(folder), files)
for (const { db } of [engine.log, engine.tables])
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0')
turnTogether(engine, Number(together), 0)
const before = sizes()
for (let n = 0; n < Number(turns); n += Number(together)) turnTogether(engine, Number(together), n)
const [log = 0, tables = 0] = sizes().map((size, i) => (size - before[i]!) / Number(turns) / 1024)
console.log(JSON.stringify({ log, tables } satisfies WalKB))
engine.tables.db.close()
engine.log.db.close()

function sizes(): readonly number[] {
  return [files.log, files.tables].map(file => statSync(`${file}-wal`).size)
}

function turnTogether(on: Engine, count: number, first: number): void {
  const asked = Array.from({ length: count }, (_, i): TurnAsked => {
    const id = idFrom(Date.now(), randomBytes(10))
    const said = TURN.replaceAll('%N', String(first + i)).replaceAll('%ID', id)
    const input = Object.fromEntries(new URLSearchParams(said))
    return { brick: 'offers', command: 'offer', input, by: 'keeper', id, lang: 'fr' }
  })
  const refused = runBatch(on, asked, { ...machineClock(), sure: true }).find(
    answer => !answer.done,
  )
  if (refused) throw new Error(`a turn was refused: ${JSON.stringify(refused)}`)
}
