import { brick } from '../../contract/brick.ts'
import { follows } from './model/away.ts'
import { commands } from './model/commands.ts'
import { letters } from './model/letters.ts'
import { deal, dealAnswer, deed } from './model/records.ts'
import { endedWith } from './pages/ending.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

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
