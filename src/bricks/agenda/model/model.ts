import type { BrickModel } from '../../../contract/brick.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { spans } from './projection.ts'
import { event } from './records.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'agenda',
  records: [event],
  nobodys: ['event'],
  commands: [],
  projections: [spans],
  reads: ['territory?', 'theme?', 'place?', 'response?'],
  slots: modelSlots,
  words: { fr, en },
}
