import type { Reader, Row } from '../../../contract/reader.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { firstIdOf } from '../../../core/id.ts'
import { dayAfter } from '../../../text/days.ts'
import { type AnnouncedOver, BOOKED, overAmong } from './announced-over.ts'
import { timesIn } from './read.ts'
import { request } from './records-booking.ts'
import type { Span } from './span.ts'
import { standingOf } from './standing.ts'

/**
 * What waits for who is in charge of a thing: somebody asks, it was freed and is kept for who
 * waited, it is not back, it is promised twice,
 * the agenda announces an event over a booking of it, its upkeep is due, or soon, a piece of it is
 * missing, or it came back broken.
 *
 * Shape   `name`: who asks, has it, or had it. `next`: of what is late, its booking; of a request,
 *         who typed that name, or `NO_CARD`; of what is missing, its pieces; of what is announced,
 *         the event.
 *         `kept`: of what is kept, for which time, and until when.
 *         `since`: of what is late, when it was awaited, which may be later on the same day.
 */
export type LendingMatter = Readonly<{
  what:
    | 'asked'
    | 'kept'
    | 'late'
    | 'clash'
    | 'announced'
    | 'missing'
    | 'broken'
    | 'upkeep'
    | 'upkeepSoon'
  thing: string
  title: string
  name: string
  next: string
  since?: number
  kept?: Readonly<{ span: Span; until: number }>
}>

/** Who asks has no card, and nobody typed their name but them. */
export const NO_CARD = '-'

/** So many of each sort are told. */
const MOST = 100

/** Matters, and the events over bookings by which some of them come: who booked is told too. */
export type LendingMatters = Readonly<{
  matters: readonly LendingMatter[]
  over: readonly AnnouncedOver[]
}>

/**
 * The matters of all things as they stand on a day. Every page of somebody signed in asks, so they
 * are kept until a booking, a request or an event is written.
 */
export const mattersOf = (read: Reader, today: string): LendingMatters =>
  read.keep(
    `lending matters ${today}`,
    () => {
      const [start, end] = [today, dayAfter(today, 1)].map(day => momentOf(day, '00:00'))
      const rows = read.all(ALL, start!, MOST, today, end!)
      const isBooked = ({ what }: Row): boolean => what === 'booked'
      const over = overAmong(
        read,
        rows.filter(isBooked).map(row => row['next']),
        start!,
      )
      const waiting = rows.filter(({ what }) => what === 'kept')
      const others = rows
        .filter(row => !isBooked(row) && !waiting.includes(row))
        .map(row => matterIn(row, read))
      const kept = waiting.flatMap(row => keptMatter(row, read, { now: end! - 1, today }))
      return { matters: [...others, ...kept, ...announcedMatters(over)], over }
    },
    made => 2 * JSON.stringify(made).length,
  )

/** An event counts once for a room, over however many bookings of it. */
function announcedMatters(over: readonly AnnouncedOver[]): readonly LendingMatter[] {
  const all = over.map(({ thing, room, event, title }) => {
    const of = { what: 'announced', thing, title: room, name: '', next: title } as const
    return [`${thing} ${event}`, of] as const
  })
  return [...new Map(all).values()].slice(0, MOST)
}

/** What is kept for somebody who waits. Turns end at midnight, so it holds for the whole day. */
function keptMatter(
  row: Row,
  read: Reader,
  at: Readonly<{ now: number; today: string }>,
): readonly LendingMatter[] {
  const asked = read.one(request, String(row['next']), 'home')
  const stands = asked && standingOf(read, at, asked)
  const span = asked && timesIn(asked)
  if (!span || stands?.is !== 'freed' || stands.until === null) return []
  const isTyped = asked.box === null && (asked.member === null || asked.keyedBy !== null)
  const next = isTyped ? (asked.keyedBy ?? NO_CARD) : null
  const kept = { span, until: stands.until }
  return [{ ...matterIn({ ...row, what: 'asked', next }, read), what: 'kept', kept }]
}
/** So many of those who wait are looked at, each by the one function. */
const MOST_KEPT = 20

/** Of two bookings that clash: one is still to come or out, as `clashes` has it, on a day. */
const OPEN = `EXISTS (SELECT 1 FROM taken AS open JOIN booking AS own ON own.id = open.booking
  WHERE open.booking IN (one.booking, other.booking) AND own.state <> 'back'
    AND (open.is_out = 1 OR open.until_ms > ?1))`

const ALL = `
  SELECT * FROM (SELECT 'asked' AS what, thing.id, thing.title, asks.name,
      iif(asks.box IS NULL AND (asks.member IS NULL OR asks.keyedBy IS NOT NULL),
        coalesce(asks.keyedBy, '-'), NULL) AS next, NULL AS since
    FROM booking_request_home AS asks JOIN thing ON thing.id = asks.thing
    WHERE asks.state = 'asked' AND asks.asked IS NOT 1 AND asks.removed IS NOT 1
      AND coalesce(asks.endsOn, asks.startsOn) >=
        iif(asks.box IS NULL, ?3, date(?3, '-14 days')) LIMIT ?2)
  UNION ALL
  SELECT * FROM (SELECT 'kept', thing.id, thing.title, asks.name, asks.id, NULL
    FROM booking_request_home AS asks JOIN thing ON thing.id = asks.thing
    WHERE asks.state = 'waiting' AND asks.asked IS NOT 1 AND asks.removed IS NOT 1
      AND coalesce(asks.endsOn, asks.startsOn) >= ?3
      AND EXISTS (SELECT 1 FROM freed WHERE freed.thing = asks.thing AND freed.until_ms > ?1)
    ORDER BY asks.startsOn, asks.id LIMIT ${MOST_KEPT})
  UNION ALL
  SELECT * FROM (SELECT 'late', thing.id, thing.title, home.name, taken.booking,
      taken.until_ms
    FROM taken JOIN thing ON thing.id = taken.thing
    LEFT JOIN booking_home AS home ON home.id = taken.booking
    WHERE is_out = 1 AND taken.until_ms < ?4 LIMIT ?2)
  UNION ALL
  SELECT DISTINCT 'clash', thing.id, thing.title, NULL, NULL, NULL
    FROM thing CROSS JOIN taken AS one ON one.thing = thing.id AND one.until_ms > ?1
    CROSS JOIN taken AS other ON other.thing = one.thing AND other.booking > one.booking
      AND other.until_ms > one.from_ms AND other.from_ms < one.until_ms
    LEFT JOIN booking_home AS home ON home.id = one.booking
    LEFT JOIN booking_home AS theirs ON theirs.id = other.booking
    WHERE (SELECT sum(at.count) FROM taken AS at WHERE at.thing = one.thing
        AND at.until_ms > max(one.from_ms, other.from_ms)
        AND at.from_ms <= max(one.from_ms, other.from_ms)) > coalesce(thing.count, 1)
      AND instr(coalesce(home.settledWith, ''), other.booking) = 0
      AND instr(coalesce(theirs.settledWith, ''), one.booking) = 0 AND ${OPEN}
  UNION
  SELECT DISTINCT 'clash', thing.id, thing.title, NULL, NULL, NULL
    FROM thing CROSS JOIN taken AS one ON one.thing = thing.partOf AND one.until_ms > ?1
    CROSS JOIN taken AS other ON other.thing = thing.id
      AND other.until_ms > one.from_ms AND other.from_ms < one.until_ms
    LEFT JOIN booking_home AS home ON home.id = one.booking
    LEFT JOIN booking_home AS theirs ON theirs.id = other.booking
    WHERE instr(coalesce(home.settledWith, ''), other.booking) = 0
      AND instr(coalesce(theirs.settledWith, ''), one.booking) = 0 AND ${OPEN}
  UNION ALL
  SELECT * FROM (SELECT 'missing', thing.id, thing.title,
      iif(home.uncounted = 1, NULL, home.name),
      group_concat(listed.value, ', '), NULL
    FROM booking JOIN booking_home AS home ON home.id = booking.id
    JOIN thing ON thing.id = booking.thing CROSS JOIN json_each(thing.pieces) AS listed
    WHERE booking.state = 'back' AND booking.removed IS NOT 1 AND thing.gone IS NOT 1
      AND home.piecesOut IS NOT home.piecesBack
      AND listed.value IN (SELECT value FROM json_each(home.piecesOut))
      AND listed.value NOT IN (SELECT value FROM json_each(coalesce(home.piecesBack, '[]')))
    GROUP BY booking.id ORDER BY booking.id LIMIT ?2)
  UNION ALL
  SELECT what, id, title, name, NULL, NULL FROM (SELECT 'broken' AS what, thing.id, thing.title,
      home.name, max(home.backAt)
    FROM thing JOIN booking ON booking.thing = thing.id AND booking.state = 'back'
    JOIN booking_home AS home ON home.id = booking.id AND home.damaged = 1
    WHERE thing.condition = 'repair' AND thing.gone IS NOT 1 AND booking.removed IS NOT 1
    GROUP BY thing.id ORDER BY thing.id LIMIT ?2)
  UNION ALL
  SELECT 'booked', id, title, NULL, booked, NULL FROM (${BOOKED})`

const matterIn = (row: Row, read: Reader): LendingMatter => {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '')
  const what = text('what')
  const isAsked = !(what === 'late' || what === 'clash' || what === 'missing' || what === 'broken')
  const next = text('next')
  const typed = next === NO_CARD ? next : (read.published.memberName?.(next) ?? '')
  return {
    what: isAsked ? 'asked' : what,
    ...{ thing: text('id'), title: text('title'), name: text('name') },
    next: isAsked && next !== '' ? typed : next,
    ...(typeof row['since'] === 'number' ? { since: row['since'] } : {}),
  }
}

/** As `thingsOf`, for a statement: ?1 is the member, ?2 the day. */
const KEPT_BY =
  'SELECT "over" FROM charge_home WHERE person = ?1 AND removed IS NOT 1 AND since <= ?2 ' +
  'AND (until IS NULL OR until >= ?2) UNION SELECT id FROM thing_home WHERE owner = ?1'

/** Those of these things that a member is in charge of on a day: one statement. */
export function keptAmong(
  read: Reader,
  things: readonly string[],
  { me, today }: Readonly<{ me: string; today: string }>,
): ReadonlySet<string> {
  if (things.length === 0) return new Set()
  const rows = read.all(
    `SELECT value AS id FROM json_each(?3) WHERE value IN (${KEPT_BY})`,
    me,
    today,
    JSON.stringify(things),
  )
  return new Set(rows.map(row => String(row['id'])))
}

/**
 * What others booked or gave back since a day, of the things that a member is in charge of: one
 * statement. A booking that is given back by a ticket is erased, so its request says it: it was
 * freed after its answer, unlike that of somebody who waited and needs it no more.
 *
 * Shape   `freedAt`: when it was given back; null where it is booked. `booking`: null where it is
 *         erased. `series`: where nobody is named, its thing.
 */
export const bookedOfOwn = (
  read: Reader,
  me: string,
  { today, since }: Readonly<{ today: string; since: string }>,
): readonly Row[] =>
  read.all(
    `SELECT * FROM (SELECT booking.id, booking.id AS booking, booking.thing, title, home.name,
        booking.startsOn, booking.startsAt, booking.endsOn, booking.endsAt,
        NULL AS series, NULL AS late, NULL AS freedAt
      FROM booking JOIN thing ON thing.id = booking.thing
      JOIN booking_home AS home ON home.id = booking.id
      WHERE booking.thing IN (${KEPT_BY}) AND booking.id >= ?3 AND booking.state = 'booked'
        AND home.member IS NOT ?1 AND home.keyedBy IS NOT ?1
      ORDER BY booking.id DESC LIMIT 20)
    UNION ALL
    SELECT * FROM (SELECT booking.id, booking.id, booking.thing, title, home.name,
        booking.startsOn, booking.startsAt, booking.endsOn, booking.endsAt,
        booking.series, home.late, home.freedAt
      FROM booking JOIN thing ON thing.id = booking.thing
      JOIN booking_home AS home ON home.id = booking.id
      WHERE booking.thing IN (${KEPT_BY}) AND booking.state = 'cancelled'
        AND booking.removed IS NOT 1 AND home.freedAt >= ?4 AND home.calledOff IS NULL
        AND home.member IS NOT ?1 AND home.cancelledBy IS NOT ?1
      ORDER BY home.freedAt DESC, booking.startsOn LIMIT 100)
    UNION ALL
    SELECT * FROM (SELECT asks.id, NULL, asks.thing, title, asks.name,
        asks.startsOn, asks.startsAt, asks.endsOn, asks.endsAt,
        iif(asks.name IS NULL, asks.thing, NULL), NULL, asks.freedAt
      FROM booking_request_home AS asks JOIN thing ON thing.id = asks.thing
      WHERE asks.thing IN (${KEPT_BY}) AND asks.state = 'withdrawn' AND asks.removed IS NOT 1
        AND asks.freedAt >= ?4 AND asks.freedAt > coalesce(asks.answeredAt, '')
      ORDER BY asks.freedAt DESC, asks.startsOn LIMIT 100)`,
    me,
    today,
    firstIdOf(since),
    since,
  )
/**
 * What a member has out, or fetches before a moment: one statement. `missing`: when it should have
 * been back, before `end`, from who has it.
 */
export const ownTurns = (
  read: Reader,
  me: string,
  { before, end }: Readonly<{ before: number; end: number }>,
): readonly Row[] =>
  read.all(
    `SELECT taken.booking, taken.thing, title, from_ms, until_ms, is_out, word,
        thing.condition = 'repair' AS broken,
        thing.kind, thing.count, thing.who, thing.reach,
        (SELECT min(other.until_ms) FROM taken AS other WHERE other.thing = taken.thing
          AND other.is_out = 1 AND other.until_ms < ?3) AS missing
      FROM booking_home AS home JOIN taken ON taken.booking = home.id
      JOIN booking ON booking.id = home.id JOIN thing ON thing.id = taken.thing
      WHERE home.member = ?1 AND booking.state IN ('booked', 'out')
        AND (from_ms < ?2 OR thing.condition = 'repair')
      ORDER BY from_ms, taken.booking LIMIT 20`,
    me,
    before,
    end,
  )

/** What a member asked for, or typed for somebody, that was answered since a moment or waits. */
export const ownRequests = (read: Reader, me: string, since: string): readonly Row[] =>
  read.all(
    `SELECT asks.id, asks.thing, thing.title, asks.state, asks.startsOn, asks.startsAt, asks.endsOn,
        asks.endsAt, iif(asks.member IS ?1, NULL, asks.name) AS name, was.title AS was,
        asks.answer
      FROM booking_request_home AS asks LEFT JOIN thing ON thing.id = asks.thing
      LEFT JOIN thing AS was ON was.id = asks.instead
      WHERE (asks.member = ?1 OR asks.keyedBy = ?1) AND asks.removed IS NOT 1
        AND (asks.state = 'waiting' OR asks.state = 'asked'
        OR asks.state IN ('given', 'refused') AND asks.answeredAt >= ?2)
      ORDER BY asks.id LIMIT 50`,
    me,
    since,
  )

/** What a member booked and the one in charge cancelled, since a day: one statement. */
export const ownCalledOff = (read: Reader, me: string, since: string): readonly Row[] =>
  read.all(
    `SELECT booking.id, title, booking.startsOn, booking.startsAt, booking.endsOn, booking.endsAt,
        home.calledOff
      FROM booking_home AS home JOIN booking ON booking.id = home.id
      LEFT JOIN thing ON thing.id = booking.thing
      WHERE home.member = ?1 AND booking.state = 'cancelled' AND home.calledOff IS NOT NULL
        AND home.freedAt >= ?2 ORDER BY booking.id LIMIT 20`,
    me,
    since,
  )

/**
 * What stands in for what a member booked, for days to come, and for what they are in charge of
 * since a day: one statement.
 *
 * Shape   `id`: the booking, with its times; without a `startsOn`, the thing that stands in.
 */
export const ownReplaced = (
  read: Reader,
  me: string,
  { today, since }: Readonly<{ today: string; since: string }>,
): readonly Row[] =>
  read.all(
    `SELECT * FROM (SELECT booking.id, thing.title, was.title AS was, booking.startsOn,
        booking.startsAt, booking.endsOn, booking.endsAt
      FROM booking_home AS home JOIN booking ON booking.id = home.id
      JOIN thing ON thing.id = booking.thing JOIN thing AS was ON was.id = home.instead
      WHERE home.member = ?1 AND booking.state = 'booked' AND booking.startsOn >= ?2
      ORDER BY booking.id LIMIT 20)
    UNION ALL
    SELECT * FROM (SELECT thing.id, thing.title, was.title, NULL, NULL, NULL, NULL
      FROM charge_home AS given
      JOIN thing ON thing.id = given."over" JOIN thing AS was ON was.replacedBy = thing.id
      WHERE given.person = ?1 AND given.removed IS NOT 1 AND given.since BETWEEN ?3 AND ?2
        AND (given.until IS NULL OR given.until >= ?2) AND was.gone = 1
        AND thing.gone IS NOT 1 ORDER BY thing.id LIMIT 20)`,
    me,
    today,
    since,
  )
