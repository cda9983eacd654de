import type { BrickModel } from '../../../contract/brick.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { watch } from './records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'veilleuse',
  records: [watch],
  nobodys: ['watch'],
  commands,
  words: { fr, en },
}
