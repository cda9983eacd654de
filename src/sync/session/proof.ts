import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KnownAs } from '../../contract/box/boxes.ts'
import { type Box, signBytes, signedBy } from '../../log/box.ts'

/** Where boxes ask each other (docs/wire-format.md, *Over HTTP*). */
export const PATH = '/facteur'
export const MEET_FORMAT = 1

/** What came of the bundle that an asker brought: counts, as the answering box says them. */
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
export type AskProof = Proved & Readonly<{ most: number }>
export type AnswerProof = Proved & Readonly<{ said: string }>

const signed = (...lines: readonly (string | number)[]): Buffer =>
  Buffer.from(lines.map(line => `${line}\n`).join(''), 'utf8')
const askText = ({ box, to, answers, nonce, most, hash }: AskProof): Buffer =>
  signed('cocote-meet', `POST ${PATH}`, box, to, answers, nonce, most, hash)
const answerText = ({ box, to, answers, nonce, said, hash }: AnswerProof): Buffer =>
  signed('cocote-met', `POST ${PATH}`, box, to, answers, nonce, said, hash)

/** Who asks signs what it asks. Shape: base64url. */
export const proveAsking = (box: Box, asks: AskProof): string =>
  signBytes(box, askText(asks)).toString('base64url')
/**
 * Law     true only of the box that `asks` names, and of every value in it; whether the nonce is
 *         ours and unused is looked at apart.
 */
export const isAsking = (asks: AskProof, proof: string): boolean =>
  signedBy(asks.box, askText(asks), Buffer.from(proof, 'base64url'))
/** Who answers signs what it tells and gives, over the nonce of who asked. Shape: base64url. */
export const proveAnswer = (box: Box, answers: AnswerProof): string =>
  signBytes(box, answerText(answers)).toString('base64url')
/** Law     as `isAsking`, for who answers: the body is still to be held against `hash`. */
export const isAnswer = (answers: AnswerProof, proof: string): boolean =>
  signedBy(answers.box, answerText(answers), Buffer.from(proof, 'base64url'))

/** 32 random bytes. */
export const drawNonce = (): string => randomBytes(32).toString('base64url')

const MINUTE = 60_000
const MOST_USED = 10_000
const MADE = 24
const SEAL = 16

/**
 * The nonces that a box gives: each is good once, and for a minute.
 *
 * Law     giving one keeps nothing, so that asking for millions costs nobody any memory; only those
 *         that were answered with a proof are remembered, until their minute is over. A restart
 *         takes all of them back.
 * Units   `now`: milliseconds of a clock that nobody sets.
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

  /** Drawn here within the minute, and not used. */
  isFresh(nonce: string): boolean {
    const bytes = Buffer.from(nonce, 'base64url')
    if (bytes.length !== MADE + SEAL || bytes.toString('base64url') !== nonce) return false
    const made = bytes.subarray(0, MADE)
    if (!timingSafeEqual(bytes.subarray(MADE), this.#seal(made))) return false
    const age = this.#now() - made.readDoubleBE()
    return age >= 0 && age < MINUTE && !this.#used.has(nonce)
  }

  /**
   * False when it can't be: it is not fresh, or more were used in a minute than anybody has boxes
   * for.
   */
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
