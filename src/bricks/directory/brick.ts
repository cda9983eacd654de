import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { server } from './server/server.ts'

/**
 * *Qui fait quoi*: the territory and its communes, who is there, the places, the projects, and what
 * people say of them.
 */
export const directory = served(
  brick(model, {
    pages,
    prints,
    slots,
  }),
  { server },
)
