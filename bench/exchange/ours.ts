import { statSync } from 'node:fs'
import { join } from 'node:path'
import { bricks } from '../../src/app/bricks.ts'
import { idFrom } from '../../src/core/id.ts'
import { deliverFrom } from '../../src/engine/delivery.ts'
import { openEngine } from '../../src/engine/engine.ts'
import type { Engine } from '../../src/engine/turn.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { openLog } from '../../src/log/log.ts'
import { packTo } from '../../src/sync/bundle/pack-to.ts'
import { runsOf, vectorOf } from '../../src/sync/bundle/vector.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { givingBox, type Record, recordsOf, wordOf, writeBox, writeInTurns } from './cargo.ts'

/**
 * What boxes do with each other, in a process of its own: `ours.ts WHAT RECORDS FOLDER` prints one
 * line of JSON. `bring`: everything to an empty box, then ten records more, then the box opened
 * again. `pack`: how much memory it takes to pack.
 */
export type Brought = Readonly<{
  /** Milliseconds, until the last record is found; the two parts of it. */
  bring: number
  /**
   * What the processor was busy with it, all threads together: says more than the clock on a
   * machine that others share.
   */
  cpu: number
  parts?: string
  /** Ten records more between two boxes that share all the others; median. */
  meet?: number
  /** From closed files to knowing what is held. */
  open: number
  /** Bytes that travelled, and that the receiving box holds. */
  wire?: number
  disk: number
  /** The same without what can be made again. */
  log?: number
  peakMB: number
}>

const NEW = 10
const MEETINGS = 15
const peakMB = (): number => process.resourceUsage().maxRSS / 1024
const spent = (): number =>
  Object.values(process.cpuUsage()).reduce((sum, us) => sum + us / 1_000, 0)
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function boxIn(folder: string): Engine {
  openFolder(folder)
  return openEngine(wholeBricks(bricks), openBox(folder), placesIn(folder))
}
const finds = ({ read, types }: Engine, word: string): boolean =>
  read.search(
    word,
    [...types.values()].flatMap(type => (type.path ? [type.name] : [])),
  ).hits.length === 1

async function carry(
  from: Engine,
  to: Engine,
  folders: Readonly<{ from: string; to: string }>,
  isFirst: boolean,
) {
  const file = join(folders.from, 'news.cocote')
  const now = Date.now()
  const begun = performance.now()
  const for_ = isFirst ? undefined : to.log.box.name
  const { bytes } = await packTo({
    folder: folders.from,
    log: from.log,
    file,
    now,
    to: for_,
    since: undefined,
  })
  const packed = performance.now()
  const { taken } = await deliverFrom(to, folders.to, file, { now: () => now, yes: true })
  return { bytes, taken, pack: packed - begun, deliver: performance.now() - packed }
}

async function bring(records: number, folder: string): Promise<Brought> {
  const folders = { from: join(folder, 'from'), to: join(folder, 'to') }
  const [from, to] = [givingBox(folders.from), boxIn(folders.to)]
  for (const [here, there] of [
    [from, to],
    [to, from],
  ] as const)
    setPeerMark(here.log, there.log.box.name, { paired: true })
  const [begun, before] = [performance.now(), spent()]
  const { bytes, pack, deliver } = await carry(from, to, folders, true)
  if (!finds(to, wordOf(records))) throw new Error('the last record is not found')
  const [whole, cpu] = [performance.now() - begun, spent() - before]
  // The way back tells what is held there: what goes next is made against that.
  await carry(to, from, { from: folders.to, to: folders.from }, false)
  const disk = (name: 'log' | 'tables') => sizeOf(placesIn(folders.to)[name])
  const [log, tables] = [disk('log'), disk('tables')]
  const meet = await meetings(from, to, folders, records)
  for (const engine of [from, to]) for (const { db } of [engine.tables, engine.log]) db.close()
  return {
    bring: whole,
    cpu,
    parts: `pack ${Math.round(pack)}, deliver ${Math.round(deliver)} ms`,
    meet,
    open: opening(folders.to),
    wire: bytes,
    disk: log + tables,
    log,
    peakMB: peakMB(),
  }
}

async function meetings(
  from: Engine,
  to: Engine,
  folders: Readonly<{ from: string; to: string }>,
  records: number,
): Promise<number> {
  const times: number[] = []
  const texts = [...recordsOf(NEW)]
  for (let n = 0; n < MEETINGS; n++) {
    const more = texts.map(
      (text, i): Record => ({
        ...text,
        id: idFrom(Date.now(), Buffer.from(`${n} ${i} ${records}`.padStart(10))),
      }),
    )
    writeInTurns(from, more)
    const { taken, pack, deliver } = await carry(from, to, folders, false)
    if (taken !== NEW) throw new Error(`${taken} entries were taken`)
    times.push(pack + deliver)
    await carry(to, from, { from: folders.to, to: folders.from }, false)
  }
  return times.sort((a, b) => a - b)[Math.floor(MEETINGS / 2)]!
}

function opening(folder: string): number {
  const begun = performance.now()
  const log = openLog(placesIn(folder).log, openBox(folder))
  vectorOf(runsOf(log, 'commons'))
  const took = performance.now() - begun
  log.db.close()
  return took
}

async function pack(folder: string): Promise<{ pack: number; wire: number; peakMB: number }> {
  const log = openLog(placesIn(folder).log, openBox(folder))
  const begun = performance.now()
  const { bytes } = await packTo({
    folder,
    log,
    file: join(folder, 'news.cocote'),
    now: Date.now(),
    to: undefined,
    since: undefined,
  })
  return { pack: performance.now() - begun, wire: bytes, peakMB: peakMB() }
}

const [what = '', count = '0', folder = ''] = process.argv.slice(2)
if (import.meta.main) {
  if (what === 'write') writeBox(folder, Number(count))
  else
    console.log(
      JSON.stringify(what === 'bring' ? await bring(Number(count), folder) : await pack(folder)),
    )
}
