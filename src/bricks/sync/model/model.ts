import type { BrickModel } from '../../../contract/brick.ts'
import { lateWords } from '../../../core/late-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { requestCommands } from './commands-requests.ts'

export const model: BrickModel<typeof fr> = {
  name: 'sync',
  records: [],
  commands: [...commands, ...requestCommands],
  words: lateWords<typeof fr>(`${import.meta.dirname}/../words`),
}
