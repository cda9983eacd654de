import type { CommandContext } from '../../../contract/command.ts'
import { may } from '../../../contract/permission.ts'
import type { MemberNamed } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { IN_NAME_OF, isSameName } from '../../../contract/speaker.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { isSamePhone } from '../../../text/phone.ts'
import type { Asker, ThingRow } from './read.ts'
import { thing } from './records-thing.ts'

/** All that is asked of who books: a command, or the page that says what it would write. */
export type BookingReader = Pick<
  CommandContext,
  'by' | 'me' | 'called' | 'now' | 'today' | 'fields' | 'isMine' | 'isInCharge'
>

/** Who is in charge of a thing: its owner, whoever was given it in charge, and the keeper. */
export const isKeeping = (at: BookingReader, row: Pick<ThingRow, 'id'>): boolean =>
  at.by === 'keeper' ||
  (at.me !== undefined && (at.isInCharge(row.id) || at.isMine(thing.name, row.id)))

/** Who noted something of a booking in words: it goes with them, once they are forgotten. */
export const notedWith = (
  before: readonly string[] | null,
  { me }: Pick<BookingReader, 'me'>,
): Readonly<{ notedBy?: readonly string[] }> =>
  me === undefined || before?.includes(me) ? {} : { notedBy: [...(before ?? []), me] }

/**
 * The person for whom something is booked.
 *
 * Shape   `phone`: the one that was typed; a member’s own stays theirs. `isSelf`: a member books
 *         for themselves. `books`: they book, others ask. `keyedBy`: who typed it for them.
 */
export type ForWhom = Asker & Readonly<{ isSelf: boolean; books: boolean; keyedBy: string | null }>

/** Reads in a form who it is for: oneself, by a card; or the name that is typed. */
export function forWhom(
  input: Input,
  row: ThingRow,
  phone: string | null,
  { read, at }: Readonly<{ read: Reader; at: BookingReader }>,
): ForWhom {
  const isInCharge = isKeeping(at, row)
  const typed = (at.me === undefined ? '' : one(input, IN_NAME_OF)) || one(input, 'name')
  const isSelf = at.me !== undefined && (typed === '' || isSameName(typed, at.called ?? ''))
  if (isSelf) return { ...self(at, phone), books: isInCharge || isAllowed(at, row, read) }
  const known = isInCharge ? read.published.membersKnown?.() : read.published.spokenForBy?.(at.me)
  const maySpeak = at.me !== undefined && may(at.by, 'speakFor') === 'yes'
  const member = isInCharge || maySpeak ? memberCalled(typed, phone, known ?? [], read) : undefined
  return {
    member: member?.id ?? null,
    name: member?.name ?? typed,
    phone,
    isSelf: false,
    books: isInCharge || (maySpeak && isOpenTo(row, member?.id, read, at)),
    keyedBy: at.me ?? null,
  }
}

function self(at: BookingReader, phone: string | null): Omit<ForWhom, 'books'> {
  const me = at.me ?? ''
  return {
    member: me,
    name: at.called ?? '',
    phone,
    isSelf: true,
    keyedBy: null,
  }
}

const isAllowed = (at: BookingReader, row: ThingRow, read: Reader): boolean =>
  isOpenTo(row, at.me, read, at)
/** Whether this member books the thing without asking, themselves or by who is here for them. */
export function isOpenTo(
  row: ThingRow,
  member: string | null | undefined,
  read: Reader,
  at: Pick<CommandContext, 'by'>,
): boolean {
  if (may(at.by, 'send') !== 'yes') return false
  if (row.forWhom === 'asked') return false
  if (row.forWhom !== 'group') return true
  const group = read.one(thing, row.id, 'home')?.group ?? []
  return member != null && group.includes(member)
}

/** The one member of this name, unless a telephone says that it is somebody else. */
function memberCalled(
  name: string,
  phone: string | null,
  known: readonly MemberNamed[],
  read: Reader,
): MemberNamed | undefined {
  const all = known.filter(one => isSameName(one.name, name))
  const [first] = all
  if (all.length !== 1 || !first) return undefined
  const own = phoneOf(first.id, read)
  return phone !== null && own !== null && !isSamePhone(own, phone) ? undefined : first
}
const phoneOf = (member: string | undefined, read: Reader): string | null =>
  (member === undefined ? undefined : read.published.memberPhone?.(member)) ?? null
/** Where a member lives, as far as this box knows: rules may let people of a commune first. */
export const communeOf = (read: Reader, member: string | null): string | null =>
  (member === null ? undefined : read.published.memberCommune?.(member)) ?? null
