import type { Context } from 'hono'
import { asSent, type Input } from '../../core/form/input.ts'
import { monotonicNow } from '../pages/kit.ts'
import type { Server } from '../server-parts.ts'
import { filledBy, isToken, markOfVisit, type Visit, wasToken } from '../session/visit.ts'

/**
 * Whether the browser says that a post comes from a page of ours. Undefined when it says nothing.
 * `Origin: null` proves nothing: a foreign page can make a browser send it.
 */
function saidOfHere(c: Context, visit: Visit): boolean | undefined {
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== 'null')
    return origin === `${visit.secure ? 'https' : 'http'}://${c.req.header('host')}`
  const site = c.req.header('sec-fetch-site')
  return site === undefined ? undefined : site === 'same-origin' || site === 'none'
}
const isHidden = (c: Context): boolean => c.req.header('origin') === 'null'
const namesOrigin = (c: Context): boolean => c.req.header('origin') !== undefined && !isHidden(c)

/**
 * A post is ours when the browser says that it comes from here, or when it holds the token of this
 * session.
 */
export function isOurs(c: Context, server: Server, visit: Visit, own: Input): boolean {
  const said = saidOfHere(c, visit)
  if (said === false || (said === true && namesOrigin(c))) return said
  // A visitor’s token is on every page, so without an origin only a signed-in person’s counts.
  if (said === undefined && isHidden(c) && visit.session === undefined) return false
  return isToken(server.local.secret, visit, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * Whether a post whose visit has ended came from a page of ours: its token was made here for an
 * earlier session.
 */
export function cameFromHere(c: Context, server: Server, visit: Visit, own: Input): boolean {
  const said = saidOfHere(c, visit)
  if (said === false || (said === true && namesOrigin(c))) return said
  // A token of any session is no proof that this browser had it.
  if (said === undefined && isHidden(c)) return false
  return wasToken(server.local.secret, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * Whether another person filled this form, by its token: their visit ended, or another began in
 * this browser.
 *
 * Law     One person’s text is never sent in the visit of another.
 */
export function isFilledByAnother(server: Server, visit: Visit, own: Input): boolean {
  const by = filledBy(server.local.secret, asSent(own, 'jeton'))
  return by !== undefined && by !== markOfVisit(server.local.secret, visit)
}
