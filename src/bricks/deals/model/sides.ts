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
/** Two people of one first name are told apart in their thread: *Marie* and *Marie (2)*. */
export function apartFrom(typed: string, { key }: DealSide): DealSide {
  const side = asName(typed)
  return side.key === key ? asName(`${cleanLine(typed).slice(0, LONGEST_NAME - 4)} (2)`) : side
}
/** A line that no form of a type reads: without what nobody sees. */
export const cleanLine = (typed: string): string => line(typed.toWellFormed())

/** Of a form that was opened by *Pour quelqu'un d'autre*: nothing leaves in one's own name. */
export const [FOR, ANOTHER] = ['pour', 'autre'] as const
/** In whose name: one's own; for who speaks for others, a member or a first name. */
export function proposer(input: Input, read: Reader, at: CommandContext): DealSide | undefined {
  if (may(at.by, 'speakFor') === 'yes') {
    const chosen = memberKnown(read, one(input, 'for'))
    if (chosen && (may(at.by, 'keep') === 'yes' || spokenFor(read, at).has(chosen.id)))
      return asMember(chosen.id)
    if (cleanLine(one(input, 'forName')) !== '') return asName(one(input, 'forName'))
  }
  return at.me === undefined || one(input, FOR) === ANOTHER ? undefined : asMember(at.me)
}
/** The members in whose name this person writes, by their ids. */
export const spokenFor = (
  read: Reader,
  at: Pick<CommandContext, 'by' | 'me'>,
): ReadonlyMap<string, string> =>
  new Map(
    may(at.by, 'keep') !== 'yes' && at.me === undefined
      ? []
      : (read.published.spokenForBy?.(at.by === 'keeper' ? undefined : at.me) ?? []).map(
          ({ id, name }) => [id, name],
        ),
  )
const isKeyedBy = (
  { keyedBy }: NoticeSeen,
  { by, me }: Pick<CommandContext, 'by' | 'me'>,
): boolean => may(by, 'keep') === 'yes' || (me !== undefined && keyedBy === me)

/** The relays of those of these sides who never came by a card: the thread is theirs to read. */
export function relaysOfSides(
  read: Reader,
  sides: readonly DealSide[],
  me: string | undefined,
): readonly string[] {
  const uncome = sides.flatMap(({ member }) =>
    member === undefined || member === me || memberKnown(read, member)?.hasCome !== false
      ? []
      : [member],
  )
  const relays = uncome.length > 0 ? read.published.relaysFor?.(uncome) : undefined
  return [...(relays?.values() ?? [])].map(({ member }) => member)
}

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
  const isKeyed = may(at.by, 'speakFor') === 'yes' && isKeyedBy(own, at)
  return isMine || isKeyed ? own : undefined
}

export const ofNotice = ({ author, who }: NoticeSeen): DealSide | undefined =>
  author ? asMember(author) : who ? asName(who) : undefined

export type Saying = Pick<
  FieldsOf<typeof dealAnswer>,
  | ('says' | 'named' | 'thanks' | 'when' | 'where' | 'undid' | 'closed' | 'story')
  | ('said' | 'slip' | 'reports' | 'answers' | 'saidBy')
>
export function answerDraft(id: string, who: DealSide, said: Saying, at: CommandContext): Draft {
  const isSelf = who.member !== undefined && who.member === at.me
  const isByTicket = at.ticket !== undefined || isVisitor(at)
  const byOther = at.by === 'keeper' ? 'keeper' : 'relay'
  const saidBy = isByTicket ? 'ticket' : isSelf ? 'self' : byOther
  return draft(dealAnswer, at.newId(), {
    deal: id,
    ...(who.member === undefined ? { name: who.name ?? '' } : { member: who.member }),
    ...said,
    on: at.today,
    saidBy: said.saidBy ?? saidBy,
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

/** Drafts of one turn, so that their ids tell which was said first: lists have the oldest first. */
export function inOrder<T extends Draft>(all: readonly T[]): readonly T[] {
  const ids = all.map(({ record }) => record).sort()
  return all.map((one, n) => ({ ...one, record: ids[n]! }))
}
/** The same of two, of which either may be none. */
export function bothInOrder(
  first: Draft | undefined,
  second: Draft | undefined,
): readonly [Draft | undefined, Draft | undefined] {
  if (!first || !second) return [first, second]
  const [one, other] = inOrder([first, second])
  return [one, other]
}

export const sideOf = ({ key, member, name }: Party): DealSide => ({
  key,
  ...(member === null ? { name } : { member }),
})

/** Where they go on: to the thread, or to the page of their ticket. */
export const nextOf = (
  id: string,
  { ticket }: Pick<CommandContext, 'ticket'>,
): Readonly<{ next?: string }> => (ticket === undefined ? { next: `${DEALS}/${id}` } : {})
