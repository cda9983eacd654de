import type { Context } from 'hono'
import { isErasedAt } from '../engine/records/erased.ts'
import { sayLeaf } from './pages/respond.ts'
import type { Server } from './server-parts.ts'
import type { Visit } from './session/visit.ts'
import { webWords } from './words.ts'

/** Answers that there is no page at this address, or that its record was erased. */
export function notFound(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  const [title, then] = isErasedAt(server.source, visit.path)
    ? [w.erased, w.erasedDo]
    : [w.notFound, w.notFoundDo]
  return server.answer(c, visit, sayLeaf(title, [then], visit), { status: 404 })
}

/** Anybody near could read it, or do it again in this person's place. */
export function notWhereHeard(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  return server.answer(c, visit, sayLeaf(w.forbidden, [w.notWhereHeard], visit), { status: 403 })
}
