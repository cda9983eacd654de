import type { MeetingCounts } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayAfter } from '../../../text/days.ts'
import { isToldTo, newsFor } from './news.ts'
import { MOST, membersKnown, type WholeDeal, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { proposedOn } from './ride-now.ts'
import {
  type Actor,
  hasSaidOfTelling,
  isAskedOf,
  isForKeeper,
  isTelling,
  isTellingThis,
  speaksFor,
  wasAgreed,
} from './rules.ts'
import { awaitsTelling, mayBeSaid } from './saying.ts'

/** Who reads, and on which day of the village. */
export type DealReader = Actor & Readonly<{ today: string }>

/**
 * Whether an answer is awaited from this person, for themselves or for somebody for whom they
 * write. Nobody of a box that is recognised no more awaits one.
 */
export const isAwaited = (whole: WholeDeal, who: Actor): boolean =>
  !whole.isCutOff &&
  whole.parties.some(
    party =>
      speaksFor(who, party) &&
      (awaitsTelling(whole) || mayBeSaid(whole, party.key).includes('yes')),
  )

/** So long it is asked whether what was done may be told; who never answers is left in peace. */
const ASKED_DAYS = 60
/** Whether it is done, and this person has not said yet if it may be told. */
export const isAskedToTell = ({ row, state, parties, said }: WholeDeal, who: DealReader): boolean =>
  state === 'done' &&
  row.asked !== true &&
  (row.doneOn ?? '') >= dayAfter(who.today, -ASKED_DAYS) &&
  parties.some(
    ({ key, ...party }) =>
      isToldTo(who, { ...party, key }) &&
      (!hasSaidOfTelling(said, key) || (isTelling(said, key) && !isTellingThis(said, key))),
  )

/** Those of a member that may wait for an answer of theirs, or hold news for them. */
export const openDealsOf = (read: Reader, me: string, today: string): readonly WholeDeal[] =>
  wholesFrom(
    read,
    read.list(
      deal,
      {
        where:
          '(instr(parties, ?) > 0 OR instr(keyedBy, ?) > 0) AND (state IS NULL OR state IN ' +
          "('talking', 'proposed', 'agreed') OR unseen IS NOT NULL OR (state = 'done' AND " +
          '(box IS NOT NULL OR doneOn >= ?)))',
        with: [me, me, dayAfter(today, -ASKED_DAYS)],
        limit: MOST_OPEN,
      },
      'home',
    ),
  )
/** Of one person; those that follow are counted once these are answered. */
const MOST_OPEN = 50

/**
 * The deals that wait for an answer of somebody without a card, which the keeper asks them for; and
 * those that hold an answer that the keeper passes on to such a person.
 */
export function waitingForKeeper(
  read: Reader,
): Readonly<{ answers: readonly WholeDeal[]; news: readonly WholeDeal[] }> {
  // A notice that changed is news of its thread, where nothing else is.
  const isOpen = "(state IN ('talking', 'proposed', 'agreed') OR unseen IS NOT NULL)"
  const where = `${isOpen} AND ${WITHOUT_SCREEN}`
  const asked = { where, with: [uncomeIn(read)], limit: MOST }
  const all = wholesFrom(read, read.list(deal, asked, 'home'))
  const asks = (whole: WholeDeal): boolean =>
    whole.parties.some(party => isForKeeper(party) && isAskedOf(whole, party))
  return {
    answers: all.filter(asks),
    news: all.filter(one => !asks(one) && newsFor(one, { by: 'keeper' }).length > 0),
  }
}

/** Threads of somebody who may read on no screen; a parameter of `uncomeIn` follows. */
export const WITHOUT_SCREEN =
  '(names IS NOT NULL OR EXISTS (SELECT 1 FROM json_each(parties) AS party ' +
  'WHERE party.value IN (SELECT value FROM json_each(?))))'
/** The members who never came by a card. */
export const uncomeIn = (read: Reader): string =>
  JSON.stringify(membersKnown(read).flatMap(({ id, hasCome }) => (hasCome ? [] : [id])))

/** Whether a thread ended before anything was done: refused, called off or closed. */
export const isOff = ({ state }: Pick<WholeDeal, 'state'>): boolean =>
  state === 'fallen' || state === 'ended'

/**
 * Whether what is off had been agreed. The acts of somebody who is here no more went with them: the
 * state before says it, else a day that is left.
 */
function wasCountedOn({ row, parties, said }: WholeDeal, read: Reader): boolean {
  if (wasAgreed(parties, said)) return true
  if (!GONE.has(row.why ?? '')) return false
  if (row.why === 'takenBack' && row.box === null) return true
  const states = read.homeHistory(deal.name, row.id).filter(({ field }) => field === 'state')
  const before = states.find(({ value }) => value !== row.state)?.value
  return before === undefined ? row.when !== null : before === 'agreed'
}
const GONE: ReadonlySet<string> = new Set(['takenBack', 'ended', 'gone'])

/**
 * Whether people count on the meeting of a thread: see `MeetingCounts`. Its words may name no day
 * for sure: it is then to come.
 */
export function meetingCounts(whole: WholeDeal, read: Reader, today: string): MeetingCounts {
  const { row, state, stands } = whole
  const isAgreed = state === 'agreed' || stands !== undefined
  if (!isAgreed && !(isOff(whole) && wasCountedOn(whole, read))) return undefined
  const on = proposedOn(whole)
  const moments = [{ when: row.when, on }, ...(stands ? [{ ...stands, on: stands.on ?? on }] : [])]
  // A box may wake before the day on which it was asked.
  const days = moments.map(({ when, on }) =>
    when === null || today < on ? undefined : read.published.momentDays?.({ when, on }),
  )
  if (days.some(some => some?.includes(today))) return 'today'
  return days.every(some => some?.every(day => day < today)) ? undefined : 'later'
}
