import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { tableOf } from '../../../contract/tables.ts'
import { SPACES } from '../../../core/schema.ts'
import { isSamePhone } from '../../../text/phone.ts'
import { handLine } from './handing/records.ts'
import { booking, request, series, upkeep } from './records-booking.ts'
import { thing } from './records-thing.ts'
import { shareGoesWith } from './shares/commands.ts'

/**
 * What is erased with a thing, and with a member who noted something of other people’s bookings.
 */
export const lendingGoesWith = (
  gone: readonly Forgetting[],
  read: Reader,
): readonly Forgetting[] => [
  ...shareGoesWith(gone, read),
  ...ofWhole(gone, thing.name).flatMap(id => leadingTo(id, read)),
  ...ofWhole(gone, 'member').flatMap(id => [
    ...notedIn(id, read),
    ...typedIn(id, read),
    ...keyedOf(id, read),
  ]),
]

const ofWhole = (gone: readonly Forgetting[], name: string): readonly string[] =>
  gone.flatMap(({ type, record, field, past }) =>
    type === name && field === undefined && !past ? record : [],
  )

/** All that leads to a thing: nobody could be in charge of it any more. */
const leadingTo = (id: string, read: Reader): readonly Forgetting[] =>
  [booking, request, series, upkeep].flatMap(({ name, space: only }) => {
    const spaces = SPACES.filter(space => only === undefined || space === only)
    const rows = spaces.flatMap(space =>
      read.all(`SELECT id FROM "${tableOf(name, space)}" WHERE thing = ?`, id),
    )
    return [...new Set(rows.map(row => String(row['id'])))].map(record => ({ type: name, record }))
  })

/** The words that somebody in charge writes about another person’s booking or request. */
const NOTED = [
  { type: booking.name, fields: ['why', 'stateOut', 'stateBack', 'calledOff'] },
  { type: request.name, fields: ['answer'] },
] as const

/** What a member noted of bookings and requests that are not theirs; those stay. */
const notedIn = (member: string, read: Reader): readonly Forgetting[] =>
  NOTED.flatMap(({ type, fields }) =>
    read
      .all(
        `SELECT id FROM "${tableOf(type, 'home')}" WHERE instr(notedBy, ?) > 0 ` +
          "AND coalesce(member, '') <> ?",
        member,
        member,
      )
      .flatMap(row => fields.map(field => ({ type, record: String(row['id']), field }))),
  )

/** What a member typed for somebody else went from the request into the booking. */
const typedIn = (member: string, read: Reader): readonly Forgetting[] =>
  read
    .all(
      `SELECT booking FROM "${tableOf(request.name, 'home')}" ` +
        'WHERE keyedBy = ? AND booking IS NOT NULL',
      member,
    )
    .map(row => ({ type: booking.name, record: String(row['booking']), field: 'use' }))

/**
 * The words of a keyed line that came back and names them, or has their telephone; the hand-out
 * itself waits still. A name that two members bear is left.
 */
function keyedOf(member: string, read: Reader): readonly Forgetting[] {
  const known = read.published.membersKnown?.() ?? []
  const name = known.find(({ id }) => id === member)?.name ?? ''
  const isOne = known.filter(one => isSameName(one.name, name)).length === 1
  const own = read.published.memberPhone?.(member) ?? null
  return read
    .list(handLine, { where: 'name IS NOT NULL', order: 'id' }, 'home')
    .filter(
      line =>
        (isOne && isSameName(line.name, name)) ||
        (own !== null && line.phone !== null && isSamePhone(own, line.phone)),
    )
    .flatMap(({ id: record }) =>
      (['name', 'phone', 'state'] as const).map(field => ({ type: handLine.name, record, field })),
    )
}

/**
 * Whoever else books a thing by themselves still does: the list of them is erased with the member
 * who stood in it, and written again without.
 */
export const othersKnown = (member: string, read: Reader): readonly Draft[] =>
  read
    .all(`SELECT id FROM "${tableOf(thing.name, 'home')}" WHERE instr("group", ?) > 0`, member)
    .flatMap(row => {
      const group = read.one(thing, String(row['id']), 'home')?.group ?? []
      const others = group.filter(id => id !== member)
      return group.length === others.length
        ? []
        : [draft(thing, String(row['id']), { group: others }, 'home')]
    })
