import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable, STANDS } from '../../../contract/tables.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { Point } from '../../../core/schema.ts'
import { chosen, type NoticeFilter } from './rules.ts'

/** Where the notices of a list are, as far as they say it: communes and places, never people. */

/** A place that notices name, with how many of them do. */
export type NoticePlace = Readonly<{ id: string; name: string; point: Point | null; count: number }>
/** `communes`: how many notices say each. `nowhere`: how many say none. */
export type NoticesWhere = Readonly<{
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
  const sql = tables.map(
    ({ table, and }) => `SELECT commune, "from" FROM ${table} WHERE ${STANDS} AND (${where})${and}`,
  )
  const rows = read.all(
    `SELECT commune, "from" AS source, count(*) AS n FROM (${sql.join(' UNION ALL ')})
     GROUP BY 1, 2`,
    ...tables.flatMap(() => values),
  )
  const communes = new Map<string, number>()
  for (const row of rows) {
    const code = String(row['commune'] ?? '')
    communes.set(code, (communes.get(code) ?? 0) + Number(row['n']))
  }
  const nowhere = communes.get('') ?? 0
  communes.delete('')
  return { communes, nowhere, places: placesIn(read, rows) }
}

/** Places of the directory alone: a person or a group is on no map of notices. */
function placesIn(read: Reader, rows: readonly Row[]): readonly NoticePlace[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const id = String(row['source'] ?? '')
    if (id !== '') counts.set(id, (counts.get(id) ?? 0) + Number(row['n']))
  }
  if (counts.size === 0 || !hasTable(read, 'place')) return []
  return read
    .all(
      `SELECT id, name, point FROM place WHERE ${STANDS}
       AND id IN (SELECT value FROM json_each(?)) ORDER BY name COLLATE NOCASE, id`,
      JSON.stringify([...counts.keys()]),
    )
    .map(row => ({
      id: String(row['id']),
      name: String(row['name'] ?? ''),
      point: typeof row['point'] === 'string' ? ownJson<Point>(row['point']) : null,
      count: counts.get(String(row['id'])) ?? 0,
    }))
}
