import { makeBox, RECORDS } from './box.ts'
import type { Figures } from './figures.ts'
import { measurePages } from './pages.ts'
import { measureTurns } from './turns.ts'
import { measureVerbs } from './verbs.ts'

export type Kind = 'page' | 'turn' | 'verb'

/** What has a budget of one kind, or of several over the same boxes. */
export async function measure(
  ...kinds: readonly Kind[]
): Promise<Readonly<Partial<Record<Kind, Figures>>>> {
  const empty = makeBox()
  const filled = makeBox(kinds.some(kind => kind !== 'verb') ? RECORDS : 0)
  try {
    const by = {
      page: () => measurePages(filled.folder),
      turn: () => measureTurns({ empty: empty.folder, filled: filled.folder }),
      verb: () => measureVerbs(empty.folder),
    }
    const all: [Kind, Figures][] = []
    for (const kind of kinds) all.push([kind, await by[kind]()])
    return Object.fromEntries(all)
  } finally {
    for (const { end } of [empty, filled]) end()
  }
}
