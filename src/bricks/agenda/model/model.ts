import type { BrickModel } from '../../../contract/brick.ts'
import { lateWords } from '../../../core/late-words.ts'
import type { fr } from '../words/fr.ts'
import { spans } from './projection.ts'
import { event } from './records.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'agenda',
  records: [event],
  nobodys: ['event'],
  commands: [],
  projections: [spans],
  reads: { published: ['keeper', 'themesListed'], tables: ['response'] },
  slots: modelSlots,
  words: lateWords<typeof fr>(`${import.meta.dirname}/../words`),
}
