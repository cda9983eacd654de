import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { kill, serving } from './serving.ts'
import { acknowledges, ask, bring, type Turn, turnOf, withKeeper } from './turns.ts'
import { inspect } from './whole.ts'

/**
 * Runs inside `unshare --mount`, so that the small file system goes away with this process: a
 * server whose disk fills while turns go on, empties, fills again. Prints what was seen, as JSON;
 * the test judges it.
 */
export type Seen = Readonly<{
  mounted: boolean
  why?: string
  acknowledged: readonly number[]
  held: readonly number[]
  faults: readonly string[]
  /**
   * Answers to turns while the disk was full: how often each status came, and a page of those that
   * said so.
   */
  refused: Readonly<Record<string, number>>
  sentence: string
  /** Statuses of pages read while the disk was full. */
  read: readonly number[]
  notes: number
  halves: readonly string[]
  /** Turns answered after each time that room was made, by the same server. */
  after: readonly number[]
  ended: number | string
}>

const MEGABYTES = 14
const CLIENTS = 16
/** Room left each time before turns begin: less than the WALs want. */
const ROOMS = [900_000, 300_000, 100_000, 40_000, 0]
/** A box that is full says so to everybody: turns asked until as many are refused. */
const ENOUGH = 40

const small = argv[2]!
mkdirSync(small)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', small], {
  encoding: 'utf8',
})
if (mounted.status === 0) console.log(JSON.stringify(await filled(join(small, 'box'))))
else console.log(JSON.stringify({ mounted: false, why: mounted.stderr.trim() }))

async function filled(folder: string): Promise<Seen> {
  mkdirSync(folder)
  const cookie = await withKeeper(folder)
  const server = serving(folder)
  const address = await server.ready
  const state = {
    next: 1,
    acknowledged: [] as number[],
    refused: {} as Record<string, number>,
    sentence: '',
  }
  const post = async (turn: Turn): Promise<boolean> => {
    const answer = await bring(address, cookie, turn)
    const done = acknowledges(answer, turn)
    if (done) state.acknowledged.push(turn.n)
    else {
      const status = String(answer?.status)
      state.refused[status] = (state.refused[status] ?? 0) + 1
      state.sentence ||= answer?.body ?? ''
    }
    return done
  }
  const read: number[] = []
  const after: number[] = []
  let notes = 0
  const halves: string[] = []
  for (const room of ROOMS) {
    const ballast = join(small, 'ballast')
    const free = statfsSync(small).bavail * statfsSync(small).bsize
    writeFileSync(ballast, Buffer.alloc(Math.max(0, free - room)))
    let refused = 0
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (refused < ENOUGH) if (!(await post(turnOf(state.next++, 2)))) refused++
    })
    await Promise.all(clients)
    for (const path of ['/', '/chercher?q=tour', '/sante', '/entrer']) {
      read.push((await ask(address, path))?.status ?? 0)
      if (path !== '/entrer') read.push((await ask(address, path, { cookie }))?.status ?? 0)
    }
    const page = new URLSearchParams({
      notes: `Réunion\n\n${'- Anaïs apporte un banc.\n'.repeat(5_000)}`,
    }).toString()
    notes = (await ask(address, '/cueillette', { body: page, cookie }))?.status ?? 0
    halves.push(
      ...readdirSync(folder, { recursive: true })
        .map(String)
        .filter(name => name.endsWith('.new')),
    )
    rmSync(ballast)
    let done = 0
    for (let i = 0; i < 20; i++) if (await post(turnOf(state.next++, 2))) done++
    after.push(done)
  }
  const ended = await kill(server, 'SIGTERM')
  const { turns: held, faults } = inspect(folder)
  const acknowledged = state.acknowledged.sort((a, b) => a - b)
  return {
    mounted: true,
    acknowledged,
    held,
    faults,
    refused: state.refused,
    sentence: state.sentence,
    read,
    notes,
    halves,
    after,
    ended,
  }
}
