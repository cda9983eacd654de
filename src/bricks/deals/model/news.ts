import { type Draft, draft } from '../../../contract/decision.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { type SaidOn, type WholeDeal, wholeOf } from './read.ts'
import { deal } from './records.ts'
import {
  type Actor,
  isCancelling,
  isForKeeper,
  isReader,
  isUnderWay,
  isWordAlone,
  type Party,
  speaksFor,
  talksFor,
  whyOf,
} from './rules.ts'

/** To whom something of a thread is news. */

/**
 * For whom somebody is told: themselves, and those for whom they write; the keeper, those whom
 * nobody else can tell.
 */
export const isToldTo = (who: Actor, party: Party): boolean =>
  who.by === 'keeper' ? isForKeeper(party) : speaksFor(who, party)

/**
 * The places of this person, and of those for whom they write, to whom the last word of the other
 * side is news.
 */
export const newsFor = (whole: WholeDeal, who: Actor): readonly string[] => [
  ...new Set([...unseenFor(whole, who), ...changedFor(whole, who)]),
]
/** The same, of what was said alone. */
export const unseenFor = ({ row, parties }: WholeDeal, who: Actor): readonly string[] =>
  (row.unseen ?? []).filter(place => {
    const party = parties[Number(place)]
    return party !== undefined && isToldTo(who, party)
  })

/** A notice as whoever answers it reads it: its sentence; of a ride, its days and hours too. */
export const noticeRead = ({ title, ride }: NoticeSeen): string =>
  [title, ride].filter(Boolean).join(' · ')
/** Its notice as it is now; empty once it is closed, or off the page. */
export const noticeNow = ({ notices: [notice] }: WholeDeal): string =>
  notice && !notice.isClosed ? noticeRead(notice) : ''
/**
 * The places to which it is news that the notice of a thread under way is worded otherwise, over,
 * or off the page: that of who answered it.
 */
export const changedFor = (whole: WholeDeal, who: Actor): readonly string[] => {
  const { row, state, parties, said } = whole
  const now = noticeNow(whole)
  // An older thread kept the sentence alone.
  const isSame = row.noticeAs === now || (now !== '' && row.noticeAs === whole.notices[0]?.title)
  // Who takes a part still counts on it, whatever became of the moment.
  const isOpen = isUnderWay(state) || (state === 'fallen' && whole.takes !== undefined)
  if (row.noticeAs === null || isSame || !isOpen) return []
  // Who holds a card reads it elsewhere than on the open Wi-Fi; who holds none reads it no more.
  if (whole.isApart && who.ticket === undefined) return []
  const place = parties.findIndex(({ key }) => key === said[0]?.key)
  const party = parties[place]
  return party && isToldTo(who, party) ? [String(place)] : []
}

/** To whom what a party says is news: everybody here but them, and but who writes it down. */
export const toldNext = (
  parties: readonly Party[],
  of: Party,
  me: string | undefined,
): readonly string[] =>
  parties.flatMap((party, place) =>
    party.key === of.key || party.away !== undefined || (me !== undefined && party.member === me)
      ? []
      : [String(place)],
  )

/**
 * What the others said since this person, or whom they speak for, said or saw anything. Where
 * nothing followed that, the last thing that the others said.
 *
 * Shape   `moves`: what moved the arrangement, oldest first · `word`: the last word beside it ·
 *         `isLate`: they said that they are late · `isSince`: something followed.
 * Law     What was said before a meeting is cancelled is not said with the cancel: it counted on
 *         the meeting.
 */
export function sinceSeen(
  whole: WholeDeal,
  who: Actor,
): Readonly<{
  moves: readonly SaidOn[]
  word: SaidOn | undefined
  isLate: boolean
  isSince: boolean
}> {
  const { said, parties } = whole
  const acts = said.filter(({ says }) => says !== 'insult')
  const own = parties.filter(party => isReader(party, who) || talksFor(who, party))
  const isOwn = ({ key }: SaidOn): boolean => own.some(party => party.key === key)
  const seen = own.map(party => acts.findIndex(({ id }) => id === seenBy(whole, party)))
  const since = acts
    .slice(Math.max(acts.findLastIndex(isOwn), ...seen) + 1)
    .filter(one => !isOwn(one))
  // What fell through for another reason than an act has none to be told with it.
  const before = whyOf(whole.row.why) === null ? acts.filter(one => !isOwn(one)) : []
  const others = since.length > 0 ? since : before.slice(-1)
  const beside = others.slice(others.findLastIndex(one => isCancelling(said, one)) + 1)
  return {
    moves: others.filter(one => !isWordAlone(one)),
    word: beside.findLast(({ says }) => says === 'word'),
    isLate: beside.some(({ says }) => says === 'late'),
    isSince: since.length > 0,
  }
}
/** The last act that a party saw, by its id. */
const seenBy = ({ row, parties }: WholeDeal, party: Party): string | undefined =>
  (row.seenTo ?? [])
    .map(one => one.split(':'))
    .find(([place]) => Number(place) === parties.indexOf(party))?.[1]
/** The same, once these places saw all of it. */
export const seenNow = ({ row, said }: WholeDeal, places: readonly string[]): readonly string[] => {
  const last = said.findLast(({ says }) => says !== 'insult')
  const others = (row.seenTo ?? []).filter(one => !places.includes(one.split(':')[0] ?? ''))
  return last ? [...others, ...places.map(place => `${place}:${last.id}`)] : others
}

/**
 * The key of what is new of a thread for somebody, by its last act: `notice` where its notice
 * changed too.
 */
export const newsKey = (whole: WholeDeal, who: Actor): string =>
  `${changedFor(whole, who).length > 0 ? 'notice' : 'thread'}:${lastOf(whole)}:${whole.row.id}`
/** Of what somebody who was forgotten left without a word, it is the thread itself. */
const lastOf = ({ said, row }: WholeDeal): string =>
  said.findLast(({ says }) => says !== 'insult')?.id ?? row.id

/** What is written of a thread once this person saw what is new for them. */
export function seenFields(
  whole: WholeDeal,
  who: Actor,
  { isNoticeSeen }: Readonly<{ isNoticeSeen: boolean }>,
): FieldsOf<typeof deal> | undefined {
  const seen = newsFor(whole, who)
  if (seen.length === 0) return undefined
  const left = (whole.row.unseen ?? []).filter(place => !seen.includes(place))
  return {
    unseen: left.length > 0 ? left : null,
    seenTo: seenNow(whole, seen),
    ...(isNoticeSeen && changedFor(whole, who).length > 0 ? { noticeAs: noticeNow(whole) } : {}),
  }
}

/** *J'ai vu* beside a line of the first page: what was said since is news again. */
export function seenByKey(key: string, read: Reader, at: Actor): readonly Draft[] | undefined {
  const [is, , id = ''] = key.split(':')
  if (is !== 'thread' && is !== 'notice') return undefined
  const whole = wholeOf(read, id)
  const fields =
    whole && newsKey(whole, at) === key
      ? seenFields(whole, at, { isNoticeSeen: is === 'notice' })
      : undefined
  return fields ? [draft(deal, id, fields)] : []
}
