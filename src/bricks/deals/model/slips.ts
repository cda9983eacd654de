import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { SlipHanded } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isOneOf } from '../../../core/narrow.ts'
import { anyPhoneIn } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { keyOfNotice, type SaidOn, type WholeDeal } from './read.ts'
import { dealAnswer } from './records.ts'
import { AWAY, isForKeeper, type Party, type Says } from './rules.ts'
import { handedByAct, SLIP } from './slip-days.ts'

/**
 * The slip of a word: for who has no screen, what is said in a thread is also a word that their
 * relay, or the keeper, hands over to them. The brick of members keeps and prints it.
 */

const [LONGEST_NAME, LONGEST_SAID] = [60, 600]

/**
 * Whether a word to this party is handed over: this box does not know them, or a relay writes for
 * them. Who began without a card and gave a telephone is called; who gave a place is found there.
 */
function isHandedTo({ row, notices }: WholeDeal, party: Party): boolean {
  if (party.away !== undefined) return false
  if (party.ticket !== undefined) return row.reach !== null && !anyPhoneIn(row.reach)
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

/** What one party says to another, to be handed over. */
type WordToHand = Readonly<{ from: Party; to: Party; said: string }>

/** The slip of a word; undefined where its reader has a screen, or nobody hands words over. */
function slipDraft(
  whole: WholeDeal,
  { from, to, said }: WordToHand,
  read: Reader,
  at: CommandContext,
): Draft | undefined {
  const isOwnVoice = whole.said.some(one => one.key === to.key && SELF.has(one.saidBy ?? ''))
  if (isOwnVoice && to.ticket === undefined) return undefined
  if (!isHandedTo(whole, to) || !hasTable(read, `${SLIP}_home`)) return undefined
  const relay = noticeOf(whole.notices, to)?.relay ?? null
  const carrier = (relay === null ? undefined : read.published.carrierOf?.(relay)) ?? to.relays[0]
  const own = isForKeeper(to) && relay === null ? noticeOf(whole.notices, to)?.reach : undefined
  const reach = writesReach(whole, to) ? (whole.row.reach ?? '') : own
  const where = reach == null ? '' : `, ${reach}`
  return {
    type: SLIP,
    record: at.newId(),
    fields: {
      forWhom: `${to.name}${where}`.slice(0, LONGEST_NAME),
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
const SELF: ReadonlySet<string> = new Set(['self', 'ticket'])

/** The slip by which what a party says is handed to the others, if one is. */
export const slipToOthers = (
  whole: WholeDeal,
  from: Party,
  said: string,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
): Draft | undefined =>
  whole.parties
    .filter(({ key }) => key !== from.key)
    .flatMap(to => slipDraft(whole, { from, to, said }, read, at) ?? [])[0]

/** What moves an arrangement, and what is said of it. */
type Move = Readonly<{
  says: Says
  when?: string | null
  where?: string | null
  line?: string
}>
/**
 * The slip of what moves an arrangement, with the line beside it: a yes, a no, what calls a meeting
 * off. What was done is nobody's errand.
 */
export function moveSlip(
  whole: WholeDeal,
  from: Party,
  { says, when, where, line = '' }: Move,
  { read, at, words }: DecideContext<typeof fr>,
): Draft | undefined {
  const { row } = whole
  const moment = [when ?? row.when, where ?? row.where].filter(Boolean).join(', ')
  const own = isOneOf(MOVES, says) ? words.slipSays[says](moment) : ''
  const said = own && withLineOn(own, line)
  return said === '' ? undefined : slipToOthers(whole, from, said, { read, at })
}
/** The two on one slip, unless that is longer than a slip: the line then has one of its own. */
export function withLineOn(said: string, line: string): string {
  const both = [said, line].filter(Boolean).join(' ')
  return both.length <= LONGEST_SAID ? both : said
}
export const MOVES = ['yes', 'other', 'no', 'not', 'end', 'back'] as const

/**
 * The slips of what a party said before that stands no more, and that nobody handed over yet:
 * nobody carries them any more.
 */
export function outdated(
  whole: WholeDeal,
  { key }: Party,
  read: Reader,
): Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }> {
  const own = whole.said.filter(one => one.key === key && one.slip && OUTDATED.has(one.says))
  const handed = own.length > 0 ? handedIn(whole, read) : new Map()
  const left = own.filter(({ id }) => !handed.has(id))
  return {
    drafts: left.map(({ id }) => draft(dealAnswer, id, { slip: null })),
    forget: left.map(({ slip }) => ({ type: SLIP, record: slip ?? '' })),
  }
}
export const OUTDATED: ReadonlySet<string> = new Set(['propose', ...MOVES])

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
    ({ member, sent }) =>
      (member !== null && member === me) || (sent !== undefined && sent === ticket),
  )
  const handed = mine ? handedIn(whole, read) : new Map()
  return whole.said.flatMap(({ id, key, slip }) =>
    mine && slip && key !== mine.key && !handed.has(id)
      ? [{ type: SLIP, record: slip, fields: { handedOn: today } }]
      : [],
  )
}
