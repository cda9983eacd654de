import type { Context, Hono } from 'hono'
import { appWords } from '../../../app/words.ts'
import type { Leaf } from '../../../contract/page.ts'

import type { Awaited, Waiting } from '../../../contract/slots.ts'
import { codesLeft, flush, keep, kept, type Local } from '../../../files/local.ts'
import { html } from '../../../ui/html.ts'
import { said } from '../../../ui/say.ts'
import { steadily } from '../../../web/pages/ask.ts'
import { newCodes } from '../../../web/session/keeper.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import { leaveSaid, tokenFor, type Visit } from '../../../web/session/visit.ts'
import type { Web } from '../../../web/web.ts'
import { CODES_PRINT } from '../../members/server/print-card.ts'

/** The keeper's sheet: ten codes and the certificate in words. */
export const CODE_SHEET = '/tenir/feuille'
const KEY = 'sheet'

/**
 * Ten new codes, and the sheet that shows them.
 *
 * Law     the codes are kept as they read until somebody says that the sheet is put away; from then on only their hashes are.
 */
export function newCodeSheet(local: Local): void {
  keep(local, KEY, newCodes(local).join('\n'))
}
/** Until it is put away, whoever keeps the page on this box can read all ten. */
export const sheetWaits = (local: Local, { by, private: isPrivate, lang }: Awaited): readonly Waiting[] => {
  if (by !== 'keeper' || !isPrivate || sheetOf(local) === undefined) return []
  const w = appWords(lang).codeSheet
  return [{ href: CODE_SHEET, n: 1, label: w.title, sentence: w.waits }]
}
const sheetOf = (local: Local): readonly string[] | undefined => kept(local, KEY)?.split('\n')

export function codeSheetRoutes(app: Hono, web: Web, certificate: Readonly<{ words: string }> | undefined): void {
  app.get(CODE_SHEET, c => {
    const visit = web.visit(c)
    if (visit.by !== 'keeper') return web.answer(c, visit, signInLeaf(web, visit, { least: 'keeper' }), { cache: 'no-store' })
    return web.answer(c, visit, sheetLeaf(web, visit, certificate?.words), { cache: 'no-store' })
  })
  keeperPost(app, web, CODE_SHEET, async c => putAway(c, web))
}

/** Whoever keeps the page says that the sheet is printed or copied: the box shows it no more. */
function putAway(c: Context, web: Web): Response {
  web.local.sql.run('DELETE FROM kept WHERE key = ?', KEY)
  flush(web.local)
  leaveSaid(c, web.local.secret, appWords(web.visit(c).lang).codeSheet.isPutAway)
  return c.redirect('/tenir', 303)
}

function sheetLeaf(web: Web, visit: Visit, words: string | undefined): Leaf {
  const { codeSheet: w, setup, printCard } = appWords(visit.lang)
  const codes = sheetOf(web.local)
  const token = html`<input type="hidden" name="jeton" value="${tokenFor(web.local.secret, visit, steadily(web.site))}">`
  const fingerprint = words !== undefined && html`<h2>${setup.fingerprint}</h2><p><code>${words}</code></p><p>${setup.fingerprintWhy}</p>`
  if (!codes) {
    const left = html`<p>${w.left(codesLeft(web.local))}</p>`
    const body = html`${said(visit.said)}<div class="one"><article class="sheet"><h1>${w.title}</h1><p>${w.gone}</p>${left}${fingerprint}</article></div>`
    return { title: w.title, body, current: '/tenir' }
  }
  const list = html`<ol class="codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol>`
  const back = codes.map(code => html`<input type="hidden" name="code" value="${code}">`)
  const print = html`<form class="no-print" method="post" action="${CODES_PRINT}" target="_blank">${token}${back}<p class="acts"><button class="button">${printCard.print}</button></p></form>`
  const away = html`<form class="no-print" method="post" action="${CODE_SHEET}">${token}<p>${w.awayLead}</p><p class="acts"><button class="button">${w.away}</button></p></form>`
  const next = html`<p class="no-print"><b>${setup.next}</b> <a href="/cueillette">${setup.nextLink}</a> · <a href="/">${setup.toPage}</a></p>`
  const body = html`${said(visit.said)}<div class="one"><article class="sheet"><h1>${setup.sheetTitle}</h1><p>${setup.sheetLead}</p><h2>${setup.codes}</h2><p>${setup.codesWhy}</p>${list}${fingerprint}${print}${away}${next}</article></div>`
  return { title: setup.sheetTitle, body, current: '/tenir' }
}
