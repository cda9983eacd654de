import type { CommandContext } from '../../../contract/command.ts'
import type { Draft } from '../../../contract/decision.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { keyOfNotice, type SaidOn, type WholeDeal } from './read.ts'
import type { Actor } from './rules.ts'

/** *C'est fait*, and its notice is closed: in one press, which one *Annuler* takes back whole. */
export const DONE_CLOSED = 'doneClosed'

/**
 * Whether this person closes an open notice with a deal: its author, who keyed it, or the keeper.
 * What comes back each week goes on after one time of it.
 */
export const mayClose = (notice: NoticeSeen, who: Actor): boolean =>
  !notice.isClosed && !notice.comesBack && decidesOf(notice, who)
/** The notice of a thread that the reader holds the ticket of. */
export const noticeHeld = (
  { notices, parties }: WholeDeal,
  { ticket }: Actor,
): NoticeSeen | undefined => {
  const holder = parties.find(({ sent }) => sent !== undefined && sent === ticket)
  return holder && notices.find(one => keyOfNotice(one) === holder.key)
}
/** The holder of the ticket of a notice closes that one, by an act of its own. */
export const closedByTicket = (
  whole: WholeDeal,
  who: Actor,
  read: Reader,
): NoticeSeen | undefined => {
  const held = noticeHeld(whole, who)
  return held && (held.isClosed || !(goesOn(held) || hasLeft(held, read))) ? held : undefined
}
/** Some is left of a notice that says how much: words between two take nothing of it. */
export const hasLeft = ({ id }: NoticeSeen, read: Reader): boolean =>
  (read.published.amountLeft?.(id) ?? 0) > 0
/** What comes back each week, or is lent to one after the other: one time does not end it. */
const goesOn = ({ comesBack, type, mode }: NoticeSeen): boolean =>
  comesBack || (type === 'offer' && (mode === 'lend' || mode === 'rent'))
/** The same people open it again. */
export const mayReopen = (notice: NoticeSeen, who: Actor): boolean =>
  notice.isClosed && decidesOf(notice, who)
const decidesOf = ({ author, keyedBy }: NoticeSeen, { by, me }: Actor): boolean =>
  by === 'keeper' || (me !== undefined && (author === me || keyedBy === me))

/** The open notices that are met by what is done here: of one that is shared out, a part is. */
export const metBy = (
  { row, notices }: WholeDeal,
  who: Actor,
  read: Reader,
): readonly NoticeSeen[] =>
  row.responses === null
    ? notices.filter(one => mayClose(one, who) && !goesOn(one) && !hasLeft(one, read))
    : []
/** Those of them that this person closes with *c'est fait*. */
export const closedToo = (whole: WholeDeal, who: Actor, read: Reader): readonly NoticeSeen[] =>
  whole.row.asked === true ? [] : metBy(whole, who, read)

export const closeDraft = ({ type, id }: NoticeSeen): Draft => ({
  type,
  record: id,
  fields: { state: 'closed' },
})

/** The notices that this answer closed stand again as they stood before. */
export const reopened = (
  { notices }: WholeDeal,
  { closed }: SaidOn,
  read: Reader,
  at: CommandContext,
): readonly Draft[] =>
  notices
    .filter(one => closed?.includes(one.id) && mayReopen(one, at))
    .map(one => ({ type: one.type, record: one.id, fields: { state: stateBefore(one, read) } }))

/** The newest state of a notice but *closed*. */
function stateBefore({ type, id }: NoticeSeen, read: Reader): string {
  const states = read.history(type, id).filter(({ field }) => field === 'state')
  const before = states.map(({ value }) => value).find(state => state !== 'closed')
  return typeof before === 'string' ? before : type === 'offer' ? 'firm' : 'open'
}
