import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { saidThen } from './standing.ts'

export const model: BrickModel<typeof fr> = {
  name: 'memory',
  // A thread is read from the records of other bricks: none of it is stored.
  records: [],
  commands: [],
  publishes: { saidThen },
  reads: {
    everyType: true,
    published: ['answersWaiting', 'eventDates', 'deedsOf', 'noticesTold', 'dealsAbout'],
  },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
