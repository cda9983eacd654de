import { rmSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isBoxName } from '../../core/change.ts'
import type { Box } from '../../log/box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { BodyTooLarge, hashOfFile, sentOnce, writeBody } from '../bundle/body.ts'
import { BUNDLE_FORMAT } from '../bundle/manifest.ts'
import { OWN_PATH, readOwnOrder } from './own.ts'
import {
  type AskProof,
  type DeliveryCounts,
  isAsking,
  MEET_FORMAT,
  Nonces,
  PATH,
  proveAnswer,
} from './proof.ts'

/**
 * The answering side of sync over HTTP, at one address of the box’s page (`/facteur`). Another box
 * greets, proves its key, sends a bundle, and gets one back. The file checks and limits who may
 * send how much; the functions in `SyncServerOptions` deliver and pack. The endpoint shows no page
 * to people.
 */

/**
 * The reason of a refusal to a calling box.
 *
 * Shape   `malformed`: not as docs/wire-format.md says. `browser`: a web page sent it. `other`: it
 *         is for another box. `nonce`: used, or over a minute old. `proof`: the key was not proved.
 *         `often`: too many calls of strangers from this address. `busy`: too many exchanges run or
 *         wait. `large`: over the limit. `altered`: the body is not the
 *         signed one. `unusable`: no bundle of that box. `full`: this disk is full. `failed`: our
 *         fault.
 */
export type SessionRefusal =
  | 'malformed'
  | 'browser'
  | 'other'
  | 'nonce'
  | 'proof'
  | 'often'
  | 'busy'
  | 'large'
  | 'altered'
  | 'unusable'
  | 'full'
  | 'failed'
const STATUS: Readonly<Record<SessionRefusal, number>> = {
  malformed: 400,
  nonce: 401,
  proof: 401,
  browser: 403,
  large: 413,
  other: 421,
  altered: 422,
  unusable: 422,
  often: 429,
  failed: 500,
  busy: 503,
  full: 507,
}
/** Units   seconds that a refused box should wait. */
const LATER: Partial<Record<SessionRefusal, number>> = { busy: 5, often: 600 }

/** A bundle whose sender proved its name. `most`: the limit of the answer’s pages, in bytes. */
export type ReceivedBundle = Readonly<{ file: string; from: string; most: number }>
/** The answering bundle on the disk, and the result of the one that was sent. */
export type AnsweringBundle = Readonly<{ file: string; told: DeliveryCounts }>

/**
 * The functions and facts that the endpoint needs. `isKnown` and `mayTry` must be cheap: they run
 * before a key is proved.
 */
export type SyncServerOptions = Readonly<{
  box: Box
  /** The name of the page, for a person who wonders whether it is the right box. */
  called: () => string
  /** Whether the keeper accepted this box. Other boxes may send little, and not often. */
  isKnown: (name: string) => boolean
  /** Whether this network address may send for a box that is not accepted: not too often. */
  mayTry: (address: string) => boolean
  /** A new name for a temporary file. */
  file: () => string
  /** Delivers the bundle that came, and packs the answering one. */
  take: (come: ReceivedBundle) => Promise<AnsweringBundle | SessionRefusal>
  /** Executes an order of the command line (`own.ts`): JSON in, the result out. */
  own: (asked: string) => Promise<object>
  /** The sentence of a refusal, for a person who reads the answer. */
  say: (why: SessionRefusal) => string
  /** Reports an error of ours, and gives the refusal to answer. */
  onFault: (error: unknown) => SessionRefusal
  /** Units   milliseconds of a monotonic clock. */
  now: () => number
  /** Units   milliseconds since 1970 UTC, by the clock of this box. */
  wall: () => number
}>

/**
 * The limits of a body: of an accepted box (an entry of 4 MiB with its photos), of a stranger, and
 * of the pages of an answer.
 *
 * Units   bytes.
 */
export const LARGEST_BODY = 64 * 1024 * 1024
export const LARGEST_BODY_OF_STRANGER = 256 * 1024
export const MOST_ASKED = 4 * 1024 * 1024
/** The most exchanges at once, with those that wait. Strangers have half of them at most. */
const MOST_INSIDE = 4

/**
 * The HTTP endpoint for other boxes. `GET` gives this box’s name and a nonce. `POST` takes a
 * bundle and answers with the entries that the other box lacks.
 *
 * Law     No body is read before its sender proved its key on a fresh nonce. The body of a refused
 *         sender is not read.
 *         One exchange runs at a time; a few wait, the others are told to come later. A body goes
 *         to the disk as it comes.
 *         The endpoint reads no cookie, and refuses a browser, which always names the page that it
 *         posts from. The key alone gives rights.
 */
export function syncServer(of: SyncServerOptions): RequestListener {
  const endpoint = {
    of,
    nonces: new Nonces(of.now),
    inside: 0,
    strangers: 0,
    hearing: 0,
    last: Promise.resolve() as Promise<unknown>,
  }
  return (request, response) => {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('connection', 'close')
    response.on('error', () => undefined)
    if (request.method === 'GET') greet(endpoint, response)
    else if (request.url === OWN_PATH)
      own(endpoint, request, response).catch(error =>
        refuse(endpoint, request, response, of.onFault(error)),
      )
    else if (request.method === 'POST')
      posted(endpoint, request, response).catch(error =>
        refuse(endpoint, request, response, of.onFault(error)),
      )
    else refuse(endpoint, request, response, 'malformed')
  }
}
/**
 * The state of the endpoint. `inside`: exchanges that run or wait; `strangers`: those of them of
 * boxes that the keeper has not accepted. `hearing`: refused connections still open. `last`: the
 * exchange that the next one waits for.
 */
type EndpointState = {
  readonly of: SyncServerOptions
  readonly nonces: Nonces
  inside: number
  strangers: number
  hearing: number
  last: Promise<unknown>
}

/** Answers with the name of this box, its clock and a fresh nonce. */
function greet({ of, nonces }: EndpointState, response: ServerResponse): void {
  const { name } = of.box
  const who = {
    kind: 'cocote-box',
    formats: [MEET_FORMAT],
    bundles: [BUNDLE_FORMAT],
    box: name,
    words: wordsOfBox(name),
  }
  json(response, 200, {
    ...who,
    called: of.called(),
    at: Math.floor(of.wall()),
    nonce: nonces.draw(),
  })
}

/** Does an order of the command line on this machine. */
async function own(
  endpoint: EndpointState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await readOwnOrder(endpoint.of.box, endpoint.nonces, request)
  if (asked === undefined) return refuse(endpoint, request, response, 'proof')
  json(response, 200, await endpoint.of.own(asked))
}

/** Takes the bundle of a request, and answers with another. */
async function posted(
  endpoint: EndpointState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asks = readAsks(request)
  const why = asks ? whyNot(endpoint, request, asks) : 'malformed'
  if (!asks || why) return refuse(endpoint, request, response, why ?? 'malformed')
  const isKnown = endpoint.of.isKnown(asks.box)
  endpoint.inside++
  if (!isKnown) endpoint.strangers++
  const file = endpoint.of.file()
  try {
    const came = await writeBody(request, file, asks.length).catch(error => {
      if (error instanceof BodyTooLarge || request.errored) return undefined
      throw error
    })
    if (came?.hash !== asks.hash) return refuse(endpoint, request, response, 'altered')
    const given = await inTurn(endpoint, async () =>
      response.closed ? 'busy' : endpoint.of.take({ file, from: asks.box, most: mostOf(asks) }),
    )
    rmSync(file, { force: true })
    if (typeof given === 'string') refuse(endpoint, request, response, given)
    else await answer(endpoint, asks, given, response)
  } finally {
    rmSync(file, { force: true })
    endpoint.inside--
    if (!isKnown) endpoint.strangers--
  }
}

/**
 * The reason to refuse a request, or undefined. Cheap checks come first: a request without a proof
 * costs a hash and one look-up.
 */
function whyNot(
  { of, nonces, inside, strangers }: EndpointState,
  request: IncomingMessage,
  asks: Asking,
): SessionRefusal | undefined {
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined)
    return 'browser'
  if (asks.to !== of.box.name) return 'other'
  if (asks.box === of.box.name) return 'malformed'
  if (!nonces.isFresh(asks.answers)) return 'nonce'
  const isKnown = of.isKnown(asks.box)
  if (!isKnown && !of.mayTry(request.socket.remoteAddress ?? '')) return 'often'
  if (!isAsking(asks, asks.proof)) return 'proof'
  if (asks.length > (isKnown ? LARGEST_BODY : LARGEST_BODY_OF_STRANGER)) return 'large'
  if (inside >= MOST_INSIDE || (!isKnown && strangers >= MOST_INSIDE / 2)) return 'busy'
  return nonces.use(asks.answers) ? undefined : 'busy'
}

type Asking = AskProof & Readonly<{ proof: string; length: number }>
/** 32 bytes in base64url. A signature has 86 characters, for 64 bytes. */
const TEXT43 = /^[A-Za-z0-9_-]{43}$/
const NUMBER = /^\d{1,10}$/
/** The statement of the caller, from the headers; undefined when one is malformed. */
function readAsks({ headers, url }: IncomingMessage): Asking | undefined {
  const text = (name: string): string => String(headers[name] ?? '')
  const [box, to, answers] = [text('cocote-box'), text('cocote-to'), text('cocote-answers')]
  const [nonce, hash, proof] = [text('cocote-nonce'), text('cocote-hash'), text('cocote-proof')]
  const [length, most] = [text('content-length'), text('cocote-most')]
  const fits =
    url === PATH &&
    text('cocote-format') === String(MEET_FORMAT) &&
    isBoxName(box) &&
    isBoxName(to) &&
    [nonce, hash].every(one => TEXT43.test(one)) &&
    /^[A-Za-z0-9_-]{1,100}$/.test(answers) &&
    /^[A-Za-z0-9_-]{86}$/.test(proof) &&
    NUMBER.test(length) &&
    NUMBER.test(most)
  return fits
    ? { box, to, answers, nonce, hash, most: Number(most), proof, length: Number(length) }
    : undefined
}

/** The limit that the caller asks for, within ours. With 1 byte, one page is still sent. */
const mostOf = ({ most }: AskProof): number => Math.max(1, Math.min(most, MOST_ASKED))

/** Runs work after the exchanges before it. */
function inTurn<T>(endpoint: EndpointState, work: () => Promise<T>): Promise<T> {
  const done = endpoint.last.then(work)
  endpoint.last = done.catch(() => undefined)
  return done
}

/** Sends the answering bundle with its signed headers, and deletes its file. */
async function answer(
  { of, nonces }: EndpointState,
  asks: AskProof,
  { file, told }: AnsweringBundle,
  response: ServerResponse,
): Promise<void> {
  const { bytes, hash } = await hashOfFile(file)
  const body = sentOnce(file)
  const said = Buffer.from(JSON.stringify(told), 'utf8').toString('base64url')
  const answers = {
    box: of.box.name,
    to: asks.box,
    answers: asks.nonce,
    nonce: nonces.draw(),
    said,
    hash,
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes,
    'cocote-format': MEET_FORMAT,
    'cocote-box': answers.box,
    'cocote-nonce': answers.nonce,
    'cocote-said': said,
    'cocote-hash': hash,
    'cocote-proof': proveAnswer(of.box, answers),
  })
  // A caller that went away will call again.
  await pipeline(body, response).catch(() => undefined)
}

/**
 * Answers a refusal at once and reads nothing more. A caller that is still sending has a moment to
 * read the answer.
 */
function refuse(
  endpoint: EndpointState,
  request: IncomingMessage,
  response: ServerResponse,
  why: SessionRefusal,
): void {
  const { of, nonces } = endpoint
  // The caller is gone, or half of an answer is sent.
  if (response.headersSent || response.closed) return void response.destroy()
  const later = LATER[why]
  if (later) response.setHeader('retry-after', later)
  const told = { kind: 'cocote-refusal', why, said: of.say(why), nonce: nonces.draw() }
  const text = head(response, STATUS[why], told)
  if (request.complete || endpoint.hearing >= MOST_HEARING) return void response.end(text)
  response.write(text)
  endpoint.hearing++
  const closing = setTimeout(() => request.socket.destroy(), HEARING_MS).unref()
  response.once('close', () => {
    endpoint.hearing--
    clearTimeout(closing)
  })
}
/**
 * How long a refused connection stays open. Closed at once with unread bytes, it would lose the
 * answer.
 *
 * Units   milliseconds.
 */
const HEARING_MS = 3_000
/** The most such connections at once. One more is closed at once, and may lose the answer. */
const MOST_HEARING = 50

const json = (response: ServerResponse, status: number, told: object): void =>
  void response.end(head(response, status, told))
/** Writes the head of a JSON answer and returns its body. */
function head(response: ServerResponse, status: number, told: object): string {
  const text = JSON.stringify(told)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  return text
}
