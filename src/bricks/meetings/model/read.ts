import { keeperFor, keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { UNJOINED } from '../../../contract/tables.ts'
import type { EventDate } from '../../../core/calendar/event-dates.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import { idea, meeting, response, task } from './records.ts'
import type { StoryEntry } from './rules.ts'
import { type NoticeAsked, noticeAsked, type TakerRow, takingOf } from './taking.ts'

export const PATH = '/idees'

export type MeetingRow = RowOf<typeof meeting>
export type IdeaRow = RowOf<typeof idea>
export type TaskRow = RowOf<typeof task>
export type ResponseRow = RowOf<typeof response>

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

export const keeperOf = (read: Reader, words: Readonly<{ keeper: string }>): string =>
  keptBy(read) ?? words.keeper

/** Whom to ask about a record: whoever keeps the box that wrote it. */
export const keeperOfRecord = (
  kit: Pick<Kit, 'hostOf'>,
  read: Reader,
  id: string,
  words: Readonly<{ keeper: string }>,
): string => keeperFor(kit, read, id) ?? words.keeper

export const meetingOf = (read: Reader, notedAt: string | null): MeetingRow | undefined =>
  notedAt === null ? undefined : read.one(meeting, notedAt)

const TOLD = `kind <> 'done' AND ${UNJOINED}`

/** How many pieces of news the story has, and those of one page, newest first. */
export const storyLength = (read: Reader): number =>
  Number(read.all(`SELECT count(*) AS n FROM story WHERE ${TOLD}`)[0]?.['n'])
export const storyPart = (read: Reader, limit: number, offset: number): readonly StoryEntry[] =>
  read
    .all(
      `SELECT day, kind, id FROM story WHERE ${TOLD} ORDER BY day DESC, rank, id DESC ` +
        'LIMIT ? OFFSET ?',
      limit,
      offset,
    )
    .map(row => ({
      day: String(row['day']),
      kind: row['kind'] as StoryEntry['kind'],
      id: String(row['id']),
    }))

/**
 * Tasks done (`done`), or ideas that became something (`became`): the latest, each with its day.
 */
export const latest = (
  read: Reader,
  kind: 'done' | 'became',
  limit: number,
): readonly Readonly<{ id: string; day: string }>[] =>
  read
    .all(
      `SELECT id, day FROM story WHERE kind = ? AND ${UNJOINED} ORDER BY day DESC, id DESC LIMIT ?`,
      kind,
      limit,
    )
    .map(row => ({ id: String(row['id']), day: String(row['day']) }))

/** The next rank of an answer, whatever it is of: those that wait unread have theirs. */
export function nextRank(read: Reader): number {
  const [row] = read.all(
    'SELECT max(rank) AS last FROM ' +
      '(SELECT rank FROM response UNION ALL SELECT rank FROM response_home)',
  )
  return Number(row?.['last'] ?? 0) + 1
}

/** Answers shown in the commons, oldest first. */
export function answersTo(read: Reader, id: string): readonly ResponseRow[] {
  const ids = [...new Set(read.pointing(id, response.name).map(one => one.id))]
  if (ids.length === 0) return []
  const where = 'id IN (SELECT value FROM json_each(?))'
  const wanted = { where, with: [JSON.stringify(ids)], order: 'id', limit: ids.length }
  return read.list(response, wanted).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

/**
 * The answers to a notice that say how much. What was said while it was read by card stays by card:
 * who holds none counts it, and reads neither its name nor its words.
 *
 * Law     everybody comes to one sum.
 */
export function takersOf(read: Reader, id: string): readonly TakerRow[] {
  const shown = answersTo(read, id)
  const seen = new Set(shown.map(one => one.id))
  const apart = read
    .list(
      response,
      {
        where: '"to" IN (SELECT value FROM json_each(?)) AND shownByCard = 1 AND amount > 0',
        with: [JSON.stringify([...new Set([id, ...read.joinedWith(id)])])],
        order: 'id',
      },
      'home',
    )
    .filter(one => !seen.has(one.id))
  if (apart.length === 0) return shown
  const { people } = takingOf([...shown, ...apart])
  return people.map(one => (seen.has(one.id) ? one : unnamed(one)))
}

const unnamed = ({ id, namesake, amount, unit }: TakerRow): TakerRow => ({
  ...{ id, namesake, amount, unit },
  ...{ firstName: null, saying: null, toldTo: null },
})

/**
 * Their own answers to one thing, shown or waiting, the first of them first; of before answers said
 * whose they are, those that they wrote.
 */
export function mineTo(read: Reader, about: string, me: string): readonly string[] {
  const these = new Set(read.joinedWith(about))
  const own = read
    .list(response, { where: 'member = ?', with: [me], order: 'id' }, 'home')
    .filter(row => these.has(read.one(response, row.id)?.to ?? row.to ?? ''))
    .map(row => row.id)
  const before = read
    .all(
      'SELECT id FROM response ' +
        'WHERE _by = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
      me,
      JSON.stringify(answersTo(read, about).map(row => row.id)),
    )
    .map(row => String(row['id']))
    .filter(id => isNobodys(read.one(response, id, 'home')))
  return [...new Set([...own, ...before])]
}
const isNobodys = (kept: ResponseRow | undefined): boolean =>
  (kept?.member ?? null) === null && (kept?.keyedBy ?? null) === null

/** Whether another member of that first name has answered. */
export function hasNamesake(read: Reader, about: string, name: string, me: string): boolean {
  const others = answersTo(read, about).filter(row => isSameName(row.firstName, name))
  return others.some(row => (read.one(response, row.id, 'home')?.member ?? me) !== me)
}

/** What answers are asked about: an idea, or an event of another brick. `path` is its page. */
export type AnswerSubject = Readonly<{
  id: string
  title: string
  path: string
  threshold: number | null
  /** The meeting where it came up. */
  notedAt: string | null
  state: 'open' | 'dropped' | 'became' | 'over' | 'off' | 'closed'
  /** What an idea became. */
  became: string | null
  event?: Row
  /** A notice that has an amount: one says how much. */
  notice?: NoticeAsked
  /** A post to hold or a thing to bring at the event: its own row. */
  part?: Row
  /** So many people have a seat; null without a limit. */
  seats: number | null
  /** Of what comes back: its next dates, cancelled ones too; else none. */
  dates: readonly EventDate[]
  /** Of these the names (`of`) of those that take place: one answers for one of them. */
  days: readonly string[]
  /** The name of its next date from a day on, for answers that name none. */
  nextFrom: (day: string) => string | undefined
}>

/** What has neither seats nor days. */
const ONCE = { seats: null, dates: [], days: [], nextFrom: () => undefined } as const

/**
 * The idea, the event or the notice of this id, where answers are taken; undefined for anything
 * else.
 */
export function askedAbout(read: Reader, id: string, today: string): AnswerSubject | undefined {
  const row = read.one(idea, id)
  if (row) {
    const { title, threshold, notedAt, became } = row
    const state =
      row.state === 'became' && became !== null
        ? 'became'
        : row.state === 'dropped'
          ? 'dropped'
          : 'open'
    return {
      id: row.id,
      title: title ?? '',
      path: `${idea.path}/${row.id}`,
      threshold,
      notedAt,
      state,
      became,
      ...ONCE,
    }
  }
  const called = read.called(id)
  if (called?.type === 'offer' || called?.type === 'need') return noticeAbout(read, id)
  if (called?.type === 'event-part') return partAbout(read, id, today)
  return called?.type === 'event' && called.path !== null
    ? eventAbout(read, called.title, called.path, today)
    : undefined
}

/** A notice of which one takes or brings some. */
function noticeAbout(read: Reader, id: string): AnswerSubject | undefined {
  const notice = noticeAsked(read, id)
  return (
    notice && {
      id: notice.id,
      title: notice.title,
      path: `/annonces/${notice.id}`,
      threshold: null,
      notedAt: null,
      state: notice.isClosed ? 'closed' : 'open',
      became: null,
      notice,
      ...ONCE,
    }
  )
}

/** A post or a thing of an event: answered like the event, and for its own day alone. */
function partAbout(read: Reader, id: string, today: string): AnswerSubject | undefined {
  const [part] = read.all('SELECT * FROM event_part WHERE id = ? AND removed IS NOT 1', id)
  const called = part && read.called(String(part['event']))
  const whole = called?.path && eventAbout(read, called.title, called.path, today)
  if (!part || !whole) return undefined
  const [day, wanted] = [text(part['day']), part['wanted']]
  const isPost = part['kind'] === 'post'
  // A date that moved to a later day is still to come.
  const date = whole.dates.find(one => one.of === day)
  const isOver = !date && day !== null && day < today
  return {
    ...whole,
    id,
    part,
    title: text(part['title']) ?? '',
    threshold: isPost && typeof wanted === 'number' ? wanted : null,
    state: date?.cancelled ? 'off' : isOver ? 'over' : whole.state,
    // Beyond those who are wanted at a post, one waits as for a seat.
    seats: isPost && typeof wanted === 'number' ? wanted : null,
    dates: [],
    days: [],
  }
}

function eventAbout(
  read: Reader,
  title: string,
  path: string,
  today: string,
): AnswerSubject | undefined {
  const id = path.slice(path.lastIndexOf('/') + 1)
  const [event] = read.all('SELECT * FROM event WHERE id = ? AND removed IS NOT 1', id)
  if (!event) return undefined
  const coming = read.published.eventDates?.(id, { from: today }, MOST_DAYS) ?? []
  const startsOn = text(event['startsOn'])
  const isSeries = text(event['recurs']) !== null || coming.some(date => date.of !== startsOn)
  const dates = isSeries ? coming : []
  const days = dates.filter(date => !date.cancelled).map(date => date.of)
  const last = text(event['endsOn']) ?? startsOn
  const isOff = coming.length > 0 && coming.every(date => date.cancelled)
  const over = coming.length === 0 && last !== null && last < today
  const minimum = event['minimum']
  return {
    id,
    title,
    path,
    threshold: typeof minimum === 'number' ? minimum : null,
    notedAt: null,
    state: isOff ? 'off' : over ? 'over' : 'open',
    became: null,
    event,
    seats: typeof event['seats'] === 'number' ? event['seats'] : null,
    dates,
    days,
    nextFrom: day => read.published.eventDates?.(id, { from: day }, 1)[0]?.of,
  }
}

/** So many days are offered: further ahead nobody knows. */
const MOST_DAYS = 8
/**
 * The name of the date of what comes back that this answer is for; undefined of what comes once. An
 * answer that names none is for the next date after it.
 */
export const dayOf = (
  { dates, nextFrom }: AnswerSubject,
  row: Pick<ResponseRow, 'forDay' | 'on'>,
  today: string,
): string | undefined =>
  dates.length === 0 ? undefined : (row.forDay ?? nextFrom(row.on ?? today))

/** The day on which a date of that name stands now. */
export const nowOn = ({ dates }: AnswerSubject, of: string): string =>
  dates.find(date => date.of === of)?.day ?? of

/**
 * What this box alone knows of shown records: their own `home` fields, or those of the pieces that
 * they were shown from (a harvest's, or what visitors sent). By the ids of the records that have
 * one. The number of statements does not depend on how many there are.
 *
 * Law     for the keeper's pages only.
 */
function nearOf<T extends RecordType>(
  read: Reader,
  type: T,
  ids: readonly string[],
  field: keyof T['fields'] & string,
): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map()
  const among = 'id IN (SELECT value FROM json_each(?))'
  const held = (of: readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      read
        .list(type, { where: among, with: [JSON.stringify(of)], limit: of.length }, 'home')
        .flatMap((row): readonly (readonly [string, string])[] => {
          const value = text(row[field])
          return value === null ? [] : [[row.id, value]]
        }),
    )
  const own = held(ids)
  const rows = read.all(
    `SELECT shownAs, max(piece) AS piece FROM proposal_home
     WHERE shownAs IN (SELECT value FROM json_each(?)) AND "of" = ? AND removed IS NOT 1
     GROUP BY shownAs`,
    JSON.stringify(ids.filter(id => !own.has(id))),
    type.name,
  )
  const pieces = rows.map(row => [String(row['shownAs']), String(row['piece'])] as const)
  const sent =
    pieces.length > 0 ? held(pieces.map(([, piece]) => piece)) : new Map<string, string>()
  return new Map([
    ...own,
    ...pieces.flatMap(([id, piece]) => {
      const value = sent.get(piece)
      return value === undefined ? [] : [[id, value] as const]
    }),
  ])
}

/** Who takes care of each of these tasks. For the keeper's pages only. */
export const whosOf = (read: Reader, ids: readonly string[]): ReadonlyMap<string, string> =>
  nearOf(read, task, ids, 'who')
/** How to reach those who gave these answers. For the keeper's pages only. */
export const reachesOf = (read: Reader, ids: readonly string[]): ReadonlyMap<string, string> =>
  nearOf(read, response, ids, 'reach')
