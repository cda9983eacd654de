import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { Harvest } from '../core/glean/harvest.ts'
import { readPage } from '../reading/page.ts'
import { Unreadable } from '../reading/unreadable.ts'
import { readAddress } from '../reading/wiki.ts'
import { harvest } from './harvest.ts'

/**
 * A page of notes read and harvested in a thread of its own: two megabytes take seconds, and nobody's page waits for them.
 */
export type Notes =
  | Readonly<{ kind: 'bytes'; bytes: Uint8Array; name: string; type: string }>
  | Readonly<{ kind: 'address'; address: string; allowLocal: boolean }>
export type Gleaned = Readonly<{ text: string; name: string; url: string | null; found: Harvest }>

type Told = Readonly<{ gleaned: Gleaned }> | Readonly<{ unreadable: Readonly<{ code: Unreadable['code']; data: Unreadable['data'] }> }>

/** Errors  Unreadable, as the reading room says it; anything else is our bug. */
export function glean(notes: Notes): Promise<Gleaned> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { notes } })
  return new Promise((resolve, reject) => {
    worker.once('message', (told: Told) => {
      if ('gleaned' in told) resolve(told.gleaned)
      else reject(Unreadable.of(told.unreadable.code, told.unreadable.data as never))
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the reading of notes stopped with ${code}`)))
  })
}

async function gleaned(notes: Notes): Promise<Gleaned> {
  if (notes.kind === 'address') {
    const page = await readAddress(notes.address, { allowLocal: notes.allowLocal })
    return { text: page.text, name: page.name, url: page.url, found: harvest(page.text) }
  }
  const page = await readPage(notes.bytes, notes.name, notes.type)
  return { text: page.text, name: notes.name, url: null, found: harvest(page.text) }
}

const asked = (workerData as Readonly<{ notes?: Notes }> | null)?.notes
if (asked !== undefined) {
  const tell = (told: Told) => parentPort?.postMessage(told)
  try {
    tell({ gleaned: await gleaned(asked) })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    tell({ unreadable: { code: error.code, data: error.data } })
  }
}
