import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import type { OutgoingLargeFile } from '../../../contract/heavy.ts'
import { heavyFile, heavySize } from '../../../files/large-files.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { rangeAsked } from '../../../web/range.ts'
import type { Server } from '../../../web/server-parts.ts'
import { heavyBricks } from './intake.ts'
import { heavyWords } from './words.ts'

/**
 * Where a heavy file is given, by the record that names it; what follows is its name, for whoever
 * saves it.
 */
const TAKE = '/fichiers/prendre/:id/:name?'

/**
 * Nothing of a file can be a page of this box: whatever it holds runs nowhere, and leads nowhere.
 */
const SHUT: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}
const PIECE_BYTES = 64 * 1024

/**
 * A heavy file, whole or from where a cut left it.
 *
 * Law     given to whom its record may be read by, and no longer than that record stands (laws 6,
 *         10 and 11); a piece at a time, at the pace of whoever takes it. Its tag is the hash of
 *         its bytes: a download that goes on ends as the same file.
 */
export function heavyOutRoutes(
  app: Hono,
  server: Server,
  { folder }: Readonly<{ folder: string }>,
): void {
  const bricks = heavyBricks(server.source.bricks)
  if (bricks.length === 0) return
  app.get(TAKE, (c, next) => {
    const visit = server.visit(c)
    const asker = { by: visit.by, ...(visit.me === undefined ? {} : { me: visit.me }) }
    for (const { endpoint } of bricks) {
      const given = endpoint.fileFor(asker, c.req.param('id'), server.source.read)
      if (!given) continue
      if (heavySize(folder, given.ref.hash) !== undefined) return answer(c, folder, given)
      const w = heavyWords(visit.lang)
      return server.answer(c, visit, sayLeaf(w.gone, [w.goneDo], visit), {
        status: 404,
        cache: 'none',
      })
    }
    return next()
  })
}

function answer(c: Context, folder: string, { ref, isPublic }: OutgoingLargeFile): Response {
  const size = heavySize(folder, ref.hash) ?? 0
  const tag = `"${ref.hash}"`
  const head: Record<string, string> = {
    ...SHUT,
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': isPublic ? 'private, no-cache' : 'private, no-store',
  }
  if (c.req.header('if-none-match') === tag && c.req.header('range') === undefined)
    return c.body(null, 304, head)
  const asked = rangeAsked(c.req.header('range'), c.req.header('if-range'), tag, size)
  if (asked === 'none') return c.body(null, 416, { ...head, 'content-range': `bytes */${size}` })
  const { from, to } = asked === 'whole' ? { from: 0, to: size - 1 } : asked
  const headers = {
    ...head,
    'content-type': ref.type,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(ref.name)}`,
    'content-length': String(to - from + 1),
    ...(asked === 'whole' ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }),
  }
  const status = asked === 'whole' ? 200 : 206
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status, headers)
  const file = createReadStream(heavyFile(folder, ref.hash), {
    start: from,
    end: to,
    highWaterMark: PIECE_BYTES,
  })
  return c.body(Readable.toWeb(file) as unknown as ReadableStream, status, headers)
}

/** RFC 8187: what no token may hold is percent-encoded; what can't be encoded is not said. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
