import type { BrickModel } from '../../../contract/brick.ts'
import type { Fading } from '../../../contract/projection.ts'
import type { Reader } from '../../../contract/reader.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { messagesIn, ruleOf } from './read.ts'
import { tables, wallMessage, wallRemark, wallRule } from './records.ts'
import { fading } from './rules.ts'

function fades(read: Reader, lived: number): Fading {
  const { goes, again } = fading(messagesIn(read), ruleOf(read).keeps, lived)
  const forget = goes.map(record => ({ type: wallMessage.name, record }))
  return { forget, ...(again === undefined ? {} : { again }) }
}

export const model: BrickModel<typeof fr> = {
  name: 'wall',
  ...tables,
  commands,
  fades,
  reads: { published: ['keeper'] },
  grants: [wallMessage.name, wallRemark.name],
  signs: [wallMessage.name, wallRemark.name],
  nobodys: [wallRule.name],
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
