import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import type { RecordType } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'

type Words = typeof fr
const say: Say<Words> = message

/** One piece of a harvest, mended before it is shown: it stays in `home`. */
export const mend: Command<typeof fr> = {
  ...OF_ITS_OWN,
  name: 'mend',
  path: '/cueillette/corriger',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = read.types.get(waiting?.of ?? '')
    if (!waiting?.piece || !type) return { refused: say('nothingThere') }
    const checked = at.fields(type, input, askedOf(type))
    if ('refused' in checked) return checked
    const next = waiting.harvest ? `/cueillette/${waiting.harvest}` : '/a-montrer'
    return {
      drafts: [{ type: type.name, record: waiting.piece, fields: checked.fields, space: 'home' }],
      next,
      said: say('saved'),
    }
  },
}

/**
 * A piece of notes has no *how to reach*: it is not asked for here, so that nothing stands in the
 * way of keeping it.
 */
export const askedOf = (type: RecordType): readonly string[] =>
  Object.entries(type.fields)
    .filter(([, field]) => !field.unasked && !(field.means === 'reach' && field.required))
    .map(([name]) => name)
