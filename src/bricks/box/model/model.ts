import type { BrickModel } from '../../../contract/brick.ts'
import { lateWords } from '../../../core/late-words.ts'
import type { fr } from '../words/fr.ts'
import { bagCommands } from './kit-bag/commands.ts'
import { tables } from './kit-bag/records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'box',
  ...tables,
  nobodys: ['kit-bag', 'bag-thing'],
  commands: bagCommands,
  words: lateWords<typeof fr>(`${import.meta.dirname}/../words`),
}
