import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { minutesRoutes } from './server/minutes.ts'

/**
 * *Idées et réunions*: what was said and decided, what is to be done and by whom, what became of
 * ideas, and who is in.
 */
export const meetings = served(
  brick(model, {
    canRest: words => words.resting,
    pages,
    prints,
    slots,
  }),
  { copy: minutesRoutes },
)
