import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { tables } from './projection.ts'
import { datesOfEvent } from './read.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'agenda',
  ...tables,
  nobodys: ['event', 'event-date', 'event-part'],
  commands,
  reads: {
    published: ['keeper', 'themesListed', 'communesHere'],
    tables: ['response', 'offer', 'need'],
  },
  publishes: { eventDates: datesOfEvent },
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
