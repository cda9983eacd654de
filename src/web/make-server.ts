import type { Hono } from 'hono'
import type { Kit } from '../contract/kit.ts'
import { isLetIn } from '../contract/permission.ts'
import { HERE } from '../core/lang.ts'
import { NEVER, note, PERSON } from '../core/tracking.ts'
import { memberIn } from '../engine/member-in.ts'
import { TICKET } from '../engine/records/sent.ts'
import { fateOf } from '../engine/records/sent-fate.ts'
import type { TurnAnswer, TurnAsked } from '../engine/turn.ts'
import { worded } from '../engine/worded.ts'
import { allPages, type ServedPage } from './all-pages.ts'
import type { WelcomedClients } from './captive/captive.ts'
import { allCommands, leastOf } from './command-routes.ts'
import { notFound, notWhereHeard } from './not-shown.ts'
import { addressSaid } from './pages/address-said.ts'
import { cacheOf, isSharedButForms } from './pages/cached.ts'
import { readingFor } from './pages/card-reading.ts'
import { kitFor, monotonicNow, type PageSource, type RefusedForm } from './pages/kit.ts'
import { matcher, type PageMatcher } from './pages/match.ts'
import { document, send } from './pages/respond.ts'
import { paced } from './post/paced.ts'
import { heldLately, readFirst } from './post/pending-post.ts'
import { takeTurn } from './post/post.ts'
import { sentLately } from './post/sent-lately.ts'
import { wholeOf } from './put-away.ts'
import { PLAYING, SCREEN, SCRIPTED } from './security-headers.ts'
import { wayInOf } from './served.ts'
import type { Server } from './server-parts.ts'
import { codedOf, codedTurns } from './session/coded.ts'
import { senders } from './session/senders.ts'
import { holdPost, signInLeaf } from './session/signin.ts'
import { dropTicketsOfTheGone } from './session/tickets.ts'
import { tokenFor, type Visit, visitOf } from './session/visit.ts'

/** The options of `createWebServer`, which makes the rest of `Server`. */
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
    /**
     * The server of the same box with other bricks put away: what it remembers of senders goes on.
     */
    before?: Pick<Server, 'senders' | 'sentLately' | 'heldLately'>
    extra?: (app: Hono, server: Server) => void
    /** On the Wi-Fi of a box: the clients that have seen the welcome page. */
    captive?: WelcomedClients
  }>

/** The command of a ticket: what its holder posts stands under the ticket’s own address. */
const withoutSecret = (path: string): string => path.replace(OF_TICKET, `${TICKET}/$1`)
const OF_TICKET = new RegExp(`^${TICKET}/[^/]+/([^/]+)$`)

/** The parts that the rooms of `web` share: pages, secrets, the way to the writer. */
export function serverFrom(of: ServerOf): Server {
  // Pages that read by card are the same, over another reader.
  const matchers = new WeakMap<PageSource, PageMatcher<ServedPage>>()
  const pagesOver = (source: PageSource): PageMatcher<ServedPage> => {
    const known = matchers.get(source) ?? matcher<ServedPage>(allPages({ ...of, source }))
    matchers.set(source, known)
    return known
  }
  const pages = pagesOver(of.source)
  const commands = matcher(allCommands(of.source.bricks))
  const takesPhotos = (path: string): boolean =>
    commands(withoutSecret(path)).some(({ page }) => page.command.photos === true)
  const inTurn = paced()
  const turn = codedTurns(of.local, of.source.log, of.turn, codedOf(of.source.bricks))
  const server: Server = {
    ...of,
    turn: async asked => {
      const answer = await turn(asked)
      // A forgotten member has no card and no open visit.
      if (answer.done && answer.forgot !== undefined) {
        wayInOf(of.source.bricks)?.closeGone(of.local, id => memberIn(of.source, id) !== undefined)
        dropTicketsOfTheGone(of.local, id => fateOf(wholeOf(of.source), id) !== undefined)
      }
      if (answer.done && asked.me !== undefined)
        await wayInOf(of.source.bricks)?.came(server, asked.me, asked.lang)
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
        isSharedButForms: isSharedButForms(leaf, visit),
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
      for (const [at, { page, params }] of pages(path).entries()) {
        if (page.who && !isLetIn(visit.by, page.who)) {
          note(PERSON)
          return signInLeaf(server, visit, { least: leastOf(visit, page.who) })
        }
        const seen = page.asVisitor ? asAnybody(visit) : visit
        const reads = page.forAll ? { by: 'visitor' as const, private: false } : seen
        const leaf = readingFor(of.source, reads, source =>
          pagesOver(source)(path)[at]?.page.show(
            kitOf({ ...server, source }, seen, { path, params }, again),
            source.read,
          ),
        )
        if (leaf) return leaf
      }
      return undefined
    },
    senders: of.before?.senders ?? senders(),
    sentLately: of.before?.sentLately ?? sentLately(),
    heldLately: of.before?.heldLately ?? heldLately(),
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
 * The first address that a telephone here can follow. Undefined when only this machine knows the
 * box: no QR code leads nowhere.
 */
function addressOf({ hosts, port }: Pick<Server, 'hosts' | 'port'>): string | undefined {
  const host = [...hosts()].find(
    name => name !== 'localhost' && name !== '127.0.0.1' && !name.includes(':'),
  )
  return host && port() !== undefined
    ? `http://${host}${port() === 80 ? '' : `:${port()}`}`
    : undefined
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
    ...(visit.keeper ? { keeper: visit.keeper } : {}),
    ...(visit.me === undefined ? {} : { me: visit.me }),
    get token() {
      return tokenFor(server.local.secret, visit, monotonicNow(server.source))
    },
    ...(again ? { again } : {}),
    ...(visit.said ? { said: visit.said } : {}),
    ...(visit.undo ? { undo: visit.undo } : {}),
    ...(wayIn
      ? { signInWays: member => wayIn.opens(server.local, member, monotonicNow(server.source)) }
      : {}),
    sentFrom: id => {
      note(NEVER)
      return server.senders.of(id)
    },
  })
}

/** The visit as a visitor’s, for a screen on a wall: everybody reads it. */
function asAnybody(visit: Visit): Visit {
  const lang = visit.query['langue'] === undefined ? HERE : visit.lang
  return {
    ...visit,
    lang,
    by: 'visitor',
    keeper: undefined,
    me: undefined,
    called: undefined,
    private: false,
    said: undefined,
    undo: undefined,
  }
}
