import { fileURLToPath } from 'node:url'
import { type Bench, type Box, servedOnce, withBoxes } from './boxes.ts'
import { load } from './load.ts'
import { inTurns } from './rounds.ts'
import type { Under } from './serving.ts'
import { ran } from './spent.ts'
import { type Figures, head, type Line } from './table.ts'
import { flagsOf, nodeOf, programOf } from './versions.ts'

const STARTS = 3

/** From the process to its first page; the tables made again. */
export async function measureStart(bench: Bench, counts: readonly number[]): Promise<void> {
  head('Start')
  const { rounds } = bench
  for (const records of counts)
    await withBoxes(bench, records, async sides => {
      const what = 'process to first page'
      await inTurns({ what, sides, rounds: Math.max(STARTS, rounds) }, async box => [
        await started(what, box),
      ])
      await inTurns({ what: 'rebuild', sides, rounds }, async box => [await rebuilt(box)])
      // Once: its tables are of another shape then.
      await inTurns({ what: CHANGED, sides, rounds: 1 }, async box => [await afterChange(box)])
    })
}

const CHANGED = 'rebuild after a change of two types'
const CHANGED_TYPES = fileURLToPath(new URL('./changed-types.ts', import.meta.url))

async function afterChange({ version, folder, records }: Box): Promise<Line> {
  const { said } = await ran([
    nodeOf(version),
    ...flagsOf(version),
    CHANGED_TYPES,
    version.tree,
    folder,
  ])
  const found = JSON.parse(said.trim().split('\n').at(-1)!) as Figures
  const aim = { aim: '≤ 4 s', met: ({ median = 0 }: Figures) => median <= 4_000 }
  return { what: CHANGED, records, ...found, ...(records === 100_000 ? aim : {}) }
}

async function started(what: string, box: Box): Promise<Line> {
  const begun = performance.now()
  return servedOnce(box, async ({ server: { address }, records, pages }) => {
    const one = { address, status: 200, connections: 1, seconds: 60, most: 1 }
    await load({ ...one, paths: [pages[0]!] })
    const whole = performance.now() - begun
    // The load's own process takes a while to begin: not the server's to answer for.
    const again = performance.now()
    await load({ ...one, paths: ['/sante'] })
    const median = whole - (performance.now() - again)
    const aim = { aim: '< 1 s', met: ({ median: took = 0 }) => took < 1_000 }
    return { what, records, median, ...(records >= 100_000 ? aim : {}) }
  })
}

/** The tables made again, process and all. */
export async function rebuilt(box: Box, under: Under = [], how = ''): Promise<Line> {
  const { records, folder, version } = box
  const of = [...under, programOf(version), 'rebuild', '--data', folder]
  const { ms, cpu } = await ran(of)
  const aim = { aim: '≤ 29 s', met: ({ median = 0 }) => median <= 29_000 }
  const what = `${how}rebuild of ${records.toLocaleString('en')}`
  const found = { what, records, median: ms, ...(under.length === 0 ? { cpu } : {}) }
  return { ...found, ...(records === 100_000 && under.length === 0 ? aim : {}) }
}
