import { parentPort, workerData } from 'node:worker_threads'
import { readPage } from '../reading/page.ts'
import { Unreadable } from '../reading/unreadable.ts'
import { readAddress } from '../reading/wiki.ts'
import type { Gleaned, Notes, Told } from './gleaner.ts'
import { harvest } from './harvest.ts'

/** The thread that `gleaner.ts` starts: one page of notes, told once, and it ends. */
async function gleaned(notes: Notes): Promise<Gleaned> {
  if (notes.kind === 'address') {
    const page = await readAddress(notes.address, { allowLocal: notes.allowLocal })
    return { text: page.text, name: page.name, url: page.url, found: harvest(page.text) }
  }
  const page = await readPage(notes.bytes, notes.name, notes.type)
  return { text: page.text, name: notes.name, url: null, found: harvest(page.text) }
}

const tell = (told: Told): void => parentPort?.postMessage(told)
try {
  tell({ gleaned: await gleaned((workerData as Readonly<{ notes: Notes }>).notes) })
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  tell({ unreadable: { code: error.code, data: error.data } })
}
