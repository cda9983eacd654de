import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'
import { server } from './server/server.ts'

/**
 * *Nouvelles*: what other boxes wrote and somebody carried here; for the keeper, each box and what
 * is to be done of it.
 */
export const sync = served(brick(model, { pages, slots }), { server })
