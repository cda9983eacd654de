import type { Context, Hono } from 'hono'
import { sayLeaf } from '../web/respond.ts'
import { signInLeaf } from '../web/signin.ts'
import type { Web } from '../web/web.ts'
import { readFile } from './files.ts'
import { toPrint } from './prints.ts'
import type { Setter } from './setter.ts'
import { appWords } from './words.ts'

/**
 * `/imprimer/KIND` and `/imprimer/KIND/ID`: a print, as PDF. What the page that leads to it may show, it may show.
 */
export function printRoutes(app: Hono, web: Web, { folder, setter }: Readonly<{ folder: string; setter: Setter }>): void {
  const answer = async (c: Context): Promise<Response> => {
    const visit = web.visit(c)
    const [kind, id] = [c.req.param('kind') ?? '', c.req.param('id')]
    const found = toPrint(web.site, kind, id, {
      query: visit.query,
      lang: visit.lang,
      by: visit.by,
      private: visit.private,
      ...(visit.me === undefined ? {} : { me: visit.me }),
    })
    const w = appWords(visit.lang).print
    if ('wrong' in found) {
      if (found.wrong === 'notGranted') return web.answer(c, visit, signInLeaf(web, visit, { least: 'keeper' }), { status: 403 })
      return web.answer(c, visit, sayLeaf(w.nothing, [w.nothingDo], visit), { status: 404 })
    }
    const spaces = visit.by === 'keeper' ? (['commons', 'home'] as const) : (['commons'] as const)
    const set = await setter.set(found.paper, hash => spaces.map(space => readFile(folder, space, hash)).find(bytes => bytes !== undefined))
    return c.body(set.pdf as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${kind}.pdf"`,
      'cache-control': 'no-store',
    })
  }
  app.get('/imprimer/:kind', answer)
  app.get('/imprimer/:kind/:id', answer)
}
