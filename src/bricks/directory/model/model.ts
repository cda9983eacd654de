import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { published } from './published.ts'
import { tables } from './records.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'directory',
  ...tables,
  commands,
  publishes: published,
  opens: ['confirmation_home'],
  reads: {
    published: ['keeper', 'eventDates', 'noticeSeen', 'spokenForBy'],
    tables: ['meeting', 'event', 'need', 'offer', 'reference', 'idea', 'task', 'voice'],
  },
  grants: ['confirmation'],
  owners: {
    confirmation: { owner: 'member', keyedBy: 'keyedBy', keyedSays: ['toldTo'], signed: 'who' },
  },
  mends: { confirmation: { fields: ['says', 'said'], withdraws: true } },
  nobodys: [
    'territory',
    'commune',
    'theme',
    'actor',
    'place',
    'initiative',
    'access-point',
    'partnership',
    'not-same',
  ],
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
