import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { wholeOf } from '../../../contract/records/whole-proposal.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { piecesOf } from './pieces.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * `forgetHarvest`: the notes, their file, every piece, the names and the codes. What is shown of it
 * stays on the page.
 */
export const forgetHarvest: Command<typeof fr> = {
  ...OF_ITS_OWN,
  coded: true,
  name: 'forgetHarvest',
  path: '/cueillette/effacer',
  who: 'keeper',
  decide: (input, read): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const pieces = piecesOf(read, of.id).flatMap(one => wholeOf(read, one))
    return {
      drafts: [],
      forget: [...pieces, { type: harvest.name, record: of.id }],
      next: '/cueillette',
      said: say('erasedSaid'),
    }
  },
}
