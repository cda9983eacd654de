import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KnownAs } from '../../contract/box/boxes.ts'
import { type Box, signBytes, signedBy } from '../../log/box.ts'

/**
 * The proofs of a session over HTTP: how each of two boxes shows the other that it has its key, and
 * that nobody changed or repeated what it sends. A caller signs over a nonce that the other box
 * drew, and the answer is signed over the caller’s. A *nonce* is a random text that is good once.
 * `call.ts` and `server.ts` use it from both sides.
 */

/** The address of the sync endpoint (docs/wire-format.md, *Over HTTP*). */
export const PATH = '/facteur'
/** The version of the exchange over HTTP, in a header and in each greeting. */
export const MEET_FORMAT = 1

/**
 * The result of the bundle that a caller sent, as counts that the answering box signs. `known`: the
 * relation of the caller to it. `taken`: new entries; `held`: entries that were there already.
 * `aside`: entries that were not taken, by reason. `stopped`: feeds with a bad entry. `isFull`: the
 * intake limit was reached.
 */
export type DeliveryCounts = Readonly<{
  known: KnownAs
  taken: number
  held: number
  aside: Readonly<Record<string, number>>
  stopped: number
  isFull: boolean
}>

/**
 * The statement that each side of a session signs.
 *
 * Shape   `box`: the box that signs. `to`: the box that it speaks to.
 *         `answers`: the nonce of the other side. `nonce`: its own.
 *         `hash`: the SHA-256 of the body, in base64url.
 *         `said`: the header of the answer, as it stands.
 * Units   `most`: bytes that the answer may have.
 * Law     Both names, both nonces, the address and the body are signed under a prefix of their own.
 *         A proof is worth nothing for another box, time or body, and is no entry and no manifest.
 */
export type Proved = Readonly<{
  box: string
  to: string
  answers: string
  nonce: string
  hash: string
}>
/** The statement of the caller. */
export type AskProof = Proved & Readonly<{ most: number }>
/** The statement of the box that answers. */
export type AnswerProof = Proved & Readonly<{ said: string }>

const signed = (...lines: readonly (string | number)[]): Buffer =>
  Buffer.from(lines.map(line => `${line}\n`).join(''), 'utf8')
const askText = ({ box, to, answers, nonce, most, hash }: AskProof): Buffer =>
  signed('cocote-meet', `POST ${PATH}`, box, to, answers, nonce, most, hash)
const answerText = ({ box, to, answers, nonce, said, hash }: AnswerProof): Buffer =>
  signed('cocote-met', `POST ${PATH}`, box, to, answers, nonce, said, hash)

/** The signature of a caller, in base64url. */
export const proveAsking = (box: Box, asks: AskProof): string =>
  signBytes(box, askText(asks)).toString('base64url')
/** Whether the box that `asks` names signed every value in it. The nonce is checked apart. */
export const isAsking = (asks: AskProof, proof: string): boolean =>
  signedBy(asks.box, askText(asks), Buffer.from(proof, 'base64url'))
/** The signature of an answer, over the caller’s nonce, in base64url. */
export const proveAnswer = (box: Box, answers: AnswerProof): string =>
  signBytes(box, answerText(answers)).toString('base64url')
/**
 * Whether the box that `answers` names signed every value in it. The caller compares the body with
 * `hash`.
 */
export const isAnswer = (answers: AnswerProof, proof: string): boolean =>
  signedBy(answers.box, answerText(answers), Buffer.from(proof, 'base64url'))

/** 32 random bytes. */
export const drawNonce = (): string => randomBytes(32).toString('base64url')

/** Units   milliseconds. */
const MINUTE = 60_000
const MOST_USED = 10_000
/** Units   bytes: the time and chance of a nonce, then the code that shows who drew it. */
const MADE = 24
const SEAL = 16

/**
 * The nonces of a box: each is good once, for a minute.
 *
 * Law     Drawing a nonce stores nothing, so millions of calls cost no memory. Only used nonces are
 *         remembered, until their minute is over. A restart voids all nonces.
 * Units   `now`: milliseconds of a monotonic clock.
 */
export class Nonces {
  readonly #now: () => number
  readonly #secret = randomBytes(32)
  readonly #used = new Map<string, number>()
  constructor(now: () => number) {
    this.#now = now
  }

  draw(): string {
    const made = Buffer.alloc(MADE)
    made.writeDoubleBE(this.#now())
    randomBytes(MADE - 8).copy(made, 8)
    return Buffer.concat([made, this.#seal(made)]).toString('base64url')
  }

  /** Whether this box drew the nonce within the last minute, and nobody used it. */
  isFresh(nonce: string): boolean {
    const bytes = Buffer.from(nonce, 'base64url')
    if (bytes.length !== MADE + SEAL || bytes.toString('base64url') !== nonce) return false
    const made = bytes.subarray(0, MADE)
    if (!timingSafeEqual(bytes.subarray(MADE), this.#seal(made))) return false
    const age = this.#now() - made.readDoubleBE()
    return age >= 0 && age < MINUTE && !this.#used.has(nonce)
  }

  /** Uses a nonce. False when it is not fresh, or too many were used within a minute. */
  use(nonce: string): boolean {
    const now = this.#now()
    for (const [old, at] of this.#used) {
      if (now - at < MINUTE) break
      this.#used.delete(old)
    }
    if (!this.isFresh(nonce) || this.#used.size >= MOST_USED) return false
    this.#used.set(nonce, now)
    return true
  }

  #seal(made: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(made).digest().subarray(0, SEAL)
  }
}
