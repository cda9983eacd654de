import type { Context, Hono } from 'hono'
import type { Fingerprint } from '../../contract/box/hotspot.ts'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { isShownHome } from '../../contract/permission.ts'
import type { ToDo, ToDoReader } from '../../contract/to-do.ts'
import { codesLeft, flush, keep, kept, type Local } from '../../files/local.ts'
import type { Typesetter } from '../../paper/typesetter-client.ts'
import { mainButton, post } from '../../ui/post.ts'
import { said } from '../../ui/say.ts'
import { isServed } from '../pages/respond.ts'
import { ourToken } from '../post/our-token.ts'
import { codesOf } from '../print/print-codes.ts'
import { printOnce } from '../print/print-once.ts'
import type { Server } from '../server-parts.ts'
import { CODE_SHEET, newCodes, sheetKey } from './keeper.ts'
import { sheetWords } from './sheet-words.ts'
import { keeperPost, signInLeaf } from './signin.ts'
import { leaveSaid, type Visit } from './visit.ts'

/** Where its page sends the codes to be set for paper. */
const CODES_PRINT = '/tenir/codes/imprimer'

/**
 * Ten new codes, and the sheet that shows them.
 *
 * Law     the codes are kept as they read until somebody says that the sheet is put away; from then
 *         on only their hashes are.
 */
export function newCodeSheet(local: Local, keeper = ''): void {
  keep(local, sheetKey(keeper), newCodes(local, keeper).join('\n'))
}
/**
 * Whether the sheet still waits to be printed: until then a keeper at this box can read all ten
 * codes.
 */
export const sheetWaits = (
  local: Local,
  reader: Pick<ToDoReader, 'by' | 'private' | 'lang' | 'keeper'>,
): readonly ToDo[] => {
  if (!isShownHome(reader) || sheetOf(local, reader.keeper) === undefined) return []
  const w = sheetWords(reader.lang)
  return [{ href: CODE_SHEET, n: 1, label: w.title, sentence: w.waits }]
}
const sheetOf = (local: Local, keeper = ''): readonly string[] | undefined =>
  kept(local, sheetKey(keeper))?.split('\n')

type Under = Readonly<{
  typesetter: Typesetter
}>
export function codeSheetRoutes(app: Hono, server: Server, { typesetter }: Under): void {
  const shownAs = (): Fingerprint | undefined => server.source.fingerprint?.()
  app.get(CODE_SHEET, c => {
    const visit = server.visit(c)
    if (visit.by !== 'keeper')
      return server.answer(c, visit, signInLeaf(server, visit, { least: 'keeper' }), {
        cache: 'none',
      })
    return server.answer(c, visit, sheetLeaf(server, visit, shownAs()), { cache: 'none' })
  })
  keeperPost(app, server, CODE_SHEET, async c => putAway(c, server))
  printOnce(
    app,
    server,
    { typesetter },
    {
      path: CODES_PRINT,
      make: (of, visit, input) => codesOf(of, visit, input, shownAs()),
    },
  )
}

/** The keeper says that the sheet is printed or copied: the box stops showing it. */
function putAway(c: Context, server: Server): Response {
  server.local.sql.run('DELETE FROM kept WHERE key = ?', sheetKey(server.visit(c).keeper ?? ''))
  flush(server.local)
  leaveSaid(c, server.local.secret, sheetWords(server.visit(c).lang).isPutAway)
  return c.redirect('/tenir', 303)
}

function sheetLeaf(server: Server, visit: Visit, shownAs: Fingerprint | undefined): Leaf {
  const w = sheetWords(visit.lang)
  const codes = sheetOf(server.local, visit.keeper)
  const token = ourToken(server, visit)
  const fingerprint =
    shownAs !== undefined &&
    html`
      <h2>${w.fingerprint}</h2>
      <p><code>${shownAs.begins}</code></p>
      <p>${w.fingerprintWhy}</p>
      <p class="hint">${w.sixWords(shownAs.words)}</p>
    `
  if (!codes) {
    const left = html`<p>${w.left(codesLeft(server.local, visit.keeper))}</p>`
    const body = html`
      ${said(visit.said)}
      <div class="one">
        <article class="sheet"><h1>${w.title}</h1><p>${w.gone}</p>${left}${fingerprint}</article>
      </div>
    `
    return { title: w.title, body, current: '/tenir' }
  }
  const list = html`
    <ol class="codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol>
  `
  const print = post(token, CODES_PRINT, {
    look: 'no-print',
    newPage: true,
    hidden: { code: codes },
    button: mainButton(w.print),
  })
  const away = post(token, CODE_SHEET, {
    look: 'no-print',
    fields: html`<p>${w.awayLead}</p>`,
    button: mainButton(w.away),
  })
  const toNotes =
    isServed(server.source.bricks, '/cueillette') &&
    html`<b>${w.next}</b> <a href="/cueillette">${w.nextLink}</a> · `
  const next = html`<p class="no-print">${toNotes}<a href="/">${w.toPage}</a></p>`
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.sheetTitle}</h1>
        <p>${w.sheetLead}</p>
        <h2>${w.codes}</h2>
        <p>${w.codesWhy}</p>
        ${list}
        ${fingerprint}
        ${print}
        ${away}
        ${next}
      </article>
    </div>
  `
  return { title: w.sheetTitle, body, current: '/tenir' }
}
