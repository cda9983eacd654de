import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { askerOf } from '../captive/client.ts'

/**
 * The page cache: most people of a village ask for the same few pages.
 *
 * Law     Only shared answers (`cached.ts`) with a tag, to requests without cookies but the
 *         language. An entry ends with any write (`version` changes with each commit, and is read
 *         before the page is made), and after a minute, because *open now* and *tomorrow* follow
 *         the clock.
 */
type Kept = Readonly<{
  head: readonly string[]
  unchanged: readonly string[]
  body: Uint8Array
  tag: string
}>
export type KeepOf = Readonly<{ version: () => string; now: () => number }>

const SHARED = new WeakSet<ServerResponse>()
/** Marks an answer as shared. Without a Node response nothing is cached. */
export const share = (response: ServerResponse | undefined): void => {
  if (response) SHARED.add(response)
}

const MINUTE = 60_000
/** In all; the oldest leave first. */
const MOST_BYTES = 4 * 1024 * 1024
/** About what a page takes beside its body: its address, its headers. */
const AROUND = 2_000
/** Of one page; the address of one may be as long. */
const LARGEST = 128 * 1024
const LONGEST_ADDRESS = 400

export function keepingPages(listener: RequestListener, of: KeepOf): RequestListener {
  const kept = new Map<string, Kept>()
  let bytes = 0
  let moment = ''
  const keep = (key: string, page: Kept): void => {
    const leave = (oldest: string): void => {
      bytes -= (kept.get(oldest)?.body.length ?? -AROUND) + AROUND
      kept.delete(oldest)
    }
    leave(key)
    for (const oldest of kept.keys()) {
      if (bytes + page.body.length + AROUND <= MOST_BYTES) break
      leave(oldest)
    }
    bytes += page.body.length + AROUND
    kept.set(key, page)
  }
  return (request, response) => {
    const key = keyOf(request)
    if (key === undefined) return listener(request, response)
    const asked = `${Math.floor(of.now() / MINUTE)} ${of.version()}`
    if (asked !== moment) {
      kept.clear()
      bytes = 0
      moment = asked
    }
    const page = kept.get(key)
    if (page) return again(page, request, response)
    heed(response, made => {
      if (asked === moment) keep(key, made)
    })
    return listener(request, response)
  }
}

function again(page: Kept, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['if-none-match'] === page.tag)
    response.writeHead(304, page.unchanged as string[]).end()
  else response.writeHead(200, page.head as string[]).end(page.body)
}

const LANGUAGE = /^langue=(fr|en)$/

/** All that an answer may depend on; undefined when it may depend on who asks. */
function keyOf(request: IncomingMessage): string | undefined {
  const { method, url = '', headers } = request
  if (method !== 'GET' || url.length > LONGEST_ADDRESS || headers.range !== undefined)
    return undefined
  if (headers.cookie !== undefined && !LANGUAGE.test(headers.cookie)) return undefined
  const {
    'accept-encoding': encoding = '',
    'accept-language': language = '',
    host = '',
    cookie = '',
  } = headers
  const asker = askerOf(request)
  return (
    `${host}\n${url}\n${String(encoding)}\n${language}\n${cookie}\n${asker.secure}\n` +
    `${asker.private}`
  )
}

type Head = Readonly<Record<string, string | readonly string[] | number | undefined>>

/** Hears what the listener answers, when it is one whole body that may be kept. */
function heed(response: ServerResponse, hear: (made: Kept) => void): void {
  const { writeHead, end } = response
  let head: Head | undefined
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const last = rest.at(-1)
    if (status === 200 && typeof last === 'object' && !Array.isArray(last)) head = last as Head
    return (writeHead as (...all: unknown[]) => ServerResponse).call(response, status, ...rest)
  }
  response.end = (...all: unknown[]) => {
    const made = head && SHARED.has(response) ? keptOf(head, all[0]) : undefined
    if (made) hear(made)
    return (end as (...all: unknown[]) => ServerResponse).apply(response, all)
  }
}

function keptOf(head: Head, body: unknown): Kept | undefined {
  const lines = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), String(value)] as const],
  )
  const tag = lines.find(([name]) => name === 'etag')?.[1]
  const isWhole =
    body instanceof Uint8Array &&
    lines.some(([name, value]) => name === 'content-length' && Number(value) === body.length)
  if (
    tag === undefined ||
    !isWhole ||
    body.length > LARGEST ||
    lines.some(([name]) => name.endsWith('cookie'))
  )
    return undefined
  const unchanged = lines.filter(
    ([name]) => name !== 'content-length' && name !== 'content-encoding',
  )
  // A copy: a compressor’s buffer is the beginning of a block of 16 KB.
  return { head: lines.flat(), unchanged: unchanged.flat(), body: new Uint8Array(body), tag }
}
