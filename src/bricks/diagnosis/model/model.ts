import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { tables } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'diagnosis',
  ...tables,
  nobodys: ['request', 'council-answer', 'difficulty', 'goal-story', 'kept-report'],
  commands,
  reads: {
    published: ['communesHere', 'saidThen'],
    tables: [
      'commune',
      'place',
      'actor',
      'access_point',
      'initiative',
      'confirmation',
      'meeting',
      'voice',
      'idea',
      'need',
      'deed',
      'event',
    ],
  },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
