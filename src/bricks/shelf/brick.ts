import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { largeFileEndpoint } from './model/endpoint.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { formPages } from './pages/pages-forms.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { server } from './server/server.ts'

/**
 * *Fichiers*: a shelf on this counter, of documents, music and films that may be taken away.
 * Nothing of it leaves the box.
 */
export const shelf = served(
  brick(model, {
    canRest: words => words.resting,
    pages: [...formPages, ...pages],
    prints,
    slots,
    heavy: largeFileEndpoint,
    hereOnly: true,
  }),
  { server },
)
