import { keeperFor, keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import { raiseIn } from '../../../contract/part-raised.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { UNJOINED } from '../../../contract/tables.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { type idea, meeting, response, task } from './records.ts'
import type { StoryEntry } from './rules.ts'
import { judgedOf, type NoticeAsked, type TakerRow, takingOf } from './taking.ts'

export const PATH = '/idees'

export type MeetingRow = RowOf<typeof meeting>
export type IdeaRow = RowOf<typeof idea>
export type TaskRow = RowOf<typeof task>
export type ResponseRow = RowOf<typeof response>

/** The words of a field; null of none, and of empty ones. */
export const text = (value: unknown): string | null =>
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

/** An answer as it shows; one that waits or never shows, as this box keeps it. */
export const answerOf = (read: Reader, id: string): ResponseRow | undefined =>
  read.one(response, id) ?? read.one(response, id, 'home')

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
 * who holds none counts it, and reads neither its name nor its words. What the notice's person
 * declined stands in no list.
 *
 * Law     everybody comes to one sum.
 */
export function takersOf(
  read: Reader,
  of: Pick<NoticeAsked, 'id' | 'declined' | 'agreed' | 'isClosed'>,
): readonly TakerRow[] {
  const { id, declined } = of
  const off = withShown(read, declined)
  const shown = answersTo(read, id).filter(one => !off.has(one.id))
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
    .filter(one => !seen.has(one.id) && !off.has(one.id))
  const standing = [...shown, ...apart].map(row => asStands(read, row, of))
  if (apart.length === 0) return standing
  const { people } = takingOf(standing)
  return people.map(one => (seen.has(one.id) ? one : unnamed(one)))
}
/** How much of an answer counts: what was agreed, where more is asked since. */
function asStands(
  read: Reader,
  row: ResponseRow,
  of: Pick<NoticeAsked, 'declined' | 'agreed' | 'isClosed'>,
): TakerRow {
  const { amount, stood, unit } = row
  if (amount === null || stood === null) return row
  const raise = raiseIn(sentOf(read, row.id), row, judgedOf(of))
  if (raise === undefined) return row
  const saying = unit === null ? null : sayAmount(stood, unit, 'fr')
  const standing = { ...row, amount: stood, saying }
  // What is complete asks nobody any more.
  return of.isClosed ? standing : { ...standing, asks: amount, raise }
}
/** An answer, and the record that a visitor sent, from which it is shown. */
function sentOf(read: Reader, id: string): readonly string[] {
  const sent = read.all(
    'SELECT piece, shownAs FROM proposal_home WHERE piece = ?1 OR shownAs = ?1',
    id,
  )
  const all = sent.flatMap(({ piece, shownAs }) => [piece, shownAs])
  return [...new Set([id, ...all.filter(one => typeof one === 'string')])]
}

/** These answers; and those that were shown from them, of what visitors sent. */
export function withShown(read: Reader, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length === 0) return new Set()
  const shown = read.all(
    'SELECT shownAs FROM proposal_home WHERE piece IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  return new Set([...ids, ...shown.map(({ shownAs }) => String(shownAs ?? ''))])
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

/** Those that they wrote down for somebody else, shown or waiting. */
export function keyedTo(read: Reader, about: string, me: string): readonly ResponseRow[] {
  const rows = read.all(
    `SELECT kept.id FROM response_home AS kept LEFT JOIN response AS shown ON shown.id = kept.id
     WHERE kept.keyedBy = ?1 AND kept.member IS NOT ?1 AND kept.removed IS NOT 1
       AND shown.removed IS NOT 1
       AND coalesce(shown."to", kept."to") IN (SELECT value FROM json_each(?2)) ORDER BY kept.id`,
    me,
    JSON.stringify([...new Set([about, ...read.joinedWith(about)])]),
  )
  return rows.flatMap(({ id }) => answerOf(read, String(id)) ?? [])
}
const isNobodys = (kept: ResponseRow | undefined): boolean =>
  (kept?.member ?? null) === null && (kept?.keyedBy ?? null) === null

/** Whether another member of that first name has answered. */
export function hasNamesake(read: Reader, about: string, name: string, me: string): boolean {
  const others = answersTo(read, about).filter(row => isSameName(row.firstName, name))
  return others.some(row => (read.one(response, row.id, 'home')?.member ?? me) !== me)
}

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
