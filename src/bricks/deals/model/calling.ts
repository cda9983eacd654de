import type { Reader } from '../../../contract/reader.ts'
import { sayTime } from '../../../text/days.ts'
import { anyPhoneIn } from '../../../text/phone.ts'
import {
  isHourApart,
  isHourOfRide,
  isRideWord,
  isSameBack,
  rideIn,
  withHour,
  withoutHours,
} from './hour-told.ts'
import { changedFor, isToldTo, noticeNow, sinceSeen, unseenFor } from './news.ts'
import { keyOfNotice, type SaidOn, type WholeDeal } from './read.ts'
import { isMissedWord } from './ready-word.ts'
import { askedRideNow, isHeldApart, isSameDay, rideNowOf } from './ride-now.ts'
import {
  type Actor,
  isAskedOf,
  isForKeeper,
  isReader,
  isWordAlone,
  type Party,
  speaksFor,
  talksFor,
} from './rules.ts'
import { writesReach } from './slips.ts'

/**
 * Somebody to telephone: they hold a ticket, or have no screen; they gave a number, and have not
 * read what moved.
 *
 * Shape   `phone`: undefined where it was hidden or erased since: nobody told them what moved, so
 *         that the other one goes by the keeper. `holder`: they, as who reads it. `isNotice`: the
 *         notice changed, and nothing else is new. `word`: one that tells of their ride or of
 *         their part, to be said as it is. `isLate`: the other one is late. `when`: the moment,
 *         with the hour of its ride now; of one that is off, the hour that was told last.
 *         `leavesAt`: the hour at which the ride of what is agreed leaves now, on its way back
 *         where `isBack`. `isHourAlone`: nothing else is to be said. `held`: what two people agreed
 *         apart from the notice, where its hour moved.
 */
export type Call = Readonly<{
  party: Party
  phone: string | undefined
  holder: Actor
  isNotice: boolean
  word: SaidOn | undefined
  isLate: boolean
  when: string | null
  leavesAt: string | undefined
  isBack: boolean
  isHourAlone: boolean
  held: string | null
}>

/**
 * Whom this reader telephones in a thread: the other side of theirs. A word is no reason: its
 * person reads it when they come.
 *
 * Law     The number is the one that its person gave to that other side, or shows to everybody.
 */
export function callFor(whole: WholeDeal, who: Actor, read: Reader): Call | undefined {
  if (whole.row.box !== null) return undefined
  return sidesOf(whole, who).flatMap(party => callTo(whole, party, read) ?? [])[0]
}
/** The other side of this person, but those to whom they tell it themselves. */
const sidesOf = ({ parties }: WholeDeal, who: Actor): readonly Party[] =>
  parties.filter(
    party =>
      !isToldTo(who, party) && parties.some(one => one.key !== party.key && speaksHere(who, one)),
  )
const speaksHere = (who: Actor, party: Party): boolean =>
  isReader(party, who) || isToldTo(who, party)

/** Whether this person has a number by which the other side is told what moves. */
export const isCallable = (whole: WholeDeal, who: Actor, read: Reader): boolean =>
  whole.row.box === null &&
  sidesOf(whole, who).some(
    party => holderOf(party) !== undefined && numberOf(whole, party, read) !== undefined,
  )

/**
 * Whether this person may note what a party answers by voice: their other side, of what is asked
 * now, where they have a number to call.
 *
 * Law     nobody notes it of who reads on a screen of their own.
 */
export const mayNoteCall = (whole: WholeDeal, party: Party, who: Actor, read: Reader): boolean =>
  who.by !== 'keeper' &&
  who.me !== undefined &&
  whole.row.box === null &&
  isAskedOf(whole, party) &&
  !speaksFor(who, party) &&
  callerOf(whole, party, who) !== undefined &&
  holderOf(party) !== undefined &&
  numberOf(whole, party, read) !== undefined

/** The side of who calls a party and notes what they answer. */
export const callerOf = ({ parties }: WholeDeal, { key }: Party, who: Actor): Party | undefined =>
  parties.find(one => one.key !== key && talksFor(who, one))

/** Whether this side said since the last move that they called and reached nobody. */
export const missedBy = ({ said }: WholeDeal, { key }: Party): boolean =>
  said
    .slice(said.findLastIndex(one => !isWordAlone(one)))
    .some(one => one.key === key && isMissedWord(one))

function callTo(whole: WholeDeal, party: Party, read: Reader): Call | undefined {
  // They met: nothing is left to say.
  if (whole.state === 'done') return undefined
  const holder = holderOf(party)
  const phone = numberOf(whole, party, read)
  if (!holder || (phone === undefined && !isReachLost(whole, party))) return undefined
  const { moves, word, isLate, isSince } = sinceSeen(whole, holder)
  // What moves once the number is gone is handed over.
  if (phone === undefined && moves.every(({ slip }) => slip)) return undefined
  // An answer that is awaited is no piece of news.
  const isAsked = isAskedOf(whole, party)
  const isUnread = unseenFor(whole, holder).length > 0 || (isAsked && isSince)
  // Of words, one that tells that their ride changed, or that answers their part.
  const toSay = word?.when == null ? undefined : word
  // Who noted their answer took it back.
  const isAskedAgain = isAsked && !isSince
  const isMoved = isUnread && (moves.length > 0 || isLate || toSay !== undefined || isAskedAgain)
  if (!isMoved && (changedFor(whole, holder).length === 0 || movesNobody(whole, read)))
    return undefined
  const call = { party, phone, holder, isNotice: !isMoved, word: toSay, isLate }
  return { ...call, ...hourNow(whole, read, call, moves) }
}

/** What of a call says at which hour the ride leaves by now. `moves`: what moved besides. */
function hourNow(
  whole: WholeDeal,
  read: Reader,
  { holder, isNotice, word }: Pick<Call, 'holder' | 'isNotice' | 'word'>,
  moves: readonly SaidOn[],
): Pick<Call, 'when' | 'leavesAt' | 'isBack' | 'isHourAlone' | 'held' | 'word'> {
  const { row, stands } = whole
  const now = rideNowOf(read, whole)
  const at = now?.isAgreed ? now.at : null
  const isRide = now?.at != null && word !== undefined && isRideWord(word)
  const isAlone = isNotice ? isHourAlone(whole) : isRide && moves.length === 0
  // Whoever is asked another moment counts on the agreed one until they answer.
  const isUntold = stands !== undefined && (isRide || changedFor(whole, holder).length > 0)
  return {
    when: askedWhen(whole, read),
    leavesAt: at !== null && (isAlone || isUntold) ? sayTime(at, 'fr') : undefined,
    isBack: now?.isBack === true,
    isHourAlone: isAlone,
    held: isHeldApart(now) ? (stands ?? row).when : null,
    word: isRide ? undefined : word,
  }
}
/** The moment that was asked or agreed last, with the hour of its ride now. */
function askedWhen(whole: WholeDeal, read: Reader): string | null {
  const { when } = whole.row
  const at = askedRideNow(read, whole)?.at ?? null
  if (when === null || at === null || !isHourOfRide(read, whole, when)) return when
  return withHour(when, sayTime(at, 'fr'))
}

/** Whether its notice says another hour, and the rest as before. */
const isHourAlone = (whole: WholeDeal): boolean =>
  withoutHours(noticeNow(whole)) === withoutHours(whole.row.noticeAs ?? '')
/**
 * The same, of a ride on offer where people have hours of their own, or go by its way back, whose
 * hour is the same: nothing is to be told. Who answers a request drives at its hour.
 */
export function movesNobody(whole: WholeDeal, read: Reader): boolean {
  if (whole.row.mode !== 'ride' || rideIn(whole) === undefined) return false
  const isBackSame = isSameBack(noticeNow(whole), whole.row.noticeAs ?? '')
  if (!isHourAlone(whole) || !isHourApart(read, whole, { isBackSame })) return false
  const now = rideNowOf(read, whole)
  return now === undefined || isSameDay(now)
}

/** As whom they read it: of who has no page of their own, as their relay or the keeper. */
function holderOf(party: Party): Actor | undefined {
  const { ticket: own, spoke, sent, noScreen, member, relays } = party
  const ticket = own ?? (spoke ? sent : undefined)
  if (ticket !== undefined) return { by: 'visitor', ticket }
  if (noScreen && !spoke && member !== null) return { by: 'neighbour', me: member }
  if (member !== null || party.away !== undefined) return undefined
  const [relay] = relays
  if (relay !== undefined) return { by: 'relay', me: relay }
  return isForKeeper(party) ? { by: 'keeper' } : undefined
}
/** By which they are called, as they gave it to that other side, or show it. */
export const numberOf = (whole: WholeDeal, party: Party, read: Reader): string | undefined =>
  phoneOf(whole, party) ?? shownBy(party, read)
/** The number that a member without a screen agreed to show to everybody. */
const shownBy = ({ noScreen, member }: Party, read: Reader): string | undefined =>
  noScreen && member !== null ? read.published.usualWay?.(member)?.phone : undefined

/** Who began without a card said how to reach them, and it is hidden or erased. */
const isReachLost = ({ row }: WholeDeal, { ticket }: Party): boolean =>
  ticket !== undefined && row.reach === null

function phoneOf(whole: WholeDeal, party: Party): string | undefined {
  const own = whole.notices.find(notice => keyOfNotice(notice) === party.key)?.reach
  const reach = writesReach(whole, party) ? whole.row.reach : own
  return reach && anyPhoneIn(reach) ? reach : undefined
}
