import type { Reader } from '../../../contract/reader.ts'
import { hasTable, inAlphabet, STANDS } from '../../../contract/tables.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { Point } from '../../../core/schema.ts'
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
  const sql = tables
    .map(
      ({ table, and }) =>
        `SELECT commune, "from" AS source FROM ${table} WHERE ${STANDS} AND (${where})${and}`,
    )
    .join(' UNION ALL ')
  const given = tables.flatMap(() => values)
  const rows = read.all(
    `SELECT coalesce(commune, '') AS code, count(*) AS n FROM (${sql}) GROUP BY 1`,
    ...given,
  )
  const communes = new Map(rows.map(row => [String(row['code']), Number(row['n'])]))
  const count = [...communes.values()].reduce((sum, n) => sum + n, 0)
  const nowhere = communes.get('') ?? 0
  communes.delete('')
  return { count, communes, nowhere, places: placesIn(read, sql, given) }
}

/** Places of the directory alone: a person or a group is on no map of notices. */
function placesIn(read: Reader, sql: string, given: readonly string[]): readonly NoticePlace[] {
  if (!hasTable(read, 'place')) return []
  const places = `SELECT id, name, point FROM place WHERE ${STANDS} AND point IS NOT NULL`
  return read
    .all(
      `SELECT it.id AS id, it.name AS name, it.point AS point, count(*) AS n
       FROM (${sql}) AS notice JOIN (${places}) AS it ON it.id = notice.source
       GROUP BY it.id ORDER BY ${inAlphabet('it.name')}, it.id`,
      ...given,
    )
    .map(row => ({
      id: String(row['id']),
      name: String(row['name'] ?? ''),
      point: ownJson<Point>(String(row['point'])),
      count: Number(row['n']),
    }))
}
