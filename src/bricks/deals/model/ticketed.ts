import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { BesideTicket, Fate } from '../../../contract/fate.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { noticeHeld } from './closed-too.ts'
import { dayIn } from './ending.ts'
import { threadGone } from './fading.ts'
import { newsFor } from './news.ts'
import { type DealRow, type SaidOn, type WholeDeal, wholeOf } from './read.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { isNoticeAlone, rideNowOf } from './ride-now.ts'
import {
  endOf,
  hasSaidOfTelling,
  isAskedOf,
  isHeldBy,
  isProposing,
  isTelling,
  isTellingThis,
  isWordAlone,
  mayTalk,
  type Party,
  saysDone,
  whyOf,
} from './rules.ts'
import { DEALS } from './sides.ts'
import { threadsHere, threadsOfParts } from './threads.ts'
import { threadsUnseen } from './threads-unseen.ts'
import { undoneIn, wordsLeft } from './words-left.ts'

/** Threads of somebody without a card, by a ticket: of one that they began, or of their notice. */

/** Where it stands, for its holder; undefined where nobody holds a ticket of it. */
export function fateOf(id: string, read: Reader): Fate | undefined {
  const whole = wholeOf(read, id)
  const holder = whole?.parties.find(party => party.ticket === id)
  return whole && holder && fateIn(whole, { holder, ticket: id }, read)
}
/** Of one thread, with what its ride says by now otherwise than the moment in it. */
function fateIn(
  whole: WholeDeal,
  { holder, ticket }: Readonly<{ holder: Party; ticket: string }>,
  read: Reader,
): Fate {
  const ride = rideNowOf(read, whole)
  return {
    state: standing(whole, holder),
    ...newOf(whole, ticket),
    ...(isNotable(whole, holder) ? { notedAt: `${DEALS}/${whole.row.id}` } : {}),
    ...(isBetween(whole, holder) ? { isBetween: true } : {}),
    ...(ride && !isNoticeAlone(ride) ? { ride: ride.isOver ? 'over' : 'moved' } : {}),
  }
}
/** A yes or a no is awaited of its holder, which the keeper may note by its code. */
const isNotable = (whole: WholeDeal, holder: Party): boolean =>
  whole.row.box === null && isAskedOf(whole, holder)
/** The same, with the id of what moved it last: a word moves nothing. */
type HeldFate = Readonly<{ fate: Fate; movedBy: string }>
const heldFate = (
  whole: WholeDeal,
  by: Readonly<{ holder: Party; ticket: string }>,
  read: Reader,
): HeldFate => ({
  fate: fateIn(whole, by, read),
  movedBy: whole.said.findLast(one => !isWordAlone(one))?.id ?? whole.row.id,
})
/** Those that say how it stands: not what fell through before another was agreed instead. */
const standingNow = (all: readonly HeldFate[]): readonly Fate[] =>
  all
    .filter(
      ({ fate, movedBy }) =>
        fate.state !== 'fallen' ||
        !all.some(other => AGREED.has(other.fate.state) && other.movedBy > movedBy),
    )
    .map(({ fate }) => fate)
const AGREED: ReadonlySet<Fate['state']> = new Set([
  ...(['agreed', 'late', 'doneAsked', 'tellAsked', 'done'] as const),
])
/** Of several threads: in this state, with what is new in any of them. */
function fateOfAll(all: readonly Fate[], state: Fate['state']): Fate {
  const own = all.filter(fate => fate.state === state)
  const ride = own.find(fate => fate.ride !== undefined)?.ride
  const notedAt = own.find(fate => fate.notedAt !== undefined)?.notedAt
  const news = all.filter(fate => fate.isNew)
  const told = news.length > 0 ? news : all
  return {
    state,
    ...(all.some(fate => fate.isNew) ? { isNew: true } : {}),
    // Of what is new, what somebody carries is asked of them.
    ...(told.length > 0 && told.every(fate => fate.isBetween) ? { isBetween: true } : {}),
    ...(ride === undefined ? {} : { ride }),
    ...(notedAt === undefined ? {} : { notedAt }),
  }
}
/** Whether the last thing that the other one said is on no slip. */
function isBetween({ said }: WholeDeal, { key }: Party): boolean {
  const last = said.findLast(one => one.key !== key && one.says !== 'insult')
  return last !== undefined && !last.slip
}
/** That something is new for the holder of this ticket. */
const newOf = (whole: WholeDeal, ticket: string): Pick<Fate, 'isNew'> =>
  newsFor(whole, { by: 'visitor', ticket }).length > 0 ? { isNew: true } : {}

function standing({ row, state, parties, said, stands }: WholeDeal, { key }: Party): Fate['state'] {
  const others = parties.filter(party => party.key !== key)
  if (state === 'done' && others.length > 0) {
    if (!saysDone(said, key)) return 'doneAsked'
    const isAsked = others.some(one => isTelling(said, one.key)) && !isTellingThis(said, key)
    return isAsked && !hasKept(said, key) ? 'tellAsked' : 'done'
  }
  if (state === 'done') return 'done'
  if (state === 'ended' || !mayTalk(said)) return 'over'
  if (state === 'agreed') return isLate(said, key) ? 'late' : 'agreed'
  if (isAskedOf({ state, said }, { key })) return 'proposed'
  if (stands) return 'agreed'
  if (state === 'fallen' && (whyOf(row.why) !== null || (endOf(said)?.key ?? key) !== key))
    return 'fallen'
  return said.some(one => one.key !== key) ? 'replied' : 'sent'
}
/** They said that it is not to be told. */
const hasKept = (said: readonly SaidOn[], key: string): boolean =>
  hasSaidOfTelling(said, key) && !isTelling(said, key)
/** The other one is late, and its holder said nothing since. */
const isLate = (said: readonly SaidOn[], key: string): boolean =>
  said.slice(said.findLastIndex(one => one.key === key) + 1).some(({ says }) => says === 'late')

/** What of a notice is told before anything else: what is asked, then what changes the day. */
const ORDER: readonly Fate['state'][] = [
  ...(['proposed', 'doneAsked', 'late', 'fallen', 'tellAsked', 'agreed'] as const),
]
/** Where a notice that a visitor sent stands, by its threads; undefined where nothing moved. */
export function fateOfNotice(id: string, read: Reader): Fate | undefined {
  const held = threadsHere(read, id).flatMap(whole => {
    const holder = whole.parties.find(({ sent }) => sent !== undefined)
    return holder ? [heldFate(whole, { holder, ticket: holder.sent ?? '' }, read)] : []
  })
  const [all, now] = [held.map(({ fate }) => fate), standingNow(held)]
  const state = ORDER.find(one => now.some(fate => fate.state === one))
  const isNew = all.some(fate => fate.isNew)
  const isDone = now.some(fate => fate.state === 'done') && now.every(isAnswered)
  if (isDone) return fateOfAll(all, state ?? 'done')
  return state || isNew ? fateOfAll(all, state ?? 'answered') : undefined
}
/** Nothing of it goes on. */
const isAnswered = ({ state }: Fate): boolean => state === 'done' || state === 'over'
/** The same of an answer that says how much, shown or waiting, which a visitor sent. */
export function fateOfPart(id: string, read: Reader): Fate | undefined {
  const where = 'piece = ? OR shownAs = ?'
  const [sent] = read.list(proposal, { where, with: [id, id], limit: 1 }, 'home')
  if (!sent) return undefined
  const held = threadsHeld(read, sent.id).flatMap(whole => {
    const holder = whole.parties.find(party => isHeldBy(party, sent.id))
    return holder ? [heldFate(whole, { holder, ticket: sent.id }, read)] : []
  })
  const [all, now] = [held.map(({ fate }) => fate), standingNow(held)]
  const state = ([...ORDER, 'replied', 'done'] as const).find(one =>
    now.some(fate => fate.state === one),
  )
  return state && fateOfAll(all, state)
}

/**
 * The threads that the ticket of a notice opens, or that of an answer which says how much.
 *
 * Shape   those that ask something of its holder first, then the newest.
 * Law     those about that notice, shown, or begun by that answer, of which its holder is the
 *         party: never another.
 */
export function threadsHeld(read: Reader, ticket: string): readonly WholeDeal[] {
  const sent = read.one(proposal, ticket, 'home')
  if (!sent) return []
  const rankIn = (whole: WholeDeal): number => {
    const holder = whole.parties.find(party => isHeldBy(party, ticket))
    return holder ? ASKED_FIRST.indexOf(standing(whole, holder)) : -1
  }
  return [
    ...(sent.of === 'response' ? threadsOfParts(read, [sent.piece ?? '']) : []),
    ...(sent.shownAs ? threadsHere(read, sent.shownAs) : []),
  ]
    .filter(({ parties }) => parties.some(party => isHeldBy(party, ticket)))
    .toSorted((a, b) => rankIn(a) - rankIn(b))
}
/** What asks nothing of its holder any more comes last. */
const ASKED_FIRST: readonly Fate['state'][] = [
  ...(['proposed', 'doneAsked', 'late', 'agreed', 'replied', 'sent'] as const),
  ...(['fallen', 'tellAsked', 'done', 'over'] as const),
]

/** What the holder of the ticket of a notice may write in its threads, and what they take back. */
export function besideNotice(ticket: string, read: Reader): BesideTicket | undefined {
  const seen = threadsHeld(read, ticket)
  const unseen = threadsUnseen(read, ticket, seen)
  const all = [...seen, ...unseen.map(({ whole }) => whole)]
  if (all.length === 0) return undefined
  const by = { by: 'visitor', ticket } as const
  const taken = [
    ...seen.map(whole => takenBack(whole, ticket, read)),
    ...unseen.map(({ whole, ways }) => takenBack(whole, ticket, read, ways)),
  ]
  return {
    threads: all.map(({ row }) => ({ type: deal.name, record: row.id })),
    own: taken.flatMap(({ forget }) =>
      forget.flatMap(({ type, record }) => (type === deal.name ? [] : [{ type, record }])),
    ),
    shown: all.some(whole => noticeHeld(whole, by)) ? ['partsDeclined', 'partsAgreed'] : [],
    drafts: taken.flatMap(({ drafts }) => drafts),
    forget: taken.flatMap(({ forget }) => forget),
  }
}

/**
 * What its holder takes back: their words, the times and places that they proposed, their name, how
 * to reach them, and what was told of it.
 * The words of the other one stay, and the conversation is over.
 */
export function withdrawn(id: string, read: Reader): TakenBack | undefined {
  const whole = wholeOf(read, id)
  return whole?.parties.some(party => party.ticket === id) ? takenBack(whole, id, read) : undefined
}

/**
 * What two boxes share, and its holder takes back: nobody of this box is left in it. The other box
 * hears that nothing of it stands, and keeps its own words.
 */
const goneFromHere = (row: DealRow, read: Reader): TakenBack => ({
  drafts: row.deed === null ? [] : [draft(deal, row.id, { deed: null })],
  forget: [
    ...(row.deed === null ? [] : [{ type: deed.name, record: row.deed }]),
    ...threadGone(read, { ...row, deed: null }),
  ],
})

const MOMENT = ['when', 'where'] as const
type TakenBack = Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>
function takenBack(
  whole: WholeDeal,
  ticket: string,
  read: Reader,
  ways?: readonly string[],
): TakenBack {
  const { row, parties, said } = whole
  if (row.box !== null) return goneFromHere(row, read)
  const holder = parties.findIndex(party => isHeldBy(party, ticket))
  const party = parties[holder]!
  const own = said.filter(({ key }) => key === party.key)
  const others = parties.flatMap((_, place) => (place === holder ? [] : [String(place)]))
  const { stands } = whole
  const isAgreed = whole.state === 'agreed' || stands !== undefined
  // What they ever proposed goes with them. Of what was agreed the day stays: the other one would
  // wait for them on that day. Where another moment was asked instead, the agreed one falls.
  const isOwn = own.some(isProposing)
  const agreed = stands ?? row
  const moment = isOwn
    ? { when: isAgreed ? dayIn(agreed.when) : null, where: null }
    : { when: agreed.when, where: agreed.where }
  // The title of their notice, as the thread has it, is theirs too.
  const theirs =
    party.sent === undefined
      ? (['visitor', 'reach', 'phone', 'hand'] as const)
      : (['names', 'what', 'noticeAs'] as const)
  // The other one still counts on what was agreed.
  const off = isAgreed ? ({ why: 'takenBack' } as const) : {}
  const over = whole.state === 'done' ? {} : ({ state: 'ended', ...off } as const)
  const left = wordsLeft({ ...whole, row: { ...row, ...moment } }, party, ways)
  const written = read.one(deal, row.id, 'home') ?? row
  const kept = { ...moment, ...left.moment }
  const changed = MOMENT.filter(field => kept[field] !== written[field])
  return {
    drafts: [
      draft(deal, row.id, {
        ...Object.fromEntries(
          changed.flatMap(field => (kept[field] ? [[field, kept[field]]] : [])),
        ),
        ...over,
        ...(row.deed === null ? {} : { deed: null }),
        unseen: others,
      }),
      ...left.drafts,
    ],
    forget: [
      ...left.forget,
      ...theirs
        .filter(field => row[field] !== null)
        .map(field => ({ type: deal.name, record: row.id, field })),
      // A field keeps what stood in it before: a moment that was asked may name them.
      ...MOMENT.filter(field => written[field] !== null).map(field => ({
        ...{ type: deal.name, record: row.id, field },
        ...(changed.includes(field) ? {} : { past: true }),
      })),
      ...(row.deed === null ? [] : [{ type: deed.name, record: row.deed }]),
      ...own.map(one => ({ type: dealAnswer.name, record: one.id })),
      ...undoneIn(read, row),
      ...said.flatMap(({ slip }) => (slip ? [{ type: 'word', record: slip }] : [])),
    ],
  }
}
