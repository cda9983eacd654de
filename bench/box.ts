import type { Box } from './filled.ts'
import { smallMachine } from './group.ts'
import { type Met, people } from './people.ts'
import { serveBox } from './serving.ts'
import { slowCard } from './slow.ts'
import { pssOf } from './start.ts'
import { head, missing, tell } from './table.ts'

/**
 * On the counter: a fifth of one core, a gigabyte, a card that takes 30 ms to sync; an evening with
 * the bar full.
 */
const SLOWER = 5
const MEMORY_BYTES = 1024 ** 3
const BROWSING = 30
const POSTING = 5
/** People come in before it counts: a box that runs has been asked before. */
const WARM_S = 30
const LOOKS_MS = 500

export async function measureBox(box: Box, seconds: number): Promise<void> {
  head('On the counter: 1 core at 20 %, 1 GB, 30 ms more each fsync')
  const card = slowCard()
  const machine = smallMachine({ slower: SLOWER, memoryBytes: MEMORY_BYTES })
  if (typeof card === 'string') missing('on the counter', card)
  if (typeof machine === 'string') return missing('on the counter', machine)
  try {
    if (typeof card !== 'string')
      await evening(box, seconds, [...card, ...machine.under], machine.mostBytes)
  } finally {
    machine.end()
  }
}

async function evening(
  box: Box,
  seconds: number,
  under: readonly string[],
  mostBytes: () => number | undefined,
): Promise<void> {
  const began = performance.now()
  const server = await serveBox(box.folder, under)
  const start = performance.now() - began
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, pssOf(server.pid) ?? 0)
  }, LOOKS_MS)
  const { pages, posts, wrong } = await people({
    address: server.address,
    browsing: BROWSING,
    posting: POSTING,
    seconds,
    warmSeconds: WARM_S,
  })
  clearInterval(looking)
  await server.stop()
  const { records } = box
  tell({ what: 'first page can be asked for', records, said: `${(start / 1000).toFixed(1)} s` })
  tell({
    what: 'page',
    records,
    connections: BROWSING + POSTING,
    ...said(pages, seconds),
    aim: 'p95 < 300 ms',
    met: pages.p95 < 300,
  })
  tell({ what: 'post', records, connections: POSTING, ...said(posts, seconds) })
  tell({
    what: 'errors',
    said: wrong.length === 0 ? 'none' : tallied(wrong),
    aim: 'none',
    met: wrong.length === 0,
  })
  tell({
    what: 'memory (PSS), the most',
    records,
    said: `${most.toFixed(0)} MB`,
    aim: '< 250 MB',
    met: most < 250,
  })
  const held = mostBytes()
  if (held !== undefined)
    tell({
      what: 'with files that the system keeps',
      records,
      said: `${(held / 1024 ** 2).toFixed(0)} MB`,
    })
}

const said = ({ answers, median, p95, p99, worst }: Met, seconds: number) => ({
  median,
  p95,
  p99,
  perSecond: answers / seconds,
  said: `the longest ${worst}`,
})

const tallied = (all: readonly string[]): string =>
  [...Map.groupBy(all, one => one)]
    .map(([what, { length }]) => `${length} × ${what}`)
    .slice(0, 8)
    .join(' · ')
