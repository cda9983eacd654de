import type { BrickModel } from '../../../contract/brick.ts'
import type { fr } from '../words/fr.ts'
import { follows } from './away.ts'
import { commands } from './commands.ts'
import { endedWith } from './ending.ts'
import { fades } from './fading.ts'
import { letters } from './letters.ts'
import { noticesGone } from './notice-gone.ts'
import { adds } from './parts.ts'
import { published } from './published.ts'
import { tables } from './records.ts'
import { modelSlots } from './slots.ts'
import { dealsWords } from './words-kept.ts'

export const model: BrickModel<typeof fr> = {
  name: 'deals',
  ...tables,
  commands,
  letters,
  follows,
  adds,
  endedWith,
  fades,
  goesWith: noticesGone,
  publishes: published,
  reads: {
    published: [
      'keeper',
      'noticesSeen',
      'noticesCalled',
      'amountLeft',
      'standsByCard',
      'memberKnown',
      'membersKnown',
      'spokenForBy',
      'relaysFor',
      'usualWay',
      'memberPhone',
      'carrierOf',
      'slipsHanded',
      'rideDriven',
      'rideNow',
      'rideHourOf',
      'momentDays',
      'rideFull',
      'rideOver',
    ],
    tables: ['need', 'offer', 'response', 'response_home'],
  },
  /** Whoever answers a notice without a card begins a thread, and a slip for who has no screen. */
  grants: ['deal', 'deal-answer', 'word'],
  owners: {
    deal: {
      ...{ owner: 'parties', keyedBy: 'keyedBy', box: 'box' },
      // Who saw it or put it away is theirs alone; a number is given by the yes of both.
      untold: ({ state }) => [
        ...['hand', 'unseen', 'seenTo', 'hiddenFor'],
        ...(state === 'agreed' || state === 'done' ? [] : ['phone']),
      ],
    },
    'deal-answer': {
      owner: 'member',
      keyedBy: 'keyedBy',
      of: 'deal',
      // Who wrote a word is not told that it was reported.
      apart: row => row['says'] === 'insult',
    },
    deed: { owner: 'parties', keyedBy: 'keyedBy', box: 'box', told: 'who' },
  },
  /**
   * By whoever proposed it, as long as it is not agreed by all; never of another box, which would
   * not be told. Another time or place is an act of its own, which the other one is told of.
   */
  mends: {
    deal: {
      fields: ['what'],
      writer: true,
      while: row => row['state'] === 'proposed' && row['box'] === null,
    },
  },
  slots: modelSlots,
  words: dealsWords,
}
