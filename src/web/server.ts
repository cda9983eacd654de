import { type Context, Hono } from 'hono'
import type { Brick } from '../contract/brick.ts'
import type { Command } from '../contract/command.ts'
import type { Kit } from '../contract/kit.ts'
import type { Leaf, Page } from '../contract/page.ts'
import { isLetIn, type Who } from '../contract/permission.ts'
import { asSent } from '../core/form/input.ts'
import type { BrickWords } from '../core/type-words.ts'
import { memberIn } from '../engine/member-in.ts'
import { isErasedAt } from '../engine/records/erased.ts'
import { fateOf, TICKET } from '../engine/records/sent.ts'
import type { TurnAnswer, TurnAsked } from '../engine/turn.ts'
import { worded } from '../engine/worded.ts'
import { HERE } from '../ui/tongue.ts'
import { captiveEndpoint, hostOf, type WelcomedClients, welcomeRoutes } from './captive/captive.ts'
import { cacheOf } from './pages/cached.ts'
import { kitFor, monotonicNow, type RefusedForm } from './pages/kit.ts'
import { matcher } from './pages/match.ts'
import { document, sayLeaf, send } from './pages/respond.ts'
import { screenRoutes } from './pages/screen-css.ts'
import { type Posted, posted } from './post/form-in.ts'
import { CutForm, TooManyNames } from './post/form-names.ts'
import { later } from './post/later.ts'
import { letsIn } from './post/letting-in.ts'
import { paced } from './post/paced.ts'
import { heldLately, readFirst } from './post/pending-post.ts'
import { again, failed, isOurs, takeTurn } from './post/post.ts'
import { sentLately } from './post/sent-lately.ts'
import { homeOf } from './records/home.ts'
import { plainPages } from './records/pages.ts'
import { searchOf } from './records/search.ts'
import { wayInOf } from './served.ts'
import type { Server } from './server-parts.ts'
import { codedOf, codedTurns } from './session/coded.ts'
import { lately, limit, personOf } from './session/limits.ts'
import { senders } from './session/senders.ts'
import { answerToAnother, holdPost, notOurs, signInLeaf, signInRoutes } from './session/signin.ts'
import { ticketPages } from './session/ticket-pages.ts'
import { ticketRoutes } from './session/ticket-routes.ts'
import { dropTicketsOfTheGone } from './session/tickets.ts'
import { doneLately, noteDone, tokenFor, type Visit, visitOf } from './session/visit.ts'
import { webWords } from './words.ts'

/** What the caller of `createWebServer` gives: the rest of `Server` is made here. */
export type ServerOf = Omit<
  Server,
  | 'turn'
  | 'at'
  | 'visit'
  | 'member'
  | 'answer'
  | 'leafAt'
  | 'kitAt'
  | 'resume'
  | 'later'
  | 'largest'
  | 'takesPhotos'
  | 'senders'
  | 'sentLately'
  | 'heldLately'
> &
  Readonly<{
    turn: (asked: TurnAsked) => Promise<TurnAnswer>
    pages?: readonly ServedPage[]
    extra?: (app: Hono, server: Server) => void
    /** On the Wi-Fi of a box, where every name leads to it: who has seen the page that welcomes. */
    captive?: WelcomedClients
  }>

const MINUTE = 60_000

const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
    "script-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}

/**
 * A page that plays what this box holds may fetch that too, from here alone; nothing else of it is
 * let loose.
 */
const PLAYING = {
  'content-security-policy': `${SECURITY['content-security-policy']}; media-src 'self'`,
}
/** A screen's own document may run the house's one script; see ui/screen.ts. */
const SCREEN: Readonly<Record<string, string>> = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'; connect-src 'self'",
  ),
}

/**
 * A page that has a script of this box runs it, and no other: nothing that stands in the page
 * itself, nothing of elsewhere.
 */
const SCRIPTED = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'",
  ),
}

/** The house's door: HTTP in, pages out. */
export function createWebServer(of: ServerOf): Hono {
  const app = new Hono()
  const server = serverFrom(of)
  // A stop may have come between a forgetting and its cards. A house that knows of no members any
  // more takes nothing back.
  const wayIn = wayInOf(of.source.bricks)
  wayIn?.closeGone(of.local, id => server.member(id) !== undefined)
  dropTicketsOfTheGone(of.local, id => fateOf(of.source, id) !== undefined)
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
  const letIn = letsIn(server)
  app.use((c, next) => letIn(c, next))
  app.onError((error, c) => {
    const visit = server.visit(c)
    const w = webWords(visit.lang)
    if (error instanceof TooManyNames)
      return server.answer(c, visit, sayLeaf(w.tooLarge, [w.tooManyNames], visit), { status: 413 })
    if (error instanceof CutForm || isCutOff(error))
      return server.answer(c, visit, sayLeaf(w.cutForm, [w.cutFormDo], visit), { status: 400 })
    return failed(c, server, visit, server.report(error))
  })
  if (of.captive) welcomeRoutes(app, server, of.captive)
  of.extra?.(app, server)
  screenRoutes(app)
  signInRoutes(app, server)
  wayIn?.routes(app, server)
  ticketRoutes(app, server, act =>
    allCommands(of.source.bricks).find(({ command }) => command.path === `${TICKET}/${act}`),
  )
  commandRoutes(app, server)
  app.get('*', c => page(c, server))
  app.all('*', c => notFound(c, server, server.visit(c)))
  return app
}

/** Every page of the house: the first that has something to say at an address answers there. */
export const allPages = ({
  source,
  local,
  pages = [],
}: Pick<ServerOf, 'source' | 'local' | 'pages'>): readonly ServedPage[] => [
  homeOf(source.bricks),
  searchOf(source.bricks),
  ...source.bricks.flatMap(brick => brick.pages.map(page => pageOf(brick, page))),
  ...plainPages(source),
  ...ticketPages(source, local),
  ...pages,
]

/**
 * Whoever sent it went away before its end: no fault of this machine's, and nothing for its log.
 */
const isCutOff = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET'

function serverFrom(of: ServerOf): Server {
  const pages = matcher<ServedPage>(allPages(of))
  const commands = matcher(allCommands(of.source.bricks))
  const takesPhotos = (path: string): boolean =>
    commands(path).some(({ page }) => page.command.photos === true)
  const inTurn = paced()
  const turn = codedTurns(of.local, of.source.log, of.turn, codedOf(of.source.bricks))
  const server: Server = {
    ...of,
    turn: async asked => {
      const answer = await turn(asked)
      // Whoever was forgotten has no card any more, nor an open visit.
      if (answer.done && answer.forgot !== undefined) {
        wayInOf(of.source.bricks)?.closeGone(of.local, id => memberIn(of.source, id) !== undefined)
        dropTicketsOfTheGone(of.local, id => fateOf(of.source, id) !== undefined)
      }
      // The turns of one commit end together: their pages are made one by one.
      await inTurn()
      return worded(of.source, asked, answer)
    },
    at: () => addressOf(of),
    later: new Map(),
    largest: new Map(),
    takesPhotos,
    visit: c => visitOf(c, of.local, monotonicNow(of.source), id => memberIn(of.source, id)),
    member: id => memberIn(of.source, id),
    answer: (c, visit, leaf, opts = {}) =>
      send(c, document(of.source, visit, leaf, of.look), {
        ...(leaf.barred ? { status: 403 } : {}),
        cache: cacheOf(leaf, visit),
        ...opts,
        ...(leaf.screen
          ? { headers: SCREEN }
          : leaf.plays
            ? { headers: PLAYING }
            : leaf.script
              ? { headers: SCRIPTED }
              : {}),
      }),
    leafAt: (path, visit, again) => {
      for (const { page, params } of pages(path)) {
        if (page.who && !isLetIn(visit.by, page.who))
          return signInLeaf(server, visit, { least: leastOf(visit, page.who) })
        const seen = page.here ? asAnybody(visit) : visit
        const leaf = page.show(kitOf(server, seen, { path, params }, again), of.source.read)
        if (leaf) return leaf
      }
      return undefined
    },
    senders: senders(),
    sentLately: sentLately(),
    heldLately: heldLately(),
    kitAt: (path, visit) => kitOf(server, visit, { path, params: {} }),
    resume: (c, visit, path, post) => {
      const own = server.later.get(path)
      const found = own ? undefined : commands(path)[0]
      if (!own && !found) return Promise.resolve(notFound(c, server, visit))
      const least = found?.page.command.who ?? 'keeper'
      if (!isLetIn(visit.by, least))
        return Promise.resolve(holdPost({ c, server, visit }, path, post, leastOf(visit, least)))
      if (found?.page.command.private && !visit.private)
        return Promise.resolve(notWhereHeard(c, server, visit))
      const first = readFirst(c, server, visit, { path, input: post.input, own: post.own })
      if (first) return Promise.resolve(first)
      if (!found) return own!(c, visit, post)
      return takeTurn({ c, server, visit }, found.page, {
        ...post,
        input: { ...post.input, ...found.params },
      })
    },
  }
  return server
}

/**
 * The first name that a telephone of the place can follow; none when this box is only known to
 * itself: no drawing leads nowhere.
 */
function addressOf({ hosts, port }: Pick<Server, 'hosts' | 'port'>): string | undefined {
  const host = [...hosts()].find(
    name => name !== 'localhost' && name !== '127.0.0.1' && !name.includes(':'),
  )
  return host && port() !== undefined
    ? `http://${host}${port() === 80 ? '' : `:${port()}`}`
    : undefined
}

/**
 * Whoever is signed in by a card and is not let in needs the keeper: another card would open no
 * more.
 */
const leastOf = (visit: Visit, least: Who): Who => (visit.me === undefined ? least : 'keeper')

export type ServedPage = Readonly<{
  path: string
  who?: Who
  here?: boolean
  show: (kit: Kit, read: Server['source']['read']) => Leaf | undefined
}>

/** A brick's page with its words already chosen. */
function pageOf(brick: Brick, page: Page<BrickWords>): ServedPage {
  const show: ServedPage['show'] = (kit, read) =>
    page.show(kit, read, brick.words[kit.request.lang])
  return {
    path: page.path,
    show,
    ...(page.who ? { who: page.who } : {}),
    ...(page.here ? { here: true } : {}),
  }
}

function kitOf(
  server: Server,
  visit: Visit,
  { path, params }: Readonly<{ path: string; params: Readonly<Record<string, string>> }>,
  again?: RefusedForm,
): Kit {
  const wayIn = wayInOf(server.source.bricks)
  return kitFor(server.source, {
    path,
    params,
    query: visit.query,
    lang: visit.lang,
    by: visit.by,
    private: visit.private,
    ...addressSaid(server),
    ...(visit.me === undefined ? {} : { me: visit.me }),
    get token() {
      return tokenFor(server.local.secret, visit, monotonicNow(server.source))
    },
    ...(again ? { again } : {}),
    ...(visit.said ? { said: visit.said } : {}),
    ...(visit.undo ? { undo: visit.undo } : {}),
    ...(wayIn
      ? { opens: member => wayIn.opens(server.local, member, monotonicNow(server.source)) }
      : {}),
    sentFrom: server.senders.of,
  })
}

/**
 * What hangs on a wall is read by whoever passes: nobody's own words, whoever is signed in where it
 * was opened.
 */
function asAnybody(visit: Visit): Visit {
  const lang = visit.query['langue'] === undefined ? HERE : visit.lang
  return {
    ...visit,
    lang,
    by: 'visitor',
    me: undefined,
    called: undefined,
    private: false,
    said: undefined,
    undo: undefined,
  }
}

/** As it is said and typed: without its scheme, which nobody types. */
function addressSaid(server: Server): Readonly<{ address?: string }> {
  const at = server.at()
  return at === undefined ? {} : { address: at.replace(/^http:\/\//, '').replace(/:80$/, '') }
}

function page(c: Context, server: Server): Response {
  const visit = server.visit(c)
  const leaf = server.leafAt(visit.path, visit)
  if (leaf) return server.answer(c, visit, leaf)
  const typed = asTyped(visit.path)
  return typed !== visit.path && server.leafAt(typed, visit)
    ? c.redirect(typed + new URL(c.req.url).search, 302)
    : notFound(c, server, visit)
}

/**
 * Addresses are said aloud: a telephone begins them with a capital, a person ends them with a
 * stroke.
 */
const asTyped = (path: string): string => path.toLowerCase().replace(/(?<!\/)\/+$/, '')

function notFound(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  const [title, then] = isErasedAt(server.source, visit.path)
    ? [w.erased, w.erasedDo]
    : [w.notFound, w.notFoundDo]
  return server.answer(c, visit, sayLeaf(title, [then], visit), { status: 404 })
}

/** Anybody near could read it, or do it again in this person's place. */
export function notWhereHeard(c: Context, server: Server, visit: Visit): Response {
  const w = webWords(visit.lang)
  return server.answer(c, visit, sayLeaf(w.forbidden, [w.notWhereHeard], visit), { status: 403 })
}

type Found = Readonly<{ path: string; brick: Brick; command: Command<BrickWords> }>
const allCommands = (bricks: readonly Brick[]): readonly Found[] =>
  bricks.flatMap(brick => brick.commands.map(command => ({ path: command.path, brick, command })))

function commandRoutes(app: Hono, server: Server): void {
  // Of one address may be a whole village behind its router: who is known is counted as themselves.
  // A member keys slips for a whole table; at the box's own computer sits one person after the
  // other.
  const posts = limit({ each: 30, member: 120, here: 300, all: 400, spanMs: 10 * MINUTE })
  for (const found of allCommands(server.source.bricks)) {
    const { has, add } = onceOnly(server, found.command)
    app.post(found.command.path, async c => {
      const visit = server.visit(c)
      const w = webWords(visit.lang)
      const sent = await posted(c, server, visit)
      const post: Posted = { ...sent, input: { ...sent.input, ...c.req.param() } }
      if (!isLetIn(visit.by, found.command.who))
        return holdPost({ c, server, visit }, visit.path, post, leastOf(visit, found.command.who))
      const another = answerToAnother({ c, server, visit }, visit.path, post)
      if (another) return another
      if (!isOurs(c, server, visit, post.own)) return notOurs(c, server, visit)
      if (found.command.private && !visit.private) return notWhereHeard(c, server, visit)
      if (has(c, visit)) {
        const from = asSent(post.own, 'from')
        if (from !== '')
          return again({ c, server, visit }, from, post.input, { refused: w.onceDo, status: 429 })
        return server.answer(c, visit, sayLeaf(w.tooMany, [w.onceDo], visit), { status: 429 })
      }
      const giveBack =
        visit.by === 'keeper'
          ? () => undefined
          : posts.take(personOf(visit), monotonicNow(server.source))
      if (!giveBack) return later(c, server, visit, post)
      const answer = await takeTurn({ c, server, visit }, found, post)
      // A form that is sent back wrote nothing; its pictures were drawn all the same.
      if (answer.status !== 303 && post.files.length === 0) giveBack()
      if (answer.status === 303) add(c, answer, visit)
      return answer
    })
  }
}

/** So many of one address in an hour: the people of one router, never a script. */
const MOST_NEAR = 5
/**
 * What is done once, or a few times, in a time: a member is counted as themselves, a visitor by
 * their browser, and all those of one address together.
 */
function onceOnly(server: Server, { path, onceIn = 0, mostIn = 1 }: Command<BrickWords>) {
  const [members, near] = [lately(onceIn, mostIn), lately(60 * MINUTE, MOST_NEAR)]
  const isCounted = ({ by }: Visit): boolean => onceIn > 0 && by !== 'keeper'
  return {
    has: (c: Context, visit: Visit): boolean => {
      if (!isCounted(visit)) return false
      const now = monotonicNow(server.source)
      if (visit.me !== undefined) return members.has(visit.me, now)
      return (
        doneLately(c, { secret: server.local.secret, path, spanMs: onceIn }, now).length >=
          mostIn || near.has(visit.address, now)
      )
    },
    add: (c: Context, answer: Response, visit: Visit): void => {
      if (!isCounted(visit)) return
      const now = monotonicNow(server.source)
      if (visit.me !== undefined) members.add(visit.me, now)
      else {
        noteDone(answer, { secret: server.local.secret, path, spanMs: onceIn }, [
          ...doneLately(c, { secret: server.local.secret, path, spanMs: onceIn }, now),
          now,
        ])
        near.add(visit.address, now)
      }
    },
  }
}

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
