import { randomBytes } from 'node:crypto'
import { fold } from '../../../core/letters/words.ts'
import { flush, type Local, sameText } from '../../../files/local.ts'
import type { QueuePlace } from '../../../web/post/queue.ts'
import { hashPhrase } from '../../../web/session/keeper.ts'

/**
 * A member's own phrase, for who wants no card: their first name and the phrase open their page.
 * Argon2id only, in `local.db`.
 */
export const SHORTEST_PHRASE = 12
/** *aaaaaaaaaaaa* is long, and opens to anybody. */
const FEWEST_LETTERS = 6
/** Members of one first name whose phrase is tried: each is a computation of its own. */
const MOST_NAMESAKES = 5

const typed = (phrase: string): string =>
  fold(phrase)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * False when it is too short to be one, or says the same few letters. It replaces the one before.
 * `isStill`: the visit that chose it may close while it is hashed.
 */
export async function choosePhrase(
  local: Local,
  member: string,
  phrase: string,
  isStill = () => true,
): Promise<boolean> {
  const letters = typed(phrase)
  if (letters.length < SHORTEST_PHRASE || new Set(letters).size < FEWEST_LETTERS) return false
  const salt = randomBytes(16)
  const kept = `${salt.toString('hex')} ${await hashPhrase(typed(phrase), salt)}`
  if (!isStill()) return false
  local.sql.run('INSERT OR REPLACE INTO phrase VALUES (?, ?)', member, kept)
  flush(local)
  return true
}

/**
 * Whose phrase this is, among those called so. As slow for a name that is nobody's. Throws Busy
 * when too many wait.
 */
export async function memberByPhrase(
  local: Local,
  { name, phrase }: Readonly<{ name: string; phrase: string }>,
  called: (member: string) => string | undefined,
  place?: QueuePlace,
): Promise<string | undefined> {
  const wanted = fold(name)
  const all = local.sql.all<{ member: string; words: string }>(
    'SELECT member, words FROM phrase ORDER BY member',
  )
  const namesakes = all
    .filter(one => fold(called(one.member) ?? '') === wanted)
    .slice(0, MOST_NAMESAKES)
  for (const { member, words } of namesakes) {
    const [salt = '', hash = ''] = words.split(' ')
    if (sameText(await hashPhrase(typed(phrase), Buffer.from(salt, 'hex'), place), hash))
      return member
  }
  if (namesakes.length === 0) await hashPhrase(typed(phrase), randomBytes(16), place)
  return undefined
}

export const hasPhrase = (local: Local, member: string): boolean =>
  local.sql.get('SELECT 1 FROM phrase WHERE member = ?', member) !== undefined

export const dropPhrase = (local: Local, member: string): void =>
  void local.sql.run('DELETE FROM phrase WHERE member = ?', member)
