import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { partsPrint } from './pages/parts.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { calendarRoutes } from './server/calendar.ts'

/**
 * *Agenda*: what is to come, by day, what comes back unfolded. The keeper writes it by the plain
 * form.
 */
export const agenda = served(
  brick(model, {
    canRest: words => words.resting,
    pages,
    prints: [partsPrint, ...prints],
    slots,
  }),
  { copy: calendarRoutes },
)
