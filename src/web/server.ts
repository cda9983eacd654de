import { type Context, Hono } from 'hono'
import type { Leaf } from '../contract/page.ts'
import { tracked } from '../core/tracking.ts'
import { OWN } from '../engine/records/model.ts'
import { awayIn, PUTTING_AWAY } from '../engine/records/putting-away.ts'
import { TICKET } from '../engine/records/sent.ts'
import { fateOf } from '../engine/records/sent-fate.ts'
import { failureOf, isHurtFile } from '../log/sqlite.ts'
import { captiveEndpoint, hostOf, welcomeRoutes } from './captive/captive.ts'
import { allCommands, commandRoutes } from './command-routes.ts'
import { type ServerOf, serverFrom } from './make-server.ts'
import { notFound } from './not-shown.ts'
import { type Fill, fillFor } from './pages/holes.ts'
import { keptLeaf } from './pages/kept-leaf.ts'
import { monotonicNow } from './pages/kit.ts'
import { readFor } from './pages/page-cache.ts'
import { sayLeaf } from './pages/respond.ts'
import { screenRoutes } from './pages/screen-css.ts'
import { pickRoutes } from './pick-point.ts'
import { failed } from './post/again.ts'
import { CutForm, TooManyNames } from './post/form-names.ts'
import { admitBodies } from './post/letting-in.ts'
import { paced } from './post/paced.ts'
import { sourceWithout, wholeOf } from './put-away.ts'
import { SECURITY } from './security-headers.ts'
import { wayInOf } from './served.ts'
import type { Server } from './server-parts.ts'
import { keepersRoutes } from './session/keepers.ts'
import { signInRoutes } from './session/signin.ts'
import { ticketRoutes } from './session/ticket-routes.ts'
import { dropTicketsOfTheGone } from './session/tickets.ts'
import { closedVisitIn, type NodeEnv, tokenFor, type Visit } from './session/visit.ts'
import { webWords } from './words.ts'

/**
 * Makes the HTTP application: requests in, pages out. It is made again when the keeper puts a brick
 * away or takes it up, and then answers by the new one.
 */
export function createWebServer(of: ServerOf): Hono {
  const turn: ServerOf['turn'] = async asked => {
    const answer = await of.turn(asked)
    if (answer.done && asked.brick === OWN && PUTTING_AWAY.has(asked.command)) {
      answering = without()
      of.source.kept?.clear()
    }
    return answer
  }
  const server = serverFrom({ ...of, turn })
  const app = appOf(of, server)
  const all = app.fetch
  const without = (): Hono['fetch'] => {
    const source = sourceWithout(of.source, awayHere(of.source))
    if (source === of.source) return all
    return appOf(of, serverFrom({ ...of, turn, source, before: server })).fetch
  }
  let answering = without()
  app.fetch = (...asked) => answering(...asked)
  return app
}

/** None where the tables are damaged: pages say so, and the next start makes new ones. */
function awayHere({ read }: ServerOf['source']): ReadonlySet<string> {
  try {
    return awayIn(read)
  } catch (error) {
    if (!isHurtFile(error)) throw error
    return new Set()
  }
}

function appOf(of: ServerOf, server: Server): Hono {
  const app = new Hono()
  const { source } = server
  // A stop may have come between an erasure and its cards. Without a brick of members, nothing is
  // withdrawn.
  const wayIn = wayInOf(source.bricks)
  wayIn?.closeGone(of.local, id => server.member(id) !== undefined)
  dropTicketsOfTheGone(of.local, id => fateOf(wholeOf(source), id) !== undefined)
  const inTurn = paced()
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await inTurn()
    // Before, so that the answer is made once with them; after, for an answer that did not pass by
    // `c`.
    for (const [name, value] of Object.entries(SECURITY)) c.header(name, value)
    await next()
    for (const [name, value] of Object.entries(SECURITY))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  if (of.captive) captiveEndpoint(app, server, of.captive)
  app.use((c, next) => hostOnly(c, server, next))
  const letIn = admitBodies(server)
  app.use((c, next) => letIn(c, next))
  app.onError((error, c) => {
    const visit = server.visit(c)
    const w = webWords(visit.lang)
    if (error instanceof TooManyNames)
      return server.answer(c, visit, sayLeaf(w.tooLarge, [w.tooManyNames], visit), { status: 413 })
    if (error instanceof CutForm || isCutOff(error))
      return server.answer(c, visit, sayLeaf(w.cutForm, [w.cutFormDo], visit), { status: 400 })
    return failed(c, server, visit, failureOf(error, server.report))
  })
  if (of.captive) welcomeRoutes(app, server, of.captive)
  of.extra?.(app, server)
  screenRoutes(app)
  pickRoutes(app, server)
  keepersRoutes(app, server)
  signInRoutes(app, server)
  wayIn?.routes(app, server)
  ticketRoutes(app, server, act =>
    allCommands(source.bricks).find(
      ({ command }) => command.path === `${TICKET}/${act}` || command.byTicket === act,
    ),
  )
  commandRoutes(app, server)
  app.get('*', c => source.within?.(() => page(c, server)) ?? page(c, server))
  app.all('*', c => notFound(c, server, server.visit(c)))
  return app
}

/** Whether the client went away during its request: no fault of ours, and nothing for the log. */
const isCutOff = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET'

function page(c: Context, server: Server): Response {
  const visit = toldClosed(c, server, server.visit(c))
  const { value, reads } = tracked(() => answered(c, server, visit))
  readFor((c.env as NodeEnv | undefined)?.outgoing, reads)
  return value
}

function answered(c: Context, server: Server, visit: Visit): Response {
  const leaf = leafHere(server, visit, visit.path)
  if (leaf) return server.answer(c, visit, leaf, { fillFor: fillsFor(server, visit) })
  const typed = asTyped(visit.path)
  return typed !== visit.path && leafHere(server, visit, typed)
    ? c.redirect(typed + new URL(c.req.url).search, 302)
    : notFound(c, server, visit)
}

/** The leaf of an address, kept or made. */
const leafHere = (server: Server, visit: Visit, path: string): Leaf | undefined =>
  keptLeaf(server.source, visit, path, () => leafOf(server, visit, path))

/** What fills the holes of one answer. What is kept of it knows the session, and nothing else. */
function fillsFor({ source, local }: Server, { session }: Visit): () => Fill {
  const token = (): string => tokenFor(local.secret, { session }, monotonicNow(source))
  return () => fillFor(source, token)
}

/**
 * The leaf of an address. Where a page is the first to read a damaged file, that is reported,
 * then the page is asked again: the page of the box goes without the log once it knows.
 */
function leafOf(server: Server, visit: Visit, path: string): Leaf | undefined {
  try {
    return server.leafAt(path, visit)
  } catch (error) {
    if (!isHurtFile(error)) throw error
    server.report(error)
    return server.leafAt(path, visit)
  }
}

/** The first page of a visit that was closed with its card says so. */
function toldClosed(c: Context, server: Server, visit: Visit): Visit {
  const wayIn = wayInOf(server.source.bricks)
  const isAsked = c.req.method === 'GET' && visit.session === undefined && visit.said === undefined
  const who = isAsked && wayIn ? closedVisitIn(c, server.local) : undefined
  return who !== undefined && server.member(who)
    ? { ...visit, said: wayIn?.closedVisit(server, visit, who) }
    : visit
}

/**
 * Addresses are said aloud: a telephone begins them with a capital, a person ends them with a
 * stroke.
 */
const asTyped = (path: string): string => path.toLowerCase().replace(/(?<!\/)\/+$/, '')

/** A name that is not ours is somebody else's page pointed at this box (DNS rebinding). */
async function hostOnly(
  c: Context,
  server: Server,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  if (server.hosts().has(hostOf(c))) {
    await next()
    return undefined
  }
  const visit = server.visit(c)
  return server.answer(
    c,
    visit,
    sayLeaf(webWords(visit.lang).forbidden, [webWords(visit.lang).badHost], visit),
    { status: 403 },
  )
}
