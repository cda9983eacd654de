import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { placesIn } from '../src/files/folder.ts'
import { type Bench, type ServedBox, servedOnce, withBoxes, withServed } from './boxes.ts'
import { type FilledBox, TURN } from './filled.ts'
import { type Load, load } from './load.ts'
import { type Pace, saidOf } from './pages.ts'
import { inTurns } from './rounds.ts'
import { serveRaw } from './serving.ts'
import { ran, writtenBytes } from './spent.ts'
import { head, type Line } from './table.ts'
import { nodeOf } from './versions.ts'

/** An offer posted by the keeper, answered once it is on the disk. */
export const turnsOn = (
  address: string,
  box: FilledBox,
  connections: number,
  seconds: number,
): Load => ({
  address,
  paths: ['/annonces/proposer'],
  headers: { origin: address, cookie: box.cookie },
  body: TURN,
  status: 303,
  connections,
  seconds,
})

export async function measureTurns(
  bench: Bench,
  counts: readonly number[],
  pace: Pace,
): Promise<void> {
  head('Turns, durable')
  for (const records of counts) {
    await withServed(bench, records, boxes => measureSpeed(bench, boxes, pace))
    await measureBytes(bench, records)
  }
}

async function measureSpeed(
  { rounds }: Bench,
  boxes: readonly ServedBox[],
  pace: Pace,
): Promise<void> {
  const raw = await serveRaw(0)
  for (const connections of pace.connections) {
    const what = connections === 16 ? 'durable turns a second at 16' : 'durable turns'
    await inTurns({ what, sides: boxes, rounds }, async ({ server, records, ...box }) => {
      const of = { ...box, records }
      const beside = await load(turnsOn(raw.address, of, connections, pace.seconds))
      const turns = turnsOn(server.address, of, connections, pace.seconds)
      await load({ ...turns, seconds: 60, most: WARMING })
      const found = await load({ ...turns, pid: server.pid })
      const row = { what, records, connections, ...found, raw: beside.perSecond }
      return [{ ...row, ...saidOf(found), ...(connections === 16 ? SPEED_AIM : {}) }]
    })
  }
  await raw.stop()
}
/** The first turns of a server read what the others find in memory. */
const WARMING = 48
const SPEED_AIM: Pick<Line, 'aim' | 'met'> = {
  aim: '≥ 1,000 a second',
  met: ({ perSecond = 0 }) => perSecond >= 1_000,
}

/** Of a multiple of sixteen. */
const TURNS = 320
const FRAMES = fileURLToPath(new URL('./frames.ts', import.meta.url))

/** What a turn writes: as the system was given it, then as frames of both WALs. */
async function measureBytes(bench: Bench, records: number): Promise<void> {
  for (const together of [1, 16]) {
    const name = together === 1 ? 'a lone turn' : 'a turn at 16'
    const what = `given to the system to write, ${name}`
    await withBoxes(bench, records, boxes =>
      inTurns({ what, sides: boxes, rounds: 1 }, box =>
        servedOnce(box, async served => [await givenBy(what, served, together)]),
      ),
    )
    const frames = `frames of both WALs, ${name}`
    await withBoxes(bench, records, boxes =>
      inTurns({ what: frames, sides: boxes, rounds: 1 }, async ({ folder, version }) => {
        const of = [version.tree, folder, String(together), String(TURNS)]
        const { said } = await ran([nodeOf(version), FRAMES, ...of])
        const { log, tables } = JSON.parse(said.trim().split('\n').at(-1)!) as WalKB
        const parts = `log ${log.toFixed(1)}, tables ${tables.toFixed(1)}`
        return [{ what: frames, records, amount: log + tables, unit: 'KB', said: parts }]
      }),
    )
  }
}
export type WalKB = Readonly<{ log: number; tables: number }>

/**
 * From one checkpoint to another: what waits in the WALs at the end is brought home by this
 * process, and counted with the rest.
 */
async function givenBy(
  what: string,
  { server, folder, records, ...box }: ServedBox,
  together: number,
): Promise<Line> {
  const turns = turnsOn(server.address, { ...box, folder, records }, together, 120)
  await load({ ...turns, most: together })
  checkpoint(folder)
  const [before, mine] = [writtenBytes(server.pid), writtenBytes('self')]
  const { wrong } = await load({ ...turns, most: TURNS })
  if (wrong > 0) throw new Error(`${wrong} answers were wrong`)
  const after = writtenBytes(server.pid)
  checkpoint(folder)
  const ours = writtenBytes('self')
  if (!before || !mine || !after || !ours) throw new Error('this system has no /proc/PID/io')
  const kb = (of: 'given' | 'asked') =>
    (after[of] - before[of] + ours[of] - mine[of]) / TURNS / 1024
  if (kb('given') === 0) throw new Error('the folder is in memory: nothing is given to a disk')
  const said = `checkpoints included; ${kb('asked').toFixed(0)} KB asked for, sockets included`
  const most = together === 1 ? 30 : 12
  const aim = { aim: `≤ ${most} KB`, met: ({ amount = 0 }) => amount <= most }
  return { what, records, amount: kb('given'), unit: 'KB', said, ...aim }
}

function checkpoint(folder: string): void {
  const files = placesIn(folder)
  for (const file of [files.log, files.tables]) {
    const db = new DatabaseSync(file, { timeout: 5_000 })
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    db.close()
  }
}
