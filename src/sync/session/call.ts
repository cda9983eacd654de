import { createReadStream } from 'node:fs'
import { request as askHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { request as askHttps } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { calledLine } from '../../contract/box/boxes.ts'
import { isBoxName } from '../../core/change.ts'
import type { Json } from '../../core/json.ts'
import { readJson } from '../../core/json.ts'
import { errorCode, isCount } from '../../core/narrow.ts'
import type { Box } from '../../log/box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { BodyTooLarge, hashOfFile, smallBody, writeBody } from '../bundle/body.ts'
import {
  type AnswerProof,
  type DeliveryCounts,
  drawNonce,
  isAnswer,
  MEET_FORMAT,
  PATH,
  proveAsking,
} from './proof.ts'
import { LARGEST_BODY } from './server.ts'

/**
 * The calling side of sync over HTTP: the address that a person typed, the greeting of the box
 * there, and the exchange of one bundle for another. `session.ts` calls it, once a round. The
 * caller checks that the other box proves its key; it writes the answering bundle to the disk and
 * delivers nothing.
 */

/**
 * A failed call to another box.
 *
 * Shape   `address`: it is no address that can be called. `nobody`: no answer. `notBox`: something
 *         else than a box answered. `newer`: the box has a later version. `itself`: it is this box.
 *         `another`: another box than the expected one. `proof`: the box did not prove its key.
 *         `cut`: the connection broke. `refused`: the box refused.
 *         `why`: for `refused`, a `SessionRefusal`, or `fullHere` or `failedHere` when this box
 *         could not take the answer; for `another`, the name that the box gives itself; else empty.
 */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly code:
    | 'address'
    | 'nobody'
    | 'notBox'
    | 'newer'
    | 'itself'
    | 'another'
    | 'proof'
    | 'cut'
    | 'refused'
  readonly why: string
  constructor(code: NoAnswer['code'], why = '') {
    super(`${code} ${why}`)
    this.code = code
    this.why = why
  }
}

/**
 * The wait for a connection, then for the next bytes. A small box packs for a while before it
 * answers.
 *
 * Units   milliseconds.
 */
const FIRST_MS = 10_000
const IDLE_MS = 120_000
/** Units   bytes of a greeting or a refusal. */
const LARGEST_GREETING = 64 * 1024
/** The port of a box, unless the address gives another. */
const BOX_PORT = '4280'

/**
 * The address of the sync endpoint, from an address as a person types it: `192.168.1.20`,
 * `boen.local:4280`, `https://boen.example`.
 *
 * Law     Addresses of the local network are allowed: only a keeper types them, and the box there
 *         must prove its key.
 * Errors  NoAnswer `address`.
 */
export function syncEndpointAt(typed: string): URL {
  const text = typed.trim()
  const hasScheme = /^[a-z]+:\/\//i.test(text)
  const url = URL.parse(hasScheme ? text : `http://${text}`)
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.hostname === ''
  )
    throw new NoAnswer('address')
  if (!hasScheme && url.port === '') url.port = BOX_PORT
  return new URL(PATH, url)
}

/**
 * The greeting of a box: its claims, not proved yet. `called`: the name of its page. `nonce`: a
 * text that is good once, which the first bundle answers.
 *
 * Units   `at`: milliseconds since 1970 UTC, by its clock; 0 when it gave none.
 */
export type Greeting = Readonly<{
  box: string
  words: string
  called: string
  at: number
  nonce: string
}>

/**
 * Asks the box at this address for its greeting. `signal` cancels the call.
 *
 * Errors  NoAnswer.
 */
export async function greet(url: URL, signal?: AbortSignal): Promise<Greeting> {
  const answer = await asked(url, { method: 'GET', ...(signal ? { signal } : {}) })
  const told = answer.statusCode === 200 ? await readTold(answer) : undefined
  answer.destroy()
  if (told?.['kind'] !== 'cocote-box') throw new NoAnswer('notBox')
  const { formats, box, called, at, nonce } = told
  if (!Array.isArray(formats) || !formats.includes(MEET_FORMAT)) throw new NoAnswer('newer')
  if (typeof box !== 'string' || !isBoxName(box) || typeof nonce !== 'string')
    throw new NoAnswer('notBox')
  return {
    box,
    words: wordsOfBox(box),
    called: calledLine(called),
    at: typeof at === 'number' ? at : 0,
    nonce,
  }
}

/**
 * The order for one exchange. `to`: the box that must answer. `nonce`: the one that it gave last.
 * `file`: the bundle to send. `into`: the file for the answering bundle. `most`: the limit of the
 * answer’s pages, in bytes.
 */
export type ExchangeOrder = Readonly<{
  box: Box
  to: string
  nonce: string
  file: string
  into: string
  most: number
  signal?: AbortSignal
}>
/**
 * The answer to a bundle. `told`: its result there. `bytes`: the size of the answering bundle.
 * `nonce`: for the next exchange, without a greeting.
 */
export type ExchangeAnswer = Readonly<{ told: DeliveryCounts; bytes: number; nonce: string }>

/**
 * Sends a bundle to a box and writes the answering bundle to the disk.
 *
 * Law     The answer counts once its box has signed it over our nonce, and all its bytes came.
 * Errors  NoAnswer.
 */
export async function sendBundle(
  url: URL,
  { box, to, nonce: answers, file, into, most, signal }: ExchangeOrder,
): Promise<ExchangeAnswer> {
  const { bytes, hash } = await hashOfFile(file)
  const asks = { box: box.name, to, answers, nonce: drawNonce(), most, hash }
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': bytes,
    'cocote-format': MEET_FORMAT,
    'cocote-box': asks.box,
    'cocote-to': to,
    'cocote-answers': answers,
    'cocote-nonce': asks.nonce,
    'cocote-most': most,
    'cocote-hash': hash,
    'cocote-proof': proveAsking(box, asks),
  }
  const answer = await asked(url, { method: 'POST', headers, file, ...(signal ? { signal } : {}) })
  if (answer.statusCode !== 200) throw await refusal(answer)
  const text = (name: string): string => String(answer.headers[name] ?? '')
  const given: AnswerProof = {
    box: to,
    to: box.name,
    answers: asks.nonce,
    nonce: text('cocote-nonce'),
    said: text('cocote-said'),
    hash: text('cocote-hash'),
  }
  if (!isAnswer(given, text('cocote-proof'))) {
    answer.destroy()
    throw new NoAnswer('proof')
  }
  const came = await writeBody(answer, into, LARGEST_BODY).catch(error => {
    throw error instanceof BodyTooLarge ? new NoAnswer('refused', 'large') : broken(error)
  })
  if (came.hash !== given.hash) throw new NoAnswer('cut')
  return { told: readSaid(given.said), bytes: came.bytes, nonce: given.nonce }
}

type Asking = Readonly<{
  method: 'GET' | 'POST'
  headers?: OutgoingHttpHeaders
  file?: string
  signal?: AbortSignal
}>
/**
 * Sends one HTTP request. Any certificate will do, because the box proves its key. Redirects are
 * not followed.
 */
function asked(url: URL, { method, headers, file, signal }: Asking): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let isThere = false
    const fail = (error: unknown): void => reject(isThere ? broken(error) : new NoAnswer('nobody'))
    const opts = {
      method,
      agent: false,
      headers: { ...headers, connection: 'close' },
      timeout: FIRST_MS,
      ...(signal ? { signal } : {}),
    }
    const sent =
      url.protocol === 'https:'
        ? askHttps(url, { ...opts, rejectUnauthorized: false }, resolve)
        : askHttp(url, opts, resolve)
    sent.on('socket', socket =>
      socket.once('connect', () => {
        isThere = true
        sent.setTimeout(IDLE_MS)
      }),
    )
    sent.on('timeout', () => sent.destroy(new NoAnswer(isThere ? 'cut' : 'nobody')))
    sent.on('error', fail)
    if (file === undefined) sent.end()
    // After a refusal in mid-body, the answer says why.
    else pipeline(createReadStream(file), sent).catch(fail)
  })
}

/** The NoAnswer for an error after the connection was made. Unknown errors stay as they are. */
function broken(error: unknown): unknown {
  const code = String(errorCode(error) ?? '')
  if (error instanceof NoAnswer) return error
  if (/^(HPE_|ERR_SSL|EPROTO)/.test(code)) return new NoAnswer('notBox')
  return /^(ABORT_ERR|ECONN|EPIPE|ETIMEDOUT|ERR_STREAM_PREMATURE|ENET|EHOST)/.test(code)
    ? new NoAnswer('cut')
    : error
}

/** The error for an answer that is no bundle. */
async function refusal(answer: IncomingMessage): Promise<NoAnswer> {
  const told = await readTold(answer)
  answer.destroy()
  if (told?.['kind'] === 'cocote-refusal') return new NoAnswer('refused', String(told['why']))
  // A proxy answers so when the box behind it is down.
  return new NoAnswer([502, 503, 504].includes(answer.statusCode ?? 0) ? 'cut' : 'notBox')
}

/**
 * Reads a small JSON object from an answer. Undefined when it is something else.
 *
 * Errors  NoAnswer `cut`.
 */
async function readTold(
  answer: IncomingMessage,
): Promise<Readonly<Record<string, Json>> | undefined> {
  const body = await smallBody(answer, LARGEST_GREETING).catch(error => {
    throw broken(error)
  })
  return body && objectIn(body.toString('utf8'))
}
function objectIn(text: string): Readonly<Record<string, Json>> | undefined {
  try {
    const json = readJson(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

const isObject = (json: Json | undefined): json is Readonly<Record<string, Json>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const KNOWN = ['paired', 'accepted', 'introduced', 'stranger'] as const
const count = (json: Json | undefined): number => (isCount(json) ? json : 0)
/**
 * Reads the counts that the other box signed. They are shown to a person; `known` and `isFull` also
 * tell this side whether to give more. A relation that is none counts as `stranger`, and a count
 * that is none as 0.
 */
function readSaid(said: string): DeliveryCounts {
  const told = objectIn(Buffer.from(said, 'base64url').toString('utf8')) ?? {}
  const aside = isObject(told['aside']) ? told['aside'] : {}
  return {
    known: KNOWN.find(one => one === told['known']) ?? 'stranger',
    taken: count(told['taken']),
    held: count(told['held']),
    aside: Object.fromEntries(Object.entries(aside).map(([why, entries]) => [why, count(entries)])),
    stopped: count(told['stopped']),
    isFull: told['isFull'] === true,
  }
}
