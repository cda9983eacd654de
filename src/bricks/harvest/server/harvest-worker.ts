import { parentPort, workerData } from 'node:worker_threads'
import type { Brick } from '../../../contract/brick.ts'
import { readPage } from '../../../reading/page.ts'
import { Unreadable } from '../../../reading/unreadable.ts'
import { readAddressOrCategory } from '../../../reading/wiki.ts'
import { harvest, inFrance, located, rulesOf } from './harvest.ts'
import type { HarvestMessage, Notes } from './harvest-client.ts'

const tell = (what: HarvestMessage): void => parentPort?.postMessage(what)

/**
 * The thread that `harvest-client.ts` starts: one page of notes, told once, and it ends. `bricks`:
 * the module that lists the bricks.
 */
async function told(
  notes: Notes,
  listed: string,
  without: readonly string[],
): Promise<HarvestMessage> {
  const { bricks }: Readonly<{ bricks: readonly Brick[] }> = await import(listed)
  const harvested = (text: string) =>
    located(harvest(text, rules, inFrance, notes.asked), text, notes.communes ?? [])
  const rules = rulesOf(bricks.filter(({ name }) => !without.includes(name)))
  if (notes.kind === 'address') {
    const page = await readAddressOrCategory(notes.address, { allowLocal: notes.allowLocal })
    if ('category' in page) return { category: page }
    tell({ fetched: true })
    return {
      harvested: {
        text: page.text,
        name: page.name,
        url: page.url,
        ...harvested(page.text),
      },
    }
  }
  const page = await readPage(notes.bytes, notes.name, notes.type)
  return {
    harvested: {
      text: page.text,
      name: notes.name,
      url: null,
      ...harvested(page.text),
    },
  }
}

try {
  const given: Readonly<{ notes: Notes; bricks: string; without: readonly string[] }> = workerData
  tell(await told(given.notes, given.bricks, given.without))
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  tell({ unreadable: { code: error.code, data: error.data } })
}
