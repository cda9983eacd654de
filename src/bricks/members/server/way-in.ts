import type { WayIn } from '../../../web/served.ts'
import { noteCame } from './came.ts'
import { closedSaid, entryRoutes } from './card-entry.ts'
import { cardForm } from './card-form.ts'
import { cardRoutes } from './card-pages.ts'
import { opensOf, takeBackOfTheGone } from './cards.ts'
import { mineRoutes } from './mine-out.ts'

/** Members come in by their card or by their phrase. */
export const wayIn: WayIn = {
  routes: (app, server) => {
    cardRoutes(app, server)
    entryRoutes(app, server)
    mineRoutes(app, server)
  },
  form: cardForm,
  opens: opensOf,
  closedVisit: (server, visit, member) => closedSaid(server, visit, member).visit,
  closeGone: takeBackOfTheGone,
  came: noteCame,
}
