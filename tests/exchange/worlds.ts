import { Worker } from 'node:worker_threads'
import type { Law } from './broken.ts'

export type Share = Readonly<{ seeds: readonly number[]; steps: number; rounds: number }>
/** What came of a world: how many rounds of meetings it took, or the law that it broke. */
export type Came = Readonly<
  { seed: number; rounds: number } | { seed: number; law: Law; said: string }
>

/** Lives through all these worlds, over so many threads. */
export async function liveThrough(
  { seeds, ...rest }: Share,
  threads: number,
): Promise<readonly Came[]> {
  // Each thread takes a run of neighbouring seeds. Every fourth world costs more: shares by turns
  // would be unequal.
  const start = (n: number): number => Math.round((n * seeds.length) / threads)
  const shares = Array.from({ length: threads }, (_, n) => seeds.slice(start(n), start(n + 1)))
  return (await Promise.all(shares.map(share => lived({ seeds: share, ...rest })))).flat()
}
function lived(workerData: Share): Promise<readonly Came[]> {
  const came: Came[] = []
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./living.ts', import.meta.url), { workerData })
    worker.on('message', (one: Came) => came.push(one))
    worker.on('error', reject)
    worker.on('exit', () => resolve(came))
  })
}
