import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { bricks } from '../src/app/bricks.ts'
import { idFrom } from '../src/core/id.ts'
import { openEngine } from '../src/engine/engine.ts'
import { type Engine, runBatch, type TurnAsked } from '../src/engine/turn.ts'
import { machineClock } from '../src/files/clock.ts'
import { openBox, placesIn } from '../src/files/folder.ts'
import { wholeBricks } from '../src/web/records/brick.ts'
import { type Box, TURN } from './filled.ts'
import { type Load, load } from './load.ts'
import { type Pace, saidOf } from './pages.ts'
import { serveBox, serveRaw } from './serving.ts'
import { head, tell } from './table.ts'

/** An offer posted by the keeper, answered once it is on the disk. */
export const turnsOn = (address: string, box: Box, connections: number, seconds: number): Load => ({
  address,
  paths: ['/annonces/proposer'],
  headers: { origin: address, cookie: box.cookie },
  body: TURN,
  status: 303,
  connections,
  seconds,
})

export async function measureTurns(boxes: readonly Box[], pace: Pace): Promise<void> {
  head('Turns, durable')
  for (const box of boxes) {
    const server = await serveBox(box.folder)
    const raw = await serveRaw(0)
    for (const connections of pace.connections) {
      const beside = await load(turnsOn(raw.address, box, connections, pace.seconds))
      const found = await load(turnsOn(server.address, box, connections, pace.seconds))
      const aim =
        connections === 16 ? { aim: '≥ 1,000 a second', met: found.perSecond >= 1_000 } : {}
      tell({
        what: 'turn',
        records: box.records,
        connections,
        ...found,
        raw: beside.perSecond,
        ...saidOf(found),
        ...aim,
      })
    }
    await Promise.all([server.stop(), raw.stop()])
  }
  for (const box of boxes) weighTurns(box)
}

const TURNS = 160

/**
 * What a turn adds to the log's WAL: no checkpoint meanwhile, so that the file grows by what is
 * written.
 */
function weighTurns(box: Box): void {
  const files = placesIn(box.folder)
  const engine = openEngine(wholeBricks(bricks), openBox(box.folder), files)
  for (const { db } of [engine.log, engine.tables])
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0')
  const sizes = () => [files.log, files.tables].map(file => statSync(`${file}-wal`).size)
  for (const together of [1, 16]) {
    const before = sizes()
    for (let n = 0; n < TURNS; n += together) turnTogether(engine, together, n)
    const [log = 0, tables = 0] = sizes().map((size, i) => (size - before[i]!) / TURNS / 1024)
    const said = `${log.toFixed(1)} KB to the log, ${tables.toFixed(1)} KB to the tables`
    const aim = { aim: '≤ 20 KB to the log', met: log <= 20 }
    tell({ what: `written a turn, ${together} a batch`, records: box.records, said, ...aim })
  }
  engine.tables.db.close()
  engine.log.db.close()
}

function turnTogether(engine: Engine, together: number, from: number): void {
  const asked = Array.from({ length: together }, (_, i): TurnAsked => {
    const id = idFrom(Date.now(), randomBytes(10))
    const input = Object.fromEntries(
      new URLSearchParams(TURN.replaceAll('%N', String(from + i)).replaceAll('%ID', id)),
    )
    return { brick: 'offers', command: 'offer', input, by: 'keeper', id, lang: 'fr' }
  })
  const refused = runBatch(engine, asked, { ...machineClock(), sure: true }).find(
    answer => !answer.done,
  )
  if (refused) throw new Error(`a turn was refused: ${JSON.stringify(refused)}`)
}
