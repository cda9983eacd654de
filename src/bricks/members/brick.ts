import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { cardPrintRoutes } from './server/print-card.ts'
import { wayIn } from './server/way-in.ts'

/**
 * *Habitant·es*: whom this box knows, how each is reached, what each agreed to, who passes words
 * on.
 */
export const members = served(
  brick(model, {
    pages,
    prints,
    slots,
  }),
  { server: cardPrintRoutes, wayIn },
)
