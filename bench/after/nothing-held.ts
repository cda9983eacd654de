import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rankIn } from '../child.ts'
import type { PageKind } from './kinds.ts'

/**
 * `nothing-held.ts TREE FOLDER KINDS`: pages by the program of that tree, in this process, where
 * nothing of an earlier page is kept but prepared statements and compiled code. No HTTP.
 */
const [tree = '', folder = '', kinds = '[]'] = process.argv.slice(2)
const from = <T>(path: string) => import(pathToFileURL(join(tree, path)).href) as Promise<T>

const { bricks } = await from<typeof import('../../src/app/bricks.ts')>('src/app/bricks.ts')
const { openReading } =
  await from<typeof import('../../src/engine/engine.ts')>('src/engine/engine.ts')
const { machineClock } = await from<typeof import('../../src/files/clock.ts')>('src/files/clock.ts')
const { placesIn } = await from<typeof import('../../src/files/folder.ts')>('src/files/folder.ts')
const { openLocal } = await from<typeof import('../../src/files/local.ts')>('src/files/local.ts')
const { pageSourceOver } = await from<typeof import('../../src/web/pages/page-source.ts')>(
  'src/web/pages/page-source.ts',
)
const { lookOf, publicRoutes } =
  await from<typeof import('../../src/web/public.ts')>('src/web/public.ts')
const { createWebServer } =
  await from<typeof import('../../src/web/server.ts')>('src/web/server.ts')

const reading = openReading(placesIn(folder))
const local = openLocal(':memory:')
const clock = { ...machineClock(), sure: true }

const source = pageSourceOver(bricks, reading, { secret: local.secret, clock })
/** A server that has just been made, without what a box that serves keeps. */
const newServer = () =>
  createWebServer({
    source,
    local,
    turn: () => Promise.reject(new Error('no turn is taken here')),
    waiting: () => 0,
    hosts: () => new Set(['localhost']),
    tlsPort: () => undefined,
    port: () => 80,
    version: '',
    report: error => {
      throw error
    },
    look: lookOf(),
    extra: made => publicRoutes(made),
  })

const headers = { host: 'localhost', 'accept-language': 'fr', 'accept-encoding': 'br, gzip' }
const env = { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers } }

async function asked(path: string): Promise<{ ms: number; cpu: number; status: number }> {
  const app = newServer()
  // The router is compiled at the first asking.
  await (await app.request('http://localhost/look.css', { headers }, env)).arrayBuffer()
  const [began, before] = [performance.now(), process.cpuUsage()]
  const answer = await app.request(`http://localhost${path}`, { headers }, env)
  await answer.arrayBuffer()
  const { user, system } = process.cpuUsage(before)
  return {
    ms: performance.now() - began,
    cpu: (user + system) / 1_000,
    status: answer.status,
  }
}

const [WARMING, ROUNDS] = [4, 8]
const clockMs: number[] = []
const cpuMs: number[] = []
for (let round = 0; round < WARMING + ROUNDS; round++)
  for (const { paths } of JSON.parse(kinds) as readonly PageKind[]) {
    const { ms, cpu, status } = await asked(paths[round % paths.length]!)
    if (round < WARMING || status !== 200) continue
    clockMs.push(ms)
    cpuMs.push(cpu)
  }
for (const all of [clockMs, cpuMs]) all.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    median: rankIn(clockMs, 0.5),
    p95: rankIn(clockMs, 0.95),
    cpu: cpuMs.reduce((sum, one) => sum + one, 0) / cpuMs.length,
    cpuP95: rankIn(cpuMs, 0.95),
  }),
)
process.exit(0)
