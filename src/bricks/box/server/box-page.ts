import type { Refusal } from '../../../contract/decision.ts'
import type { Input } from '../../../core/form/input.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'

/**
 * The keeper's page of this box: a brick's. Its forms post to the server, which alone reaches
 * the machine.
 */
export const BOX = '/borne'

/** Whether a brick has that page. */
export const hasBoxPage = (server: Server): boolean =>
  server.source.bricks.some(brick => brick.pages.some(page => page.path === BOX))

/** The page again, with what was sent and what was wrong with it. */
export function refusedBox(
  { c, server, visit }: Visiting,
  input: Input,
  why: Refusal<string>,
): Response {
  const at = { ...visit, path: BOX, query: {} }
  return server.answer(c, at, server.leafAt(BOX, at, { input, ...why })!, {
    status: 422,
    cache: 'none',
  })
}
