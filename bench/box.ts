import { type Bench, type Box, servedOnce, withBoxes } from './boxes.ts'
import { smallMachine } from './group.ts'
import { type Met, type PeopleMet, people } from './people.ts'
import { inTurns } from './rounds.ts'
import { slowCard } from './slow.ts'
import { pssOf } from './spent.ts'
import { type Figures, head, type Line, missing } from './table.ts'

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

export async function measureBox(bench: Bench, records: number, seconds: number): Promise<void> {
  head('On the counter: 1 core at 20 %, 1 GB, 30 ms more each fsync')
  const card = slowCard()
  if (typeof card === 'string') return missing('on the counter', card)
  for (let round = 0; round < bench.rounds; round++)
    await withBoxes(bench, records, sides =>
      inTurns({ what: 'on the counter', sides, rounds: 1 }, async box => {
        const machine = smallMachine({ slower: SLOWER, memoryBytes: MEMORY_BYTES })
        if (typeof machine === 'string') throw new Error(machine)
        try {
          return await evening(box, seconds, [...card, ...machine.under], machine.mostBytes)
        } finally {
          machine.end()
        }
      }),
    )
}

async function evening(
  box: Box,
  seconds: number,
  under: readonly string[],
  mostBytes: () => number | undefined,
): Promise<readonly Line[]> {
  const began = performance.now()
  let [start, most] = [0, 0]
  const met = await servedOnce(
    box,
    async ({ server: { address, pid } }) => {
      start = performance.now() - began
      const looking = setInterval(() => {
        most = Math.max(most, pssOf(pid) ?? 0)
      }, LOOKS_MS)
      const of = { address, browsing: BROWSING, posting: POSTING, seconds, warmSeconds: WARM_S }
      const found = await people(of)
      clearInterval(looking)
      return found
    },
    under,
  )
  const of = { records: box.records }
  const held = mostBytes()
  return [
    { what: 'first page can be asked for', ...of, amount: start / 1_000, unit: 's' },
    ...metBy(met, of.records, seconds),
    { what: 'memory (PSS), the most', ...of, amount: most, unit: 'MB', ...LIGHT },
    ...(held === undefined
      ? []
      : [{ what: 'with files that the system keeps', ...of, amount: held / MIB, unit: 'MB' }]),
  ]
}
const MIB = 1024 ** 2
const LIGHT = { aim: '< 250 MB', met: ({ amount = 0 }: Figures) => amount < 250 }
/** Of a page, the p95. */
const QUICK_MS = 60

function metBy({ pages, posts, wrong }: PeopleMet, records: number, seconds: number) {
  const page = {
    what: 'counter of thirty people: page',
    records,
    connections: BROWSING + POSTING,
    ...said(pages, seconds),
    aim: `p95 ≤ ${QUICK_MS} ms, the longest ≤ 500`,
    met: ({ p95 = 0, amount = 0 }: Figures) => p95 <= QUICK_MS && amount <= 500,
  }
  const post = {
    what: 'counter of thirty people: post',
    records,
    connections: POSTING,
    ...said(posts, seconds),
  }
  const none = { aim: 'none', met: () => wrong.length === 0 }
  const errors = { what: 'errors', said: wrong.length === 0 ? 'none' : tallied(wrong), ...none }
  return [page, post, errors]
}

const said = ({ answers, median, p95, p99, worst }: Met, seconds: number) => ({
  median,
  p95,
  p99,
  perSecond: answers / seconds,
  amount: Number.parseInt(worst, 10) || 0,
  unit: 'ms',
  said: `the longest ${worst}`,
})

const tallied = (all: readonly string[]): string =>
  [...Map.groupBy(all, one => one)]
    .map(([what, { length }]) => `${length} × ${what}`)
    .slice(0, 8)
    .join(' · ')
