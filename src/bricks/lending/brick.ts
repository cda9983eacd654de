import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { counterPage } from './pages/counter/page.ts'
import { prints } from './pages/handing/prints.ts'
import { pages } from './pages/pages.ts'
import { bookingPrint } from './pages/prints-booking.ts'
import { inChargePrint } from './pages/prints-in-charge.ts'
import { seriesPrint } from './pages/prints-series.ts'
import { thingPrints } from './pages/prints-thing.ts'
import { sharePages } from './pages/shares/pages.ts'
import { sharePrints } from './pages/shares/prints.ts'
import { slots } from './pages/slots.ts'
import { yearPrint } from './pages/year.ts'
import { busyRoutes } from './server/calendar.ts'
import { ownCalendarRoutes } from './server/own-calendar.ts'

/** *Choses à prêter*: say here, as a neighbour would, what people do with it. */
export const lending = served(
  brick(model, {
    pages: [...pages, ...sharePages, counterPage],
    prints: [
      ...prints,
      ...thingPrints,
      seriesPrint,
      bookingPrint,
      ...sharePrints,
      yearPrint,
      inChargePrint,
    ],
    slots,
  }),
  { copy: busyRoutes, server: ownCalendarRoutes },
)
