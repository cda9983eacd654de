import type { BrickModel } from '../../../contract/brick.ts'
import { lateWords } from '../../../core/late-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { tables } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'veilleuse',
  ...tables,
  nobodys: ['watch'],
  commands,
  words: lateWords<typeof fr>(`${import.meta.dirname}/../words`),
}
