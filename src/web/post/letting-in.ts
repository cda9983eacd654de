import type { Context } from 'hono'
import { countedAs } from '../captive/client.ts'
import { sayLeaf } from '../pages/respond.ts'
import type { Server } from '../server-parts.ts'
import { ENTER, type Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { asksTooMuch } from './form-names.ts'
import { inFlight, TooManyInFlight } from './in-flight.ts'
import { MOST_PICTURE_BYTES } from './pictures.ts'

const [KIB, MIB] = [1024, 1024 ** 2]
/** The largest body of a plain form. Pages that take files have their own limit. */
export const LARGEST_FORM = 512 * KIB
/** One document, on a page that the server answers by itself. */
const LARGEST_UPLOAD = 6 * MIB
/** The largest signed post that waits for its person to sign in. */
const LARGEST_HELD = 2 * LARGEST_UPLOAD
/** Four photos of the heaviest kind, and what surrounds them. */
export const LARGEST_PHOTOS = 4 * MOST_PICTURE_BYTES + MIB

/** All that is held at once of large forms, and of the others. */
const LARGE = { most: 72 * MIB, each: 2, waitMs: 30_000 }
const SMALL = { most: 16 * MIB, each: 16, waitMs: 30_000 }

type Next = () => Promise<void>

/**
 * Checks the size of a body and the room for it, before a byte is read.
 *
 * Law     A body counts from its first byte until its answer, within the budgets above; without
 *         room it waits outside.
 */
export function admitBodies(
  server: Server,
): (c: Context, next: Next) => Promise<Response | undefined> {
  const [large, small] = [inFlight(LARGE), inFlight(SMALL)]
  return async (c, next) => {
    if (asksTooMuch(new URL(c.req.url).search))
      return said(c, server, 414, w => [w.tooLarge, w.tooManyNames])
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return gone(next)
    const largest = largestOf(c, server)
    // Without an announced length, no room can be reserved.
    const length = Number(
      c.req.header('content-length') ??
        (c.req.header('transfer-encoding') ? Number.POSITIVE_INFINITY : 0),
    )
    if (!(length <= largest.most))
      return said(c, server, 413, w => [w.tooLarge, w.tooLargeDo(sizeSaid(w, largest))])
    if (largest.isPiecewise || length === 0) return gone(next)
    return within(length > LARGEST_FORM ? large : small, { c, server }, length, next)
  }
}

async function gone(next: Next): Promise<undefined> {
  await next()
}

async function within(
  room: ReturnType<typeof inFlight>,
  { c, server }: Readonly<{ c: Context; server: Server }>,
  length: number,
  next: Next,
): Promise<Response | undefined> {
  let end: () => void
  try {
    end = await room.enter(countedAs(server.visit(c)), length)
  } catch (error) {
    if (error instanceof TooManyInFlight) return said(c, server, 503, w => [w.tooMany, w.noRoom])
    throw error
  }
  try {
    return await gone(next)
  } finally {
    end()
  }
}

/**
 * The limit of a body. `isPiecewise`: it goes to the disk in pieces, and its endpoint counts its
 * senders.
 */
type Largest = Readonly<{ most: number; isPiecewise: boolean }>
function largestOf(c: Context, server: Server): Largest {
  const { pathname } = new URL(c.req.url)
  const hasFiles = (c.req.header('content-type') ?? '').startsWith('multipart/')
  const own = hasFiles ? server.largest.get(pathname) : undefined
  if (own !== undefined) return { most: own, isPiecewise: true }
  if (!hasFiles) return { most: LARGEST_FORM, isPiecewise: false }
  const isHeld = pathname === '/entrer' || pathname === ENTER
  const most = server.later.has(pathname)
    ? LARGEST_UPLOAD
    : isHeld
      ? LARGEST_HELD
      : server.takesPhotos(pathname)
        ? LARGEST_PHOTOS
        : LARGEST_FORM
  return { most, isPiecewise: false }
}

type Words = ReturnType<typeof webWords>

/** The limit in words, without the overhead of a form. */
const sizeSaid = (w: Words, { most, isPiecewise }: Largest): string =>
  most < MIB ? w.kilobytes(most / KIB) : w.megabytes(most / MIB - (isPiecewise ? 0 : 1))

function said(
  c: Context,
  server: Server,
  status: number,
  say: (w: Words) => readonly [title: string, then: string],
): Response {
  const visit: Visit = server.visit(c)
  const [title, then] = say(webWords(visit.lang))
  return server.answer(c, visit, sayLeaf(title, [then], visit), { status })
}
