import type { Context } from 'hono'
import { asSent, type Input } from '../../core/form/input.ts'
import { monotonicNow } from '../pages/kit.ts'
import type { Server } from '../server-parts.ts'
import { filledBy, isToken, markOfVisit, type Visit, wasToken } from '../session/visit.ts'

/**
 * Whether the browser says that a post comes from a page of ours; undefined where it says nothing.
 * `Origin: null` is what a page of elsewhere makes it send by hiding where it stands, so it proves
 * nothing.
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
  // The token of whoever is nobody is on every page: where the browser hides whence it comes, it is
  // somebody's own that counts.
  if (said === undefined && isHidden(c) && visit.session === undefined) return false
  return isToken(server.local.secret, visit, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * The same of a post whose visit has ended: its token was made for a session that is no more, but
 * made here.
 */
export function cameFromHere(c: Context, server: Server, visit: Visit, own: Input): boolean {
  const said = saidOfHere(c, visit)
  if (said === false || (said === true && namesOrigin(c))) return said
  // A token of any session is no proof that this browser had it.
  if (said === undefined && isHidden(c)) return false
  return wasToken(server.local.secret, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * Somebody else than who is signed in now filled this form, as its token says: their visit ended,
 * or another one began in this browser.
 *
 * Law     nobody speaks in another's name: what one person wrote never goes out by the visit of the
 *         next one.
 */
export function isFilledByAnother(server: Server, visit: Visit, own: Input): boolean {
  const by = filledBy(server.local.secret, asSent(own, 'jeton'))
  return by !== undefined && by !== markOfVisit(server.local.secret, visit)
}
