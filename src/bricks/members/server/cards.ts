import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { SignInWays } from '../../../contract/box/sign-in-ways.ts'
import { checkDigit } from '../../../core/code.ts'
import { normal } from '../../../core/letters/accents.ts'
import { fold } from '../../../core/letters/words.ts'
import {
  closeVisitsOf,
  dropClosedVisits,
  inSyncedTransaction,
  keeperIn,
  type Local,
  sameText,
  visitsOf,
} from '../../../files/local.ts'
import { CARD_WORDS } from '../../../text/card-words.ts'
import type { QueuePlace } from '../../../web/post/queue.ts'
import { hashPhrase } from '../../../web/session/keeper.ts'
import { dropPhrase, hasPhrase } from './phrases.ts'

/**
 * A member's card, on paper: a number that names it, a secret of 128 bits in a QR, and four words
 * for those who type. The box keeps hashes only, in `local.db`: never in the log, never exchanged.
 * A new card makes the old one worthless, and closes all that it opened.
 */
export type MemberCard = Readonly<{ number: string; secret: string; words: readonly string[] }>

const WORDS_ON_A_CARD = 4
/** Four digits and the one that checks them: a number misread names nobody else. */
const DIGITS = 4
const MOST_DRAWN = 1_000

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Each word once: the same twice would read as a misprint. */
function drawnWords(): readonly string[] {
  const drawn = new Set<string>()
  while (drawn.size < WORDS_ON_A_CARD) drawn.add(CARD_WORDS[randomInt(CARD_WORDS.length)]!)
  return [...drawn]
}

export async function newCard(local: Local, member: string, now: number): Promise<MemberCard> {
  const secret = randomBytes(16).toString('base64url')
  const words = drawnWords()
  const salt = randomBytes(16)
  const phrase = `${salt.toString('hex')} ${await hashPhrase(typedWords(words.join(' ')), salt)}`
  const number = freeNumber(local)
  inSyncedTransaction(local, () => {
    close(local, member)
    local.sql.run(
      'INSERT INTO card VALUES (?, ?, ?, ?, ?)',
      number,
      member,
      hashOf(secret),
      phrase,
      now,
    )
  })
  return { number, secret, words }
}

function freeNumber(local: Local): string {
  for (let n = 0; n < MOST_DRAWN; n++) {
    const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
    const number = digits + checkDigit(digits)
    if (!cardOf(local, number)) return number
  }
  throw new Error('no number is left for a card')
}

/** *123 45*: as the card prints it. */
export const sayNumber = (number: string): string => `${number.slice(0, 3)}\u00a0${number.slice(3)}`
/** However its figures were typed: one number is one card, for the wait after a wrong try too. */
export const typedNumber = (typed: string): string =>
  (normal(typed, 'NFKC').match(/\d/g) ?? []).join('')
/** However they were typed: accents, capitals, commas. */
const typedWords = (typed: string): string =>
  fold(typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Whose card it is. `isFormer`: it was closed, and opens nothing. Only who holds its secret, or its
 * words, learns that.
 */
export type CardHolder = Readonly<{ member: string; isFormer: boolean }>
type CardRow = Readonly<{ member: string; secret: string; words: string }>
/** A number is of one card, also once that card is closed. */
const cardOf = (local: Local, number: string): CardRow | undefined =>
  local.sql.get<CardRow>(
    `SELECT member, secret, words FROM card WHERE number = ?1 UNION ALL
     SELECT member, secret, words FROM former_card WHERE number = ?1`,
    typedNumber(number),
  )
/** It may have been closed while its words were tried. */
const holderOf = ({ sql }: Local, { member, words }: CardRow): CardHolder | undefined => {
  const isIn = (table: 'card' | 'former_card'): boolean =>
    sql.get(`SELECT 1 FROM ${table} WHERE member = ? AND words = ?`, member, words) !== undefined
  if (isIn('card')) return { member, isFormer: false }
  return isIn('former_card') ? { member, isFormer: true } : undefined
}

/**
 * Whose card this is, by the secret of its QR. 128 bits are not guessed: no try is counted, and a
 * right card is never locked out.
 */
export function cardBySecret(local: Local, number: string, secret: string): CardHolder | undefined {
  const card = cardOf(local, number)
  return card && sameText(hashOf(secret), card.secret) ? holderOf(local, card) : undefined
}
/** The same, of a card that opens. */
export function memberByCard(local: Local, number: string, secret: string): string | undefined {
  const card = cardBySecret(local, number, secret)
  return card?.isFormer === false ? card.member : undefined
}

/**
 * Whose card this is, by its words. As slow for a number that is nobody's as for one that is, or
 * was. Throws Busy when too many wait.
 */
export const cardByWords = (
  local: Local,
  number: string,
  words: string,
  place?: QueuePlace,
): Promise<CardHolder | undefined> => tried(local, cardOf(local, number), words, place)

/**
 * Whose card this is, by their first name and its words: when one person alone of that name has a
 * card. As slow for a name of nobody, of one person, or of several; where the words are wrong, the
 * last card that was closed is tried too, of anybody. Throws Busy when too many wait.
 */
export async function cardByNameAndWords(
  local: Local,
  { name, words }: Readonly<{ name: string; words: string }>,
  called: (member: string) => string | undefined,
  place?: QueuePlace,
): Promise<CardHolder | undefined> {
  const wanted = fold(name)
  const oneOf = (table: 'card' | 'former_card'): CardRow | undefined => {
    const all = local.sql.all<CardRow>(
      `SELECT member, secret, words FROM ${table} ORDER BY member, made DESC`,
    )
    const found = all.filter(one => fold(called(one.member) ?? '') === wanted)
    const isOne = wanted !== '' && new Set(found.map(({ member }) => member)).size === 1
    return isOne ? found[0] : undefined
  }
  const card = await tried(local, oneOf('card'), words, place)
  return card ?? (await tried(local, oneOf('former_card'), words, place))
}

async function tried(
  local: Local,
  card: CardRow | undefined,
  words: string,
  place?: QueuePlace,
): Promise<CardHolder | undefined> {
  const [salt = '', hash = ''] = (card?.words ?? '').split(' ')
  const typed = await hashPhrase(
    typedWords(words),
    salt === '' ? randomBytes(16) : Buffer.from(salt, 'hex'),
    place,
  )
  return card && hash !== '' && sameText(typed, hash) ? holderOf(local, card) : undefined
}

export const hasCard = (local: Local, member: string): boolean =>
  local.sql.get('SELECT 1 FROM card WHERE member = ?', member) !== undefined

/** What opens a member's page now. Units  ms since 1970. */
export function opensOf(local: Local, member: string, now: number): SignInWays {
  const visits = visitsOf(local, member, now)
  return {
    cardMade: local.sql.get<{ made: number }>('SELECT made FROM card WHERE member = ?', member)
      ?.made,
    phrase: hasPhrase(local, member),
    visits: visits.length,
    seen: visits[0],
  }
}

/** The last cards of one member that are told apart from words that never were a card. */
const MOST_FORMER = 3
/**
 * Whoever held the card may have chosen a phrase with it: both go, with the visits. Hashes of the
 * card stay, so that its holder hears that it is closed.
 */
function close(local: Local, member: string): void {
  local.sql.run('INSERT INTO former_card SELECT * FROM card WHERE member = ?', member)
  local.sql.run(
    `DELETE FROM former_card WHERE member = ?1 AND number NOT IN
       (SELECT number FROM former_card WHERE member = ?1 ORDER BY made DESC LIMIT ?2)`,
    member,
    MOST_FORMER,
  )
  local.sql.run('DELETE FROM card WHERE member = ?', member)
  dropPhrase(local, member)
  closeVisitsOf(local, member)
}

/**
 * A lost card, or a member who leaves: nothing opens their page any more, and who is signed in is
 * not.
 */
export function takeBackCard(local: Local, member: string): void {
  inSyncedTransaction(local, () => close(local, member))
}

/** Cards and visits of members whom this box knows no more: they were forgotten, or have left. */
export function takeBackOfTheGone(local: Local, isHere: (member: string) => boolean): void {
  const held = local.sql.all<{ who: string }>(
    `SELECT member AS who FROM card UNION SELECT member FROM phrase UNION SELECT who FROM session
     UNION SELECT member FROM former_card UNION SELECT who FROM closed_visit`,
  )
  for (const { who } of held) if (keeperIn(who) === undefined && !isHere(who)) drop(local, who)
}
/** Nothing of it stays. */
function drop(local: Local, member: string): void {
  inSyncedTransaction(local, () => {
    close(local, member)
    local.sql.run('DELETE FROM former_card WHERE member = ?', member)
    dropClosedVisits(local, member)
  })
}
