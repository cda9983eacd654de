import type { Context } from 'hono'
import type { Brick } from '../contract/brick.ts'
import { html } from '../contract/html.ts'
import { isErasedAt, undoneAt } from '../engine/records/erased.ts'
import { keeperName } from '../engine/records/fate.ts'
import { BRICKS } from '../engine/records/putting-away.ts'
import { TICKET } from '../engine/records/sent.ts'
import { readElsewhere } from '../ui/elsewhere.ts'
import { addressSaid } from './pages/address-said.ts'
import { sayLeaf } from './pages/respond.ts'
import { territoryShown } from './pages/territory-shown.ts'
import { awayAt } from './put-away.ts'
import { plainWords } from './records/words.ts'
import type { Server } from './server-parts.ts'
import type { Visit } from './session/visit.ts'
import { webWords } from './words.ts'

/**
 * Answers that there is no page at this address, that its record was erased, or that its showing
 * was undone.
 */
export function notFound(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  if (visit.path.startsWith(`${TICKET}/`)) return ticketGone(c, server, visit)
  const away = awayAt(server.source, visit.path)
  if (away) return putAwayHere(c, server, visit, away)
  const isErased = isErasedAt(server.source, visit.path)
  const undone = isErased ? undoneAt(server.source.read, visit.path) : undefined
  if (undone?.now) return c.redirect(undone.now, 302)
  const [title, then] = undone
    ? [w.undone, w.undoneDo]
    : isErased
      ? [w.erased, w.erasedDo]
      : [w.notFound, w.notFoundDo]
  const leaf =
    title === w.notFound && isForCards(visit)
      ? sayLeaf(
          w.notHere,
          [w.notHereDo],
          visit,
          readElsewhere({ ...visit, ...addressSaid(server) }),
        )
      : sayLeaf(title, [then], visit)
  return server.answer(c, visit, leaf, { status: 404 })
}

/**
 * Whether a page that is not there may be one that is read with a card, where nobody listens: said
 * to each holder of a card, of each address that may be a record's.
 */
const isForCards = ({ me, private: isPrivate, path }: Visit): boolean =>
  me !== undefined && !isPrivate && RECORD.test(path)
const RECORD = /\/[0-9a-z]{26}$/

/**
 * Answers that no record has this ticket. It says the same of one that never was. Somebody may have
 * agreed on a moment by it with whoever was forgotten since, so it says whom to ask.
 */
export function ticketGone(c: Context, server: Server, visit: Visit): Response {
  const w = plainWords(visit.lang).ticket
  const keeper = keeperName(territoryShown(server.source.bricks, server.source.read), visit.lang)
  const leaf = sayLeaf(w.goneTitle, [w.gone, w.goneAgreed(keeper)], visit)
  return server.answer(c, visit, leaf, { status: 404 })
}

/**
 * Answers that the keeper put away the brick of this address. 404 and not 410: it may come back.
 */
function putAwayHere(c: Context, server: Server, visit: Visit, brick: Brick): Response {
  const w = webWords(visit.lang)
  const { title } = brick.canRest!(brick.words[visit.lang])
  const keptBy = territoryShown(server.source.bricks, server.source.read)?.keptBy ?? ''
  const leaf =
    visit.by === 'keeper'
      ? sayLeaf(w.putAway, [w.putAwayHere(title)], visit, html`<a href="${BRICKS}">${w.takeUp}</a>`)
      : sayLeaf(w.putAway, [w.putAwayHere(title), w.askKeeper(keptBy)], visit)
  return server.answer(c, visit, leaf, { status: 404 })
}

/** Anybody near could read it, or do it again in this person's place. */
export function notWhereHeard(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  return server.answer(c, visit, sayLeaf(w.forbidden, [w.notWhereHeard], visit), { status: 403 })
}
