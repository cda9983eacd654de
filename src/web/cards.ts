import { createHash, randomBytes, randomInt } from 'node:crypto'
import { checkDigit } from '../core/code.ts'
import { fold } from '../core/words.ts'
import { CARD_WORDS } from './card-words.ts'
import { hashPhrase } from './keeper.ts'
import { endSessionsOf, flush, KEEPER, type Local, sameText } from './local.ts'
import type { Place } from './one-by-one.ts'
import { dropPhrase } from './phrases.ts'

/**
 * A member's card, on paper: a number that names it, a secret of 128 bits in a QR, and four words for those who type. The box keeps
 * hashes only, in `local.db`: never in the log, never exchanged. A new card makes the old one worthless.
 */
export type Card = Readonly<{ number: string; secret: string; words: readonly string[] }>

const WORDS_ON_A_CARD = 4
/** Four digits and the one that checks them: a number misread names nobody else. */
const DIGITS = 4
const MOST_DRAWN = 1_000

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export async function newCard(local: Local, member: string, now: number): Promise<Card> {
  const secret = randomBytes(16).toString('base64url')
  const words = Array.from({ length: WORDS_ON_A_CARD }, () => CARD_WORDS[randomInt(CARD_WORDS.length)]!)
  const salt = randomBytes(16)
  const phrase = `${salt.toString('hex')} ${await hashPhrase(typedWords(words.join(' ')), salt)}`
  const number = freeNumber(local)
  local.sql.run('DELETE FROM card WHERE member = ?', member)
  local.sql.run('INSERT INTO card VALUES (?, ?, ?, ?, ?)', number, member, hashOf(secret), phrase, now)
  endSessionsOf(local, member)
  flush(local)
  return { number, secret, words }
}

function freeNumber(local: Local): string {
  for (let n = 0; n < MOST_DRAWN; n++) {
    const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
    const number = digits + checkDigit(digits)
    if (!local.sql.get('SELECT 1 FROM card WHERE number = ?', number)) return number
  }
  throw new Error('no number is left for a card')
}

/** *123 45*: as the card prints it. */
export const sayNumber = (number: string): string => `${number.slice(0, 3)}\u00a0${number.slice(3)}`
/** However its figures were typed: one number is one card, for the wait after a wrong try too. */
export const typedNumber = (typed: string): string => (typed.normalize('NFKC').match(/\d/g) ?? []).join('')
/** However they were typed: accents, capitals, commas. */
const typedWords = (typed: string): string =>
  fold(typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type CardRow = Readonly<{ member: string; secret: string; words: string }>
const cardOf = (local: Local, number: string): CardRow | undefined =>
  local.sql.get<CardRow>('SELECT member, secret, words FROM card WHERE number = ?', typedNumber(number))

/** Whose card this is, by the secret of its QR. 128 bits are not guessed: no try is counted, and a right card is never locked out. */
export function memberByCard(local: Local, number: string, secret: string): string | undefined {
  const card = cardOf(local, number)
  return card && sameText(hashOf(secret), card.secret) ? card.member : undefined
}

/** Whose card this is, by its words. As slow for a number that is nobody's as for one that is. Throws Busy when too many wait. */
export async function memberByWords(local: Local, number: string, words: string, place?: Place): Promise<string | undefined> {
  const card = cardOf(local, number)
  const [salt = '', hash = ''] = (card?.words ?? '').split(' ')
  const tried = await hashPhrase(typedWords(words), salt === '' ? randomBytes(16) : Buffer.from(salt, 'hex'), place)
  return card && hash !== '' && sameText(tried, hash) ? card.member : undefined
}

export const hasCard = (local: Local, member: string): boolean => local.sql.get('SELECT 1 FROM card WHERE member = ?', member) !== undefined

/** A lost card, or a member who leaves: the card opens nothing any more, and who is signed in by it is not. */
export function takeBackCard(local: Local, member: string): void {
  local.sql.run('DELETE FROM card WHERE member = ?', member)
  endSessionsOf(local, member)
  flush(local)
}

/** Cards and visits of members whom this box knows no more: they were forgotten, or have left. */
export function takeBackOfTheGone(local: Local, isHere: (member: string) => boolean): void {
  const held = local.sql.all<{ who: string }>(
    'SELECT member AS who FROM card UNION SELECT member FROM phrase UNION SELECT who FROM session WHERE who <> ?',
    KEEPER,
  )
  for (const { who } of held) {
    if (isHere(who)) continue
    dropPhrase(local, who)
    takeBackCard(local, who)
  }
}
