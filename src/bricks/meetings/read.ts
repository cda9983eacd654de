import type { Reader, Row } from '../../core/brick.ts'
import { bornAt } from '../../core/id.ts'
import type { RowOf } from '../../core/schema.ts'
import { dayOfMoment } from '../../ui/days.ts'
import { idea, meeting, response, task } from './records.ts'

export type MeetingRow = RowOf<typeof meeting>
export type IdeaRow = RowOf<typeof idea>
export type TaskRow = RowOf<typeof task>
export type ResponseRow = RowOf<typeof response>

/** Other bricks' tables, read only where they are: this brick copes without them. */
const isThere = (read: Reader, table: string): boolean =>
  read.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).length > 0

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Who answers for the page, as the territory says it. */
export function keptBy(read: Reader): string | undefined {
  if (!isThere(read, 'territory')) return undefined
  return text(read.all('SELECT keptBy FROM territory WHERE removed IS NOT 1 ORDER BY id LIMIT 1')[0]?.['keptBy']) ?? undefined
}

/** The village's day on which a record was made. */
export const bornOn = (id: string): string => dayOfMoment(bornAt(id))

export const meetingOf = (read: Reader, notedAt: string | null): MeetingRow | undefined =>
  notedAt === null ? undefined : read.one(meeting, notedAt)

/** The day on which an idea became something: as the keeper said, else when that thing was written here. */
export const becameOn = (row: IdeaRow): string => row.becameOn ?? bornOn(row.became ?? row.id)

/** Answers shown in the commons, oldest first. */
export function answersTo(read: Reader, id: string): readonly ResponseRow[] {
  const ids = new Set(read.pointing(id, response.name).map(one => one.id))
  return [...ids].sort().flatMap(one => read.one(response, one) ?? [])
}

/** What answers are asked about: an idea, or an event of another brick. `path` is its page. */
export type Asked = Readonly<{
  id: string
  title: string
  path: string
  threshold: number | null
  /** The meeting where it came up. */
  notedAt: string | null
  state: 'open' | 'dropped' | 'became' | 'over'
  /** What an idea became. */
  became: string | null
  event?: Row
}>

/** The idea or the event of this id, where answers are taken; undefined for anything else. */
export function askedAbout(read: Reader, id: string, today: string): Asked | undefined {
  const row = read.one(idea, id)
  if (row) {
    const { title, threshold, notedAt, became } = row
    const state = row.state === 'became' && became !== null ? 'became' : row.state === 'dropped' ? 'dropped' : 'open'
    return { id: row.id, title: title ?? '', path: `${idea.path}/${row.id}`, threshold, notedAt, state, became }
  }
  const called = read.called(id)
  return called?.type === 'event' && called.path !== null ? eventAbout(read, called.title, called.path, today) : undefined
}

function eventAbout(read: Reader, title: string, path: string, today: string): Asked | undefined {
  const id = path.slice(path.lastIndexOf('/') + 1)
  const [event] = read.all('SELECT * FROM event WHERE id = ? AND removed IS NOT 1', id)
  if (!event) return undefined
  const last = text(event['endsOn']) ?? text(event['startsOn'])
  const over = last !== null && last < today && text(event['recurs']) === null
  const minimum = event['minimum']
  return {
    id,
    title,
    path,
    threshold: typeof minimum === 'number' ? minimum : null,
    notedAt: null,
    state: over ? 'over' : 'open',
    became: null,
    event,
  }
}

/**
 * Who takes care of a task, from `home`: on the task itself, or on the piece of a harvest that it was shown from.
 * For the keeper's pages only.
 */
export function whoOf(read: Reader, id: string): string | null {
  const own = read.one(task, id, 'home')?.who
  if (own) return own
  if (!isThere(read, 'proposal_home')) return null
  const [piece] = read.all(`SELECT piece FROM proposal_home WHERE shownAs = ? AND "of" = 'task' AND removed IS NOT 1 LIMIT 1`, id)
  const from = text(piece?.['piece'])
  return from === null ? null : (read.one(task, from, 'home')?.who ?? null)
}
