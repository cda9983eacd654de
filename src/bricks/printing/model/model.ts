import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { recipeCommands } from './animation/commands.ts'
import { commands } from './commands.ts'
import { formCommands } from './commands-forms.ts'
import { tables } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'printing',
  ...tables,
  nobodys: ['edition', 'edition-line', 'paper-form', 'paper-answer', 'recipe'],
  commands: [...commands, ...formCommands, ...recipeCommands],
  reads: {
    published: ['keeper', 'ridesDriven'],
    tables: [
      'offer',
      'need',
      'event',
      'idea',
      'meeting',
      'place',
      'actor',
      'access_point',
      'council_answer',
    ],
  },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
