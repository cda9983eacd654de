import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KnownAs } from '../../contract/box/boxes.ts'
import { type Box, signBytes, signedBy } from '../../log/box.ts'

/**
 * The proofs of a session over HTTP: how each of two boxes shows the other that it has its key, and
 * that nobody changed or repeated what it sends. A *nonce* is a random text that is good once. A
 * caller signs over a nonce that the other box drew, and the answer is signed over the nonce of the
 * caller. `call.ts` makes the proofs of the caller, and `server.ts` those of the box that answers;
 * each checks those of the other.
 */

/** The address of the sync endpoint (docs/wire-format.md, *Over HTTP*). */
export const PATH = '/facteur'
/** The version of the exchange over HTTP, in the header `cocote-format` and in each greeting. */
export const MEET_FORMAT = 1

/**
 * The result of the bundle that a caller sent, as counts. They travel in the header `cocote-said`
 * of the answer, and the answering box signs them (`AnswerProof`).
 *
 * Shape   `known`: the relation of the caller to the answering box. `taken`: new entries; `held`:
 *         entries that were there already. `aside`: entries that were not taken, by reason.
 *         `stopped`: feeds (the entries of one box, one epoch and one space, each naming the one
 *         before) with a bad or missing entry. `isFull`: the intake limit, which holds without the
 *         keeper’s yes, was reached.
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
 * The statement that each side of a session signs. Each value is a header of the request or of the
 * answer.
 *
 * Shape   `box`: the box that signs. `to`: the box that it speaks to.
 *         `answers`: the nonce that the other side drew. `nonce`: the one that the signing side
 *         drew.
 *         `hash`: the SHA-256 of the body, in base64url.
 * Law     Both names, both nonces, the address, the hash of the body, and `most` or `said` are
 *         signed, under a prefix that nothing else has: one for requests, one for answers. A proof
 *         is worth nothing for another box, time or body, and passes for no entry of a log and no
 *         manifest (the signed list of a bundle).
 */
export type Proved = Readonly<{
  box: string
  to: string
  answers: string
  nonce: string
  hash: string
}>
/**
 * The statement of the caller.
 *
 * Units   `most`: bytes that the pages of the answer may have (header `cocote-most`).
 */
export type AskProof = Proved & Readonly<{ most: number }>
/**
 * The statement of the box that answers. `said`: its `DeliveryCounts`, as the text of the header
 * `cocote-said`: JSON in base64url.
 */
export type AnswerProof = Proved & Readonly<{ said: string }>

/** One value a line. No header of HTTP holds a line break, so no value passes for two. */
const signed = (...lines: readonly (string | number)[]): Buffer =>
  Buffer.from(lines.map(line => `${line}\n`).join(''), 'utf8')
const askText = ({ box, to, answers, nonce, most, hash }: AskProof): Buffer =>
  signed('cocote-meet', `POST ${PATH}`, box, to, answers, nonce, most, hash)
const answerText = ({ box, to, answers, nonce, said, hash }: AnswerProof): Buffer =>
  signed('cocote-met', `POST ${PATH}`, box, to, answers, nonce, said, hash)

/** The signature of a caller, in base64url. */
export const proveAsking = (box: Box, asks: AskProof): string =>
  signBytes(box, askText(asks)).toString('base64url')
/**
 * Whether the box that `asks` names signed every value in it. The server also checks that `answers`
 * is a fresh nonce (`Nonces`), and compares the body with `hash`.
 */
export const isAsking = (asks: AskProof, proof: string): boolean =>
  signedBy(asks.box, askText(asks), Buffer.from(proof, 'base64url'))
/** The signature of an answer, over the caller’s nonce, in base64url. */
export const proveAnswer = (box: Box, answers: AnswerProof): string =>
  signBytes(box, answerText(answers)).toString('base64url')
/**
 * Whether the box that `answers` names signed every value in it. The caller puts its own nonce into
 * `answers.answers`, and compares the body with `hash`.
 */
export const isAnswer = (answers: AnswerProof, proof: string): boolean =>
  signedBy(answers.box, answerText(answers), Buffer.from(proof, 'base64url'))

/** The nonce of a caller: 32 random bytes. The box that answers draws its own by `Nonces`. */
export const drawNonce = (): string => randomBytes(32).toString('base64url')

/** Units   milliseconds. */
const MINUTE = 60_000
/** The most used nonces that are remembered: within a minute a box answers far fewer calls. */
const MOST_USED = 10_000
/** Units   bytes of the time in a nonce: one double. */
const TIME = 8
/**
 * The parts of a nonce: its time with its random bytes, and the code that shows who drew it.
 *
 * Units   bytes.
 */
const TIME_AND_CHANCE = 24
const CODE = 16

/**
 * The nonces that the answering box draws: each is good once, for a minute.
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
    const made = Buffer.alloc(TIME_AND_CHANCE)
    made.writeDoubleBE(this.#now())
    randomBytes(TIME_AND_CHANCE - TIME).copy(made, TIME)
    return Buffer.concat([made, this.#codeOf(made)]).toString('base64url')
  }

  /** Whether this box drew the nonce within the last minute, and nobody used it. */
  isFresh(nonce: string): boolean {
    const bytes = Buffer.from(nonce, 'base64url')
    if (bytes.length !== TIME_AND_CHANCE + CODE || bytes.toString('base64url') !== nonce)
      return false
    const made = bytes.subarray(0, TIME_AND_CHANCE)
    if (!timingSafeEqual(bytes.subarray(TIME_AND_CHANCE), this.#codeOf(made))) return false
    const age = this.#now() - made.readDoubleBE()
    return age >= 0 && age < MINUTE && !this.#used.has(nonce)
  }

  /** Uses a nonce. False when it is not fresh, or too many were used within a minute. */
  use(nonce: string): boolean {
    const now = this.#now()
    // The map has the order of use: the oldest come first.
    for (const [old, at] of this.#used) {
      if (now - at < MINUTE) break
      this.#used.delete(old)
    }
    if (!this.isFresh(nonce) || this.#used.size >= MOST_USED) return false
    this.#used.set(nonce, now)
    return true
  }

  #codeOf(made: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(made).digest().subarray(0, CODE)
  }
}
