import type { BrickModel } from '../../../contract/brick.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { requestCommands } from './commands-requests.ts'

export const model: BrickModel<typeof fr> = {
  name: 'sync',
  records: [],
  commands: [...commands, ...requestCommands],
  words: { fr, en },
}
