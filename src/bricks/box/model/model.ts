import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { bagCommands } from './kit-bag/commands.ts'
import { tables } from './kit-bag/records.ts'

export const model: BrickModel<typeof fr> = {
  name: 'box',
  ...tables,
  nobodys: ['kit-bag', 'bag-thing'],
  commands: bagCommands,
  reads: { published: ['kitsToPack'] },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
