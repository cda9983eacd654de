import { brick } from '../../contract/brick.ts'
import { follows } from './away.ts'
import { commands } from './commands.ts'
import { en } from './en.ts'
import { endedWith } from './ending.ts'
import { fr } from './fr.ts'
import { letters } from './letters.ts'
import { pages } from './pages.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { slots } from './slots.ts'

/** *Arrangements*: what neighbours agreed to do, whether it was done, and what of it they all agree to tell. */
export const deals = brick({
  name: 'deals',
  records: [deal, dealAnswer, deed],
  commands,
  letters,
  follows,
  endedWith,
  pages,
  slots,
  reads: ['territory?', 'offer?', 'need?', 'member?'],
  owners: {
    deal: { owner: 'parties', keyedBy: 'keyedBy', box: 'box' },
    'deal-answer': { owner: 'member', keyedBy: 'keyedBy', of: 'deal' },
    deed: { owner: 'parties', keyedBy: 'keyedBy', box: 'box', told: 'who' },
  },
  /** By whoever proposed it, as long as it is not agreed by all; never of another box, which would not be told. */
  mends: {
    deal: { fields: ['what', 'when', 'where'], writer: true, while: row => row['state'] === 'proposed' && row['box'] === null },
  },
  words: { fr, en },
})
