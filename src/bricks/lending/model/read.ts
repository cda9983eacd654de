import type { Reader, Row } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RowOf } from '../../../core/schema.ts'
import { isSamePhone } from '../../../text/phone.ts'
import { announcedIn } from './announced.ts'
import { booking, request } from './records-booking.ts'
import { MOST_CHANGEOVER, thing } from './records-thing.ts'
import { clashes, type Pool, type Sharing, type Taken } from './rules.ts'
import type { Had } from './rules-who.ts'
import { countOf, type Span, spanOf } from './span.ts'

/** The tables of the brick as its rules take them. */

export type ThingRow = RowOf<typeof thing>
export type BookingRow = RowOf<typeof booking>
export type RequestRow = RowOf<typeof request>

const MINUTE = 60_000

/** The thing of this id, that nobody took off the page. */
export const thingOf = (read: Reader, id: string): ThingRow | undefined => read.one(thing, id)

/** How many there are of a thing. */
export const totalOf = (row: Pick<ThingRow, 'count'>): number => countOf(row)

/**
 * What must be free for a thing to go out: itself, with the times of its kit, and each of its
 * parts. Of all takings that end after `from`, or whose changeover does.
 */
export const poolsOf = (
  read: Reader,
  row: ThingRow,
  { from, wanted = 1, ...asked }: PoolsAsked,
): readonly Pool[] => {
  const [own, ...parts] = poolsOfAll(read, [row], from, asked).get(row.id) ?? []
  return own === undefined ? [] : [{ ...own, wanted }, ...parts]
}

/** The same of several things, of each of which one is wanted: two statements, however many. */
export function poolsOfAll(
  read: Reader,
  rows: readonly ThingRow[],
  from: number,
  { until, isWindow = false, beside = [] }: Omit<PoolsAsked, 'from' | 'wanted'> = {},
): ReadonlyMap<string, readonly Pool[]> {
  const ids = rows.map(({ id }) => id)
  const parts = read.list(thing, {
    where: 'partOf IN (SELECT value FROM json_each(?))',
    with: [JSON.stringify(ids)],
    order: `${inAlphabet('title')}, id`,
  })
  const kits = rows.flatMap(({ partOf }) => partOf ?? [])
  const before = Math.max(...[...rows, ...parts].map(changeoverOf), 0)
  const end = isWindow && until !== undefined ? until + before : FOR_GOOD
  const all = [...ids, ...kits, ...parts.map(({ id }) => id)]
  const takings = withBeside(takingsOf(read, all, { from: from - before, until: end }), beside)
  const poolsOfOne = (row: ThingRow): readonly Pool[] => {
    const kit = row.partOf === null ? [] : (takings.get(row.partOf) ?? [])
    const total = totalOf(row)
    const own = [
      ...(takings.get(row.id) ?? []),
      ...kit.map(one => ({ ...one, count: total })),
      ...announcedIn(read, row, { from: from - before, until }).map(one => ({
        ...one,
        ...{ booking: one.event, count: total, isOut: false },
      })),
    ]
    return [
      { takings: own, total, wanted: 1 },
      ...parts
        .filter(({ partOf }) => partOf === row.id)
        .map(part => ({
          takings: takings.get(part.id) ?? [],
          total: totalOf(part),
          wanted: totalOf(part),
          changeoverMs: changeoverOf(part),
        })),
    ]
  }
  return new Map(rows.map(row => [row.id, poolsOfOne(row)]))
}

/** What one act gives of a thing beside another. */
export type GivenBeside = Readonly<{
  thing: Pick<ThingRow, 'id' | 'kind'>
  span: Span
  count?: number
}>
/**
 * The time for which pools are asked, so many of the thing, and what the same act gives.
 *
 * Shape   `isWindow`: the reader looks at no moment after `until`, so what begins later is not
 *         read.
 */
type PoolsAsked = Readonly<{
  from: number
  until?: number
  isWindow?: boolean
  wanted?: number
  beside?: readonly GivenBeside[]
}>

/** Takings with those that the same act makes, and that no table has yet. */
function withBeside(
  takings: ReadonlyMap<string, readonly Taken[]>,
  beside: readonly GivenBeside[],
): ReadonlyMap<string, readonly Taken[]> {
  if (beside.length === 0) return takings
  const all = new Map(takings)
  for (const { thing: of, span, count = 1 } of beside)
    all.set(of.id, [...(all.get(of.id) ?? []), { ...span, booking: '', count, isOut: false }])
  return all
}

/** Who has these things at some time of a span, and who should have brought them back. */
const takingsOf = (
  read: Reader,
  ids: readonly string[],
  { from, until }: Span,
): ReadonlyMap<string, readonly Taken[]> => {
  const rows = read.all(
    `SELECT ${TAKING} FROM taken ` +
      'WHERE thing IN (SELECT value FROM json_each(?1)) AND until_ms > ?2 AND from_ms < ?3 UNION ' +
      `SELECT ${TAKING} FROM taken ` +
      'WHERE thing IN (SELECT value FROM json_each(?1)) AND is_out = 1 ORDER BY from_ms, booking',
    JSON.stringify(ids),
    from,
    until,
  )
  const byThing = Map.groupBy(rows, row => String(row['thing']))
  return new Map([...byThing].map(([id, all]) => [id, all.map(takingIn)]))
}
/** After each moment of a calendar. */
const FOR_GOOD = Number.MAX_SAFE_INTEGER
const TAKING = 'thing, booking, from_ms, until_ms, count, is_out, is_closed'
const takingIn = (row: Row): Taken => ({
  booking: String(row['booking']),
  from: Number(row['from_ms']),
  until: Number(row['until_ms']),
  count: Number(row['count']),
  isOut: row['is_out'] === 1,
  isClosed: row['is_closed'] === 1,
})

/** How a thing goes from one to the next. */
export const sharingOf = (
  row: Pick<ThingRow, 'changeoverMinutes'>,
  now: number,
  but: readonly string[] = [],
): Sharing => ({ changeoverMs: changeoverOf(row), now, but })
/** Units   milliseconds; two weeks at most, whatever another box wrote. */
const changeoverOf = ({ changeoverMinutes }: Pick<ThingRow, 'changeoverMinutes'>): number =>
  Math.min(Math.max(0, Math.round(changeoverMinutes ?? 0)), MOST_CHANGEOVER) * MINUTE

/** A booking, with what stays in this box of it. */
export const bookingOf = (read: Reader, id: string): BookingRow | undefined => {
  const shown = read.one(booking, id)
  return shown && withHome(read, shown)
}
/** The row of the commons, with the fields of this box in it. */
const withHome = (read: Reader, shown: BookingRow): BookingRow => {
  const home = read.one(booking, shown.id, 'home')
  const own = Object.entries(home ?? {}).filter(([, value]) => value !== null)
  return { ...shown, ...Object.fromEntries(own) }
}

/** The bookings of a thing that touch a time, in their order. */
export const bookingsIn = (
  read: Reader,
  id: string,
  { from, until }: Span,
): readonly BookingRow[] =>
  read
    .all(
      'SELECT booking FROM taken WHERE thing = ? AND until_ms > ? AND from_ms < ? ' +
        'ORDER BY from_ms, booking',
      id,
      from,
      until,
    )
    .flatMap(row => bookingOf(read, String(row['booking'])) ?? [])

/** The instants of a booking or of what somebody asks for. */
export const timesIn = (
  row: Pick<BookingRow, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>,
): Span | undefined => spanOf(row)

/** Who asks: a member, a telephone, a name. */
export type Asker = Readonly<{ member: string | null; phone: string | null; name: string | null }>

/**
 * Whether others are the same person as this one, where the telephone by which this box knows a
 * member counts too. Nobody reads it by that.
 */
export function sameAs(read: Reader, asker: Asker): (other: Asker) => boolean {
  const known = (member: string | null): string | null =>
    (member === null ? undefined : read.published.memberPhone?.(member)) ?? null
  const own = { ...asker, phone: asker.phone ?? known(asker.member) }
  return other =>
    isSamePerson(
      own,
      own.phone === null || other.phone !== null || other.member === own.member
        ? other
        : { ...other, phone: known(other.member) },
    )
}

/**
 * Whether two askers are one person, as the rules count them: by card, by telephone, or by name
 * where neither says more. Two first names at one telephone are one person.
 */
function isSamePerson(a: Asker, b: Asker): boolean {
  if (a.member !== null && a.member === b.member) return true
  if (a.phone !== null && b.phone !== null && isSamePhone(a.phone, b.phone)) return true
  const isNameAll = a.member === null && b.member === null && a.phone === null && b.phone === null
  return isNameAll && a.name !== null && b.name !== null && fold(a.name) === fold(b.name)
}

/** Units   milliseconds: rules look back for a year, and a little more. */
const YEAR = 400 * 24 * 3_600_000

/** What one person had since a year, has or will have of a thing, but for these bookings. */
export function hadBy(
  read: Reader,
  id: string,
  asker: Asker,
  { from, but = [] }: Readonly<{ from: number; but?: readonly string[] }>,
): readonly Had[] {
  const isTheirs = sameAs(read, asker)
  const rows = read.all(
    'SELECT taken.booking, from_ms, until_ms, member, phone, name FROM taken ' +
      'JOIN booking_home AS home ON home.id = taken.booking ' +
      'WHERE taken.thing = ? AND until_ms > ? ORDER BY from_ms',
    id,
    from - YEAR,
  )
  return rows
    .filter(row => !but.includes(String(row['booking'])) && isTheirs(askerIn(row)))
    .map(row => ({
      booking: String(row['booking']),
      from: Number(row['from_ms']),
      until: Number(row['until_ms']),
    }))
}
/** What one person asked of a thing, and nobody answered, but for these requests. */
export function askedBy(
  read: Reader,
  id: string,
  asker: Asker,
  but: readonly string[],
): readonly Had[] {
  const isTheirs = sameAs(read, asker)
  return requestsOf(read, id, 'asked').flatMap(row => {
    const span = timesIn(row)
    const counts = span && row.asked !== true && !but.includes(row.id) && isTheirs(row)
    return counts ? [{ ...span, booking: row.id }] : []
  })
}

/** How many bookings to come one person has of things of a kind, but for these. */
export function aheadOfKind(
  read: Reader,
  { kind }: Pick<ThingRow, 'kind'>,
  asker: Asker,
  { now, but }: Readonly<{ now: number; but: readonly string[] }>,
): number {
  const rows = read.all(
    'SELECT taken.booking, member, phone, name FROM thing ' +
      'JOIN taken ON taken.thing = thing.id AND until_ms > ?2 ' +
      'JOIN booking_home AS home ON home.id = taken.booking ' +
      'WHERE thing.kind = ?1 AND thing.removed IS NOT 1',
    kind,
    now,
  )
  const isTheirs = sameAs(read, asker)
  return rows.filter(row => !but.includes(String(row['booking'])) && isTheirs(askerIn(row))).length
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const askerIn = (row: Row): Asker => ({
  member: textIn(row['member']),
  phone: textIn(row['phone']),
  name: textIn(row['name']),
})

/** The titles of things that this person should have brought back. */
export function lateOf(read: Reader, asker: Asker, now: number): readonly string[] {
  const rows = read.all(
    'SELECT taken.thing, member, phone, name FROM taken ' +
      'JOIN booking_home AS home ON home.id = taken.booking ' +
      'WHERE is_out = 1 AND until_ms <= ? ORDER BY until_ms',
    now,
  )
  const isTheirs = sameAs(read, asker)
  return rows
    .filter(row => isTheirs(askerIn(row)))
    .map(row => thingOf(read, String(row['thing']))?.title ?? '')
}

/** Those who wait for a thing, or asked for it and have no answer, the first first. */
export const requestsOf = (
  read: Reader,
  id: string,
  state: 'asked' | 'waiting',
): readonly RequestRow[] =>
  read.list(request, { where: 'thing = ? AND state = ?', with: [id, state], order: 'id' }, 'home')

/** Who waits; and who waited, took their turn by the ticket, and has no answer yet. */
export const IN_LINE = "(state = 'waiting' OR state = 'asked' AND answeredAt IS NOT NULL)"
/** Who left the line: they need it no more, or were told no. */
const LEFT_LINE = "(state = 'withdrawn' OR state = 'refused' AND waited = 1)"
const inState =
  (where: string) =>
  (read: Reader, id: string): readonly RequestRow[] =>
    read.list(request, { where: `thing = ? AND ${where}`, with: [id], order: 'id' }, 'home')
export const inLine = inState(IN_LINE)
export const leftLine = inState(LEFT_LINE)

/** The things that are lent, in the order of the alphabet. */
export const thingsLent = (read: Reader): readonly ThingRow[] =>
  read.list(thing, { where: 'gone IS NOT 1', order: `${inAlphabet('title')}, id`, limit: 200 })

/** Those of them that live at one place, as people called it. */
export const thingsAt = (read: Reader, where: string): readonly ThingRow[] =>
  read.list(thing, {
    where: 'gone IS NOT 1 AND "where" = ?',
    with: [where],
    order: `${inAlphabet('title')}, id`,
    limit: 200,
  })

/**
 * Pairs of bookings of one thing that can’t both have been given, and that nobody settled, while
 * one of them is still to come or out.
 */
export function clashesOf(
  read: Reader,
  row: ThingRow,
  now: number,
): readonly (readonly [BookingRow, BookingRow])[] {
  const parts = read.list(thing, { where: 'partOf = ?', with: [row.id], order: 'id' })
  const own = [...poolsOfAll(read, [row, ...parts], now - SETTLING).values()].flatMap(
    ([pool]) => pool ?? [],
  )
  const pairs = own.flatMap(pool =>
    clashes(pool, now).flatMap(({ booking: id, others }) =>
      others.filter(other => id < other).map(other => `${id} ${other}`),
    ),
  )
  return [...new Set(pairs)]
    .map(pair => pair.split(' ') as [string, string])
    .flatMap(([a, b]) => {
      const [one, other] = [bookingOf(read, a), bookingOf(read, b)]
      const isSettled = one?.settledWith?.includes(b) || other?.settledWith?.includes(a)
      return one && other && !isSettled ? [[one, other] as const] : []
    })
}
/** Units   milliseconds: one that was over for so long is in the way of none that is open. */
const SETTLING = 60 * 24 * 3_600_000
