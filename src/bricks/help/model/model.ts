import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'

export const model: BrickModel<typeof fr> = {
  name: 'help',
  records: [],
  commands: [],
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
