import { makeBox, RECORDS } from './box.ts'
import type { Figures } from './figures.ts'
import { measurePages } from './pages.ts'
import { measureTurns } from './turns.ts'
import { measureVerbs } from './verbs.ts'

/** All that has a budget, by kind. Each kind makes the boxes that it needs. */
export const MEASURED: Readonly<Record<'page' | 'turn' | 'verb', () => Promise<Figures>>> = {
  page: () => within([RECORDS], ([filled]) => measurePages(filled!)),
  turn: () => within([0, RECORDS], ([empty, filled]) => measureTurns({ empty: empty!, filled: filled! })),
  verb: () => within([0], ([empty]) => measureVerbs(empty!)),
}

async function within(sizes: readonly number[], work: (folders: readonly string[]) => Promise<Figures>): Promise<Figures> {
  const boxes = sizes.map(records => makeBox(records))
  try {
    return await work(boxes.map(({ folder }) => folder))
  } finally {
    for (const { end } of boxes) end()
  }
}
