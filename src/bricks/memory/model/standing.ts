import type { SaidThen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Knot, rowsOf, text, type Values } from './thread.ts'

/**
 * Where a thing said stands: done, under way, decided, still to do, to come, open, closed without
 * more, or kept as a word.
 */
export type Standing = keyof SaidThen

/**
 * What is told of at a meeting, in the order in which it is told. People, places and sources are
 * named there, and nobody waits for them.
 */
export const SAID = [
  'decision',
  'task',
  'idea',
  'initiative',
  'offer',
  'need',
  'event',
  'voice',
] as const

type Facts = Readonly<{
  /** The record that an idea became. */
  became?: Knot | undefined
  /** An idea became it. */
  isMade: boolean
  /** A deed tells of it. */
  isTold: boolean
  /** It was asked of those who decide. */
  isAsked: boolean
  /** An event whose every date was called off. */
  isOff: boolean
  today: string
}>

/**
 * Where a record stands.
 *
 * Law     made of what everybody reads, so that every reader has the same count.
 */
export function standing({ type, row }: Pick<Knot, 'type' | 'row'>, facts: Facts): Standing {
  if (facts.isTold || type === 'deed') return 'done'
  const state = text(row['state'])
  if (type === 'voice') return 'kept'
  if (type === 'place') return facts.isMade ? 'done' : 'kept'
  if (type === 'decision') return 'decided'
  if (state === 'closed' || state === 'dropped') return 'over'
  if (type === 'event') return eventStands(row, facts)
  if (type === 'task') return state === 'done' ? 'done' : state === 'doing' ? 'going' : 'todo'
  if (type === 'initiative' && state !== 'idea') return state === 'done' ? 'done' : 'going'
  if (type === 'idea' && state === 'became' && facts.became)
    return became(
      standing(facts.became, { ...facts, became: undefined, isMade: true, isTold: false }),
    )
  if (isPast(row, facts.today)) return 'over'
  return facts.isAsked ? 'going' : 'open'
}
/** The last day of a notice has gone: it left the lists by itself. */
const isPast = (row: Values, today: string): boolean => {
  const until = text(row['until'])
  return until !== null && until < today
}
/** What became something is under way at the least. */
const became = (stands: Standing): Standing => (stands === 'done' ? 'done' : 'going')

function eventStands(row: Values, { isOff, today }: Facts): Standing {
  if (isOff) return 'over'
  const last = text(row['endsOn']) ?? text(row['startsOn'])
  if (text(row['recurs']) !== null) return 'going'
  return last !== null && last < today ? 'done' : 'coming'
}

/** Where each of these records stands. The number of statements does not depend on how many. */
export function standings(
  read: Reader,
  knots: readonly Knot[],
  today: string,
): ReadonlyMap<string, Standing> {
  const ids = JSON.stringify(knots.map(one => one.id))
  const asked = new Set(
    read
      .all(
        `SELECT to_id AS id FROM link WHERE to_id IN (SELECT value FROM json_each(?))
          AND from_type = 'request' AND field = 'about'`,
        ids,
      )
      .map(row => String(row['id'])),
  )
  const notices = knots.filter(({ type }) => type === 'need' || type === 'offer')
  const deeds = notices.length > 0 ? read.published.deedsOf?.(notices.map(one => one.id)) : []
  const told = new Set(deeds?.map(one => one.notice))
  const targets = becomes(read, knots)
  const made = new Set(knots.map(one => text(one.row['became'])))
  const changed = changedEvents(read, ids)
  return new Map(
    knots.map(one => [
      one.id,
      standing(one, {
        became: targets.get(text(one.row['became']) ?? ''),
        isMade: made.has(one.id),
        isTold: told.has(one.id),
        isAsked: asked.has(one.id),
        isOff: changed.has(one.id) && isOff(read, one),
        today,
      }),
    ]),
  )
}

/** What ideas became, by its id. */
function becomes(read: Reader, knots: readonly Knot[]): ReadonlyMap<string, Knot> {
  const ids = knots.flatMap(one => text(one.row['became']) ?? [])
  if (ids.length === 0) return new Map()
  const rows = read.all(
    'SELECT id, type FROM doc WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  const byType = Map.groupBy(rows, row => String(row['type']))
  const all = [...byType].flatMap(([type, of]) =>
    rowsOf(
      read,
      type,
      of.map(row => String(row['id'])),
    ),
  )
  return new Map(all.map(one => [one.id, one]))
}

/** Of these, the events of which a date was changed or called off. */
const changedEvents = (read: Reader, ids: string): ReadonlySet<string> =>
  new Set(
    read
      .all(
        `SELECT DISTINCT to_id AS id FROM link
         WHERE to_id IN (SELECT value FROM json_each(?)) AND from_type = 'event-date'`,
        ids,
      )
      .map(row => String(row['id'])),
  )
/** An event that came once and was called off. */
function isOff(read: Reader, { id, row }: Knot): boolean {
  const from = text(row['startsOn'])
  if (from === null || text(row['recurs']) !== null) return false
  const dates = read.published.eventDates?.(id, { from }, 8) ?? []
  return dates.length > 0 && dates.every(date => date.cancelled)
}

/** What was said at each of these meetings, in the order in which it is told. */
export function saidAt(
  read: Reader,
  meetings: readonly string[],
): ReadonlyMap<string, readonly Knot[]> {
  const rows = read.all(
    `SELECT coalesce(joined.shown, link.to_id) AS meeting, from_type AS type, from_id AS id
     FROM link LEFT JOIN joined ON joined.id = to_id
     WHERE field = 'notedAt' AND from_id NOT IN (SELECT id FROM joined WHERE shown <> id)
       AND (to_id IN (SELECT value FROM json_each(?1)) OR to_id IN
         (SELECT id FROM joined WHERE shown IN (SELECT value FROM json_each(?1))))
     ORDER BY from_id LIMIT 1000`,
    JSON.stringify(meetings),
  )
  const at = new Map(rows.map(row => [String(row['id']), String(row['meeting'])]))
  const all = SAID.flatMap(type =>
    rowsOf(
      read,
      type,
      rows.filter(row => row['type'] === type).map(row => String(row['id'])),
    ),
  )
  return Map.groupBy(all, one => at.get(one.id) ?? '')
}

export function countOf(knots: readonly Knot[], stands: ReadonlyMap<string, Standing>): SaidThen {
  const count = { done: 0, going: 0, decided: 0, todo: 0, coming: 0, open: 0, over: 0, kept: 0 }
  for (const { id } of knots) {
    const stand = stands.get(id)
    if (stand) count[stand] += 1
  }
  return count
}

/** What became of the things said at these meetings, for other bricks. */
export function saidThen(
  read: Reader,
  meetings: readonly string[],
  today: string,
): ReadonlyMap<string, SaidThen> {
  const all = saidAt(read, meetings)
  const stands = standings(read, [...all.values()].flat(), today)
  return new Map([...all].map(([meeting, knots]) => [meeting, countOf(knots, stands)]))
}
