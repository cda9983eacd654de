import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
import { agreementCommands } from './agreement.ts'
import { cueCommands } from './cues.ts'
import { forgetHarvest } from './forgetting.ts'
import { harvestNotes } from './harvest-notes.ts'
import { unshowHarvest } from './hidden-again.ts'
import { joiningCommands } from './joining.ts'
import { mend } from './mending.ts'
import { stripsOf } from './people.ts'
import { pickPiece } from './picking.ts'
import { readingCommands } from './reading.ts'
import { mendMeeting, readAgain } from './reading-again.ts'
import { tables } from './records.ts'
import { showHarvest } from './showing.ts'
import { throwingCommands } from './throwing.ts'

export const model: BrickModel<typeof fr> = {
  name: 'harvest',
  // The house declares the records of notes, pieces and codes: forgetting and what waits read them,
  // with this brick or without.
  ...tables,
  commands: [
    harvestNotes,
    ...joiningCommands,
    ...readingCommands,
    pickPiece,
    mendMeeting,
    readAgain,
    showHarvest,
    ...agreementCommands,
    mend,
    forgetHarvest,
    ...throwingCommands,
    unshowHarvest,
    ...cueCommands,
  ],
  nobodys: ['cue'],
  slots: { strips: (name, read) => stripsOf(read, read.types, name) },
  reads: {
    everyType: true,
    tables: ['commune', 'actor', 'place', 'initiative', 'access_point', 'relay'],
  },
  words: lazyWords<typeof fr>(`${import.meta.dirname}/../words`),
}
