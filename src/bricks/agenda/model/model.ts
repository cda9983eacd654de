import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { tables } from './projection.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'agenda',
  ...tables,
  nobodys: ['event'],
  commands: [],
  reads: { published: ['keeper', 'themesListed'], tables: ['response'] },
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
