import { brick } from '../../contract/brick.ts'
import { served } from '../../web/served.ts'
import { model } from './model/model.ts'
import { keyingPage } from './pages/agreement-keying.ts'
import { agreementPrint, stripsPage } from './pages/agreement-strips.ts'
import { piecePage } from './pages/piece.ts'
import { readingPage } from './pages/reading.ts'
import { slots } from './pages/slots.ts'
import { harvestRoutes } from './server/routes.ts'

/**
 * Notes that are read, proposed, reviewed and shown; a strip of agreement for each person whom they
 * name.
 */
export const harvest = served(
  brick(model, {
    canRest: words => words.resting,
    pages: [stripsPage, keyingPage, piecePage, readingPage],
    prints: [agreementPrint],
    slots,
  }),
  { server: harvestRoutes },
)
