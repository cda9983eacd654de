import { Worker } from 'node:worker_threads'
import type { Harvest } from '../core/glean/harvest.ts'
import { Unreadable } from '../reading/unreadable.ts'
import type { WikiCategory } from '../reading/wiki.ts'

/**
 * A page of notes read and harvested in a thread of its own: two megabytes take seconds, and nobody's page waits for them; and
 * what reads documents (20 MB in memory) is there only meanwhile.
 */
export type Notes =
  | Readonly<{ kind: 'bytes'; bytes: Uint8Array; name: string; type: string }>
  | Readonly<{ kind: 'address'; address: string; allowLocal: boolean }>
export type Gleaned = Readonly<{ text: string; name: string; url: string | null; found: Harvest }>

export type Told =
  | Readonly<{ category: WikiCategory }>
  | Readonly<{ gleaned: Gleaned }>
  | Readonly<{ unreadable: Readonly<{ code: Unreadable['code']; data: Unreadable['data'] }> }>

/** Errors  Unreadable, as the reading room says it; anything else is our bug. */
export function glean(notes: Notes): Promise<Gleaned | WikiCategory> {
  const worker = new Worker(new URL('./gleaning.ts', import.meta.url), { workerData: { notes } })
  return new Promise((resolve, reject) => {
    worker.once('message', (told: Told) => {
      if ('gleaned' in told) resolve(told.gleaned)
      else if ('category' in told) resolve(told.category)
      else reject(Unreadable.of(told.unreadable.code, told.unreadable.data as never))
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the reading of notes stopped with ${code}`)))
  })
}
