import type { BrickModel } from '../../../contract/brick.ts'
import { hiddenNumber } from '../../../contract/records/own-records.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './hiding.ts'

export const model: BrickModel<typeof fr> = {
  name: 'privacy',
  // The house declares the record of a hidden number: its projection and its forgetting know of it,
  // with this brick or without.
  records: [],
  commands,
  grants: [hiddenNumber.name],
  reads: { everyType: true },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
