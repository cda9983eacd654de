import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { SlipHanded } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isOneOf } from '../../../core/narrow.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import type { fr } from '../words/fr.ts'
import { isRideWord, whenHeard } from './hour-told.ts'
import { keyOfNotice, memberKnown, type SaidOn, type WholeDeal } from './read.ts'
import { saysItStands } from './ready-word.ts'
import { dealAnswer } from './records.ts'
import {
  AWAY,
  isAskedOf,
  isCancelling,
  isForKeeper,
  isHeldBy,
  isProposing,
  isReader,
  type Party,
  proposedNow,
  type Says,
  speaksFor,
  spokeByTicket,
} from './rules.ts'
import { handedByAct, SLIP } from './slip-days.ts'
import { mayUnwriteSlip } from './voice.ts'

/**
 * The slip of a word: for who has no screen, what is said in a thread is also a word that their
 * relay, or the keeper, hands over to them. The brick of members keeps and prints it.
 */

const [LONGEST_NAME, LONGEST_SAID] = [60, 600]

/**
 * Whether a word to this party is handed over: this box does not know them, or a relay writes for
 * them. Who began without a card and gave a telephone is called, who gave a mail address reads
 * their ticket, and who gave a place is found there. Who sent a notice without a card, and answered
 * by its ticket, may never open it again: what moves is handed over to them too, and no word beside
 * it. The other one may be told to telephone as well: whoever tells them first spares the other.
 * The same holds of who began by a ticket, once the number that they gave is hidden or erased:
 * nobody can call them.
 */
function isHandedTo({ row, notices }: WholeDeal, party: Party, isWord: boolean): boolean {
  if (party.away !== undefined) return false
  if (party.ticket !== undefined) return row.reach === null ? !isWord : !saysHowToReach(row.reach)
  if (spokeByTicket(party)) return !isWord
  if (party.spoke) return false
  return isForKeeper(party) || party.relays.length > 0 || noticeOf(notices, party)?.relay != null
}
const noticeOf = (notices: WholeDeal['notices'], { key }: Party) =>
  notices.find(one => keyOfNotice(one) === key)

/**
 * Whether the way to be reached that the thread has is this party's: of who began it without a
 * card, by a ticket or by somebody who wrote for them.
 */
export const writesReach = ({ row, notices }: WholeDeal, party: Party): boolean =>
  party.ticket !== undefined ||
  (row.reach !== null &&
    party.member === null &&
    party.away === undefined &&
    noticeOf(notices, party) === undefined)

/** What one party says to another, to be handed over. `isWord`: it moves nothing. */
type WordToHand = Readonly<{ from: Party; to: Party; said: string; isWord: boolean }>

/** For whom a slip is, as it says: their name, with where to find them if nobody else knows. */
export function forWhomOf(whole: WholeDeal, to: Party): string {
  const own = noticeOf(whole.notices, to)
  const isNobodys = (isForKeeper(to) || spokeByTicket(to)) && (own?.relay ?? null) === null
  const reach = writesReach(whole, to) ? (whole.row.reach ?? '') : isNobodys ? own?.reach : null
  return `${to.name}${reach == null ? '' : `, ${reach}`}`.slice(0, LONGEST_NAME)
}

/** The member who hands words over to a party; without one, the keeper does. */
function carrierTo(whole: WholeDeal, to: Party, read: Reader): string | undefined {
  const relay = relayTo(whole, to)
  return (relay === null ? undefined : read.published.carrierOf?.(relay)) ?? to.relays[0]
}
const relayTo = ({ notices }: WholeDeal, to: Party): string | null =>
  noticeOf(notices, to)?.relay ?? to.through ?? null

/** The slip of a word; undefined where its reader has a screen, or nobody hands words over. */
function slipDraft(
  whole: WholeDeal,
  { from, to, said, isWord }: WordToHand,
  read: Reader,
  at: CommandContext,
): Draft | undefined {
  if (!isHandedTo(whole, to, isWord) || !hasTable(read, `${SLIP}_home`)) return undefined
  const relay = relayTo(whole, to)
  const carrier = carrierTo(whole, to, read)
  return {
    type: SLIP,
    record: at.newId(),
    fields: {
      forWhom: forWhomOf(whole, to),
      sender: from.name.slice(0, LONGEST_NAME),
      said: said.slice(0, LONGEST_SAID),
      signedBy: at.by === 'keeper' ? 'keeper' : at.me === undefined ? 'visitor' : 'card',
      about: whole.row.id,
      ...(at.me === undefined ? {} : { writer: at.me }),
      ...(from.ticket !== undefined && whole.row.reach !== null ? { reach: whole.row.reach } : {}),
      ...(to.member === null ? {} : { member: to.member }),
      ...(relay === null ? {} : { relay }),
      ...(carrier === undefined ? {} : { carrier }),
    },
  }
}

/**
 * The slip by which what a party says is handed to the others, if one is. `isWord`: it moves
 * nothing.
 */
export const slipToOthers = (
  whole: WholeDeal,
  from: Party,
  said: string,
  { read, at, isWord = false }: Readonly<{ read: Reader; at: CommandContext; isWord?: boolean }>,
): Draft | undefined =>
  whole.parties
    .filter(({ key }) => key !== from.key)
    .flatMap(to => slipDraft(whole, { from, to, said, isWord }, read, at) ?? [])[0]

/** What moves an arrangement, and what is said of it. */
type Move = Readonly<{ says: Says; when?: string | null; where?: string | null }>
/**
 * The slip of what moves an arrangement: a yes, a no, what calls a meeting off. What was done is
 * nobody's errand; that it is not done yet is. A line beside it has a slip of its own, which stays
 * when this one goes, and goes alone when the keeper hides it.
 */
export function moveSlip(
  whole: WholeDeal,
  from: Party,
  { says, when, where }: Move,
  { read, at, words }: DecideContext<typeof fr>,
): Draft | undefined {
  const { row, state, stands } = whole
  // A no to another moment than the agreed one leaves that one; what calls it off names that one.
  const kept = says === 'no' ? stands : undefined
  const now = (says === 'other' ? undefined : stands) ?? row
  const isOff = says === 'end' || (says === 'not' && state !== 'done')
  const stood = isOff ? whenHeard(whole, now.when, read) : now.when
  const both = says === 'other' ? [when, where] : [stood, now.where]
  const moment = both.filter(Boolean).join(', ')
  const is = kept ? 'stays' : says === 'not' && state === 'done' ? 'notYet' : says
  const alone = isOneOf(SAID_ON_SLIPS, is) ? words.slipSays[is](moment) : ''
  // Whoever is asked another moment may not have heard yet that the first one is agreed.
  const agreed = says === 'other' ? (stands ?? (state === 'agreed' ? row : undefined)) : undefined
  const said = agreed?.when ? `${alone} ${words.insteadOf(agreed.when)}` : alone
  return said === '' ? undefined : slipToOthers(whole, from, said, { read, at })
}
export const MOVES = ['yes', 'other', 'no', 'not', 'end', 'back'] as const
const SAID_ON_SLIPS = [...MOVES, 'stays', 'notYet'] as const

/** Who acts: they take back the slips of their own notes alone. */
type OwnNotes = Readonly<{ read: Reader; at: CommandContext }>
/**
 * The slips of what a party said before that stands no more, and that nobody handed over yet:
 * nobody carries them any more; nor a sentence of the box that it stands. `isOff`: their meeting is
 * called off, so that no change of their ride is carried either. What somebody else noted for them
 * is still carried, before what is said now.
 */
export function outdated(
  whole: WholeDeal,
  party: Party,
  { read, at }: OwnNotes,
  { isOff = false } = {},
): Withdrawn {
  const isGone = (one: SaidOn): boolean =>
    isOutdated(whole.said, one) || saysItStands(one, whole) || (isOff && isRideWord(one))
  const isOwn = (one: SaidOn): boolean => one.key === party.key && mayUnwriteSlip(at, party, one)
  const own = whole.said.filter(one => isOwn(one) && one.slip && isGone(one))
  const handed = own.length > 0 ? handedIn(whole, read) : new Map()
  return withdrawn(own.filter(({ id }) => !handed.has(id)))
}
/**
 * Of an act that was never said: its slip is carried no more, where nobody handed it over yet and
 * nobody else noted it; else another one says so.
 */
export function undoneSlip(
  whole: WholeDeal,
  party: Party,
  undone: SaidOn,
  of: DecideContext<typeof fr>,
): Readonly<{ slip: Draft | undefined; forget: readonly Forgetting[] }> {
  if (!undone.slip) return { slip: undefined, forget: [] }
  return handedIn(whole, of.read).has(undone.id) || !mayUnwriteSlip(of.at, party, undone)
    ? { slip: moveSlip(whole, party, { says: 'back' }, of), forget: [] }
    : { slip: undefined, forget: withdrawn([undone]).forget }
}
/** Slips that nobody carries any more. */
type Withdrawn = Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>
const withdrawn = (acts: readonly SaidOn[]): Withdrawn => ({
  drafts: acts.map(({ id }) => draft(dealAnswer, id, { slip: null })),
  forget: acts.map(({ slip }) => ({ type: SLIP, record: slip ?? '' })),
})
const OUTDATED: ReadonlySet<string> = new Set(['propose', ...MOVES])
export const isMove = ({ says }: Pick<SaidOn, 'says'>): boolean => OUTDATED.has(says)
/** Whoever counts on a meeting hears that it is off, whatever is proposed since. */
export const isOutdated = (said: readonly SaidOn[], one: SaidOn): boolean =>
  isMove(one) && !isCancelling(said, one)

/**
 * When the words of a thread were handed over, and by whom if it was here, by the act that said
 * them.
 */
export const handedIn = (
  { row, said }: Pick<WholeDeal, 'row' | 'said'>,
  read: Reader,
): ReadonlyMap<string, SlipHanded> => {
  const slips = said.flatMap(one => (one.slip ? [one.slip] : []))
  const handed = slips.length === 0 ? [] : (read.published.slipsHanded?.(slips) ?? [])
  const bySlip = new Map(handed.map(one => [one.id, one]))
  const there = handedByAct(row)
  return new Map(
    said.flatMap((one: SaidOn) => {
      const found = one.slip ? bySlip.get(one.slip) : undefined
      const on = one.key === AWAY ? undefined : there.get(one.id)
      const away = on === undefined ? undefined : { id: one.id, on, by: null, isRead: false }
      const told = found ?? away
      return told ? [[one.id, told] as const] : []
    }),
  )
}

/**
 * Who reads or answers on a screen has what was to be handed over to them: nobody carries it any
 * more.
 */
export function readDrafts(
  whole: WholeDeal,
  read: Reader,
  { me, ticket, today }: Pick<CommandContext, 'me' | 'ticket' | 'today'>,
): readonly Draft[] {
  const mine = whole.parties.find(
    party => (party.member !== null && party.member === me) || isHeldBy(party, ticket),
  )
  return mine
    ? toHand(whole, mine, read).map(({ slip }) => ({
        type: SLIP,
        record: slip ?? '',
        fields: { handedOn: today },
      }))
    : []
}
/**
 * Of who notes an answer for somebody, or proposes for them once it was off: they told them what
 * moved, and the word that began it. The slips of these are handed over; those of the words beside
 * are still carried.
 */
export const heardDrafts = (
  whole: WholeDeal,
  party: Party,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
): readonly Draft[] => {
  if (isReader(party, at) || (at.by !== 'keeper' && carrierTo(whole, party, read) !== at.me))
    return []
  return toHand(whole, party, read)
    .filter(one => isMove(one) || isHeardToo(whole.said, one))
    .map(({ slip }) => ({
      type: SLIP,
      record: slip ?? '',
      fields: { seenOn: at.today, handedOn: at.today },
    }))
}

/** The first word of a thread where something is asked; one whose slip says the moment too. */
function isHeardToo(said: readonly SaidOn[], word: SaidOn): boolean {
  const at = said.indexOf(word)
  const next = said[at + 1]
  const saysMoment = next?.key === word.key && isProposing(next) && !next.slip
  return saysMoment || (at === 0 && said.some(isProposing))
}

/**
 * Whom one telephoned heard it: nobody has to carry it to them as well. What still awaits their
 * answer is: whoever carries it notes what they say.
 */
export function toldDrafts(whole: WholeDeal, party: Party, of: OwnNotes): Withdrawn {
  const asked = isAskedOf(whole, party) ? proposedNow(whole.said)?.id : undefined
  return withdrawn(ownToHand(whole, party, of).filter(({ id }) => id !== asked))
}

/** Of who was asked by voice and answered: nothing of the thread is left to carry to them. */
export const heardSlips = (whole: WholeDeal, party: Party, of: OwnNotes): Withdrawn =>
  withdrawn(ownToHand(whole, party, of))

/** What somebody else noted for who calls is still carried: they may not write in it. */
const ownToHand = (whole: WholeDeal, to: Party, { read, at }: OwnNotes): readonly SaidOn[] =>
  toHand(whole, to, read).filter(one => {
    const from = whole.parties.find(({ key }) => key === one.key)
    return !from || mayUnwriteSlip(at, from, one)
  })

/**
 * Who notes the answer that is awaited of a party: a relay, by their name, or the keeper, null.
 * Undefined where that party alone says it, and where none is awaited.
 *
 * Law     whoever is named has the button.
 */
export function notedBy(whole: WholeDeal, party: Party, read: Reader): string | null | undefined {
  if (!isAskedOf(whole, party) || party.away !== undefined) return undefined
  if (party.relays.length === 0 && !speaksFor({ by: 'keeper' }, party)) return undefined
  return carrierNamed(whole, party, read)
}
/** Who carries words to a party: a relay, by their name, or the keeper, null. */
function carrierNamed(whole: WholeDeal, party: Party, read: Reader): string | null {
  const relay = relayTo(whole, party)
  const named = relay === null ? undefined : read.called(relay)?.title
  const [own] = party.relays
  return named ?? (own === undefined ? null : memberKnown(read, own)?.name) ?? null
}

/** Of a member who never came by a card, who carries to them what is said, as above. */
export function carriedBy(whole: WholeDeal, party: Party, read: Reader): string | null | undefined {
  const isCarried = party.noScreen === true && isHandedTo(whole, party, true)
  return isCarried ? carrierNamed(whole, party, read) : undefined
}

/** What the others said to a party, and nobody handed over yet. */
function toHand(whole: WholeDeal, { key }: Party, read: Reader): readonly SaidOn[] {
  const own = whole.said.filter(one => one.slip && one.key !== key)
  const handed = own.length > 0 ? handedIn(whole, read) : new Map()
  return own.filter(({ id }) => !handed.has(id))
}
