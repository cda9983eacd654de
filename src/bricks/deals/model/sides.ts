import type { CommandContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { line } from '../../../core/form/typed.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { homeAway } from './boxes.ts'
import { memberKnown, noticeFor } from './read.ts'
import { dealAnswer } from './records.ts'
import { keyOfName, type Party } from './rules.ts'

export const DEALS = '/arrangements'
export const MORE = ['when', 'where', 'phone'] as const
export const DEAL_FIELDS = ['what', 'when', 'where'] as const

/** Somebody who makes a deal: a member, or a name. */
export type DealSide = Readonly<{ key: string; member?: string; name?: string }>
const asMember = (member: string): DealSide => ({ key: member, member })
export const LONGEST_NAME = 60
/** A name as somebody typed it: one line, as long as a name may be; its key is that of the same. */
export function asName(typed: string): DealSide {
  const name = cleanLine(typed).slice(0, LONGEST_NAME).toWellFormed().trim()
  return { key: keyOfName(name), name }
}
/** A line that no form of a type reads: without what nobody sees. */
export const cleanLine = (typed: string): string => line(typed.toWellFormed())

/** In whose name: one's own; for who speaks for others, a member or a first name. */
export function proposer(input: Input, read: Reader, at: CommandContext): DealSide | undefined {
  if (may(at.by, 'speakFor') === 'yes') {
    const chosen = memberKnown(read, one(input, 'for'))
    if (chosen && maySpeakFor(chosen, at)) return asMember(chosen.id)
    if (cleanLine(one(input, 'forName')) !== '') return asName(one(input, 'forName'))
  }
  return at.me === undefined ? undefined : asMember(at.me)
}
/** A relay writes for those whom they wrote down. */
export const maySpeakFor = (
  chosen: Readonly<{ keyedBy: string | null }>,
  at: Pick<CommandContext, 'by' | 'me'>,
): boolean => may(at.by, 'keep') === 'yes' || (at.me !== undefined && chosen.keyedBy === at.me)

/**
 * A notice that answers another one, as who proposes a deal on both says: their own, or one that
 * they wrote for somebody; for the keeper, any. An offer answers a need, and a need an offer.
 */
export function answering(
  read: Reader,
  id: string,
  { type }: NoticeSeen,
  at: Pick<CommandContext, 'by' | 'me'>,
): NoticeSeen | undefined {
  const own = id === '' ? undefined : noticeFor(read, id)
  if (!own || own.type === type || own.isClosed || homeAway(read, own)) return undefined
  const isMine = at.me !== undefined && own.author === at.me
  const isKeyed = may(at.by, 'speakFor') === 'yes' && maySpeakFor(own, at)
  return isMine || isKeyed ? own : undefined
}

export const ofNotice = ({ author, who }: NoticeSeen): DealSide | undefined =>
  author ? asMember(author) : who ? asName(who) : undefined

export type Saying = Pick<
  FieldsOf<typeof dealAnswer>,
  | ('says' | 'named' | 'thanks' | 'when' | 'where' | 'undid' | 'closed' | 'story')
  | ('said' | 'slip' | 'reports' | 'answers')
>
export function answerDraft(id: string, who: DealSide, said: Saying, at: CommandContext): Draft {
  const isSelf = who.member !== undefined && who.member === at.me
  const isByTicket = at.ticket !== undefined || isVisitor(at)
  return draft(dealAnswer, at.newId(), {
    deal: id,
    ...(who.member === undefined ? { name: who.name ?? '' } : { member: who.member }),
    ...said,
    on: at.today,
    saidBy: isByTicket ? 'ticket' : isSelf ? 'self' : at.by === 'keeper' ? 'keeper' : 'relay',
    ...(isSelf || at.me === undefined ? {} : { keyedBy: at.me }),
  })
}

/**
 * The other side reads it as the number of who proposes, once it is agreed.
 *
 * Law     who speaks for themselves alone gives a number of their own file or none; whether anybody
 *         else has it is told to nobody.
 */
export const isAnothersNumber = (phone: unknown, at: CommandContext): boolean =>
  typeof phone === 'string' && may(at.by, 'speakFor') !== 'yes' && !at.isMyNumber(phone)

/** Somebody without a card, who begins a thread: what they begin gives them its ticket. */
export const isVisitor = ({ by, me }: Pick<CommandContext, 'by' | 'me'>): boolean =>
  me === undefined && (by === 'visitor' || by === 'host')

export const sideOf = ({ key, member, name }: Party): DealSide => ({
  key,
  ...(member === null ? { name } : { member }),
})

/** Where they go on: to the thread, or to the page of their ticket. */
export const nextOf = (
  id: string,
  { ticket }: Pick<CommandContext, 'ticket'>,
): Readonly<{ next?: string }> => (ticket === undefined ? { next: `${DEALS}/${id}` } : {})
