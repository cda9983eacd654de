import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Kept } from '../../core/kept.ts'
import { ANY, MINUTE, type ReadKeys } from '../../core/tracking.ts'
import { askerOf } from '../captive/client.ts'
import { cookiesOfPage } from '../session/visit.ts'
import type { HoledBody } from './holed-body.ts'

/**
 * The page cache: most people of a village ask for the same few pages.
 *
 * Law     Only shared answers (`cached.ts`) with a tag, or with holes (`holed-body.ts`). Only to
 *         requests without cookies but the language and the browser’s. An entry is kept until
 *         something that its page read is written (`core/kept.ts`). Where nobody noted what an
 *         answer read: until any write, and a minute.
 */
type KeptPage = Readonly<{
  head: readonly string[]
  body: Uint8Array | HoledBody
  /** Of a page without holes. */
  tag?: string
  unchanged: readonly string[]
}>
/** `around`: all that pages follow beside the tables and the clock, such as the day. */
export type KeepOf = Readonly<{ kept: Kept; now: () => number; around: () => string }>

const SHARED = new WeakSet<ServerResponse>()
/** Marks an answer as shared. Without a Node response nothing is cached. */
export const share = (response: ServerResponse | undefined): void => {
  if (response) SHARED.add(response)
}
const HEEDED = new WeakSet<ServerResponse>()
/** Whether an answer may be kept. For another one, nothing is made ready. */
export const isHeeded = (response: ServerResponse | undefined): response is ServerResponse =>
  response !== undefined && HEEDED.has(response)
const HOLED = new WeakMap<ServerResponse, HoledBody>()
/** Marks an answer as shared but for its holes: the next one is made of this. */
export const shareHoled = (response: ServerResponse, body: HoledBody): void => {
  HOLED.set(response, body)
}
const READ = new WeakMap<ServerResponse, ReadKeys>()
/** Says what the page of an answer read. */
export const readFor = (response: ServerResponse | undefined, reads: ReadKeys): void => {
  if (response) READ.set(response, reads)
}
const UNKNOWN: ReadKeys = new Set([ANY, MINUTE])

/** Of one page; the address of one may be as long. */
const LARGEST = 128 * 1024
const LONGEST_ADDRESS = 400
/** Units   letters. A browser's own headers take some 150; a longer name would fill the memory. */
const LONGEST_NAME = 1_000

export function keepingPages(
  listener: RequestListener,
  { kept, now, around }: KeepOf,
): RequestListener {
  return (request, response) => {
    // Pages of people are kept too (`kept-leaf.ts`): whoever asks moves the clock.
    kept.tick(now(), around)
    const key = keyOf(request)
    if (key === undefined) return listener(request, response)
    const page = kept.get(key) as KeptPage | undefined
    if (page && again(page, request, response)) return
    const { told } = kept
    heed(response, made => {
      // A write came while the page was made, or after: it is not known whether the page has it.
      if (told !== kept.told) return
      const head = made.head.reduce((sum, line) => sum + line.length, 0)
      const size = made.body instanceof Uint8Array ? made.body.length : made.body.size
      kept.set(key, made, READ.get(response) ?? UNKNOWN, size + 2 * head)
    })
    return listener(request, response)
  }
}

/** Whether it could be answered: what fills a hole may have another length now. */
function again(page: KeptPage, request: IncomingMessage, response: ServerResponse): boolean {
  if (page.tag !== undefined && request.headers['if-none-match'] === page.tag) {
    response.writeHead(304, page.unchanged as string[]).end()
    return true
  }
  const body = page.body instanceof Uint8Array ? page.body : page.body.next()
  if (body === undefined) return false
  response.writeHead(200, page.head as string[]).end(body)
  return true
}

const LANGUAGE = /^langue=(fr|en)$/

/** All that an answer may depend on; undefined when it may depend on who asks. */
function keyOf(request: IncomingMessage): string | undefined {
  const { method, url = '', headers } = request
  if (method !== 'GET' || url.length > LONGEST_ADDRESS || headers.range !== undefined)
    return undefined
  const cookie = cookiesOfPage(headers.cookie ?? '')
  if (cookie !== '' && !LANGUAGE.test(cookie)) return undefined
  const { 'accept-encoding': encoding = '', 'accept-language': language = '', host = '' } = headers
  const asker = askerOf(request)
  const key =
    `page ${host}\n${url}\n${String(encoding)}\n${language}\n${cookie}\n${asker.secure}\n` +
    `${asker.private}`
  return key.length > LONGEST_NAME ? undefined : key
}

type Head = Readonly<Record<string, string | readonly string[] | number | undefined>>

/** Hears what the listener answers, when it is one whole body that may be kept. */
function heed(response: ServerResponse, hear: (made: KeptPage) => void): void {
  HEEDED.add(response)
  const { writeHead, end } = response
  let head: Head | undefined
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const last = rest.at(-1)
    if (status === 200 && typeof last === 'object' && !Array.isArray(last)) head = last as Head
    return (writeHead as (...all: unknown[]) => ServerResponse).call(response, status, ...rest)
  }
  response.end = (...all: unknown[]) => {
    const holed = HOLED.get(response)
    const made = head && (holed || SHARED.has(response)) && keptOf(head, all[0], holed)
    if (made) hear(made)
    return (end as (...all: unknown[]) => ServerResponse).apply(response, all)
  }
}

function keptOf(head: Head, body: unknown, holed?: HoledBody): KeptPage | undefined {
  const lines = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), String(value)] as const],
  )
  const tag = lines.find(([name]) => name === 'etag')?.[1]
  const isWhole =
    body instanceof Uint8Array &&
    lines.some(([name, value]) => name === 'content-length' && Number(value) === body.length)
  if (
    (tag === undefined && !holed) ||
    !isWhole ||
    body.length > LARGEST ||
    lines.some(([name]) => name.endsWith('cookie'))
  )
    return undefined
  const unchanged = lines.filter(
    ([name]) => name !== 'content-length' && name !== 'content-encoding',
  )
  // A copy: a compressor’s buffer is the beginning of a block of 16 KB.
  return {
    head: lines.flat(),
    body: holed ?? new Uint8Array(body),
    ...(tag === undefined ? {} : { tag }),
    unchanged: unchanged.flat(),
  }
}
