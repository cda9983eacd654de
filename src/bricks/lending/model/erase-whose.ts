import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { tableOf } from '../../../contract/tables.ts'
import { one, texts } from '../../../core/form/input.ts'
import { isSamePhone } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { decidedAway } from './away.ts'
import { handLine } from './handing/records.ts'
import { withoutPerson } from './left.ts'
import { bookingOf } from './read.ts'
import { booking, request, series } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { say } from './said.ts'

/**
 * A person without a card has no page of their own: the keeper erases their name and telephone,
 * booking by booking, and sees which others have the same.
 */

/** Where it is sent; the record stands in the address. */
export const ERASE_WHOSE = `${PATH}/nom-a-effacer`
/** The other records that are erased with it. */
export const WITH_IT = 'aussi'

/** A record that names somebody without a card. */
export type TypedPerson = Readonly<{
  type: string
  id: string
  name: string | null
  phone: string | null
}>

const TYPES = [booking, request, series, handLine]

/** All that name somebody, of whom no card says who they are. */
const allTyped = (read: Reader): readonly TypedPerson[] =>
  TYPES.flatMap(type =>
    read
      .all(
        `SELECT id, name, phone FROM "${tableOf(type.name, 'home')}" WHERE removed IS NOT 1 ` +
          'AND (name IS NOT NULL OR phone IS NOT NULL) ' +
          `${type === handLine ? '' : 'AND member IS NULL'} ORDER BY id`,
      )
      .map(row => ({
        ...{ type: type.name, id: String(row['id']) },
        ...{ name: textOf(row['name']), phone: textOf(row['phone']) },
      })),
  )
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * A record that names somebody, and the others that may be of the same person.
 *
 * Shape   `isSure`: they have the same telephone. Of the same name alone, it may be a namesake.
 */
export type TypedFound = Readonly<{
  own: TypedPerson
  others: readonly (TypedPerson & Readonly<{ isSure: boolean }>)[]
}>
/** The record of this id with those others: it reads all names that were typed here. */
export function typedWith(read: Reader, id: string): TypedFound | undefined {
  const all = allTyped(read)
  const own = all.find(row => row.id === id)
  if (!own || own.type === handLine.name) return undefined
  const linked = new Set(linkedTo(own, read).map(({ record }) => record))
  return {
    own,
    others: all.flatMap(row => {
      if (row.id === id || linked.has(row.id)) return []
      const isSure = own.phone !== null && row.phone !== null && isSamePhone(own.phone, row.phone)
      const isOther = !isSure && own.phone !== null && row.phone !== null
      const isNamed = own.name !== null && isSameName(row.name, own.name)
      return isSure || (isNamed && !isOther) ? [{ ...row, isSure }] : []
    }),
  }
}

/** The request that became a booking, and the series that it is of: they name the same person. */
function linkedTo({ type, id }: TypedPerson, read: Reader): readonly Forgetting[] {
  if (type !== booking.name) return []
  const asked = read.all(
    `SELECT id FROM "${tableOf(request.name, 'home')}" WHERE booking = ? AND member IS NULL`,
    id,
  )
  const of = bookingOf(read, id)?.series ?? null
  const isTheirs = of !== null && read.one(series, of, 'home')?.member === null
  return [
    ...asked.map(row => ({ type: request.name, record: String(row['id']) })),
    ...(isTheirs ? withoutPerson(series.name, of) : []),
  ]
}

/** What was noted of a booking in words, and of a line of paper. */
const NOTED = ['why', 'calledOff', 'stateOut', 'stateBack'] as const
const OF_LINE = ['name', 'phone', 'state'] as const

/** Whether a booking goes whole: its days are to come. What went out stays, without its person. */
export const isFreed = (state: string | null): boolean => state === 'booked'

function forgettingOf(typed: TypedPerson, read: Reader, at: CommandContext): readonly Forgetting[] {
  const { type, id: record } = typed
  const fields = (names: readonly string[]): readonly Forgetting[] =>
    names.map(field => ({ type, record, field }))
  if (type === request.name) return [{ type, record }]
  if (type === handLine.name) return fields(OF_LINE)
  if (type === series.name) return withoutPerson(type, record)
  const row = bookingOf(read, record)
  const isHere = row?.thing ? decidedAway(read, at, row.thing) === undefined : true
  const own =
    isFreed(row?.state ?? null) && isHere
      ? [{ type, record }]
      : [...withoutPerson(type, record), ...fields(NOTED)]
  return [...own, ...linkedTo(typed, read)]
}

export const eraseWhose: Command<typeof fr> = {
  name: 'eraseWhose',
  path: `${ERASE_WHOSE}/:id`,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const found = typedWith(read, one(input, 'id'))
    if (!found) return { refused: say('notNow') }
    const also = texts(input, WITH_IT)
    const others = found.others.filter(({ id }) => also.includes(id))
    const forget = [found.own, ...others].flatMap(row => forgettingOf(row, read, at))
    const keyed = new Map(forget.map(one => [`${one.record} ${one.field ?? ''}`, one]))
    return { drafts: [], forget: [...keyed.values()], next: PATH, said: say('eraseWhose.done') }
  },
}
