import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { PROPOSED_FIELDS } from './commands-propose.ts'
import { datesAt } from './dates-at.ts'
import { datesGone } from './dates-gone.ts'
import { tables } from './projection.ts'
import { datesOfEvent } from './read.ts'
import { modelSlots } from './slots.ts'

export const model: BrickModel<typeof fr> = {
  name: 'agenda',
  ...tables,
  // A date that a member proposed is theirs to correct; it waits for the keeper each time.
  grants: ['event'],
  readFirst: ['event'],
  signs: ['event'],
  mends: { event: { fields: PROPOSED_FIELDS, withdraws: true } },
  nobodys: ['event-date', 'event-part'],
  commands,
  reads: {
    published: ['keeper', 'themesListed', 'communesHere', 'answersAsked'],
    tables: ['response', 'offer', 'need'],
  },
  publishes: { eventDates: datesOfEvent, datesAt },
  goesWith: datesGone,
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
