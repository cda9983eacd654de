import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { pictureOf, pictureRoutes } from './server/routes.ts'

/** *L’aide*: how to keep the page, in the box and on paper. */
export const help = served(brick(model, { pages, prints, slots, hereOnly: true }), {
  copy: pictureRoutes,
  picture: pictureOf,
})
