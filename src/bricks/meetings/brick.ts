import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { story } from './model/projection.ts'
import { decision, idea, meeting, reference, response, task, voice } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Idées et réunions*: what was said and decided, what is to be done and by whom, what became of ideas, and who is in. */
export const meetings = brick({
  name: 'meetings',
  records: [meeting, decision, task, idea, response, voice, reference],
  commands,
  pages,
  prints,
  projections: [story],
  slots,
  reads: ['territory?', 'event?', 'proposal?', 'member?', 'code?'],
  grants: ['response'],
  owners: { response: { owner: 'member', keyedBy: 'keyedBy', keyedSays: ['toldTo'], signed: 'firstName' } },
  mends: { response: { fields: ['answer', 'saying', 'reach'], withdraws: true } },
  nobodys: ['meeting', 'decision', 'task', 'idea', 'voice', 'reference'],
  words: { fr, en },
})
