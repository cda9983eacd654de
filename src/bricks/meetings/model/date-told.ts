import type { Reader, Row } from '../../../contract/reader.ts'
import { isDateFate } from '../../../core/calendar/event-dates.ts'
import { occurrences } from '../../../core/calendar/recurrence.ts'
import { text } from './read.ts'

/** A date that is moved, cancelled or taken off, and those who said that they come or help. */

/**
 * The day, hour and place of a date.
 *
 * Shape   `where`: a place in words, or the id of a place. `state`: `off`, it is cancelled, or its
 *         series has that day no more; `gone`, it was taken off the agenda. `why`: the reason of
 *         that.
 */
export type DatePlan = Readonly<{
  day: string
  startsAt: string | null
  where: string | null
  state: 'on' | 'off' | 'gone'
  why?: string
}>

/**
 * Somebody who was told of a date as it is no more.
 *
 * Shape   `answer`: their answer. `event`: what it is about; of a part of it, `part` is its title.
 *         `before`: as they were last told. `member`, `keyedBy`: as of the answer. `idea`: the one
 *         of which the event is a day.
 */
export type DateToTell = Readonly<{
  answer: string
  name: string
  member: string | null
  keyedBy: string | null
  event: string
  idea: string | null
  title: string
  part: string | null
  before: DatePlan
  now: DatePlan
}>

/** What is kept of a plan that somebody was told: without its reason. */
export const codeOf = ({ day, startsAt, state, where }: DatePlan): string =>
  [day, startsAt ?? '-', state, where ?? ''].join(' ').trim()

function planIn(code: string): DatePlan | undefined {
  const [, day, at, state, where] =
    /^(\d{4}-\d\d-\d\d) (-|\d\d:\d\d) (on|off|gone)(?: (.+))?$/s.exec(code) ?? []
  if (day === undefined) return undefined
  const isState = state === 'off' || state === 'gone' ? state : 'on'
  return { day, startsAt: at === '-' ? null : text(at), where: text(where), state: isState }
}

/** A few letters that stand for a plan in the key of a piece of news. */
export function shortOf(plan: DatePlan): string {
  let sum = 0
  for (const letter of codeOf(plan)) sum = (sum * 31 + letter.codePointAt(0)!) % 2_147_483_647
  return `${plan.day.replaceAll('-', '')}${sum.toString(36)}`
}

/** The changes of the dates of these events, by event, from the oldest to the newest. */
function changesOf(read: Reader, events: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  if (events.length === 0 || !read.types.has('event-date')) return new Map()
  const rows = read.all(
    `SELECT d.*, coalesce(j.shown, d.event) AS about FROM event_date AS d
       LEFT JOIN joined AS j ON j.id = d.event
     WHERE d.removed IS NOT 1 AND coalesce(j.shown, d.event) IN (SELECT value FROM json_each(?))
     ORDER BY d.id`,
    JSON.stringify(events),
  )
  const known = rows.filter(row => isDateFate(row['fate']))
  return Map.groupBy(known, row => String(row['about']))
}

/** `part`: of an answer to a part, its row. `of`: the date by its name, of what comes back. */
type Asked = Readonly<{ event: Row; part?: Row | undefined; of: string | null }>
/** The plan of a date by the event and these changes; undefined where no date is known. */
function planOf({ event, part, of }: Asked, changes: readonly Row[]): DatePlan | undefined {
  const startsOn = text(event['startsOn'])
  const recurs = text(event['recurs'])
  const day = text(part?.['day']) ?? of ?? (recurs === null ? startsOn : null)
  if (startsOn === null || day === null) return undefined
  const own = changes.filter(row => row['day'] === day)
  const change = own.findLast(row => row['fate'] !== 'added')
  const isAdded = own.some(row => row['fate'] === 'added')
  const isIts = isAdded || occurrences({ startsOn, recurs }, day, day, 1).length > 0
  const where = text(event['where']) ?? text(event['place'])
  const plain = { day, where, startsAt: text(part?.['startsAt']) ?? text(event['startsAt']) }
  const stands = change
    ? {
        day: text(change['on']) ?? day,
        startsAt: text(part?.['startsAt']) ?? text(change['startsAt']) ?? plain.startsAt,
        where: text(change['where']) ?? where,
      }
    : plain
  if (event['removed'] === 1 || part?.['removed'] === 1) return { ...stands, state: 'gone' }
  if (!change) return { ...plain, state: isIts ? 'on' : 'off' }
  if (change['fate'] === 'moved') return { ...stands, state: isIts ? 'on' : 'off' }
  const why = text(change['why'])
  return { ...stands, state: 'off', ...(why ? { why } : {}) }
}

/** What somebody is told of a date who answers now; undefined of what has none. */
export function planAsked(
  read: Reader,
  { event, part }: Readonly<{ event?: Row | undefined; part?: Row | undefined }>,
  of: string | undefined,
): DatePlan | undefined {
  if (!event) return undefined
  const id = String(event['id'])
  return planOf({ event, part, of: of ?? null }, changesOf(read, [id]).get(id) ?? [])
}

/**
 * The date of an event that comes once, as it was first set and as it is now.
 *
 * Shape   `state`: letters that differ each time that something is said of it. `changedBy`: the
 *         last change that counts.
 */
export type DateSet = Pick<DateToTell, 'event' | 'title' | 'before' | 'now'> &
  Readonly<{ state: string; changedBy?: string }>

/** Undefined of what comes back, and of what is no event. */
export const dateSet = (read: Reader, id: string): DateSet | undefined => dateSets(read, [id])[0]
/** Those of so many events, in the same order: two statements. */
export function dateSets(read: Reader, ids: readonly string[]): readonly DateSet[] {
  if (ids.length === 0 || !read.types.has('event-date')) return []
  const rows = read.all(
    `SELECT e.id, e.title, e.startsOn, e.startsAt, e.recurs, e.place, e."where",
       e.removed, (SELECT count(*) || '' || total(d.removed = 1) FROM event_date AS d
        WHERE d.event = e.id) AS said
     FROM json_each(?) AS one LEFT JOIN joined AS j ON j.id = one.value
       JOIN event AS e ON e.id = coalesce(j.shown, one.value)
     WHERE e.recurs IS NULL GROUP BY e.id ORDER BY min(one.key)`,
    JSON.stringify(ids),
  )
  const changes = changesOf(
    read,
    rows.map(row => String(row['id'])),
  )
  return rows.flatMap(row => dateIn(row, changes.get(String(row['id'])) ?? []) ?? [])
}
function dateIn(event: Row, changes: readonly Row[]): DateSet | undefined {
  const before = planOf({ event: { ...event, removed: null }, of: null }, [])
  const own = planOf({ event, of: null }, changes)
  if (!before || !own) return undefined
  const now = own.state === 'off' ? (addedInstead(event, changes) ?? own) : own
  const state = `${shortOf(now)}${String(event['said']).replaceAll(/\D/g, '')}`
  const changedBy = text(changes.at(-1)?.['id'])
  const title = text(event['title']) ?? ''
  const set = { event: String(event['id']), title, before, now, state }
  return { ...set, ...(changedBy ? { changedBy } : {}) }
}

/** The first day that was added to a date that is off, and takes place. */
const addedInstead = (event: Row, changes: readonly Row[]): DatePlan | undefined =>
  changes
    .flatMap(row => (row['fate'] === 'added' ? (text(row['day']) ?? []) : []))
    .flatMap(of => planOf({ event, of }, changes) ?? [])
    .filter(({ state }) => state === 'on')
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]

/** The date that an idea became, and that does not take place: another day can be proposed. */
export function fallenDate(
  read: Reader,
  { state, became }: Readonly<{ state: string | null; became: string | null }>,
): DateSet | undefined {
  const date = state === 'became' && became !== null ? dateSet(read, became) : undefined
  return date && date.now.state !== 'on' ? date : undefined
}

/**
 * Whether an answer to an idea came once its date was off: its person read that where they
 * answered.
 */
export const cameAfter = (answer: string, { now, changedBy }: DateSet): boolean =>
  now.state !== 'on' && changedBy !== undefined && answer > changedBy

/** Whether a date is moved, cancelled or taken off. */
export const isChanged = ({ before, now }: Pick<DateToTell, 'before' | 'now'>): boolean =>
  codeOf(before) !== codeOf(now)

/** Whether one of its days, the first or the last, is still to come. */
export const isAhead = ({ before, now }: Pick<DateSet, 'before' | 'now'>, today: string): boolean =>
  before.day >= today || now.day >= today

/**
 * Whose answers: those of a member and those that they wrote; one; or those of nobody here. `here`:
 * of so many, those that this box wrote, which alone knows what was told of them.
 */
export type WhoseDates =
  | Readonly<{ of: 'member'; me: string }>
  | Readonly<{ of: 'answer'; id: string }>
  | Readonly<{ of: 'keeper' }>
  | Readonly<{ of: 'answers'; ids: readonly string[] }>
  | Readonly<{ of: 'here'; ids: readonly string[] }>

const MOST = 300
/** An event of which something may have changed: any other answer is left alone. */
const MAY_DIFFER = `(e.removed = 1 OR part.removed = 1 OR e.id IN (
    SELECT coalesce(dj.shown, d.event) FROM event_date AS d
      LEFT JOIN joined AS dj ON dj.id = d.event)
  OR coalesce(h.whenTold, k.whenTold) <> rtrim(e.startsOn || ' ' || coalesce(e.startsAt, '-')
    || ' on ' || coalesce(e."where", e.place, '')))`
/** Of the answers that show, or of those that nobody showed yet. */
const askedIn = (table: 'response' | 'response_home'): string =>
  `SELECT r.id AS answer, r.firstName AS name, r.forDay, h.member, h.keyedBy,
    coalesce(h.whenTold, k.whenTold) AS told, coalesce(p.piece, r.id) AS said,
    part.title AS part, part.removed AS partGone, part.day AS partDay, part.startsAt AS partAt,
    e.id, e.title, e.startsOn, e.startsAt, e.recurs, e.place, e."where", e.removed,
    e.idea
  FROM ${table} AS r
    LEFT JOIN event_part AS part ON part.id = r."to"
    LEFT JOIN joined AS j ON j.id = coalesce(part.event, r."to")
    JOIN event AS e ON e.id = coalesce(j.shown, part.event, r."to")
    LEFT JOIN response_home AS h ON h.id = r.id
    LEFT JOIN proposal_home AS p ON p.shownAs = r.id AND p.removed IS NOT 1
    LEFT JOIN response_home AS k ON k.id = p.piece
  WHERE r.removed IS NOT 1 AND r.answer IN ('in', 'help') AND`
const MINE = `(h.member = ?1 OR h.keyedBy = ?1
  OR (h.member IS NULL AND h.keyedBy IS NULL AND r._by = ?1))`
/** Those whom no member is or wrote: written in this box. */
const HERE = `r._box IS (SELECT value FROM mark WHERE key = 'box')`
const NOBODYS = `h.member IS NULL AND h.keyedBy IS NULL AND r._by = 'keeper' AND ${HERE}`
const AMONG = 'r.id IN (SELECT value FROM json_each(?))'

function askedRows(read: Reader, whose: WhoseDates): readonly Row[] {
  const rows = (where: string, ...params: readonly string[]): readonly Row[] =>
    read.all(
      `${askedIn('response')} ${MAY_DIFFER} AND ${where} ORDER BY r.id DESC LIMIT ${MOST}`,
      ...params,
    )
  if (whose.of === 'member') return rows(MINE, whose.me)
  if (whose.of === 'keeper') return rows(NOBODYS)
  if (whose.of === 'answers') return rows(AMONG, JSON.stringify(whose.ids))
  if (whose.of === 'here') return rows(`${AMONG} AND ${HERE}`, JSON.stringify(whose.ids))
  const shown = rows('r.id = ?', whose.id)
  return shown.length > 0
    ? shown
    : read.all(`${askedIn('response_home')} r.id = ? LIMIT 1`, whose.id)
}

/** Those who were told of a date as it is no more, of these answers. */
export function datesToTell(read: Reader, whose: WhoseDates): readonly DateToTell[] {
  if (!read.types.has('event-part')) return []
  const rows = askedRows(read, whose)
  const changes = changesOf(read, [...new Set(rows.map(row => String(row['id'])))])
  // A ticket says how it is, whoever was told by whom.
  const stays = whose.of === 'answer'
  return rows.flatMap(row => dateToTell(row, changes.get(String(row['id'])) ?? [], stays) ?? [])
}

/** Of these answers, those to a date that takes place and changed since they were told of it. */
export const stillAsked = (read: Reader, ids: readonly string[]): ReadonlySet<string> =>
  new Set(
    ids.length === 0
      ? []
      : datesToTell(read, { of: 'here', ids }).flatMap(({ answer, now }) =>
          now.state === 'on' ? answer : [],
        ),
  )

function dateToTell(row: Row, changes: readonly Row[], stays: boolean): DateToTell | undefined {
  const part =
    row['part'] === null
      ? undefined
      : { removed: row['partGone'], day: row['partDay'], startsAt: row['partAt'] }
  const of = text(row['forDay'])
  const now = planOf({ event: row, part, of }, changes)
  const before = toldOf(row, part, changes)
  if (!now || !before) return undefined
  if (codeOf(now) === codeOf(before) && !(stays && now.state !== 'on')) return undefined
  // Whoever was told that it is off hears no more that it is gone.
  if (now.state !== 'on' && before.state !== 'on' && !stays) return undefined
  return {
    ...{ answer: String(row['answer']), name: text(row['name']) ?? '' },
    ...{ member: text(row['member']), keyedBy: text(row['keyedBy']) },
    ...{ event: String(row['id']), title: text(row['title']) ?? '', part: text(row['part']) },
    idea: text(row['idea']),
    ...{ before, now },
  }
}

/** As they were last told; where the answer kept nothing of it, as it was before later changes. */
function toldOf(row: Row, part: Row | undefined, changes: readonly Row[]): DatePlan | undefined {
  const kept = text(row['told'])
  if (kept !== null) return planIn(kept)
  const said = String(row['said'])
  const known = changes.filter(change => String(change['id']) < said)
  const there = part && { ...part, removed: null }
  return planOf({ event: { ...row, removed: null }, part: there, of: text(row['forDay']) }, known)
}

/** Those of a member’s own answers; and those that they wrote for other people. */
export const isOwn = (
  { member, keyedBy }: Pick<DateToTell, 'member' | 'keyedBy'>,
  me: string,
): boolean => member === me || (member === null && keyedBy === null)

/** Whether a date is still worth a word: it is to come, or was to come. */
export const isToCome = ({ before, now }: DateToTell, today: string): boolean =>
  before.day >= today || (now.state === 'on' && now.day >= today)
