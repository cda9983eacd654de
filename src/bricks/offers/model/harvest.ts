import type { HarvestRule } from '../../../text/harvest/rule.ts'
import { needOf, rowOffered, thingTitle } from './harvest-needs.ts'
import { offersOf } from './harvest-offers.ts'
import { quiet } from './harvest-said.ts'

/**
 * Needs and offers in the notes of a meeting. What is offered there is a lead: nothing is promised
 * before the person agrees.
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
    return { title, fields: { title, state: kind === 'need' ? 'open' : 'lead' } }
  },
}
