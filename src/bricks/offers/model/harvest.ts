import type { HarvestRule } from '../../../text/harvest/rule.ts'
import { needOf, rowOffered, thingTitle } from './harvest-needs.ts'
import { offersOf } from './harvest-offers.ts'
import { isPromised } from './harvest-promised.ts'
import { bodyOf, quiet } from './harvest-said.ts'

/**
 * Needs and offers in the notes of a meeting. An offer is firm where its giver says it plainly.
 * What was heard of others, or is a maybe, is a lead: nothing is promised.
 */
export const offersHarvest: HarvestRule = {
  kinds: ['need', 'offer'],
  find: page =>
    page.pieces.flatMap(piece => {
      if (piece.block.mark === 'row') return rowOffered(page, piece)
      if (quiet(piece)) return []
      const need = needOf(page, piece)
      return [...(need ? [need] : []), ...offersOf(page, piece)]
    }),
  make: (page, piece, kind) => {
    const title = thingTitle(page, piece)
    if (kind === 'need') return { title, fields: { title, state: 'open' } }
    return {
      title,
      fields: { title, state: isPromised(bodyOf(piece), page.names) ? 'firm' : 'lead' },
    }
  },
}
