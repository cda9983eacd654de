import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { tables } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'veilleuse',
  ...tables,
  nobodys: ['watch'],
  commands,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
