import type { Context, Hono } from 'hono'
import { asSent, type Input } from '../../core/form/input.ts'
import { ID_SHAPE } from '../../core/id.ts'
import { TICKET } from '../../engine/records/sent.ts'
import { isTicketCode, sentByCode } from '../../engine/records/sent-codes.ts'
import { sentFor } from '../../engine/records/sent-fate.ts'
import { ticketGone } from '../not-shown.ts'
import { monotonicNow } from '../pages/kit.ts'
import { posted } from '../post/form-in.ts'
import { isOurs } from '../post/from-here.ts'
import { later } from '../post/later.ts'
import { type PostedCommand, takeTurn } from '../post/post.ts'
import { wholeOf } from '../put-away.ts'
import type { Server } from '../server-parts.ts'
import { backoff } from './backoff.ts'
import { type Limit, limit, personOf, takeOf, wrongTries } from './limits.ts'
import { notOurs } from './signin.ts'
import { codeLeaf, pageOfSent } from './ticket-code.ts'
import { openedByTicket } from './tickets.ts'
import type { Visit } from './visit.ts'

const MINUTE = 60_000

/**
 * Guesses from the box's own computer: the wait doubles from the fourth on, and is at most so long.
 */
const [HERE_MS, MOST_HERE_MS, FORGIVEN_MS] = [1_000, 30_000, 10 * MINUTE]

/** How often a code is tried. Undefined: now; else for how long it is not. */
type Tries = Readonly<{
  wait: (visit: Visit, now: number) => number | undefined
  wrong: (visit: Visit, now: number) => void
}>

/**
 * Limits guesses of a ticket’s code.
 *
 * Law     A malformed code is a slip and does not count. After twelve guesses a member or an
 *         address waits ten minutes. At the box’s own computer, which people share, the wait is
 *         half a minute: two guesses a minute of a million codes.
 */
function codeTries(): Tries {
  const [people, here] = [wrongTries(12, FORGIVEN_MS), backoff(HERE_MS, MOST_HERE_MS, FORGIVEN_MS)]
  return {
    wait: (visit, now) => {
      if (visit.by === 'keeper') return undefined
      const { who, is } = personOf(visit)
      if (is === 'here') return here.waits(who, now) || undefined
      return people.allows(who, now) ? undefined : FORGIVEN_MS
    },
    wrong: (visit, now) => {
      const { who, is } = personOf(visit)
      if (is === 'here') here.failed(who, now)
      else people.wrong(who, now)
    },
  }
}

/**
 * Serves the tickets.
 *
 * Law     A forgotten ticket gives the same answer as a ticket that never existed.
 */
export function ticketRoutes(
  app: Hono,
  server: Server,
  speaking: (act: string) => PostedCommand | undefined,
): void {
  const tries = codeTries()
  const posts = limit({ each: 30, here: 300, all: 400, spanMs: 10 * MINUTE })
  const ofCommand = limitsOfCommands()
  app.get('/chercher', async (c, next) => {
    const typed = c.req.query('q') ?? ''
    // A search that asks for the words themselves says so.
    if (c.req.query('mots') === undefined && isTicketCode(typed))
      return c.redirect(`${TICKET}?${new URLSearchParams({ code: typed })}`, 302)
    return next()
  })
  app.get(TICKET, (c, next) =>
    c.req.query('code') === undefined ? next() : Promise.resolve(byCode(c, server, tries)),
  )
  app.post(`${TICKET}/:secret/:act`, async c => {
    const visit = server.visit(c)
    const sent = await posted(c, server, visit)
    if (!isOurs(c, server, visit, sent.own)) return notOurs(c, server, visit)
    const [ticket, does] = [
      openedByTicket(server.local, c.req.param('secret')),
      speaking(c.req.param('act')),
    ]
    if (ticket === undefined || !does) return ticketGone(c, server, visit)
    const giveBack = takeOf(
      [posts, ...ofCommand(does.command)],
      personOf({ ...visit, me: undefined }),
      monotonicNow(server.source),
    )
    if (!giveBack) return later(c, server, visit, sent)
    // A ticket’s holder acts by it alone, even when somebody is signed in.
    const [asVisitor, next] = [
      { ...visit, by: 'visitor', me: undefined } as const,
      `${TICKET}/${c.req.param('secret')}`,
    ]
    const anew = knownByTicket(server, ticket, does.command.filledByTicket)
    const answer = anew
      ? await takeTurn({ c, server, visit: asVisitor }, does, {
          ...sent,
          input: { ...sent.input, ...anew },
          own: { ...sent.own, from: next },
        })
      : await takeTurn({ c, server, visit: asVisitor }, does, sent, {
          ticket,
          next: backIn(next, sent.input),
        })
    // A form that is sent back wrote nothing; its pictures were drawn all the same.
    if (answer.status !== 303 && sent.files.length === 0) giveBack()
    return answer
  })
}

/** Of several conversations on one ticket, the one in which something was just said. */
function backIn(page: string, input: Input): string {
  const place = asSent(input, 'id')
  return ID_SHAPE.test(place) ? `${page}#${place}` : page
}

/** How often a ticket may do what its command limits, counted apart from what is done by a card. */
function limitsOfCommands(): (command: PostedCommand['command']) => readonly Limit[] {
  const known = new Map<string, Limit>()
  return ({ path, often }) => {
    if (!often) return []
    const own = known.get(path) ?? limit({ ...often, all: Number.POSITIVE_INFINITY })
    known.set(path, own)
    return [own]
  }
}

/** The fields of an act done anew, as the ticket’s holder wrote them before. */
function knownByTicket(
  { source }: Server,
  ticket: string,
  fields: readonly string[] | undefined,
): Input | undefined {
  const sent = fields && sentFor(wholeOf(source), ticket)
  if (!fields || !sent) return undefined
  const row: Readonly<Record<string, unknown>> =
    source.read.one(sent.type, sent.record, 'home') ?? {}
  return Object.fromEntries(
    fields.flatMap(name => {
      const value = row[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function byCode(c: Context, server: Server, tries: Tries): Response {
  const visit = server.visit(c)
  const kit = server.kitAt(TICKET, visit)
  const typed = asSent(visit.query, 'code').slice(0, 100)
  const now = monotonicNow(server.source)
  const waits = isTicketCode(typed) ? tries.wait(visit, now) : undefined
  if (waits !== undefined)
    return server.answer(c, visit, codeLeaf(kit, { typed, waits }), { status: 429, cache: 'none' })
  const sent = sentByCode(wholeOf(server.source), typed)
  const found = sent === undefined ? undefined : sentFor(wholeOf(server.source), sent)
  const fate = found?.fate
  const page = found && pageOfSent(server.source.read, found)
  if (!fate && isTicketCode(typed)) tries.wrong(visit, now)
  return server.answer(
    c,
    visit,
    codeLeaf(kit, {
      typed,
      ...(fate ? { fate } : {}),
      ...(page === undefined ? {} : { page }),
    }),
    {
      cache: 'none',
    },
  )
}
