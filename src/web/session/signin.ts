import type { Context, Hono } from 'hono'
import { type Html, html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { one } from '../../core/form/input.ts'
import { endSession, keeperSession, kept, sessionOf, startSession } from '../../files/local.ts'
import { formField, tickField } from '../../ui/field.ts'
import { hidden, mainButton, post } from '../../ui/post.ts'
import { refused, said } from '../../ui/say.ts'
import { clientOf } from '../captive/client.ts'
import { secureAddressOf } from '../pages/address-said.ts'
import { monotonicNow } from '../pages/kit.ts'
import { sayLeaf, titleToMend } from '../pages/respond.ts'
import { localOnly } from '../post/again.ts'
import { type Posted, posted } from '../post/form-in.ts'
import { cameFromHere, isFilledByAnother, isOurs } from '../post/from-here.ts'
import { ourToken } from '../post/our-token.ts'
import {
  continuePost,
  hasWriter,
  heldFrom,
  heldIn,
  keepHeld,
  leftPost,
  notTheirs,
  type PendingPost,
} from '../post/pending-post.ts'
import { Busy, fairQueue, MACHINE, type QueuePlace } from '../post/queue.ts'
import { wayInOf } from '../served.ts'
import type { Server, Visiting } from '../server-parts.ts'
import { webWords } from '../words.ts'
import { CODE_SHEET, hasKeeper, keeperByPassphrase, sheetKey } from './keeper.ts'
import { wrongTries } from './limits.ts'
import { dropSession, giveSession, leaveSaid, type Visit } from './visit.ts'

const MINUTE = 60_000
/**
 * The wrong tries: after ten, a client waits ten minutes. All clients together only slow each other
 * in the queue. This machine is neither counted nor delayed, so that nobody locks the keeper out.
 */
const tries = wrongTries(10, 10 * MINUTE)

/** A try at a secret that was wrong, or that found the secret of somebody else. */
export const countWrong = ({ here, address }: Visit, now: number): void => {
  if (!here) tries.wrong(address, now)
}

/** The place of a try in the queue before its check. */
export function placeOf({ here, address }: Visit, now: number): QueuePlace {
  if (here) return MACHINE
  return {
    rank: tries.wereWrong(address, now) ? 'wrong' : 'fresh',
    neighbour: clientOf(address),
  }
}

/**
 * The content of the sign-in page: the needed role, a mistake in one of its two forms, the pending
 * post, the page to go to.
 */
export type SignIn = Readonly<{
  least?: Who
  wrong?: string
  field?: 'words' | 'passphrase'
  number?: string
  held?: PendingPost
  to?: string
}>

/**
 * The sign-in page with both forms, the card first; for a keeper’s page, the keeper’s alone.
 *
 * Law     In place of another page it is answered as refused, so that no program, search engine or
 *         copy takes it for that page; not as 401, for which a browser opens a box of its own.
 */
export function signInLeaf(server: Server, visit: Visit, of: SignIn = {}): Leaf {
  const w = webWords(visit.lang)
  const { wrong, field, held } = of
  const holds = held && heldIn(server, held)
  const titled = (title: string): string => (held ? titleToMend(title, visit.lang) : title)
  const way = held ? undefined : leadsTo(of.to ?? askedAt(visit))
  const above = html`
    ${said(visit.said)}
    ${
      held &&
      !wrong &&
      html`
        <div class="note" role="alert" tabindex="-1" autofocus>
          <p>${hasWriter(server, held) ? w.held.ended : w.held.notBegun}</p>
        </div>
      `
    }
    ${wrong && refused([{ sentence: wrong, ...(field ? { field } : {}) }], visit.lang)}
  `
  if (of.least === 'keeper') {
    const body = html`
      <div class="one">
        <article class="sheet">
          <h1>${w.signIn}</h1>
          ${above}
          ${keeperWay(server, visit, holds, way)}
        </article>
      </div>
    `
    return { title: titled(w.signIn), body, barred: true }
  }
  const card = wayInOf(server.source.bricks)?.form(server, visit, {
    number: of.number,
    held: holds,
    way,
  })
  const byCard = card && html`<h2>${w.cards.enterTitle}</h2>${card}<hr>`
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.enter}</h1>
        ${above}
        ${byCard}
        <h2>${w.signIn}</h2>
        ${keeperWay(server, visit, holds, way)}
      </article>
    </div>
  `
  return { title: titled(w.enter), body, barred: true }
}

/** The page that was requested (`/bornes?quoi=1`); empty for the sign-in page itself. */
const askedAt = ({ path, query }: Visit): string => {
  if (path === '/' || path.startsWith('/entrer')) return ''
  const all = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map(one => [name, one]),
  )
  return all.length > 0 ? `${path}?${new URLSearchParams(all)}` : path
}
/** The field of a sign-in form that says which page was asked for. */
export const GOING_TO = 'vers'
export const leadsTo = (to: string): Html | undefined =>
  to === '' ? undefined : hidden({ [GOING_TO]: to })
/** Where somebody who has just come in was going. */
export const goingTo = (input: Input): string => localOnly(one(input, GOING_TO))

function keeperWay(
  server: Server,
  visit: Visit,
  holds: Html | undefined,
  way: Html | undefined,
): Html {
  const w = webWords(visit.lang)
  if (!visit.private) return elsewhere(server, visit)
  // The first run asks for one there (app/opening/setup.ts).
  if (!hasKeeper(server.local))
    return html`
      <p>${w.noPassphrase}</p>
      <p class="acts"><a class="button" href="/ouvrir">${w.choosePassphrase}</a></p>
    `
  return post(ourToken(server, visit), '/entrer', {
    files: holds !== undefined,
    fields: html`
      ${holds}
      ${way}
      ${formField({
        id: 'f-passphrase',
        label: w.passphrase,
        input: {
          type: 'password',
          name: 'passphrase',
          autocomplete: 'current-password',
          required: true,
        },
      })}
      ${tickField({ name: 'own', words: w.own })}
    `,
    button: mainButton(w.enter),
  })
}

/** Over http on a Wi-Fi: where to go instead. */
function elsewhere(server: Server, visit: Visit): Html {
  const w = webWords(visit.lang)
  const secure = secureAddressOf(server)
  const address = secure && `${secure}/entrer`
  return html`
    <p>${address ? w.signInHere(address) : w.signInNoTls}</p>
    ${address && html`<p class="acts"><a class="button" href="${address}">${address}</a></p>`}
  `
}

export function signInRoutes(app: Hono, server: Server): void {
  app.get('/entrer', c => {
    const visit = server.visit(c)
    return visit.by === 'keeper'
      ? c.redirect('/', 303)
      : server.answer(c, visit, signInLeaf(server, visit), { status: 200, cache: 'none' })
  })
  app.post('/entrer', c => enter(c, server))
  app.post('/sortir', async c => {
    const visit = server.visit(c)
    const { own } = await posted(c, server, visit)
    // Another site's page must not end anybody's visit.
    if (!isOurs(c, server, visit, own)) return notOurs(c, server, visit)
    if (visit.session) endSession(server.local, visit.session)
    dropSession(c)
    leaveSaid(c, server.local.secret, webWords(visit.lang).bye)
    return c.redirect('/', 303)
  })
}

async function enter(c: Context, server: Server): Promise<Response> {
  const visit = server.visit(c)
  const w = webWords(visit.lang)
  const now = monotonicNow(server.source)
  if (!visit.private) return server.answer(c, visit, signInLeaf(server, visit), { status: 403 })
  const { input, own: proof } = await posted(c, server, visit)
  // Another site's page must not try in this browser's name, nor sign it in.
  if (c.req.header('origin') !== undefined && !cameFromHere(c, server, visit, proof))
    return notOurs(c, server, visit)
  const held = heldFrom(server, input)
  const answer = (wrong: string, status: number) =>
    server.answer(
      c,
      visit,
      signInLeaf(server, visit, {
        wrong,
        field: 'passphrase',
        to: one(input, GOING_TO),
        ...(held ? { held } : {}),
      }),
      {
        status,
        cache: 'none',
      },
    )
  if (!visit.here && !tries.allows(visit.address, now)) return answer(w.tooManyTries, 429)
  const passphrase = String(input['passphrase'] ?? '')
  let keeper: string | undefined
  try {
    keeper = await keeperByPassphrase(server.local, passphrase, placeOf(visit, now))
    if (keeper === undefined) {
      countWrong(visit, now)
      return answer(w.wrongPassphrase, 403)
    }
  } catch (error) {
    if (error instanceof Busy) return answer(w.busy, 503)
    throw error
  }
  server.entered?.(keeper, passphrase)
  const own = input['own'] === '1'
  const token = startSession(server.local, own, now, keeperSession(keeper))
  giveSession(c, token, visit, own)
  const entered: Visit = {
    ...visit,
    by: 'keeper',
    keeper,
    me: undefined,
    called: undefined,
    session: sessionOf(server.local, token, now),
  }
  const goesOn = held ? continuePost(c, server, entered, held) : leftPost(c, server, entered)
  if (goesOn) return goesOn
  leaveSaid(c, server.local.secret, w.hello)
  const to = goingTo(input)
  // A keeper who was going nowhere prints their codes first.
  const isSheetFirst = to === '/' && kept(server.local, sheetKey(keeper)) !== undefined
  return c.redirect(isSheetFirst ? CODE_SHEET : to, 303)
}

/**
 * The sign-in page with a pending post. Only a post from a page of ours: a person must not sign
 * another’s wish.
 */
export function holdPost(
  { c, server, visit }: Visiting,
  path: string,
  { input, own }: Posted,
  least: Who = 'keeper',
): Response {
  if (!cameFromHere(c, server, visit, own)) return notOurs(c, server, visit)
  const held = { path, input, own }
  // A person who leaves that page finds the post when they sign in.
  keepHeld(server, held)
  return server.answer(c, visit, signInLeaf(server, visit, { least, held }), {
    status: 403,
    cache: 'none',
  })
}

/**
 * The answer to a post that another person filled. Undefined when it is the reader’s own, or a
 * visitor’s. Only a page of ours is shown back (`holdPost`).
 */
export function answerToAnother(
  { c, server, visit }: Visiting,
  path: string,
  sent: Posted,
): Response | undefined {
  if (!isFilledByAnother(server, visit, sent.own)) return undefined
  if (visit.session === undefined) return holdPost({ c, server, visit }, path, sent, 'neighbour')
  if (!cameFromHere(c, server, visit, sent.own)) return notOurs(c, server, visit)
  return notTheirs(c, server, visit, { path, input: sent.input, own: sent.own })
}

export function notOurs(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  return server.answer(
    c,
    visit,
    sayLeaf(titleToMend(w.forbidden, visit.lang), [w.badForm], visit),
    {
      status: 403,
    },
  )
}

/**
 * An address of the server's own that only a keeper may post to. A file is not kept: the form asks
 * for it again after the sign-in.
 */
export function keeperPost(
  app: Hono,
  server: Server,
  path: string,
  go: (c: Context, visit: Visit, sent: Posted) => Promise<Response>,
): void {
  const keeperOnly = (c: Context, visit: Visit, sent: Posted) =>
    visit.by === 'keeper'
      ? go(c, visit, sent)
      : Promise.resolve(holdPost({ c, server, visit }, path, sent))
  server.later.set(path, keeperOnly)
  app.post(path, async c => {
    const visit = server.visit(c)
    const sent = await posted(c, server, visit)
    const another =
      visit.by === 'keeper' ? answerToAnother({ c, server, visit }, path, sent) : undefined
    if (another) return another
    if (visit.by === 'keeper' && !isOurs(c, server, visit, sent.own))
      return notOurs(c, server, visit)
    return keeperOnly(c, visit, sent)
  })
}

const keepersActs = fairQueue()
/**
 * Like `keeperPost`, for acts on keepers’ passphrases and codes, one at a time. Hashing takes
 * seconds on a small machine. The keeper may have ended before their turn, so the visit is read
 * again then.
 */
export const serialKeeperPost: typeof keeperPost = (app, server, path, go) =>
  keeperPost(app, server, path, async (c, before, sent) => {
    try {
      return await keepersActs(MACHINE, async () => {
        const visit = server.visit(c)
        return visit.by === 'keeper'
          ? await go(c, visit, sent)
          : holdPost({ c, server, visit }, path, sent)
      })
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      const w = webWords(before.lang)
      return server.answer(c, before, sayLeaf(w.enter, [w.busy], before), { status: 503 })
    }
  })
