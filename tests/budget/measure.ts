import { measureAfter } from './after.ts'
import { MANY_RECORDS, makeBox, RECORDS } from './box.ts'
import type { Figures } from './figures.ts'
import { measureFiles } from './files.ts'
import { measureMemory } from './memory.ts'
import { measurePages } from './pages.ts'
import { measureTurns } from './turns.ts'
import { measureVerbs } from './verbs.ts'

export type Kind = 'page' | 'turn' | 'verb' | 'file' | 'memory' | 'after'
/** Of the larger box; the last one writes to it. */
const OF_MANY: readonly Kind[] = ['file', 'memory', 'after']

/** What has a budget of one kind, or of several over the same boxes. */
export async function measure(
  ...kinds: readonly Kind[]
): Promise<Readonly<Partial<Record<Kind, Figures>>>> {
  const empty = makeBox()
  const asks = (...some: readonly Kind[]) => kinds.some(kind => some.includes(kind))
  const filled = makeBox(asks('page', 'turn') ? RECORDS : 0)
  const many = makeBox(asks(...OF_MANY) ? MANY_RECORDS : 0)
  try {
    const by = {
      page: () => measurePages(filled.folder),
      turn: () => measureTurns({ empty: empty.folder, filled: filled.folder }),
      verb: () => measureVerbs(empty.folder),
      file: () => measureFiles(many.folder),
      memory: () => measureMemory(many.folder),
      after: () => measureAfter(many.folder),
    }
    const all: [Kind, Figures][] = []
    for (const kind of kinds) all.push([kind, await by[kind]()])
    return Object.fromEntries(all)
  } finally {
    for (const { end } of [empty, filled, many]) end()
  }
}
