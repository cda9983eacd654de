import { spawnSync } from 'node:child_process'
import { type Bench, type ServedBox, servedOnce, withBoxes } from './boxes.ts'
import { SEARCHES } from './filled.ts'
import { smallMachine } from './group.ts'
import { load } from './load.ts'
import { saidOf } from './pages.ts'
import { inTurns } from './rounds.ts'
import type { Under } from './serving.ts'
import { rebuilt } from './start.ts'
import { head, type Line, missing } from './table.ts'
import { turnsOn } from './turns.ts'

/** A small box: a memory card that takes 30 ms to sync, a processor five times slower. */
const SYNC_MS = 30
const SLOWER = 5

/**
 * Each fsync is answered later by the kernel's own door; nothing else is stopped (`--seccomp-bpf`).
 * Undefined and why, when refused.
 */
export function slowCard(): Under | string {
  const found = spawnSync('strace', [
    '-f',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync',
    'true',
  ])
  if (found.error) return 'strace is missing (Debian: apt-get install strace)'
  if (found.status !== 0) return `strace may not trace here: ${found.stderr.toString().trim()}`
  const inject = `inject=fsync,fdatasync:delay_exit=${SYNC_MS * 1_000}`
  return [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    inject,
  ]
}

type Means = Readonly<{ what: string; under: Under | undefined }>

/** `whole`: rebuilds too, a minute more. */
export async function measureSlow(
  bench: Bench,
  records: number,
  pace: Readonly<{ seconds: number; whole: boolean }>,
): Promise<void> {
  head(`A small box: ${SYNC_MS} ms more each fsync, a processor ${SLOWER} times slower`)
  const card = slowCard()
  const processor = smallMachine({ slower: SLOWER })
  if (typeof card === 'string') missing('slow card', card)
  if (typeof processor === 'string') missing('slow processor', processor)
  const group = typeof processor === 'string' ? undefined : processor
  const cards = typeof card === 'string' ? undefined : card
  const all: readonly Means[] = [
    { what: 'as it is', under: pace.whole ? [] : undefined },
    { what: 'slow card', under: cards },
    { what: `processor ÷ ${SLOWER}`, under: pace.whole ? group?.under : undefined },
    // The tracer stands outside: its own work is no part of the box's.
    { what: BOTH, under: cards && group && [...cards, ...group.under] },
  ]
  try {
    for (const means of all) await measureUnder(bench, records, means, pace)
  } finally {
    group?.end()
  }
}
const BOTH = `processor ÷ ${SLOWER}, slow card`

const SIGN_INS = 5
const PEOPLE = 4
/**
 * A box that just started answers its first pages slowly; one that runs has been asked for each of
 * them before, however slow it is. Units: seconds, at least and at most.
 */
const WARM_S = { least: 30, most: 180 }

async function measureUnder(
  bench: Bench,
  records: number,
  { what, under }: Means,
  { seconds, whole }: Readonly<{ seconds: number; whole: boolean }>,
): Promise<void> {
  if (under === undefined) return
  for (let round = 0; round < bench.rounds; round++)
    await withBoxes(bench, records, async sides => {
      const rounds = { what, sides, rounds: 1 }
      await inTurns(rounds, box =>
        servedOnce(box, served => coldThenWarm(what, served, seconds), under),
      )
      if (whole && round === 0)
        await inTurns(rounds, async box => [await rebuilt(box, under, `${what}: `)])
    })
}

async function coldThenWarm(what: string, box: ServedBox, seconds: number) {
  const all = [...(await both(`${what}, ${PEOPLE} reading ${PEOPLE} writing, cold`, box, seconds))]
  await bothOn(box, WARM_S.least)
  await load({
    ...pagesOf(box),
    connections: PEOPLE,
    seconds: WARM_S.most,
    most: pathsOf(box).length,
  })
  all.push(...(await both(`${what}, ${PEOPLE} reading ${PEOPLE} writing, warm`, box, seconds)))
  const { records } = box
  return [...all, { what: `${what}: sign-in`, records, connections: 1, ...(await signIns(box)) }]
}

/** People read while others write. */
function bothOn(box: ServedBox, seconds: number) {
  return Promise.all([
    load({ ...pagesOf(box), connections: PEOPLE, seconds }),
    load(turnsOn(box.server.address, box, PEOPLE, seconds)),
  ])
}
const pathsOf = ({ pages }: ServedBox) => ['/', ...pages.slice(0, 200), ...SEARCHES]
const pagesOf = (box: ServedBox) => ({
  address: box.server.address,
  paths: pathsOf(box),
  status: 200,
})

async function both(what: string, box: ServedBox, seconds: number): Promise<readonly Line[]> {
  const [page, turn] = await bothOn(box, seconds)
  const of = { records: box.records, connections: PEOPLE }
  return [
    { what: `${what}: page`, ...of, ...page, ...saidOf(page), ...aimOf(`${what}: page`) },
    { what: `${what}: turn`, ...of, ...turn, ...saidOf(turn), ...aimOf(`${what}: turn`) },
  ]
}

function aimOf(what: string): Pick<Line, 'aim' | 'met'> {
  if (what.startsWith('slow card') && what.endsWith('page'))
    return { aim: 'p99 < 50 ms', met: ({ p99 = 0 }) => p99 < 50 }
  if (!what.startsWith(BOTH)) return {}
  if (what.endsWith('warm: turn')) return { aim: 'p95 ≤ 600 ms', met: ({ p95 = 0 }) => p95 <= 600 }
  if (what.endsWith('cold: page')) return { aim: 'p99 ≤ 800 ms', met: ({ p99 = 0 }) => p99 <= 800 }
  if (!what.endsWith('warm: page')) return {}
  return {
    aim: 'p95 ≤ 150, p99 ≤ 300 ms',
    met: ({ p95 = 0, p99 = 0 }) => p95 <= 150 && p99 <= 300,
  }
}

async function signIns({ server: { address }, passphrase }: ServedBox) {
  const body = new URLSearchParams({ passphrase }).toString()
  const { median, p99, wrong } = await load({
    address,
    paths: ['/entrer'],
    headers: { origin: address },
    body,
    status: 303,
    connections: 1,
    seconds: 60,
    most: SIGN_INS,
  })
  return { median, p99, ...(wrong > 0 ? { said: `${wrong} WRONG ANSWERS` } : {}) }
}
