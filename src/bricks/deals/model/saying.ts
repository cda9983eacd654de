import type { Refusal } from '../../../contract/decision.ts'
import { pendingActs } from '../../../contract/letters/order.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one as oneOf } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { type SaidOn, type WholeDeal, wholeOf } from './read.ts'
import {
  type Actor,
  AWAY,
  isReader,
  isToBeTold,
  isWordAlone,
  mayTalk,
  type Party,
  possible,
  proposedNow,
  type Says,
  STOPPED,
  type State,
  speaksFor,
  type TakeBackState,
  takenBackBy,
  whyOf,
} from './rules.ts'
import { hasRefused, noticesOf } from './threads.ts'
import { mayUnwrite } from './voice.ts'

/** Who speaks in a thread, and what they may say or take back now. */

const say: Say<typeof fr> = message

/** What moved the thread and stands, oldest first. */
const movesIn = ({ said }: Pick<WholeDeal, 'said'>): readonly SaidOn[] =>
  said.filter(one => !isWordAlone(one) && one.says !== 'back')
/** What each form of an answer carries: the last move that its page showed. */
export const asShown = (whole: WholeDeal): Readonly<{ shown: string | false }> => ({
  shown: movesIn(whole).at(-1)?.id ?? false,
})
/**
 * What others may have said since, so that the answer still says what its page showed. Whether it
 * is told changes nothing of what is done. What calls all off does so once one of the two moments
 * that it showed was given up.
 */
const SAME_AFTER: Readonly<Partial<Record<Says, readonly Says[]>>> = {
  yes: ['yes'],
  no: ['yes'],
  done: ['done', 'tell', 'keep'],
  not: ['no', 'tell', 'keep'],
  tell: ['done', 'tell', 'keep'],
}
/**
 * Why nothing is done of an answer: it may not be said now, or its page showed something else than
 * what stands.
 *
 * Law     a form acts on what its page showed, and on nothing that came since. *Ne pas le raconter*
 *         says the same whatever stands.
 */
export function notAsShown(
  whole: WholeDeal,
  input: Input,
  says: Says,
  isOpen: boolean,
): Refusal | undefined {
  const shown = oneOf(input, 'shown')
  if (shown === '')
    return isOpen && isAsProposed(whole, input, says) ? undefined : { refused: say('notNow') }
  const moves = movesIn(whole)
  const at = moves.findIndex(({ id }) => id === shown)
  const since = moves.slice(at + 1)
  const isSame = at >= 0 && since.every(one => SAME_AFTER[says]?.includes(one.says))
  return isOpen && (isSame || says === 'keep')
    ? undefined
    : { refused: say('movedSince', whole.state) }
}

/** Of a page that is older than `shown`: its yes, or its no, names what it answers alone. */
function isAsProposed({ said }: WholeDeal, input: Input, says: Says): boolean {
  const proposed = oneOf(input, 'proposed')
  const isOfProposal = says === 'yes' || says === 'no'
  return !isOfProposal || proposed === '' || proposed === proposedNow(said)?.id
}

/** Whether somebody is left to read a word in it: it was not ended, and the other one stayed. */
export const mayWriteIn = (whole: WholeDeal): boolean =>
  whole.row.why !== 'refused' &&
  whole.row.why !== STOPPED &&
  mayTalk(whole.said) &&
  whole.parties.length > 1 &&
  !isLeftThere(whole)

/**
 * Whether nobody of the other box reads it any more: all that they said was forgotten there. About
 * a notice that stands, another word may begin it again.
 */
function isLeftThere({ row, notices }: WholeDeal): boolean {
  if (row.box === null) return false
  if (row.asked !== true) return row.said === null
  const isGone = row.why === 'gone' || (row.toldAt !== null && row.said === null)
  return isGone && notices.every(({ isClosed }) => isClosed)
}

/**
 * The last thing that was asked of the box that decides, while it is not known to have read it. A
 * word asks nothing.
 */
export const asksNow = (whole: Pick<WholeDeal, 'row' | 'said'>): SaidOn | undefined =>
  onTheWay(whole).findLast(act => !isWordAlone(act))
/** What was said here, words too, and is not known to be read there. */
export const onTheWay = ({ row, said }: Pick<WholeDeal, 'row' | 'said'>): readonly SaidOn[] =>
  row.asked === true
    ? pendingActs(
        said.filter(({ key }) => key !== AWAY),
        row.heard,
      )
    : []
export const isPending = (whole: WholeDeal): boolean => asksNow(whole) !== undefined

/**
 * What a party may say now: while something is on its way to the box that decides, only that it is
 * dropped. One whose other left has nobody to answer.
 */
export function mayBeSaid(whole: WholeDeal, key: string): readonly Says[] {
  if (whole.parties.length < 2) return []
  const all = possible(whole.state, whole.parties, whole.said, key)
  // What was asked first, and was not answered, is not dropped: it is asked no more, and goes.
  if (isPending(whole)) return whole.state === 'proposed' && whole.row.toldAt !== null ? ['no'] : []
  const isByTicket = whole.parties.some(
    party => party.key === key && (party.ticket ?? party.sent) !== undefined,
  )
  if (awaitsTelling(whole) && !isByTicket) return ['tell', 'keep']
  // A box that reads no words moves no moment that was agreed.
  return movesHere(whole) ? all : all.filter(says => says !== 'other' || !isAgreed(whole))
}

/** Whether the place of a moment is asked: a box that reads no words hears of none. */
export const movesHere = ({ row, movesThere }: WholeDeal): boolean =>
  row.box === null || movesThere === true

const isAgreed = ({ state }: WholeDeal): boolean => state === 'agreed'

/**
 * Everybody agreed that it be told, the last of them by a letter or a ticket: somebody whom this
 * box knows reads it, and says yes once more.
 */
export const awaitsTelling = ({ row, state, parties, said }: WholeDeal): boolean =>
  state === 'done' && row.asked !== true && row.deed === null && isToBeTold(parties, said)

/** The thread that the form names; by a ticket that names none, its own. */
export const wholeIn = (input: Input, read: Reader, { ticket }: Actor): WholeDeal | undefined =>
  wholeOf(read, oneOf(input, 'id') || (ticket ?? ''))

/**
 * Who speaks: the party whose place the form gives, since a name is not for every connection; else
 * oneself, by one's card or one's ticket.
 */
export function partyIn({ parties }: WholeDeal, input: Input, who: Actor): Party | undefined {
  const place = oneOf(input, 'party')
  if (place !== '') return /^\d$/.test(place) ? parties[Number(place)] : undefined
  return parties.find(party => isReader(party, who))
}

/**
 * The last answer, when this person may take it back: it closed the deal here, or made it agreed,
 * and nothing followed. That somebody else was told no because of a yes, or that the other left, is
 * something that followed.
 */
export function takesBack(
  whole: WholeDeal,
  who: Actor,
  read: Reader,
): Readonly<{ answer: SaidOn; state: State; party: Party; undid: TakeBackState }> | undefined {
  const { row, parties } = whole
  const found =
    row.asked === true || whyOf(row.why) !== null || parties.length < 2
      ? undefined
      : takenBackBy(whole.state, parties, whole.said)
  const party = found && parties.find(({ key }) => key === found.key)
  const answer = found && whole.said[found.at]
  // Who noted an answer may take it back.
  const isNoted =
    (who.by === 'keeper' && answer?.saidBy === 'keeper') ||
    (answer?.saidBy === 'caller' && who.me !== undefined && answer.keyedBy === who.me)
  const isTheirs = party && answer && speaksFor(who, party) && mayUnwrite(who, party, answer)
  if (!found || !answer || !party || !(isNoted || isTheirs)) return undefined
  const isFollowed =
    found.undid === 'yes' && noticesOf(whole).some(({ id }) => hasRefused(read, id))
  return isFollowed ? undefined : { answer, state: found.state, party, undid: found.undid }
}
