import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { errorCode, ownJson } from '../core/narrow.ts'
import { type FetchOf, openAddress } from './address.ts'
import { Unreadable } from './unreadable.ts'

export type OntoOf = Pick<FetchOf, 'allowLocal' | 'resolve' | 'connect'> &
  Readonly<{
    /** Of the whole file. */
    most: number
    /** No byte for so long: the link is gone. */
    silenceMs?: number
    progress?: (done: number, total: number | undefined) => void
  }>

const SILENCE_MS = 30_000

/**
 * A large file of the public web, onto the disk as it comes: cut, it goes on from there when it is
 * asked for again.
 *
 * Shape   beside `file`: `file.part`, and `file.part.of`, which says of which address, and of which
 *         state of it (its ETag, else its date).
 * Law     the guard of `fetchPage` at every redirect. What is there already is kept only when the
 *         server says that it is the same file (RFC 9110, 13.1.5 and 14): else it begins again.
 *         `file` is there whole, or not at all; what it is worth is its reader's to say.
 * Errors  `Unreadable`; what the disk says.
 */
export async function fetchOnto(address: string, file: string, of: OntoOf): Promise<number> {
  const [part, mark] = [`${file}.part`, `${file}.part.of`]
  const held = heldOf(part, mark, address)
  const silence = new AbortController()
  const asked = {
    ...of,
    timeoutMs: of.silenceMs ?? SILENCE_MS,
    signal: silence.signal,
    headers: {
      'accept-encoding': 'identity',
      ...(held ? { range: `bytes=${held.size}-`, 'if-range': held.state } : {}),
    },
    accepts: [200, 206, 416],
  }
  const host = URL.parse(address.trim())?.hostname ?? ''
  const watch = watched(silence, asked.timeoutMs)
  try {
    const response = await openAddress(address, asked)
    const from =
      held && response.statusCode === 206 && startOf(response) === held.size ? held.size : 0
    if (response.statusCode !== 200 && from === 0) {
      // A part that the server can't go on from: the next time begins anew.
      response.destroy()
      for (const one of [part, mark]) rmSync(one, { force: true })
      throw Unreadable.of('brokenOff', { host })
    }
    const total = lengthOf(response, from)
    if (total !== undefined && total > of.most) throw Unreadable.of('tooBig', { most: of.most })
    const state = stateOf(response)
    writeFileSync(mark, JSON.stringify({ address: hashOf(address), state }))
    const size = await onto(response, part, from, held => {
      watch.seen()
      if (held > of.most) throw Unreadable.of('tooBig', { most: of.most })
      of.progress?.(held, total)
    })
    if (total !== undefined && size < total) throw Unreadable.of('brokenOff', { host })
    renameSync(part, file)
    rmSync(mark, { force: true })
    return size
  } catch (error) {
    throw isCut(error) ? Unreadable.of('brokenOff', { host }) : error
  } finally {
    watch.end()
  }
}

/**
 * Without a state that the server can compare, a part is worth nothing. A weak ETag may name two
 * different files.
 */
function heldOf(
  part: string,
  mark: string,
  address: string,
): Readonly<{ size: number; state: string }> | undefined {
  const size = statSync(part, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return undefined
  try {
    const { address: of, state } = ownJson<{
      address?: unknown
      state?: unknown
    }>(readFileSync(mark, 'utf8'))
    return of === hashOf(address) && typeof state === 'string' && state !== ''
      ? { size, state }
      : undefined
  } catch {
    return undefined
  }
}
/** What ends a body before its end: the other side, the network, or a long silence. */
const isCut = (error: unknown): boolean =>
  [
    'ECONNRESET',
    'ABORT_ERR',
    'ERR_STREAM_PREMATURE_CLOSE',
    'ETIMEDOUT',
    'EPIPE',
    'ENETDOWN',
    'EHOSTUNREACH',
  ].includes(String(errorCode(error)))
const hashOf = (address: string): string => createHash('sha256').update(address).digest('hex')
const stateOf = ({ headers }: IncomingMessage): string =>
  headers.etag && !headers.etag.startsWith('W/') ? headers.etag : (headers['last-modified'] ?? '')
const startOf = ({ headers }: IncomingMessage): number =>
  Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)
function lengthOf({ headers }: IncomingMessage, from: number): number | undefined {
  const length = Number(headers['content-length'] ?? Number.NaN)
  return Number.isSafeInteger(length) ? from + length : undefined
}

/**
 * Writes the body at the end of the part. `heard` is told the size that it comes to, before each
 * piece is written.
 */
async function onto(
  response: IncomingMessage,
  part: string,
  from: number,
  heard: (size: number) => void,
): Promise<number> {
  const handle = openSync(part, from > 0 ? 'a' : 'w', 0o600)
  let size = from
  try {
    if (from > 0) truncateSync(part, from)
    const pieces: AsyncIterable<Buffer> = response
    for await (const piece of pieces) {
      size += piece.length
      heard(size)
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at)
    }
    fsyncSync(handle)
    return size
  } finally {
    closeSync(handle)
  }
}

function watched(
  silence: AbortController,
  ms: number,
): Readonly<{ seen: () => void; end: () => void }> {
  let timer = setTimeout(() => silence.abort(), ms)
  return {
    seen: () => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), ms)
    },
    end: () => clearTimeout(timer),
  }
}
