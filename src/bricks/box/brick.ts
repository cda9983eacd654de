import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { bagPages } from './pages/kit-bag/pages.ts'
import { bagPrints } from './pages/kit-bag/prints.ts'
import { pages } from './pages/pages.ts'
import { papersPage } from './pages/papers/page.ts'
import { paperPrints } from './pages/papers/prints.ts'
import { slots } from './pages/slots.ts'
import { server } from './server/server.ts'

/**
 * *La borne*: the machine that holds the page, for whoever keeps it: how it feels, what it needs,
 * what to do with it.
 */
export const box = served(
  brick(model, {
    pages: [...pages, papersPage, ...bagPages],
    prints: [...paperPrints, ...bagPrints],
    slots,
  }),
  { server },
)
