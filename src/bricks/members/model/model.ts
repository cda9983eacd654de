import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { published } from './published.ts'
import { inThreads } from './read.ts'
import { tables } from './records.ts'
import { modelSlots } from './slots.ts'
import { wordsGone } from './words-gone.ts'

export const model: BrickModel<typeof fr> = {
  name: 'members',
  ...tables,
  commands,
  publishes: published,
  opens: ['member_home'],
  reads: {
    published: [
      'memberName',
      'keeper',
      'noticeSeen',
      'spokenForBy',
      'noticeNames',
      'noticesOf',
      'noticesThrough',
      'foundAtOf',
      'dealAgreed',
      'dealingsOf',
      'openDealsOf',
      'dealsTelling',
      'saidInThreads',
      'lastInThreads',
      'slipThreads',
      'threadsFor',
      'thingsTelling',
    ],
    tables: ['actor'],
    everyType: true,
  },
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
    /**
     * Whoever left it, as long as nobody handed it over. What was said in a thread stands there
     * too, and says one thing in both.
     */
    word: {
      fields: ['said', 'reach'],
      withdraws: true,
      writer: true,
      while: (row, read) =>
        row['handedOn'] === null && inThreads(read, [{ id: String(row['id']) }]).size === 0,
    },
  },
  goesWith: wordsGone,
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
