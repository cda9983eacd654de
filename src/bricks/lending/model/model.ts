import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { letters } from './away.ts'
import { answerCommands } from './commands-answer.ts'
import { book } from './commands-book.ts'
import { changeCommands } from './commands-change.ts'
import { closeCommands } from './commands-close.ts'
import { handCommands } from './commands-hand.ts'
import { replaceCommands } from './commands-replace.ts'
import { bookSeries, endSeries } from './commands-series.ts'
import { thingCommands } from './commands-thing.ts'
import { counterCommands } from './counter/commands.ts'
import { eraseWhose } from './erase-whose.ts'
import { lendingGoesWith, othersKnown } from './goes-with.ts'
import { sheetCommands } from './handing/commands.ts'
import { keySheet } from './handing/commands-keying.ts'
import { leftOf, marks } from './left.ts'
import { askOther, giveBack, mendsRequest, takeFreed } from './on-ticket.ts'
import { kitsToPack } from './packed.ts'
import { tables } from './records.ts'
import { shareCommands } from './shares/commands.ts'
import { earlierKept } from './shares/earlier-kept.ts'
import { SHARE_OWNERS } from './shares/records.ts'
import { modelSlots } from './slots.ts'
import { thingsTaken, thingsTelling } from './turns.ts'

/** Whose a booking is. What it is for is typed by who keyed it, and goes with them. */
const KEYED = { owner: 'member', keyedBy: 'keyedBy', keyedSays: ['use'], over: 'thing' } as const

/** A turn needs this of the brick: it loads no page. */
export const model: BrickModel<typeof fr> = {
  name: 'lending',
  ...tables,
  commands: [
    book,
    bookSeries,
    endSeries,
    ...answerCommands,
    ...closeCommands,
    ...changeCommands,
    ...replaceCommands,
    giveBack,
    askOther,
    takeFreed,
    ...handCommands,
    ...sheetCommands,
    ...thingCommands,
    keySheet,
    eraseWhose,
    ...shareCommands,
    ...counterCommands,
  ],
  letters,
  grants: ['booking-request', 'unit-line'],
  owners: {
    thing: { owner: 'owner', signed: 'who', over: 'id' },
    booking: { ...KEYED, keyedSays: ['use', 'why'], box: 'box' },
    'booking-request': { ...KEYED, box: 'box' },
    'booking-series': KEYED,
    upkeep: { over: 'thing' },
    'hand-sheet': { owner: 'by' },
    'hand-line': { owner: 'by' },
    ...SHARE_OWNERS,
    'help-counter': { owner: 'member' },
  },
  mends: { 'booking-request': mendsRequest },
  goesWith: lendingGoesWith,
  endedWith: (member, read, at) => [
    ...othersKnown(member, read),
    ...leftOf(member, read, at),
    ...earlierKept(member, read),
  ],
  marks,
  reads: {
    published: [
      ...(['membersKnown', 'spokenForBy', 'memberPhone', 'memberCommune'] as const),
      ...(['noticesSeen', 'noticeSeen', 'memberName', 'datesAt'] as const),
    ],
    tables: ['offer', 'event'],
  },
  slots: modelSlots,
  publishes: { thingsTaken, thingsTelling, kitsToPack },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
