import type { Context, Hono } from 'hono'
import { readFile } from '../../files/files.ts'
import { NotSet } from '../../paper/not-set.ts'
import type { Typesetter } from '../../paper/typesetter-client.ts'
import { addressSaid } from '../pages/address-said.ts'
import { sayLeaf } from '../pages/respond.ts'
import { pictureWith } from '../served.ts'
import type { Server } from '../server-parts.ts'
import { signInLeaf } from '../session/signin.ts'
import type { Visit } from '../session/visit.ts'
import { isFileForm, toFile } from './print-file.ts'
import { toPrint, type Wrong } from './prints.ts'
import { printWords } from './words.ts'

function refusing(
  c: Context,
  server: Server,
  visit: Visit,
  { wrong, lacks }: Wrong,
): Response | Promise<Response> {
  const w = printWords(visit.lang)
  if (wrong === 'notGranted')
    return server.answer(c, visit, signInLeaf(server, visit, { least: 'keeper' }), { status: 403 })
  return server.answer(c, visit, sayLeaf(w.nothing, [lacks ?? w.nothingDo], visit), { status: 404 })
}

/** The answer to our bug in a print: the page works, its paper does not. */
function notSet(
  c: Context,
  server: Server,
  visit: Visit,
  error: NotSet,
): Response | Promise<Response> {
  const w = printWords(visit.lang)
  return server.answer(c, visit, sayLeaf(w.notSet, [w.notSetDo(server.report(error))], visit), {
    status: 500,
  })
}
const setOrSaid = (error: unknown): NotSet => {
  if (error instanceof NotSet) return error
  throw error
}

/**
 * `/imprimer/KIND` and `/imprimer/KIND/ID`: a print, as PDF. What the page that leads to it may
 * show, it may show. With `?format=html` or `csv`, those that are more than paper come as a file.
 */
export function printRoutes(
  app: Hono,
  server: Server,
  { folder, typesetter }: Readonly<{ folder: string; typesetter: Typesetter }>,
): void {
  const answer = async (c: Context): Promise<Response> => {
    const visit = server.visit(c)
    const [kind, id] = [c.req.param('kind') ?? '', c.req.param('id')]
    const { query, lang, by, me } = visit
    const own = me === undefined ? {} : { me }
    const asked = { query, lang, by, private: visit.private, ...own, ...addressSaid(server) }
    const form = query['format']
    const found = isFileForm(form)
      ? toFile(server.source, { kind, id, form }, asked)
      : toPrint(server.source, kind, id, asked)
    if ('wrong' in found) return refusing(c, server, visit, found)
    if ('text' in found)
      return c.body(found.text, 200, {
        'content-type': found.type,
        'content-disposition': `attachment; filename="${kind}.${String(form)}"`,
        'cache-control': 'no-store',
      })
    if (typesetter.isBusy()) {
      const w = printWords(visit.lang)
      c.header('retry-after', '10')
      return server.answer(c, visit, sayLeaf(w.busy, [w.busyDo], visit), { status: 503 })
    }
    // A paper names the pictures of rows that its reader may read: those of a notice that is shown
    // here alone, or by card, are files of `home`.
    const picture = (hash: string) =>
      readFile(folder, 'commons', hash) ??
      readFile(folder, 'home', hash) ??
      pictureWith(server.source.bricks, hash)
    const set = await typesetter.set(found.paper, picture).catch(setOrSaid)
    if (set instanceof NotSet) return notSet(c, server, visit, set)
    return c.body(set.pdf as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${kind}.pdf"`,
      'cache-control': 'no-store',
    })
  }
  app.get('/imprimer/:kind', answer)
  app.get('/imprimer/:kind/:id', answer)
}
