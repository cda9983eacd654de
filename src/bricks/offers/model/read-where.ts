import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable, inAlphabet, rowsBy, STANDS } from '../../../contract/tables.ts'
import { lazy } from '../../../core/lazy.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { Point } from '../../../core/schema.ts'
import { noteRow, untracked } from '../../../core/tracking.ts'
import { standing } from './projection.ts'
import { chosen, type NoticeFilter } from './rules.ts'

/** Where the notices of a list are, as far as they say it: communes and places, never people. */

/** A place on the map that notices come from, with how many of them do. */
export type NoticePlace = Readonly<{ id: string; name: string; point: Point; count: number }>
/** `count`: all of them. `communes`: how many say each. `nowhere`: how many say none. */
export type NoticesWhere = Readonly<{
  count: number
  communes: ReadonlyMap<string, number>
  nowhere: number
  places: readonly NoticePlace[]
}>

/**
 * The tables that `found` reads for this choice, and what is asked of each beside it: a need is
 * nothing to be had today.
 */
const tablesOf = ({
  kind,
  now,
}: NoticeFilter): readonly Readonly<{ table: string; and: string }>[] =>
  kind === 'propose' || (now && !kind)
    ? [{ table: 'offer', and: '' }]
    : kind
      ? [{ table: 'need', and: kind === 'coup-de-main' ? ' AND hand = 1' : '' }]
      : [
          { table: 'offer', and: '' },
          { table: 'need', and: '' },
        ]

/**
 * Counts the notices of a list by commune, and by the place of the directory that they come from.
 *
 * Law     the communes and `nowhere` add up to the list (`found`).
 */
export function noticesWhere(read: Reader, choice: NoticeFilter, today: string): NoticesWhere {
  const { where, with: values } = chosen(choice, today)
  const tables = tablesOf(choice)
  const sqlOf = (columns: string, more: string): string =>
    tables
      .map(
        ({ table, and }) =>
          `SELECT ${columns} FROM ${table} WHERE ${STANDS} AND (${where})${and}${more}`,
      )
      .join(' UNION ALL ')
  const given = tables.flatMap(() => values)
  const near = nearOf(choice)
  const { commune, around = [] } = choice
  const plain = chosen({ ...EVERY, commune, around }, today)
  // What is chosen by commune and kind alone was counted as it was written.
  const tally: Tallied | undefined =
    where === plain.where && tables.every(({ and }) => and === '')
      ? { kinds: tables.map(({ table }) => table), codes: near ?? communesIn(read), today }
      : undefined
  const communes = tally
    ? tallied(read, tally)
    : new Map(
        read
          .all(
            `SELECT coalesce(commune, '') AS code, count(*) AS n
             FROM (${sqlOf('commune', '')}) GROUP BY 1`,
            ...given,
          )
          .map(row => [String(row['code']), Number(row['n'])]),
      )
  const count = [...communes.values()].reduce((sum, n) => sum + n, 0)
  const nowhere = communes.get('') ?? 0
  communes.delete('')
  // Of one commune its own notices are looked through; else those of each place.
  const sources = near ? '+"from" IS NOT NULL' : `"from" IN (SELECT id FROM place AS it ${MAPPED})`
  const placed = (): readonly NoticePlace[] =>
    tally
      ? placesTallied(read, tally)
      : placesIn(read, sqlOf('"from" AS source', ` AND ${sources}`), given)
  const places = hasTable(read, 'place') ? placed() : []
  return { count, communes, nowhere, places }
}
const EVERY: NoticeFilter = { kind: undefined, theme: '', commune: '' }

/** The communes that a choice names; undefined: any. */
const nearOf = ({ around = [], commune }: NoticeFilter): readonly string[] | undefined =>
  around.length > 0 ? [...new Set(around)] : commune === '' ? undefined : [commune]
/** The communes that notices say, and none: one row of each is looked at. */
const communesIn = (read: Reader): readonly string[] =>
  read
    .all(
      `WITH RECURSIVE said(code) AS (SELECT min(commune) FROM notice_day
       UNION ALL SELECT (SELECT min(commune) FROM notice_day WHERE commune > said.code)
       FROM said WHERE said.code IS NOT NULL) SELECT code FROM said WHERE code IS NOT NULL`,
    )
    .map(row => String(row['code']))

/** `kinds`: their tables. */
type Tallied = Readonly<{ kinds: readonly string[]; codes: readonly string[]; today: string }>
/** The same of notices chosen by nothing else, as kept by their last day (`projection.ts`). */
function tallied(read: Reader, of: Tallied): Map<string, number> {
  const all = standingIn(read, of)
  for (const { code, n } of joinedIn(read, of)) {
    const left = (all.get(String(code)) ?? 0) - Number(n)
    if (left > 0) all.set(String(code), left)
    else all.delete(String(code))
  }
  return all
}
/**
 * Each commune is kept until a notice of it is written. One that is not is counted alone; where
 * several are not, all are counted at once.
 */
function standingIn(read: Reader, { kinds, codes, today }: Tallied): Map<string, number> {
  const countIn = (some: readonly string[]): ReadonlyMap<unknown, unknown> =>
    new Map(
      read
        .all(
          `SELECT commune AS code, sum(n) AS n FROM notice_day
           WHERE commune IN (SELECT value FROM json_each(?))
             AND kind IN (SELECT value FROM json_each(?)) AND until >= ? GROUP BY commune`,
          JSON.stringify(some),
          JSON.stringify(kinds),
          today,
        )
        .map(row => [row['code'], row['n']]),
    )
  const all = lazy(() => countIn(codes))
  let missing = 0
  const standing = (code: string): number => {
    noteRow('tables.notice_day', 'commune', code)
    const counted = untracked(() => (missing++ === 0 ? countIn([code]) : all()))
    return Number(counted.get(code) ?? 0)
  }
  const name = (code: string): string => `notices standing ${JSON.stringify([kinds, code, today])}`
  return new Map(
    codes
      .map(
        code =>
          [
            code,
            read.keep(
              name(code),
              () => standing(code),
              () => OF_COUNT,
            ),
          ] as const,
      )
      .filter(([, n]) => n > 0),
  )
}
/** Units   bytes. */
const OF_COUNT = 8

/** Those among them that show under another one. Where nothing is joined no notice is read. */
const joinedIn = (read: Reader, { kinds, codes, today }: Tallied): readonly Row[] =>
  isAnyJoined(read)
    ? read.all(
        `SELECT code, sum(n) AS n FROM (${kinds.map(joinedSql("''")).join(' UNION ALL ')})
         GROUP BY code`,
        JSON.stringify(codes),
        today,
      )
    : []
const isAnyJoined = (read: Reader): boolean => read.all('SELECT 1 FROM joined LIMIT 1').length > 0
/** SQL, of a table: `?1` the communes, `?2` the day. */
const joinedSql =
  (source: string) =>
  (table: string): string =>
    `SELECT ${source} AS source, coalesce(it.commune, '') AS code, 1 AS n FROM joined AS j
     CROSS JOIN ${table} AS it ON it.id = j.id WHERE j.shown <> j.id AND ${standing('it')}
     AND (it.until IS NULL OR it.until >= ?2)
     AND coalesce(it.commune, '') IN (SELECT value FROM json_each(?1))`

/** Places of the directory alone: a person or a group is on no map of notices. */
const MAPPED = `WHERE it.removed IS NOT 1 AND it.point IS NOT NULL
  AND it.id NOT IN (SELECT id FROM joined WHERE shown <> id)`
/** The same by place: kept until a place, or a notice of these communes that comes from one, is. */
const placesTallied = (read: Reader, { kinds, codes, today }: Tallied): readonly NoticePlace[] => {
  const said = (): readonly NoticePlace[] => {
    const joined = isAnyJoined(read)
      ? kinds.map(kind => `UNION ALL SELECT source, -n FROM (${joinedSql('it."from"')(kind)})`)
      : []
    const rows = rowsBy('notice_from', 'commune', codes, () =>
      read.all(
        `SELECT it.id AS id, it.name AS name, it.point AS point, notice.n AS n
         FROM (SELECT source, sum(n) AS n FROM (SELECT source, n FROM notice_from
                 WHERE commune IN (SELECT value FROM json_each(?1))
                   AND kind IN (SELECT value FROM json_each(?3)) AND until >= ?2
                 ${joined.join(' ')}) GROUP BY source HAVING sum(n) > 0) AS notice
         CROSS JOIN place AS it ON it.id = notice.source
         ${MAPPED} ORDER BY ${inAlphabet('it.name')}, it.id`,
        JSON.stringify(codes),
        today,
        JSON.stringify(kinds),
      ),
    )
    return placesSaid(rows)
  }
  const bytesOf = (all: readonly NoticePlace[]): number => 2 * JSON.stringify(all).length
  return read.keep(`places of notices ${JSON.stringify([kinds, codes, today])}`, said, bytesOf)
}
const placesIn = (read: Reader, sql: string, given: readonly string[]): readonly NoticePlace[] =>
  placesSaid(
    read.all(
      `SELECT it.id AS id, it.name AS name, it.point AS point, count(*) AS n
       FROM (${sql}) AS notice CROSS JOIN place AS it ON it.id = notice.source
       ${MAPPED} GROUP BY it.id ORDER BY ${inAlphabet('it.name')}, it.id`,
      ...given,
    ),
  )
const placesSaid = (rows: readonly Row[]): readonly NoticePlace[] =>
  rows.map(row => ({
    id: String(row['id']),
    name: String(row['name'] ?? ''),
    point: ownJson<Point>(String(row['point'])),
    count: Number(row['n']),
  }))
