import { spawnSync } from 'node:child_process'
import { type Box, SEARCHES } from './filled.ts'
import { smallMachine } from './group.ts'
import { load } from './load.ts'
import { saidOf } from './pages.ts'
import { type Serving, serveBox, type Under } from './serving.ts'
import { tellRebuild } from './start.ts'
import { head, missing, tell } from './table.ts'
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

/** `whole`: rebuilds too, a minute more. */
export async function measureSlow(box: Box, seconds: number, whole: boolean): Promise<void> {
  head(`A small box: ${SYNC_MS} ms more each fsync, a processor ${SLOWER} times slower`)
  const card = slowCard()
  const processor = smallMachine({ slower: SLOWER })
  if (typeof card === 'string') missing('slow card', card)
  if (typeof processor === 'string') missing('slow processor', processor)
  const group = typeof processor === 'string' ? undefined : processor
  const cards = typeof card === 'string' ? undefined : card
  try {
    const all: readonly (readonly [what: string, under: Under | undefined])[] = [
      ['as it is', whole ? [] : undefined],
      ['slow card', cards],
      ['slow processor', whole ? group?.under : undefined],
      // The tracer stands outside: its own work is no part of the box's.
      ['both', cards && group && [...cards, ...group.under]],
    ]
    for (const [what, under] of all) {
      if (under === undefined) continue
      await measureUnder(what, under, box, seconds)
      if (whole) tellRebuild(box, what, under)
    }
  } finally {
    group?.end()
  }
}

const SIGN_INS = 5
const PEOPLE = 4

/** A box that just started answers its first pages slowly; one that runs has been asked before. */
const WARM_S = 30

async function measureUnder(what: string, under: Under, box: Box, seconds: number): Promise<void> {
  const server = await serveBox(box.folder, under)
  await tellBoth(`${what}, cold`, server, box, seconds)
  await bothOn(server, box, WARM_S)
  await tellBoth(`${what}, warm`, server, box, seconds)
  const { records } = box
  tell({ what: `${what}: sign-in`, records, connections: 1, ...(await signIns(server, box)) })
  await server.stop()
}

/** People read while others write. */
function bothOn({ address }: Serving, box: Box, seconds: number) {
  const paths = ['/', ...box.pages.slice(0, 200), ...SEARCHES]
  return Promise.all([
    load({ address, paths, status: 200, connections: PEOPLE, seconds }),
    load(turnsOn(address, box, PEOPLE, seconds)),
  ])
}

async function tellBoth(what: string, server: Serving, box: Box, seconds: number): Promise<void> {
  const [page, turn] = await bothOn(server, box, seconds)
  const of = { records: box.records, connections: PEOPLE }
  const aim = what.startsWith('slow card') ? { aim: 'p99 < 50 ms', met: page.p99 < 50 } : {}
  tell({ what: `${what}: page, turns going on`, ...of, ...page, ...saidOf(page), ...aim })
  tell({ what: `${what}: turn, pages going on`, ...of, ...turn, ...saidOf(turn) })
}

async function signIns({ address }: Serving, { passphrase }: Box) {
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
