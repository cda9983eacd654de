import { lookup } from 'node:dns/promises'
import { request as askHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { errorCode } from '../core/narrow.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { isInside, isNobody } from './inside.ts'
import { Unreadable } from './unreadable.ts'

export type ResolvedAddress = Readonly<{ address: string; family: number }>
export type FetchOf = Readonly<{
  /**
   * True lets the box's own network be asked, on any port: a keeper's choice at the command line.
   */
  allowLocal?: boolean
  /** For the whole of it: names, redirects, body. */
  timeoutMs?: number
  /** Of the body, packed and unpacked. */
  maxBytes?: number
  resolve?: (host: string) => Promise<readonly ResolvedAddress[]>
  /** How the checked address is reached; tests put a server of their own there. */
  connect?: (
    url: URL,
    found: readonly ResolvedAddress[],
    signal: AbortSignal,
  ) => Promise<IncomingMessage>
  /**
   * Shares one time limit between several requests; `timeoutMs` is then only what the sentence
   * says.
   */
  signal?: AbortSignal
}>
export type Fetched = Readonly<{ bytes: Uint8Array; name: string; type: string; url: string }>

export const TIMEOUT_MS = 10_000
const MOST_FETCHED = 2_000_000
const MOST_REDIRECTS = 5

/**
 * A page of the public web, asked by the server for a keeper. Law: a connection is made only to an
 * address that was checked, and at every redirect again: the name is resolved once and the socket
 * is given what was checked, so that a name that changes its answer in between (DNS rebinding)
 * gains nothing. Errors: `Unreadable`.
 */
export async function fetchPage(address: string, options: FetchOf = {}): Promise<Fetched> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const asked = {
    ...options,
    timeoutMs,
    signal: options.signal ?? AbortSignal.timeout(timeoutMs),
    maxBytes: options.maxBytes ?? MOST_FETCHED,
  }
  return wandering(address, options, async url => {
    const answer = await ask(url, asked)
    return 'elsewhere' in answer
      ? answer
      : { found: { ...answer, name: nameOf(url), url: url.href } }
  })
}

export type OpenOf = Pick<FetchOf, 'allowLocal' | 'resolve' | 'connect'> &
  Readonly<{
    timeoutMs: number
    signal: AbortSignal
    headers: Readonly<Record<string, string>>
    accepts: readonly number[]
  }>

/**
 * The answer of an address, its body still to be read, for what is too large to be held.
 * Law: as `fetchPage`.
 * Errors: `Unreadable`; what cuts the body while it is read is its reader's to say.
 */
export function openAddress(address: string, asked: OpenOf): Promise<IncomingMessage> {
  return wandering(address, asked, async url => {
    const response = await answered(url, asked)
    return 'elsewhere' in response ? response : { found: response }
  })
}

/** From one address to the next that it names, each one checked. */
async function wandering<T>(
  address: string,
  { allowLocal }: FetchOf,
  look: (url: URL) => Promise<Elsewhere | Readonly<{ found: T }>>,
): Promise<T> {
  let url = checkedUrl(address, undefined, allowLocal)
  for (let turns = 0; turns <= MOST_REDIRECTS; turns++) {
    const looked = await look(url)
    if ('found' in looked) return looked.found
    url = checkedUrl(looked.elsewhere, url, allowLocal)
  }
  throw Unreadable.of('wandering', { most: MOST_REDIRECTS })
}

type FetchLimits = FetchOf & Readonly<{ timeoutMs: number; signal: AbortSignal; maxBytes: number }>
type Elsewhere = Readonly<{ elsewhere: string }>
type Answer = Readonly<{ bytes: Uint8Array; type: string }> | Elsewhere

function checkedUrl(address: string, from: URL | undefined, allowLocal = false): URL {
  const url = URL.parse(address.trim(), from?.href)
  if (!url) throw Unreadable.of('address', { address: address.slice(0, 200) })
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw Unreadable.of('scheme', { address: address.slice(0, 200) })
  if (url.username || url.password) throw Unreadable.of('credentials', {})
  if (!allowLocal && url.port && url.port !== '80' && url.port !== '443')
    throw Unreadable.of('port', { port: url.port })
  return url
}

async function ask(url: URL, asked: FetchLimits): Promise<Answer> {
  const response = await answered(url, asked)
  if ('elsewhere' in response) return response
  try {
    const bytes = unpacked(
      await body(response, asked.maxBytes),
      response.headers['content-encoding'],
      asked.maxBytes,
    )
    return { bytes, type: response.headers['content-type'] ?? '' }
  } catch (error) {
    throw sayable(error, url, asked)
  }
}

/** Any 2xx, or those that are named; redirects are told apart. */
async function answered(
  url: URL,
  asked: Omit<FetchLimits, 'maxBytes'> & Partial<OpenOf>,
): Promise<IncomingMessage | Elsewhere> {
  try {
    const found = await checkedAddresses(url, asked)
    const response = await (asked.connect ?? connected)(url, found, asked.signal, asked.headers)
    const status = response.statusCode ?? 0
    if ([301, 302, 303, 307, 308].includes(status) && response.headers.location) {
      response.destroy()
      return { elsewhere: response.headers.location }
    }
    if (asked.accepts ? !asked.accepts.includes(status) : status < 200 || status > 299) {
      response.destroy()
      throw Unreadable.of('answered', { host: url.hostname, status })
    }
    return response
  } catch (error) {
    throw sayable(error, url, asked)
  }
}

function sayable(
  error: unknown,
  url: URL,
  { signal, timeoutMs }: Pick<FetchLimits, 'signal' | 'timeoutMs'>,
): unknown {
  if (error instanceof Unreadable) return error
  return signal.aborted
    ? Unreadable.of('slow', { host: url.hostname, seconds: timeoutMs / 1_000 })
    : said(error, url.hostname)
}

async function checkedAddresses(
  url: URL,
  asked: Omit<FetchLimits, 'maxBytes'>,
): Promise<readonly ResolvedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family
    ? [{ address: host, family }]
    : await untilAborted((asked.resolve ?? everyAddress)(host), asked.signal)
  const closed = asked.allowLocal ? isNobody : isInside
  if (found.some(({ address }) => closed(address)))
    throw Unreadable.of('inside', { host: url.hostname })
  if (found.length === 0) throw Unreadable.of('unknownHost', { host: url.hostname })
  return found
}

const everyAddress = (host: string): Promise<readonly ResolvedAddress[]> =>
  lookup(host, { all: true })

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  return Promise.race([promise, ended]).finally(() => signal.removeEventListener('abort', stop))
}

function connected(
  url: URL,
  found: readonly ResolvedAddress[],
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = HEADERS,
): Promise<IncomingMessage> {
  const checked: LookupFunction = (_host, options, answer) => {
    if (options.all) answer(null, [...found])
    else answer(null, found[0]!.address, found[0]!.family)
  }
  const options: RequestOptions = {
    agent: false,
    lookup: checked,
    signal,
    headers: { 'user-agent': 'CoCoTe', ...headers },
  }
  return new Promise((resolve, reject) => {
    const asking = (url.protocol === 'https:' ? askHttps : askHttp)(url, options, resolve)
    asking.on('error', reject)
    asking.end()
  })
}

const HEADERS = {
  'user-agent': 'CoCoTe',
  accept: 'text/html,application/xhtml+xml,text/plain,*/*;q=0.5',
  'accept-encoding': 'gzip, br',
}

async function body(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw Unreadable.of('tooBig', { most: maxBytes })
  }
  const chunks: Buffer[] = []
  let length = 0
  const pieces: AsyncIterable<Buffer> = response
  for await (const chunk of pieces) {
    length += chunk.length
    // Leaving the loop destroys the connection: an endless body stops here.
    if (length > maxBytes) throw Unreadable.of('tooBig', { most: maxBytes })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const UNPACK: Readonly<Record<string, typeof gunzipSync>> = nullPrototype({
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
})
function unpacked(bytes: Buffer, encoding: string | undefined, maxBytes: number): Uint8Array {
  const unpack = UNPACK[encoding?.trim().toLowerCase() ?? '']
  if (!unpack) return bytes
  try {
    return unpack(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE')
      throw Unreadable.of('tooBig', { most: maxBytes })
    throw Unreadable.of('damaged', {})
  }
}

function said(error: unknown, host: string): Unreadable {
  const code = String(errorCode(error) ?? '')
  if (code === 'ENOTFOUND' || code === 'ENODATA') return Unreadable.of('unknownHost', { host })
  if (['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EAI_FAIL'].includes(code))
    return Unreadable.of('noNetwork', { host })
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code))
    return Unreadable.of('certificate', { host })
  return Unreadable.of('silent', { host })
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.hostname
  } catch {
    return last
  }
}
