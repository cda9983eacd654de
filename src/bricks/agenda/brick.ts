import { brick } from '../../contract/brick.ts'
import { spans } from './model/projection.ts'
import { event } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

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
