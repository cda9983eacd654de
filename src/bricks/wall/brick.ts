import { brick } from '../../contract/brick.ts'
import type { Fading } from '../../contract/projection.ts'
import type { Reader } from '../../contract/reader.ts'
import { commands } from './model/commands.ts'
import { messagesIn, ruleOf } from './model/read.ts'
import { wallMessage, wallRemark, wallRule } from './model/records.ts'
import { fading } from './model/rules.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

function fades(read: Reader, lived: number): Fading {
  const { goes, again } = fading(messagesIn(read), ruleOf(read).keeps, lived)
  const forget = goes.map(record => ({ type: wallMessage.name, record }))
  return { forget, ...(again === undefined ? {} : { again }) }
}

/** *Le mur*: sentences that anybody writes for everybody here, and that the box forgets by itself after the time that its keeper chose. */
export const wall = brick({
  name: 'wall',
  records: [wallRule, wallMessage, wallRemark],
  commands,
  pages,
  slots,
  fades,
  hereOnly: true,
  reads: ['territory?'],
  grants: [wallMessage.name, wallRemark.name],
  signs: [wallMessage.name, wallRemark.name],
  nobodys: [wallRule.name],
  words: { fr, en },
})
