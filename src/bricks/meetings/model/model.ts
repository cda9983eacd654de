import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { IDEA_FIELDS } from './commands-idea.ts'
import { stillAsked } from './date-told.ts'
import { marks } from './leaving.ts'
import { mendedAnswer } from './part-typed.ts'
import { amountLeft, partsTaken } from './parts-waiting.ts'
import { tables } from './projection.ts'
import { answersWaiting } from './seats.ts'
import { modelSlots } from './slots.ts'
import { toldGone } from './told-gone.ts'

export const model: BrickModel<typeof fr> = {
  name: 'meetings',
  ...tables,
  commands,
  marks,
  publishes: { answersWaiting, answersAsked: stillAsked, partsTaken, amountLeft },
  // Who said how much of a notice: its author is not told of their own answer.
  opens: ['response_home'],
  reads: {
    published: [
      'keeper',
      'eventDates',
      'noticeSeen',
      'spokenForBy',
      'partThreads',
      'partsAnswered',
      'partsShown',
      'handsWordsTo',
    ],
    tables: [
      'commune',
      'event',
      'event_part',
      'event_date',
      'member_home',
      // Minutes tell what came out of a meeting, whatever brick it is of.
      'need',
      'offer',
      'initiative',
      'place',
      'access_point',
      'actor',
    ],
  },
  grants: ['response', 'idea'],
  owners: {
    response: { owner: 'member', keyedBy: 'keyedBy', keyedSays: ['toldTo'], signed: 'firstName' },
  },
  mends: {
    response: mendedAnswer,
    idea: { fields: IDEA_FIELDS, withdraws: true },
  },
  // An idea that a member wrote with their card is theirs; one of a meeting is nobody's.
  signs: ['idea'],
  nobodys: ['meeting', 'decision', 'task', 'voice', 'reference'],
  goesWith: toldGone,
  slots: modelSlots,
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
