import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { requestCommands } from './commands-requests.ts'
import { joiningCommands } from './joining.ts'
import { settle } from './settling.ts'

export const model: BrickModel<typeof fr> = {
  name: 'sync',
  records: [],
  commands: [...commands, ...requestCommands, ...joiningCommands, settle],
  reads: { everyType: true },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
