import type { Context } from 'hono'
import { type Html, html, rewritten } from '../../contract/html.ts'
import { ByteCache } from '../../core/byte-cache.ts'
import type { Input } from '../../core/form/input.ts'
import { asSent } from '../../core/form/input.ts'
import { ownJson } from '../../core/narrow.ts'
import { hidden } from '../../ui/post.ts'
import { uiWords } from '../../ui/words.ts'
import { monotonicNow } from '../pages/kit.ts'
import type { Server } from '../server-parts.ts'
import {
  filledBy,
  isNobody,
  leaveSaid,
  markOfVisit,
  tokenFor,
  type Visit,
} from '../session/visit.ts'
import { webWords } from '../words.ts'
import { localOnly } from './again.ts'
import { queryOf } from './form-names.ts'
import { isFilledByAnother } from './from-here.ts'
import { sentBackLeaf, textsOf } from './later.ts'
import { shownBy } from './post.ts'
import { readSigned, signText } from './signed-text.ts'

/**
 * A pending post: it came without a visit, or after its end. It waits, signed, in the sign-in page,
 * and is sent after it.
 */
export type PendingPost = Readonly<{ path: string; input: Input; own: Input }>

/** A sign-in page holds a post no longer than a form is good for. Units: ms. */
const HELD_MS = 86_400_000

export const heldIn = (server: Server, held: PendingPost): Html =>
  hidden({
    tenu: signText(
      server.local.secret,
      'held',
      JSON.stringify({ held, at: monotonicNow(server.source) }),
    ),
  })

export function heldFrom(server: Server, input: Input): PendingPost | undefined {
  const sealed = input['tenu']
  const text =
    typeof sealed === 'string' ? readSigned(server.local.secret, 'held', sealed) : undefined
  if (text === undefined) return undefined
  const { held, at } = ownJson<Readonly<{ held: PendingPost; at: number }>>(text)
  return Math.abs(monotonicNow(server.source) - at) < HELD_MS ? held : undefined
}

/** The mark of the person who filled it. Undefined when no page of ours shows it. */
const writerOf = (server: Server, { own }: Pick<PendingPost, 'own'>): string | undefined => {
  const by = filledBy(server.local.secret, asSent(own, 'jeton'))
  return by === undefined || isNobody(by) ? undefined : by
}
/** Whether somebody was signed in who filled it: the sign-in page says whose way in sends it on. */
export const hasWriter = (server: Server, held: Pick<PendingPost, 'own'>): boolean =>
  writerOf(server, held) !== undefined

/**
 * Continues with a pending post after signing in.
 *
 * Law     It is sent at once only under the same card or keeper whose visit filled it. A post
 *         filled without a visit is shown first, and sent by another press. Another person’s post
 *         is neither sent nor shown: it is kept a day for them (`heldLately`).
 */
export function continuePost(
  c: Context,
  server: Server,
  visit: Visit,
  held: PendingPost,
): Response | Promise<Response> {
  const by = writerOf(server, held)
  if (by !== undefined) {
    if (isFilledByAnother(server, visit, held.own)) return leftForAnother(c, server, visit, held)
    server.heldLately.take(by, monotonicNow(server.source))
  }
  return server.resume(c, { ...visit, path: held.path }, held.path, {
    input: held.input,
    own: held.own,
    files: [],
  })
}

/** The answer to a post that another person filled (see `continuePost`). */
export const notTheirs = (c: Context, server: Server, visit: Visit, held: PendingPost): Response =>
  writerOf(server, held) === undefined
    ? showBack(c, server, visit, held)
    : leftForAnother(c, server, visit, held)

/** Gives a person their pending post of earlier back, to read and send. */
export function leftPost(c: Context, server: Server, visit: Visit): Response | undefined {
  const left = server.heldLately.take(
    markOfVisit(server.local.secret, visit),
    monotonicNow(server.source),
  )
  return left && showBack(c, server, visit, left)
}

export const keepHeld = (server: Server, held: PendingPost): boolean => {
  const by = writerOf(server, held)
  return by !== undefined && server.heldLately.keep(by, held, monotonicNow(server.source))
}

/** The page that shows a pending post before it is sent. */
export const readFirst = (
  c: Context,
  server: Server,
  visit: Visit,
  held: PendingPost,
): Response | undefined =>
  writerOf(server, held) === undefined ? showBack(c, server, visit, held) : undefined

function leftForAnother(c: Context, server: Server, visit: Visit, held: PendingPost): Response {
  const w = webWords(visit.lang).held
  leaveSaid(c, server.local.secret, keepHeld(server, held) ? w.anothersKept : w.anothers)
  return c.redirect(visit.me === undefined ? '/' : '/moi', 303)
}

/**
 * The page of its form, filled in, when it shows again all that was written; else its words, with
 * the button that sends them.
 */
function showBack(
  c: Context,
  server: Server,
  visit: Visit,
  { path, input, own }: PendingPost,
): Response {
  const w = webWords(visit.lang).held
  const refused = visit.by === 'keeper' ? w.readAsPage : w.read(visit.called ?? '')
  const url = new URL(localOnly(asSent(own, 'from')), 'http://here')
  const at = { ...visit, path: url.pathname, query: queryOf(url.search) }
  const leaf =
    own['from'] === undefined
      ? undefined
      : server.leafAt(url.pathname, at, { input, refused, showed: shownBy(server, own) })
  const page = leaf?.body.html
  const shows = [refused, ...textsOf(input)].every(text => page?.includes(html`${text}`.html))
  if (leaf && shows && page?.includes(`action="${path}"`)) {
    // No refusal: the sentence asks the person to read.
    const body = rewritten(
      leaf.body,
      page.replace(
        html`<b>${uiWords(visit.lang).refusedTitle}</b>`.html,
        html`<b>${w.title}</b>`.html,
      ),
    )
    return server.answer(c, at, { ...leaf, body }, { cache: 'none' })
  }
  const jeton = tokenFor(server.local.secret, visit, monotonicNow(server.source))
  const said = sentBackLeaf(
    { action: path, own: { ...own, jeton }, input },
    { title: w.title, lead: refused, button: w.send },
  )
  return server.answer(c, { ...visit, path }, said, { cache: 'none' })
}

/** Pending posts that were not sent, by person. In memory: a restart loses them. */
export type HeldLately = Readonly<{
  keep: (by: string, held: PendingPost, now: number) => boolean
  take: (by: string, now: number) => PendingPost | undefined
}>
/** Of all people's forms, in bytes; of one, in letters. */
const [MOST, LONGEST] = [4 * 1024 * 1024, 100_000]

export function heldLately(): HeldLately {
  const all = new ByteCache<Readonly<{ held: PendingPost; at: number }>>({
    name: 'held posts',
    most: MOST,
    bytesOf: ({ held }) => 2 * JSON.stringify(held).length,
  })
  return {
    keep: (by, held, now) => {
      if (JSON.stringify(held).length > LONGEST) return false
      all.set(by, { held, at: now })
      return true
    },
    take: (by, now) => {
      const found = all.get(by)
      all.delete(by)
      return found && now - found.at < HELD_MS ? found.held : undefined
    },
  }
}
