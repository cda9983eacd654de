import type { Context, Hono } from 'hono'
import type { Input, Leaf } from '../core/brick.ts'
import { html } from '../ui/html.ts'
import { refused } from '../ui/say.ts'
import { isPassphrase } from './keeper.ts'
import { wrongTries } from './limits.ts'
import { endSession, sessionOf, startSession } from './local.ts'
import { neighbourOf } from './neighbour.ts'
import { Busy, MACHINE, type Place } from './one-by-one.ts'
import { cameFromHere, isOurs, type Posted, posted } from './post.ts'
import { sayLeaf } from './respond.ts'
import { seal, unseal } from './seal.ts'
import { dropSession, giveSession, leaveSaid, tokenFor, type Visit } from './visit.ts'
import type { Web } from './web.ts'
import { webWords } from './words.ts'

/** A post that came when the visit had ended: kept in the sign-in page itself, signed, and sent on after it. */
type Held = Readonly<{ path: string; input: Input; own: Input }>

const MINUTE = 60_000
/**
 * Who tries too often. A neighbour who was wrong ten times waits ten minutes. All of them together only slow each other down, in
 * the line before the check; and the machine itself is neither counted nor made to wait, so that nobody shuts the keeper out.
 */
const tries = wrongTries(10, 10 * MINUTE)

/** Where a try stands in the line before its check. */
export function placeOf({ here, address }: Visit, now: number): Place {
  if (here) return MACHINE
  return { rank: tries.wereWrong(address, now) ? 'wrong' : 'fresh', neighbour: neighbourOf(address) }
}

export function signInLeaf(web: Web, visit: Visit, wrong?: string, held?: Held): Leaf {
  const w = webWords(visit.lang)
  if (!visit.private) return elsewhere(web, visit)
  const body = html`<div class="one"><article class="sheet"><h1>${w.signIn}</h1>${held && !wrong && html`<div class="note"><p>${w.ended}</p></div>`}${
    wrong && refused([{ sentence: wrong, field: 'passphrase' }], visit.lang)
  }<form class="form" method="post" action="/entrer"${held && html` enctype="multipart/form-data"`}><input type="hidden" name="jeton" value="${tokenFor(web.local.secret, visit, web.site.now())}">${
    held && html`<input type="hidden" name="tenu" value="${seal(web.local.secret, 'held', JSON.stringify(held))}">`
  }<div class="field"><label for="f-passphrase">${w.passphrase}</label><input id="f-passphrase" type="password" name="passphrase" autocomplete="current-password" required></div><div class="field"><label class="tick"><input type="checkbox" name="own" value="1"> ${w.own}</label></div><p class="acts"><button class="button">${w.enter}</button></p></form></article></div>`
  return { title: w.signIn, body }
}

/** Over http on a Wi-Fi: where to go instead. */
function elsewhere(web: Web, visit: Visit): Leaf {
  const w = webWords(visit.lang)
  const host = [...web.hosts()].find(name => name !== 'localhost' && name !== '127.0.0.1' && !name.includes(':'))
  const port = web.tlsPort()
  const address = port && host ? `https://${host}:${port}/entrer` : undefined
  const link = address && html`<a class="button" href="${address}">${address}</a>`
  return sayLeaf(w.signIn, [address ? w.signInHere(address) : w.signInNoTls], visit, link ? html`${link}` : undefined)
}

export function signInRoutes(app: Hono, web: Web): void {
  app.get('/entrer', c => {
    const visit = web.visit(c)
    return visit.by === 'keeper' ? c.redirect('/', 303) : web.answer(c, visit, signInLeaf(web, visit), { cache: 'no-store' })
  })
  app.post('/entrer', c => enter(c, web))
  app.post('/sortir', async c => {
    const visit = web.visit(c)
    if (visit.session) endSession(web.local, visit.session)
    dropSession(c)
    leaveSaid(c, web.local.secret, webWords(visit.lang).bye)
    return c.redirect('/', 303)
  })
}

async function enter(c: Context, web: Web): Promise<Response> {
  const visit = web.visit(c)
  const w = webWords(visit.lang)
  const now = web.site.now()
  if (!visit.private) return web.answer(c, visit, signInLeaf(web, visit), { status: 403 })
  const { input, own: proof } = await posted(c)
  // Another site's page must not try in this browser's name, nor sign it in.
  if (c.req.header('origin') !== undefined && !cameFromHere(c, web, visit, proof)) return notOurs(c, web, visit)
  const held = heldFrom(web, input)
  const answer = (wrong: string, status: number) => web.answer(c, visit, signInLeaf(web, visit, wrong, held), { status, cache: 'no-store' })
  if (!visit.here && !tries.allows(visit.address, now)) return answer(w.tooManyTries, 429)
  try {
    if (!(await isPassphrase(web.local, String(input['passphrase'] ?? ''), placeOf(visit, now)))) {
      if (!visit.here) tries.wrong(visit.address, now)
      return answer(w.wrongPassphrase, 403)
    }
  } catch (error) {
    if (error instanceof Busy) return answer(w.busy, 503)
    throw error
  }
  const own = input['own'] === '1'
  const token = startSession(web.local, own, now)
  giveSession(c, token, visit, own)
  if (held) return goOn(c, web, { ...visit, by: 'keeper', session: sessionOf(web.local, token, now) }, held)
  leaveSaid(c, web.local.secret, w.hello)
  return c.redirect('/', 303)
}

function heldFrom(web: Web, input: Input): Held | undefined {
  const sealed = input['tenu']
  const text = typeof sealed === 'string' ? unseal(web.local.secret, 'held', sealed) : undefined
  return text === undefined ? undefined : (JSON.parse(text) as Held)
}

/** The held post goes on as it was, now in the keeper's name. */
function goOn(c: Context, web: Web, visit: Visit, held: Held): Response | Promise<Response> {
  return web.resume(c, visit, held.path, { input: held.input, own: held.own, files: [] })
}

/** The sign-in page that holds a post: only one that came from a page of this box, else whoever enters would sign another's wish. */
export function holdPost(c: Context, web: Web, visit: Visit, path: string, { input, own }: Posted): Response {
  if (!cameFromHere(c, web, visit, own)) return notOurs(c, web, visit)
  return web.answer(c, visit, signInLeaf(web, visit, undefined, { path, input, own }), { status: 403, cache: 'no-store' })
}

export function notOurs(c: Context, web: Web, visit: Visit): Response {
  const w = webWords(visit.lang)
  return web.answer(c, visit, sayLeaf(w.forbidden, [w.badForm], visit), { status: 403 })
}

/** An address of the roof that only a keeper may post to. A file is not held: it is asked for again after the sign-in. */
export function keeperPost(app: Hono, web: Web, path: string, go: (c: Context, visit: Visit, sent: Posted) => Promise<Response>): void {
  web.later.set(path, go)
  app.post(path, async c => {
    const visit = web.visit(c)
    const sent = await posted(c)
    if (visit.by !== 'keeper') return holdPost(c, web, visit, path, sent)
    return isOurs(c, web, visit, sent.own) ? go(c, visit, sent) : notOurs(c, web, visit)
  })
}
