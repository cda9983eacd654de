import type { Context, Hono } from 'hono'
import { keeperSaid } from '../../contract/keeper.ts'
import type { Paper } from '../../contract/paper.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import type { Typesetter } from '../../paper/typesetter-client.ts'
import { sayLeaf } from '../pages/respond.ts'
import { territoryShown } from '../pages/territory-shown.ts'
import { posted } from '../post/form-in.ts'
import { isOurs } from '../post/from-here.ts'
import type { Server } from '../server-parts.ts'
import { sheetWords } from '../session/sheet-words.ts'
import { notOurs } from '../session/signin.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'

const NOTHING_KEPT = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-type': 'application/pdf',
} as const

/** Makes a paper from the posted values. Undefined when the page did not show them. */
export type MakeOnce = (server: Server, visit: Visit, input: Input) => Paper | undefined

/**
 * Prints a secret of which the box has only a hash. The page that shows it once posts it; it is
 * typeset and stored nowhere.
 */
export function printOnce(
  app: Hono,
  server: Server,
  { typesetter }: Readonly<{ typesetter: Typesetter }>,
  { path, make }: Readonly<{ path: string; make: MakeOnce }>,
): void {
  app.post(path, async (c: Context): Promise<Response> => {
    const visit = server.visit(c)
    const { input, own } = await posted(c, server, visit)
    const w = webWords(visit.lang)
    const refusing = (title: string, status: number): Response =>
      server.answer(c, visit, sayLeaf(title, [sheetWords(visit.lang).notNow], visit), {
        status,
        cache: 'none',
      })
    if (visit.by !== 'keeper') return refusing(w.forbidden, 403)
    if (!isOurs(c, server, visit, own)) return notOurs(c, server, visit)
    const paper = make(server, visit, input)
    if (!paper) return refusing(w.cards.title, 404)
    const { pdf } = await typesetter.set(paper, () => undefined)
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, NOTHING_KEPT)
  })
}

/** The keeper’s name for such a paper. */
export const keeperOf = (server: Server, lang: Lang): string =>
  keeperSaid(territoryShown(server.source.bricks, server.source.read), sheetWords(lang).keeper)
