import { parentPort, workerData } from 'node:worker_threads'
import { readPage } from '../../../reading/page.ts'
import { Unreadable } from '../../../reading/unreadable.ts'
import { readAddressOrCategory } from '../../../reading/wiki.ts'
import { harvest } from './harvest.ts'
import type { Notes, Told } from './harvest-client.ts'

const tell = (what: Told): void => parentPort?.postMessage(what)

/** The thread that `gleaner.ts` starts: one page of notes, told once, and it ends. */
async function told(notes: Notes): Promise<Told> {
  if (notes.kind === 'address') {
    const page = await readAddressOrCategory(notes.address, { allowLocal: notes.allowLocal })
    if ('category' in page) return { category: page }
    tell({ fetched: true })
    return { gleaned: { text: page.text, name: page.name, url: page.url, found: harvest(page.text) } }
  }
  const page = await readPage(notes.bytes, notes.name, notes.type)
  return { gleaned: { text: page.text, name: notes.name, url: null, found: harvest(page.text) } }
}

try {
  tell(await told((workerData as Readonly<{ notes: Notes }>).notes))
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  tell({ unreadable: { code: error.code, data: error.data } })
}
