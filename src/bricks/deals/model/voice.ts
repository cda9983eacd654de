import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { SaidOn, WholeDeal } from './read.ts'
import { type Actor, isReader, type Party } from './rules.ts'

/** Who has a voice in a thread, and whom the keeper may note for (record 0066). */

const ASKS: ReadonlySet<string> = new Set(['propose', 'other'])

/**
 * The slips of words and proposals that were handed over on paper, of all these acts: one
 * statement.
 */
export function slipsOnPaper(read: Reader, said: readonly SaidOn[]): ReadonlySet<string> {
  const slips = said.flatMap(({ says, slip }) =>
    slip && (says === 'word' || ASKS.has(says)) ? [slip] : [],
  )
  const handed = slips.length === 0 ? [] : (read.published.slipsHanded?.(slips) ?? [])
  return new Set(handed.flatMap(({ id, isRead }) => (isRead ? [] : [id])))
}

/**
 * Whether a party spoke themselves, somebody wrote for them, or was asked on paper and said nothing
 * since.
 */
export function voiceOf(
  party: Party,
  own: NoticeSeen | undefined,
  { state, said }: Pick<WholeDeal, 'state' | 'said'>,
  handed: ReadonlySet<string>,
): Pick<Party, 'spoke' | 'keyed' | 'handed' | 'handedWord'> {
  const theirs = said.filter(({ key }) => key === party.key)
  const spoke = theirs.some(({ saidBy }) => saidBy === 'self' || saidBy === 'ticket')
  const keyed =
    own?.isKeyedByKeeper ||
    party.relays.length > 0 ||
    theirs.some(({ saidBy }) => saidBy === 'keeper')
  const at = said.findLastIndex(({ says }) => ASKS.has(says))
  const asked = said[at]
  const answered = said.slice(at + 1).some(({ key }) => key === party.key)
  const isHanded =
    state === 'proposed' &&
    !answered &&
    (party.ticket ?? party.sent) !== undefined &&
    asked !== undefined &&
    asked.key !== party.key &&
    handed.has(asked.slip ?? '')
  return {
    ...(spoke ? { spoke } : {}),
    ...(keyed ? { keyed: true } : {}),
    ...(isHanded ? { handed: true } : {}),
    ...(isWordHanded(party, said, handed) ? { handedWord: true } : {}),
  }
}

/** Whether the last thing that is said in the thread is a word that was handed over to them. */
function isWordHanded(
  { key, ticket, sent }: Party,
  said: readonly SaidOn[],
  handed: ReadonlySet<string>,
): boolean {
  const last = said.findLast(({ says }) => says !== 'insult')
  const isWord = last?.says === 'word' && last.key !== key && handed.has(last.slip ?? '')
  return isWord && (ticket ?? sent) !== undefined
}

/**
 * Whether this person may unwrite what was noted for that party.
 *
 * Law     a member who writes for somebody writes in no note of another.
 */
export const mayUnwrite = (who: Actor, party: Party, act: SaidOn): boolean =>
  isReader(party, who) || isOwnNote(who, act)
const isOwnNote = (who: Actor, { keyedBy }: SaidOn): boolean =>
  who.me === undefined || who.by === 'keeper' || keyedBy === who.me

/**
 * Whether this person may take away the slip of what was said for that party: a slip is its
 * writer’s, and what somebody noted for a member has another writer than this member.
 */
export const mayUnwriteSlip = (who: Actor, party: Party, act: SaidOn): boolean =>
  isOwnNote(who, act) || (isReader(party, who) && act.saidBy === 'self')
