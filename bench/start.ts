import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Box } from './filled.ts'
import { load } from './load.ts'
import { COCOTE, type Serving, serveBox, type Under } from './serving.ts'
import { head, missing, tell } from './table.ts'

const STARTS = 3

/**
 * From the process to its first page, and what it holds in memory after pages of every kind were
 * asked.
 */
export async function measureStart(boxes: readonly Box[], withRebuild: boolean): Promise<void> {
  head('Start and memory')
  for (const box of boxes) {
    const times: number[] = []
    for (let i = 0; i < STARTS; i++) {
      const begun = performance.now()
      const server = await serveBox(box.folder)
      await load({
        address: server.address,
        paths: [box.pages[i]!],
        status: 200,
        connections: 1,
        seconds: 60,
        most: 1,
      })
      times.push(performance.now() - begun - (await loadAlone(server)))
      if (i === STARTS - 1) await tellMemory(server, box)
      await server.stop()
    }
    const median = times.sort((a, b) => a - b)[Math.floor(STARTS / 2)]!
    const aim = box.records >= 100_000 ? { aim: '< 1 s', met: median < 1_000 } : {}
    tell({ what: 'process to first page', records: box.records, median, ...aim })
    if (withRebuild) tellRebuild(box, 'as it is', [])
  }
}

/** What the load's own process takes to begin: not the server's to answer for. */
async function loadAlone({ address }: Serving): Promise<number> {
  const begun = performance.now()
  await load({ address, paths: ['/sante'], status: 200, connections: 1, seconds: 60, most: 1 })
  return performance.now() - begun
}

async function tellMemory({ address, pid }: Serving, { records, pages }: Box): Promise<void> {
  const paths = ['/', '/annonces', '/agenda', ...pages]
  const before = pssOf(pid)
  await load({ address, paths, status: 200, connections: 4, seconds: 60, most: paths.length })
  const after = pssOf(pid)
  if (before === undefined || after === undefined)
    return missing('memory', 'this system has no /proc/PID/smaps_rollup')
  const aimOf = (pss: number) => (records <= 2_000 ? { aim: '< 100 MB', met: pss < 100 } : {})
  tell({
    what: 'memory (PSS) after the first page',
    records,
    said: `${before.toFixed(0)} MB`,
    ...aimOf(before),
  })
  tell({
    what: `memory (PSS) after ${paths.length} pages`,
    records,
    said: `${after.toFixed(0)} MB`,
    ...aimOf(after),
  })
}

/** Megabytes: what it holds alone, and its part of what it shares. */
export function pssOf(pid: number): number | undefined {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) /
      1024
    )
  } catch {
    return undefined
  }
}

export function tellRebuild(box: Box, what: string, under: Under): void {
  const begun = performance.now()
  const [command = '', ...args] = [...under, COCOTE, 'rebuild', '--data', box.folder]
  const rebuilt = spawnSync(command, args, { encoding: 'utf8' })
  if (rebuilt.status !== 0)
    throw new Error(`rebuild ended with ${rebuilt.status}: ${rebuilt.stderr}`)
  tell({
    what: `${what}: rebuild, process and all`,
    records: box.records,
    median: performance.now() - begun,
  })
}
