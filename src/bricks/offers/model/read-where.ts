import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable, inAlphabet, STANDS } from '../../../contract/tables.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { Point } from '../../../core/schema.ts'
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
  const isAll = where === chosen(EVERY, today).where && tables.every(({ and }) => and === '')
  const rows = isAll
    ? tallied(read, tables, today)
    : read.all(
        `SELECT coalesce(commune, '') AS code, count(*) AS n
         FROM (${sqlOf('commune', '')}) GROUP BY 1`,
        ...given,
      )
  const communes = new Map(rows.map(row => [String(row['code']), Number(row['n'])]))
  const count = [...communes.values()].reduce((sum, n) => sum + n, 0)
  const nowhere = communes.get('') ?? 0
  communes.delete('')
  // Of one commune its own notices are looked through; else those of each place.
  const isNear = choice.commune !== '' || choice.around !== undefined
  const sources = isNear
    ? '+"from" IS NOT NULL'
    : `"from" IN (SELECT id FROM place AS it ${MAPPED})`
  const placed = (): readonly NoticePlace[] =>
    isAll
      ? placesTallied(read, tables, today)
      : placesIn(read, sqlOf('"from" AS source', ` AND ${sources}`), given)
  const places = hasTable(read, 'place') ? placed() : []
  return { count, communes, nowhere, places }
}
const EVERY: NoticeFilter = { kind: undefined, theme: '', commune: '' }

/** The same of every notice, as kept by its last day (`projection.ts`), without joined ones. */
const tallied = (
  read: Reader,
  tables: readonly Readonly<{ table: string }>[],
  today: string,
): readonly Row[] => {
  const joined = tables.map(
    ({ table }) =>
      `SELECT coalesce(it.commune, ''), -1 FROM joined AS j CROSS JOIN ${table} AS it
       ON it.id = j.id WHERE j.shown <> j.id AND ${standing('it')}
       AND (it.until IS NULL OR it.until >= ?2)`,
  )
  return read.all(
    `SELECT code, sum(n) AS n FROM (SELECT commune AS code, n FROM notice_day
       WHERE kind IN (SELECT value FROM json_each(?1)) AND until >= ?2
       UNION ALL ${joined.join(' UNION ALL ')}) GROUP BY code HAVING sum(n) > 0`,
    JSON.stringify(tables.map(({ table }) => table)),
    today,
  )
}

/** Places of the directory alone: a person or a group is on no map of notices. */
const MAPPED = `WHERE it.removed IS NOT 1 AND it.point IS NOT NULL
  AND it.id NOT IN (SELECT id FROM joined WHERE shown <> id)`
/** The same of every notice: kept until a place, or a notice that comes from something, is. */
const placesTallied = (
  read: Reader,
  tables: readonly Readonly<{ table: string }>[],
  today: string,
): readonly NoticePlace[] => {
  const kinds = JSON.stringify(tables.map(({ table }) => table))
  const joined = tables.map(
    ({ table }) =>
      `UNION ALL SELECT it."from", -1 FROM joined AS j CROSS JOIN ${table} AS it ON it.id = j.id
       WHERE j.shown <> j.id AND it."from" IS NOT NULL AND ${standing('it')}
       AND (it.until IS NULL OR it.until >= ?2)`,
  )
  const said = (): readonly NoticePlace[] => {
    // Where nothing is joined no notice is read.
    const isJoined = read.all('SELECT 1 FROM joined LIMIT 1').length > 0
    const rows = read.all(
      `SELECT it.id AS id, it.name AS name, it.point AS point, notice.n AS n
       FROM (SELECT source, sum(n) AS n FROM (SELECT source, n FROM notice_from
               WHERE kind IN (SELECT value FROM json_each(?1)) AND until >= ?2
               ${isJoined ? joined.join(' ') : ''}) GROUP BY source HAVING sum(n) > 0) AS notice
       CROSS JOIN place AS it ON it.id = notice.source
       ${MAPPED} ORDER BY ${inAlphabet('it.name')}, it.id`,
      kinds,
      today,
    )
    return placesSaid(rows)
  }
  const bytesOf = (all: readonly NoticePlace[]): number => 2 * JSON.stringify(all).length
  return read.keep(`places of notices ${kinds} ${today}`, said, bytesOf)
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
