import type { Reader, Row, Scalar } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { hasTable, UNDER_THEME } from '../../../contract/tables.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import {
  type DateChange,
  type EventDate,
  isDateFate,
  isSeries,
  nextDates,
} from '../../../core/calendar/event-dates.ts'
import { isDay } from '../../../core/form/fit.ts'
import { itemsOf, ownJson } from '../../../core/narrow.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter } from '../../../text/days.ts'
import { withoutTwice } from './quiet.ts'
import { event, eventPart } from './records.ts'
import {
  comingOf,
  isOver,
  type Occurrence,
  occurrencesOf,
  type Planned,
  unfolded,
} from './rules.ts'

/** An event with the changes of its dates, and what its place decides of days off. */
export type EventRow = RowOf<typeof event> & Pick<Planned, 'changes' | 'here'>
export type AgendaFilter = Readonly<{ theme: string; commune: string }>
export const ALL: AgendaFilter = { theme: '', commune: '' }

/** Events that come back, at most: each is unfolded on every page of the agenda. */
export const MOST_RECURRING = 1_000
const MOST_ONCE = 1_000
const MOST_PAST = 30

/**
 * Days of events (`projection.ts`): one or more conditions, no two of which hold of one event. Each
 * is found in the order of an index. `order`: of all that is found, when a limit chooses.
 */
type Days = Readonly<{
  spans: readonly Readonly<{ sql: string; values: readonly Scalar[] }>[]
  order: string
}>

/** Events of these days; a limit chooses among days alone when nothing else chooses. */
function rows(
  read: Reader,
  choice: AgendaFilter,
  { spans, order }: Days,
  wanted: Readonly<{ order: 'startsOn' | 'startsOn DESC'; limit: number }>,
): readonly EventRow[] {
  const asked = [
    { sql: UNDER_THEME, values: choice.theme === '' ? [] : [choice.theme, choice.theme] },
    { sql: 'commune = ?', values: choice.commune === '' ? [] : [choice.commune] },
  ].filter(one => one.values.length > 0)
  const first = asked.length === 0 ? ` ORDER BY ${order} LIMIT ${wanted.limit}` : ''
  const parts = spans.map(({ sql }) => `SELECT * FROM event_span WHERE ${sql}${first}`)
  const all = parts.map(part => `SELECT * FROM (${part})`).join(' UNION ALL ')
  const near =
    spans.length === 1
      ? `id IN (SELECT id FROM event_span WHERE ${spans[0]!.sql}${first})`
      : `id IN (SELECT id FROM (${all})${first})`
  const found = read.list(event, {
    where: [near, ...asked.map(one => one.sql)].map(sql => `(${sql})`).join(' AND '),
    with: [...spans.flatMap(one => one.values), ...asked.flatMap(one => one.values)],
    order: wanted.order,
    limit: wanted.limit,
  })
  return dated(read, found)
}

export const marks = (values: readonly string[]): string => values.map(() => '?').join(', ')

/** The days of a list, as SQLite holds it. */
const daysIn = (json: unknown): readonly string[] =>
  typeof json === 'string' ? itemsOf<unknown>(ownJson(json)).filter(isDay) : []

/**
 * The changes of dates, by event, from the oldest to the newest. `events`: of these records alone.
 */
function changesOf(
  read: Reader,
  events: readonly string[] | undefined,
): ReadonlyMap<string, readonly DateChange[]> {
  const rows = read.all(
    'SELECT d.*, coalesce(j.shown, d.event) AS about FROM event_date AS d ' +
      'LEFT JOIN joined AS j ON j.id = d.event WHERE d.id IN (SELECT id FROM event_changed' +
      `${events === undefined ? '' : ` WHERE event IN (${marks(events)})`}) ORDER BY d.id`,
    ...(events ?? []),
  )
  const changes = rows.flatMap(row => {
    const [of, fate] = [text(row['day']), row['fate']]
    return of === null || !isDateFate(fate)
      ? []
      : [
          {
            about: String(row['about']),
            change: {
              id: String(row['id']),
              of,
              fate,
              on: text(row['on']),
              stood: daysIn(row['stood']),
              startsAt: text(row['startsAt']),
              endsAt: text(row['endsAt']),
              where: text(row['where']),
              why: text(row['why']),
            },
          },
        ]
  })
  const byEvent = Map.groupBy(changes, one => one.about)
  return new Map([...byEvent].map(([about, all]) => [about, all.map(one => one.change)]))
}

/** Events with all that decides their dates. */
export function dated(read: Reader, rows: readonly RowOf<typeof event>[]): readonly EventRow[] {
  if (rows.length === 0) return []
  const changes = changesOf(read, rows.length === 1 ? read.joinedWith(rows[0]!.id) : undefined)
  const first = read.published.communesHere?.()[0]
  return rows.map(row => ({
    ...row,
    changes: changes.get(row.id) ?? [],
    here: daysOffOf(row.commune ?? first),
  }))
}

/** One event with all that decides its dates. */
export function eventOf(read: Reader, id: string): EventRow | undefined {
  const row = read.one(event, id)
  return row && dated(read, [row])[0]
}

/** A date that was taken off the page. `day`: the one to which it had moved, if it had. */
export type EventGone = Readonly<{ title: string; day: string; idea: string | null }>
/** Undefined of what shows, was shown by mistake, comes back, or has no words any more. */
export function goneOf(read: Reader, id: string): EventGone | undefined {
  const [row] = read.all(
    `SELECT title, idea, coalesce(
       (SELECT "on" FROM event_date AS d WHERE d.event = e.id AND d.day = e.startsOn
          AND d.fate = 'moved' AND d.removed IS NOT 1 ORDER BY d.id DESC LIMIT 1), startsOn) AS day
     FROM event AS e WHERE id = ? AND removed = 1 AND recurs IS NULL`,
    id,
  )
  const [title, day] = [text(row?.['title']), text(row?.['day'])]
  if (title === null || day === null || isUndone(read, id)) return undefined
  return { title, day, idea: text(row?.['idea']) }
}
/** Whether the keeper took back that they showed it. */
const isUndone = (read: Reader, id: string): boolean =>
  read.list(proposal, { where: '"hiddenAs" LIKE ?', with: [`%${id}%`], limit: 1 }, 'home').length >
  0

/** The dates of an event between two days, for other bricks (contract/published.ts). */
export function datesOfEvent(
  read: Reader,
  id: string,
  days: Readonly<{ from: string; to?: string }>,
  most: number,
): readonly EventDate[] {
  const row = eventOf(read, id)
  if (!row) return []
  return days.to === undefined
    ? comingOf(row, days.from, most)
    : occurrencesOf(row, days.from, days.to, most)
}

/** What comes back and may touch these days. */
const recurring = (
  read: Reader,
  choice: AgendaFilter,
  { from, to }: Readonly<{ from: string; to: string }>,
): readonly EventRow[] =>
  rows(
    read,
    choice,
    {
      spans: [{ sql: 'again = 1 AND ends >= ? AND +starts <= ?', values: [from, to] }],
      order: 'starts DESC, ends, id',
    },
    { order: 'startsOn DESC', limit: MOST_RECURRING },
  )

/** The events that may touch these days. No other row is read. */
export function rowsBetween(
  read: Reader,
  choice: AgendaFilter,
  { from, to }: Readonly<{ from: string; to: string }>,
  limit: number,
): readonly EventRow[] {
  const most = Math.min(limit, MOST_ONCE)
  const once = (sql: string, values: readonly string[], most: number): readonly EventRow[] =>
    rows(
      read,
      choice,
      { spans: [{ sql: `again = 0 AND ${sql}`, values }], order: 'starts, ends, id' },
      { order: 'startsOn', limit: most },
    )
  // What lasts several days and began before: all of it comes before the others.
  const long = once(
    'ends > starts AND ends >= ? AND +starts < ? AND +starts <= ?',
    [from, from, to],
    most,
  )
  const next = once('starts >= ? AND starts <= ?', [from, to], most - long.length)
  return [...long, ...next, ...recurring(read, choice, { from, to })]
}
/** What is told of the days from one to another, in order: dates, and days that moved ones left. */
export const between = (
  read: Reader,
  choice: AgendaFilter,
  days: Readonly<{ from: string; to: string }>,
  limit: number,
): readonly Occurrence<EventRow>[] =>
  withoutTwice(unfolded(rowsBetween(read, choice, days, limit), days.from, days.to, limit))

/** What is over, newest first: what took place once, and what no longer comes back. */
export function past(read: Reader, choice: AgendaFilter, today: string): readonly EventRow[] {
  const ended = rows(
    read,
    choice,
    {
      spans: [0, 1].map(again => ({ sql: `again = ${again} AND ends < ?`, values: [today] })),
      order: 'ends DESC, again DESC, starts DESC, id DESC',
    },
    { order: 'startsOn DESC', limit: MOST_PAST },
  )
  // A rule may have no date left before its end: all of them were cancelled, or it counts far.
  const days = { from: today, to: dayAfter(today, -1) }
  const idle = recurring(read, choice, days).filter(row => isOver(row, today))
  return [...ended, ...idle]
    .sort((a, b) => (a.startsOn! < b.startsOn! ? 1 : -1))
    .slice(0, MOST_PAST)
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Somebody who answered. `toldTo`: who said it for them. */
export type PersonIn = Readonly<{
  id: string
  firstName: string
  toldTo: string | null
  saying: string | null
}>
export type EventAnswers = Readonly<{
  in: readonly PersonIn[]
  /** Those who wait for a seat, in the order in which they answered. */
  waiting: readonly PersonIn[]
  /** Those who can help, with what they said. */
  help: readonly PersonIn[]
}>

/**
 * Who answered, as the keeper showed it, of a series for the date of that name (`EventDate.of`);
 * undefined where no brick takes answers.
 */
export function answersTo(
  read: Reader,
  event: EventRow,
  day: string | undefined,
): EventAnswers | undefined {
  if (!hasTable(read, 'response')) return undefined
  const ids = read.pointing(event.id, 'response').map(one => one.id)
  if (ids.length === 0) return { in: [], waiting: [], help: [] }
  const rows = read.all(
    `SELECT * FROM response WHERE id IN (${ids.map(() => '?').join(', ')}) ` +
      'AND removed IS NOT 1 AND firstName IS NOT NULL ORDER BY id',
    ...ids,
  )
  const isThen = (row: Row): boolean =>
    !isSeries(event) || day === undefined || answeredDate(event, row, day) === day
  const of = (answer: string) =>
    rows
      .toSorted(byRank)
      .filter(isThen)
      .filter(row => row['answer'] === answer)
      .map(row => ({
        id: String(row['id']),
        firstName: String(row['firstName']),
        toldTo: text(row['toldTo']),
        namesake: row['namesake'] === 1,
        saying: text(row['saying']),
      }))
  const people = oncePerPerson(of('in'))
  const seats = event.seats ?? people.length
  return {
    in: people.slice(0, seats),
    waiting: people.slice(seats),
    help: of('help'),
  }
}

/** The order in which answers came; older ones have none, and their ids tell. */
const byRank = (a: Row, b: Row): number => Number(a['rank'] ?? 0) - Number(b['rank'] ?? 0)

/** The date that an answer is for: its own, or for an older answer the next one after it. */
const answeredDate = (event: EventRow, row: Row, today: string): string | undefined =>
  text(row['forDay']) ??
  nextDates(event, text(row['on']) ?? today, 1, event.here).map(one => one.of)[0]

export type PartRow = RowOf<typeof eventPart>
/**
 * A post or a thing, with who takes it and what is still wanted. `waiting`: those who answered once
 * a post had everybody that it wants, in their order.
 */
export type TakenPart = Readonly<{
  part: PartRow
  by: readonly string[]
  waiting: readonly string[]
  missing: number | null
}>

/** The parts of an event, in the order of their hours; of one date of a series, or of all. */
export function partsOf(read: Reader, id: string): readonly PartRow[] {
  const events = read.joinedWith(id)
  return read.list(eventPart, {
    where: `event IN (${marks(events)})`,
    with: events,
    order: "kind, coalesce(day, ''), coalesce(startsAt, ''), id",
    limit: MOST_PARTS,
  })
}
const MOST_PARTS = 100

/** Who takes each part, as the keeper showed it; without the brick that takes answers, nobody. */
export function takenParts(read: Reader, parts: readonly PartRow[]): readonly TakenPart[] {
  const takes = hasTable(read, 'response')
  return parts.map(part => {
    const ids = takes ? read.pointing(part.id, 'response').map(one => one.id) : []
    const rows =
      ids.length === 0
        ? []
        : read.all(
            `SELECT * FROM response WHERE id IN (${ids.map(() => '?').join(', ')}) ` +
              "AND removed IS NOT 1 AND firstName IS NOT NULL AND answer = 'in' ORDER BY id",
            ...ids,
          )
    const said = rows.toSorted(byRank).map(row => ({
      firstName: String(row['firstName']),
      namesake: row['namesake'] === 1,
      amount: typeof row['amount'] === 'number' ? row['amount'] : null,
    }))
    const people = oncePerPerson(said)
    const got =
      part.kind === 'thing'
        ? people.reduce((sum, one) => sum + (one.amount ?? 1), 0)
        : people.length
    const named = people.map(({ firstName, amount }) =>
      part.kind === 'thing' && amount !== null ? `${firstName} (${amount})` : firstName,
    )
    const held = part.kind === 'thing' || part.wanted === null ? named.length : part.wanted
    return {
      part,
      by: named.slice(0, held),
      waiting: named.slice(held),
      missing: part.wanted === null ? null : Math.max(0, part.wanted - got),
    }
  })
}

/** When an event, or a change of one of its dates, was last written, taken off ones too. */
export function lastWrite(read: Reader, id: string): number {
  const events = read.joinedWith(id)
  const changes = read.all(`SELECT id FROM event_date WHERE event IN (${marks(events)})`, ...events)
  const all = [...events, ...changes.map(row => String(row['id']))]
  return Math.max(...all.map(one => read.written(one)?.last ?? 0))
}

/** Notices that are for an event and still stand, by kind: tables for the market. */
export function noticesFor(
  read: Reader,
  id: string,
  kind: 'offer' | 'need',
  today: string,
): readonly Readonly<{ title: string; path: string }>[] {
  const ids = read.pointing(id, kind).flatMap(one => (one.field === 'event' ? [one.id] : []))
  if (ids.length === 0) return []
  const rows = read.all(
    `SELECT id FROM ${kind} WHERE id IN (${marks(ids)}) AND removed IS NOT 1 ` +
      "AND state IS NOT 'closed' AND coalesce(until, ?) >= ? ORDER BY id",
    ...ids,
    today,
    today,
  )
  return rows.flatMap(row => {
    const called = read.called(String(row['id']))
    return called?.path ? [{ title: called.title, path: called.path }] : []
  })
}
