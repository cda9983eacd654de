import { brick } from '../../contract/brick.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { spans } from './projection.ts'
import { event } from './records.ts'
import { slots } from './slots.ts'

/** *Agenda*: what is to come, by day, what comes back unfolded. The keeper writes it by the plain form. */
export const agenda = brick({
  name: 'agenda',
  records: [event],
  nobodys: ['event'],
  commands: [],
  pages,
  projections: [spans],
  slots,
  reads: ['territory?', 'theme?', 'place?', 'response?'],
  words: { fr, en },
})
