import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { tables } from './records.ts'

/** A turn needs this of the brick: it loads no page. */
export const model: BrickModel<typeof fr> = {
  name: 'asking',
  ...tables,
  commands,
  nobodys: ['question'],
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
