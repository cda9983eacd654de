import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'

/**
 * *Annonces*: what is offered and what is wanted, said as sentences by anybody, shown once the
 * keeper has read them.
 */
export const offers = brick(model, {
  canRest: words => words.resting,
  pages,
  prints,
  slots,
})
