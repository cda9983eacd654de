import type { Hono } from 'hono'
import type { Paper } from '../../../contract/paper.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { Typesetter } from '../../../paper/typesetter-client.ts'
import { territoryShown } from '../../../web/pages/territory-shown.ts'
import { keeperOf, printOnce } from '../../../web/print/print-once.ts'
import type { Server } from '../../../web/server-parts.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { CARD_PRINT } from './card-pages.ts'
import { cardPaper } from './card-paper.ts'
import { memberByCard } from './cards.ts'

const WORD_SHAPE = /^[\p{L}'’-]{2,20}$/u

/** A card on paper, from the page that shows it once. */
export const cardPrintRoutes = (
  app: Hono,
  server: Server,
  of: Readonly<{ typesetter: Typesetter }>,
): void => printOnce(app, server, of, { path: CARD_PRINT, make: cardOf })

/** The card that its page just showed: only one that opens, of somebody who is here. */
function cardOf(server: Server, visit: Visit, input: Input): Paper | undefined {
  const card = {
    number: one(input, 'number'),
    secret: one(input, 'secret'),
    words: one(input, 'words').split(' '),
  }
  const member = memberByCard(server.local, card.number, card.secret)
  const who = member === undefined ? undefined : server.member(member)
  if (!who || !card.words.every(word => WORD_SHAPE.test(word)) || card.words.length !== 4)
    return undefined
  const { bricks, read } = server.source
  const of = { name: who.name, card, at: server.at(), keeper: keeperOf(server, visit.lang) }
  return cardPaper({ ...of, page: territoryShown(bricks, read)?.name ?? '' }, visit.lang)
}
