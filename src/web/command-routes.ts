import type { Context, Hono } from 'hono'
import type { Brick } from '../contract/brick.ts'
import type { Command, CommandOften } from '../contract/command.ts'
import { isLetIn, type Who } from '../contract/permission.ts'
import { asSent } from '../core/form/input.ts'
import type { BrickWords } from '../core/type-words.ts'
import { notWhereHeard } from './not-shown.ts'
import { monotonicNow } from './pages/kit.ts'
import { sayLeaf } from './pages/respond.ts'
import { again } from './post/again.ts'
import { type Posted, posted } from './post/form-in.ts'
import { isOurs } from './post/from-here.ts'
import { later } from './post/later.ts'
import { takeTurn } from './post/post.ts'
import type { Server } from './server-parts.ts'
import { type GiveBack, lately, limit, personOf, strangerAt, takeOf } from './session/limits.ts'
import { answerToAnother, holdPost, notOurs } from './session/signin.ts'
import { doneLately, knownBrowser, noteDone, type Visit } from './session/visit.ts'
import { webWords } from './words.ts'

const MINUTE = 60_000

/**
 * The role that a refused person needs: a member needs the keeper, since another card opens no
 * more.
 */
export const leastOf = (visit: Visit, least: Who): Who =>
  visit.me === undefined ? least : 'keeper'

type AddressedCommand = Readonly<{ path: string; brick: Brick; command: Command<BrickWords> }>
export const allCommands = (bricks: readonly Brick[]): readonly AddressedCommand[] =>
  bricks.flatMap(brick => brick.commands.map(command => ({ path: command.path, brick, command })))

/** Serves the commands: checks whether this visit may post one, and how often. */
export function commandRoutes(app: Hono, server: Server): void {
  // One address may be a whole village behind its router, so members count apart. A member keys
  // slips for a whole table; on the box’s own computer people take turns.
  const posts = limit({ each: 30, member: 120, here: 300, all: 400, spanMs: 10 * MINUTE })
  for (const found of allCommands(server.source.bricks)) {
    const { has, add } = onceOnly(server, found.command)
    const { often } = found.command
    const limits = often ? [posts, limit({ ...often, all: Number.POSITIVE_INFINITY })] : [posts]
    const byBrowser = browserLimit(often)
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
      const now = monotonicNow(server.source)
      const isKeeper = visit.by === 'keeper'
      const ofBrowser = isKeeper ? FREE : byBrowser(c, visit, now)
      const ofPerson = isKeeper ? FREE : ofBrowser && takeOf(limits, personOf(visit), now)
      if (!ofPerson) ofBrowser?.()
      if (!ofBrowser || !ofPerson) return later(c, server, visit, post)
      const answer = await takeTurn({ c, server, visit }, found, post)
      // A form that is sent back wrote nothing; its pictures were drawn all the same.
      if (answer.status !== 303 && post.files.length === 0) {
        ofBrowser()
        ofPerson()
      }
      if (answer.status === 303) add(c, answer, visit)
      return answer
    })
  }
}

const FREE: GiveBack = () => undefined
/** Counts the acts of one browser without a card; at the box's own computer people take turns. */
function browserLimit(often: CommandOften | undefined) {
  if (often?.browser === undefined) return () => FREE
  const { browser: each, spanMs } = often
  const one = limit({ each, all: Number.POSITIVE_INFINITY, spanMs })
  return (c: Context, { me, here }: Visit, now: number): GiveBack | undefined => {
    const name = me === undefined && !here ? knownBrowser(c) : undefined
    return name === undefined ? FREE : one.take(strangerAt(name), now)
  }
}

/** So many of one address in an hour: the people of one router, never a script. */
const MOST_NEAR = 5
/**
 * Limits an act that is done a few times in a while: by member, by browser for visitors, and by
 * address.
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
