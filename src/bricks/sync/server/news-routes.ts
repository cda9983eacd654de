import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import type { BoxSeen } from '../../../contract/box/boxes.ts'
import { FULL } from '../../../log/sqlite.ts'
import { sentOnce } from '../../../sync/bundle/body.ts'
import { pack, transportFile } from '../../../sync/bundle/pack-client.ts'
import { keepWaiting, sweepWaiting, takeWaiting } from '../../../sync/intake/waiting-files.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { failed } from '../../../web/post/again.ts'
import { isOurs } from '../../../web/post/from-here.ts'
import { receive } from '../../../web/post/multipart.ts'
import { keeperOf } from '../../../web/print/print-once.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { type Limit, limit, personOf } from '../../../web/session/limits.ts'
import { notOurs } from '../../../web/session/signin.ts'
import { leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { believed, fileName, hasRoomFor, packReceipt } from './news-files.ts'
import { newsThanked, unusableSaid } from './news-said.ts'
import { newsWords } from './words.ts'

export const NEWS = '/nouvelles'
const FIELD = 'fichier'
/**
 * What a telephone may bring at once: more than the share of one time unfolds from. Beyond, there
 * is the key.
 */
const LARGEST_BROUGHT = 128 * 1024 * 1024
const TEN_MINUTES = 600_000
/** So many are packed, and so many come in, at a time. */
const MOST_AT_ONCE = 3

/**
 * `/nouvelles/…`: a file of news goes out to be carried, another comes in; anybody may, without
 * account.
 */
export function newsRoutes(app: Hono, server: Server, services: Services): void {
  const [out, brought] = [
    limit({ each: 12, all: 60, spanMs: TEN_MINUTES }),
    limit({ each: 8, all: 60, spanMs: TEN_MINUTES }),
  ]
  const [packing, coming] = [atOnce(MOST_AT_ONCE), atOnce(MOST_AT_ONCE)]
  const bounded = async (
    c: Context,
    of: Limit,
    lane: Lane,
    work: (visit: Visit) => Promise<Response>,
  ): Promise<Response> => {
    const visit = server.visit(c)
    const w = webWords(visit.lang)
    if (visit.by !== 'keeper' && !of.take(personOf(visit), monotonicNow(server.source)))
      return server.answer(c, visit, sayLeaf(w.tooMany, [w.tooManyDo], visit), { status: 429 })
    // Nobody's slow telephone keeps the keeper waiting.
    const done = visit.by === 'keeper' ? await work(visit) : await lane(() => work(visit))
    return (
      done ??
      server.answer(c, visit, sayLeaf(w.tooMany, [newsWords(visit.lang).news.busy], visit), {
        status: 503,
      })
    )
  }
  server.largest.set(`${NEWS}/apporter`, LARGEST_BROUGHT)
  app.get(`${NEWS}/emporter`, c =>
    bounded(c, out, packing, visit => carried(c, server, services, visit)),
  )
  app.get(`${NEWS}/recu`, c =>
    bounded(c, out, packing, visit => receipt(c, server, services, visit)),
  )
  sweepWaiting(services.folder, Date.now())
  // The keeper said yes to a box that had brought something before: it is taken now, and nobody
  // brings it again.
  app.use('/bornes/:act', async (c, next) => {
    await next()
    if (c.req.method === 'POST' && c.res.status === 303) await takeHeld(server, services)
  })
  app.post(`${NEWS}/apporter`, c =>
    bounded(c, brought, coming, visit => taken(c, server, services, visit)),
  )
}

type Lane = <T>(work: () => Promise<T>) => Promise<T | undefined>
/** Does it, unless so many are at it already. */
function atOnce(most: number): Lane {
  let now = 0
  return async work => {
    if (now >= most) return undefined
    now++
    try {
      return await work()
    } finally {
      now--
    }
  }
}

/** The box that a file is for, when it is one whose name this box knows. */
function forWhom(server: Server, visit: Visit): BoxSeen | undefined {
  const asked = visit.query['pour']
  return server.source.read.boxes().others.find(other => other.name === asked)
}

async function carried(
  c: Context,
  server: Server,
  services: Services,
  visit: Visit,
): Promise<Response> {
  const to = forWhom(server, visit)
  const { file, bytes } = await pack({ folder: services.folder, ...(to ? { to: to.name } : {}) })
  return sent(c, file, bytes, fileName(server, visit, 'nouvelles', to?.called))
}

async function receipt(
  c: Context,
  server: Server,
  services: Services,
  visit: Visit,
): Promise<Response> {
  const to = forWhom(server, visit)
  const { file, bytes } = await packReceipt(services, to?.name)
  return sent(c, file, bytes, fileName(server, visit, 'recu', to?.called))
}

const sent = (c: Context, file: string, bytes: number, name: string): Response =>
  c.body(Readable.toWeb(sentOnce(file)) as unknown as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'content-length': String(bytes),
    'cache-control': 'no-store',
  })

async function taken(
  c: Context,
  server: Server,
  services: Services,
  visit: Visit,
): Promise<Response> {
  const w = newsWords(visit.lang).news
  const refused = (sentence: string): Response => {
    const leaf = server.leafAt(
      NEWS,
      { ...visit, path: NEWS, query: {} },
      { input: {}, refused: sentence, field: FIELD },
    )
    return server.answer(c, { ...visit, path: NEWS }, leaf!, { status: 422, cache: 'none' })
  }
  const length = Number(c.req.header('content-length') ?? 0)
  if (!(await hasRoomFor(services.folder, length))) return failed(c, server, visit, FULL)
  const file = transportFile(services.folder)
  try {
    const body = c.req.raw.body as unknown as AsyncIterable<Uint8Array> | null
    const { fields, bytes } = await receive(body ?? nothing(), c.req.header('content-type') ?? '', {
      named: FIELD,
      to: file,
    })
    if (!isOurs(c, server, visit, fields)) return notOurs(c, server, visit)
    if (bytes === undefined) return refused(w.noFile)
    const isKeeper = visit.by === 'keeper'
    const answer = await services.deliver(file, isKeeper && fields['tout'] === '1')
    if ('failed' in answer) return failed(c, server, visit, answer.failed)
    if ('unusable' in answer) return refused(unusableSaid(answer.unusable, w))
    const { me, others } = server.source.read.boxes()
    const { from } = answer.delivered
    const isStrange = from !== me.name && !believed(server).some(({ name }) => name === from)
    const isKept = isStrange && keepWaiting(services.folder, file, from)
    const told = {
      me: me.name,
      seenOf: (name: string) => others.find(one => one.name === name),
      isKeeper,
      keeper: keeperOf(server, visit.lang),
      isKept,
    }
    leaveSaid(c, server.local.secret, newsThanked(answer.delivered, told, w))
    const isGiver = answer.delivered.total > 0 && believed(server).some(({ name }) => name === from)
    return c.redirect(isGiver ? `${NEWS}?recu=${from}` : NEWS, 303)
  } finally {
    await rm(file, { force: true })
  }
}
async function takeHeld(server: Server, services: Services): Promise<void> {
  const names = new Set(believed(server).map(({ name }) => name))
  for (const file of takeWaiting(
    services.folder,
    box => names.has(box),
    () => transportFile(services.folder),
  ))
    try {
      await services.deliver(file, false)
    } catch (error) {
      server.report(error)
    } finally {
      await rm(file, { force: true })
    }
}
async function* nothing(): AsyncGenerator<Uint8Array> {}
