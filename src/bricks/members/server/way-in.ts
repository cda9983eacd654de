import type { WayIn } from '../../../web/served.ts'
import { cardForm } from './card-form.ts'
import { cardRoutes } from './card-pages.ts'
import { opensOf, takeBackOfTheGone } from './cards.ts'
import { mineRoutes } from './mine-out.ts'

/** Members come in by their card or by their phrase. */
export const wayIn: WayIn = {
  routes: (app, server) => {
    cardRoutes(app, server)
    mineRoutes(app, server)
  },
  form: cardForm,
  opens: opensOf,
  closeGone: takeBackOfTheGone,
}
