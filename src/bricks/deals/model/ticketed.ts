import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { BesideTicket, Fate } from '../../../contract/fate.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { threadGone } from './fading.ts'
import { newsFor } from './news.ts'
import { threadsOfParts } from './parts.ts'
import { type DealRow, type SaidOn, type WholeDeal, wholeOf } from './read.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { rideNowOf } from './ride-now.ts'
import {
  endOf,
  hasSaidOfTelling,
  isHeldBy,
  isTelling,
  isTellingThis,
  mayTalk,
  type Party,
  possible,
  saysDone,
  whyOf,
} from './rules.ts'
import { threadsHere } from './threads.ts'

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
    ...(ride ? { ride: ride.isOver ? 'over' : 'moved' } : {}),
  }
}
/** Of several threads: in this state, with what is new in any of them. */
function fateOfAll(all: readonly Fate[], state: Fate['state']): Fate {
  const ride = all.find(fate => fate.state === state && fate.ride !== undefined)?.ride
  return {
    state,
    ...(all.some(fate => fate.isNew) ? { isNew: true } : {}),
    ...(ride === undefined ? {} : { ride }),
  }
}
/** That something is new for the holder of this ticket. */
const newOf = (whole: WholeDeal, ticket: string): Pick<Fate, 'isNew'> =>
  newsFor(whole, { by: 'visitor', ticket }).length > 0 ? { isNew: true } : {}

function standing({ row, state, parties, said }: WholeDeal, { key }: Party): Fate['state'] {
  const others = parties.filter(party => party.key !== key)
  if (state === 'done' && others.length > 0) {
    if (!saysDone(said, key)) return 'doneAsked'
    const isAsked = others.some(one => isTelling(said, one.key)) && !isTellingThis(said, key)
    return isAsked && !hasKept(said, key) ? 'tellAsked' : 'done'
  }
  if (state === 'done') return 'done'
  if (state === 'ended' || !mayTalk(said)) return 'over'
  if (state === 'agreed') return isLate(said, key) ? 'late' : 'agreed'
  if (state === 'proposed' && possible(state, said, key).includes('yes')) return 'proposed'
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
  const all = threadsHere(read, id).flatMap(whole => {
    const holder = whole.parties.find(({ sent }) => sent !== undefined)
    return holder ? [fateIn(whole, { holder, ticket: holder.sent ?? '' }, read)] : []
  })
  const state = ORDER.find(one => all.some(fate => fate.state === one))
  const isNew = all.some(fate => fate.isNew)
  return state || isNew ? fateOfAll(all, state ?? 'answered') : undefined
}
/** The same of an answer that says how much, shown or waiting, which a visitor sent. */
export function fateOfPart(id: string, read: Reader): Fate | undefined {
  const where = 'piece = ? OR shownAs = ?'
  const [sent] = read.list(proposal, { where, with: [id, id], limit: 1 }, 'home')
  if (!sent) return undefined
  const all = threadsHeld(read, sent.id).flatMap(whole => {
    const holder = whole.parties.find(party => isHeldBy(party, sent.id))
    return holder ? [fateIn(whole, { holder, ticket: sent.id }, read)] : []
  })
  const state = ([...ORDER, 'replied'] as const).find(one => all.some(fate => fate.state === one))
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
  const all = threadsHeld(read, ticket)
  if (all.length === 0) return undefined
  const taken = all.map(whole => takenBack(whole, ticket, read))
  return {
    threads: all.map(({ row }) => ({ type: deal.name, record: row.id })),
    own: taken.flatMap(({ forget }) =>
      forget.flatMap(({ type, record }) => (type === deal.name ? [] : [{ type, record }])),
    ),
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

type TakenBack = Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>
function takenBack(whole: WholeDeal, ticket: string, read: Reader): TakenBack {
  const { row, parties, said } = whole
  if (row.box !== null) return goneFromHere(row, read)
  const holder = parties.findIndex(party => isHeldBy(party, ticket))
  const party = parties[holder]!
  const own = said.filter(({ key }) => key === party.key)
  const others = parties.flatMap((_, place) => (place === holder ? [] : [String(place)]))
  // A field of the thread keeps what stood in it before: what they ever proposed goes with it.
  const proposed = own.some(({ says }) => says === 'propose' || says === 'other')
    ? (['when', 'where'] as const)
    : []
  // The title of their notice, as the thread has it, is theirs too.
  const theirs =
    party.sent === undefined
      ? (['visitor', 'reach', 'phone'] as const)
      : (['names', 'what', 'noticeAs'] as const)
  // The other one still counts on what was agreed.
  const off = whole.state === 'agreed' ? ({ why: 'takenBack' } as const) : {}
  const over = whole.state === 'done' ? {} : ({ state: 'ended', ...off } as const)
  return {
    drafts: [
      draft(deal, row.id, {
        ...over,
        ...(row.deed === null ? {} : { deed: null }),
        unseen: others,
      }),
    ],
    forget: [
      ...[...theirs, ...proposed]
        .filter(field => row[field] !== null)
        .map(field => ({ type: deal.name, record: row.id, field })),
      ...(row.deed === null ? [] : [{ type: deed.name, record: row.deed }]),
      ...own.map(one => ({ type: dealAnswer.name, record: one.id })),
      ...said.flatMap(({ slip }) => (slip ? [{ type: 'word', record: slip }] : [])),
    ],
  }
}
