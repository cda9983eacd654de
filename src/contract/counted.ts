import { firstIdOf } from '../core/id.ts'
import type { Indicator } from './figures.ts'
import type { Reader, Row, Scalar } from './reader.ts'
import { ofTerritory, STANDS } from './tables.ts'

/**
 * Counts records for the figures of the council (slot `indicator`): of the whole, by commune, by
 * theme. A brick says which table and which condition; the SQL is made here, once, so that joined
 * records (several that show as one) count once everywhere. Small figures about people are hidden
 * later, where they show.
 */

/**
 * The order for one count.
 *
 * Shape   `id`, `words`, `counts`: those of the figure (`Indicator`).
 *         `table`: the table of a record type in one space.
 *         `where`: SQL over its own columns, with `?` for each value of `with`.
 *         `sum`: a column to add up instead of counting rows.
 *         `by`: also count each commune, or each theme.
 *         `since`: the first day counted; `on`: the column with that day, or else the day of the
 *         first write.
 *         `communes`: those of the territory, where the table has a commune.
 */
export type Counting = Readonly<{
  id: string
  words: string
  counts: Indicator['counts']
  table: string
  where?: string
  with?: readonly Scalar[]
  sum?: string
  on?: string
  since?: string | undefined
  communes?: readonly string[]
  by?: readonly ('commune' | 'themes')[]
}>

/**
 * The figure of the whole, then those of its communes and themes.
 *
 * Law     Only records of the territory count (`ofTerritory`). Joined records count once. A record
 *         with several themes counts once in each of them, and once in the whole.
 */
export function counted(read: Reader, o: Counting): readonly Indicator[] {
  const { id, words, counts, since } = o
  const figure = { id, words, counts, ...(since === undefined ? {} : { since }) }
  const from = since === undefined ? '' : o.on ? ` AND "${o.on}" >= ?` : ' AND id >= ?'
  const here = ofTerritory(o.communes)
  const where = `${STANDS} AND ${here.where}${o.where ? ` AND (${o.where})` : ''}${from}`
  const values = [
    ...here.with,
    ...(o.with ?? []),
    ...(since === undefined ? [] : [o.on ? since : firstIdOf(since)]),
  ]
  const many = o.sum ? `coalesce(sum("${o.sum}"), 0)` : 'count(*)'
  // One statement reads the table once, for the whole and for each commune.
  const byCommune = o.by?.includes('commune') === true
  const rows = read.all(
    `SELECT ${byCommune ? 'commune, ' : ''}${many} AS n FROM "${o.table}" WHERE ${where}` +
      (byCommune ? ' GROUP BY commune' : ''),
    ...values,
  )
  const whole = rows.reduce((sum, row) => sum + Number(row['n']), 0)
  const communes = rows.filter(row => typeof row['commune'] === 'string')
  const themes = o.by?.includes('themes')
    ? read.all(
        `SELECT l.to_id AS it, ${many} AS n FROM (SELECT * FROM "${o.table}" WHERE ${where}) AS t
          CROSS JOIN link AS l
         ON l.from_id = t.id AND l.field = 'themes' GROUP BY 1`,
        ...values,
      )
    : []
  return [
    { ...figure, value: whole },
    ...communes.map(row => ({
      ...figure,
      value: Number(row['n']),
      commune: String(row['commune']),
    })),
    ...[...byShown(read, themes)].map(([theme, value]) => ({ ...figure, value, theme })),
  ]
}

/** Adds the counts of joined themes to the theme that shows. */
function byShown(read: Reader, themes: readonly Row[]): ReadonlyMap<string, number> {
  const joined = themes.length === 0 ? [] : read.all('SELECT id, shown FROM joined')
  const shown = new Map(joined.map(row => [String(row['id']), String(row['shown'])]))
  const sums = new Map<string, number>()
  for (const row of themes) {
    const id = shown.get(String(row['it'])) ?? String(row['it'])
    sums.set(id, (sums.get(id) ?? 0) + Number(row['n']))
  }
  return sums
}
