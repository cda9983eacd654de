import type { BrickModel } from '../../../contract/brick.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { bagCommands } from './kit-bag/commands.ts'
import { bag, bagThing } from './kit-bag/records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'box',
  records: [bag, bagThing],
  nobodys: ['kit-bag', 'bag-thing'],
  commands: bagCommands,
  words: { fr, en },
}
