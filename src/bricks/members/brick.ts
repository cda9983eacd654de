import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { consent, contact, member, relay, word } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Habitant·es*: whom this box knows, how each is reached, what each agreed to, who passes words on. */
export const members = brick({
  name: 'members',
  records: [member, contact, consent, relay, word],
  commands,
  pages,
  prints,
  slots,
  reads: ['territory?', 'offer?', 'need?', 'deal?', 'deal-answer?', 'deed?', 'proposal?'],
  owners: {
    member: { owner: 'id', keyedBy: 'keyedBy' },
    contact: { owner: 'member', keyedBy: 'keyedBy' },
    consent: { owner: 'member', keyedBy: 'keyedBy' },
    relay: { owner: 'member' },
    /** For whom it is; who hands it over may tick it. */
    word: { owner: 'member', keyedBy: 'carrier' },
  },
  grants: ['word'],
  /** Whoever leaves a word signs it. */
  signs: ['word'],
  mends: {
    /** Once they said yes: before, nothing of it shows. */
    relay: { fields: ['where', 'when'], while: row => row['state'] !== 'asked' },
    /** Whoever left it, as long as nobody handed it over. */
    word: { fields: ['said', 'reach'], withdraws: true, writer: true, while: row => row['handedOn'] === null },
  },
  words: { fr, en },
})
