import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { collectCommands } from './commands-collect.ts'
import { tables } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'shelf',
  ...tables,
  commands: [...commands, ...collectCommands],
  grants: ['shelf-file'],
  nobodys: ['shelf-folder', 'shelf-room'],
  owners: { 'shelf-file': { owner: 'member' } },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
