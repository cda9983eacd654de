import type { Reader } from '../../../contract/reader.ts'
import { hasTable, inAlphabet, OWN, STANDS } from '../../../contract/tables.ts'
import { dayAfter, daysBetween } from '../../../text/days.ts'
import { MET } from './read.ts'
import { keptReport } from './records.ts'
import { type KeptByCommune, type KeptFigures, readKept, readKeptByCommune } from './rules.ts'

/** What this box holds of one commune, and of a year before. */

const YEAR_DAYS = 365
/** A report of so many days around a year ago is that of last year: three months. */
const AROUND_DAYS = 92

/** A report kept here about a year ago. `byCommune` is empty where it kept none. */
export type KeptYearAgo = Readonly<{
  on: string
  figures: KeptFigures
  byCommune: KeptByCommune
}>

/** The kept report that is nearest to a year ago; undefined where none is near enough. */
export function keptYearAgo(read: Reader, today: string): KeptYearAgo | undefined {
  const then = dayAfter(today, -YEAR_DAYS)
  const [nearest] = read
    .list(keptReport, {
      where: `"on" BETWEEN ? AND ? AND ${OWN}`,
      with: [dayAfter(then, -AROUND_DAYS), dayAfter(then, AROUND_DAYS)],
      order: '"on" DESC, id DESC',
    })
    .flatMap(row => (row.on ? [{ ...row, on: row.on }] : []))
    .toSorted((a, b) => Math.abs(daysBetween(a.on, then)) - Math.abs(daysBetween(b.on, then)))
  return (
    nearest && {
      on: nearest.on,
      figures: readKept(nearest.figures),
      byCommune: readKeptByCommune(nearest.byCommune),
    }
  )
}

/** What stands in a commune and is shown as it is: its name, its page, its kind of thing. */
export type CommuneThing = Readonly<{
  title: string
  path: string | null
  kind: 'place' | 'group' | 'project' | 'computers'
}>

const STANDING = [
  { kind: 'place', table: 'place', named: 'name', and: '' },
  { kind: 'group', table: 'actor', named: 'name', and: "AND kind <> 'person'" },
  { kind: 'project', table: 'initiative', named: 'title', and: '' },
  { kind: 'computers', table: 'access_point', named: 'name', and: 'AND toConfirm IS NOT 1' },
] as const

/** All of it, kind after kind, in the order of names: nothing stands first for being larger. */
export const standingIn = (read: Reader, commune: string): readonly CommuneThing[] =>
  STANDING.filter(({ table }) => hasTable(read, table)).flatMap(({ kind, table, named, and }) =>
    read
      .all(
        `SELECT id, ${named} AS title FROM ${table} WHERE ${STANDS} ${and} AND commune = ?
         ORDER BY ${inAlphabet(named)}, id`,
        commune,
      )
      .map(row => ({
        title: String(row['title'] ?? ''),
        path: read.called(String(row['id']))?.path ?? null,
        kind,
      })),
  )

/** What the places of a commune are said to lack. */
export const lackingIn = (
  read: Reader,
  commune: string,
): readonly Readonly<{ title: string; detail: string; path: string | null }>[] =>
  hasTable(read, 'place')
    ? read
        .all(
          `SELECT id, name, missing FROM place WHERE ${STANDS} AND missing IS NOT NULL
           AND commune = ? ORDER BY ${inAlphabet('name')}, id`,
          commune,
        )
        .map(row => ({
          title: String(row['name'] ?? ''),
          detail: String(row['missing'] ?? ''),
          path: read.called(String(row['id']))?.path ?? null,
        }))
    : []

/**
 * Meetings told of a commune in the last twelve months, and in the twelve before.
 *
 * Law     `before` is undefined where this page told of no meeting before those months began: a
 *         page that is younger has no figure of them.
 */
export function meetingsIn(
  read: Reader,
  commune: string,
  today: string,
): Readonly<{ now: number; before: number | undefined }> {
  if (!hasTable(read, 'meeting')) return { now: 0, before: undefined }
  const [year, twoYears] = [dayAfter(today, -YEAR_DAYS), dayAfter(today, -2 * YEAR_DAYS)]
  const here = hasTable(read, 'place')
    ? '(commune = ?1 OR place IN (SELECT id FROM place WHERE removed IS NOT 1 AND commune = ?1))'
    : 'commune = ?1'
  const [row] = read.all(
    `SELECT count(*) FILTER (WHERE ${here} AND date > ?2 AND date <= ?4) AS now,
       count(*) FILTER (WHERE ${here} AND date > ?3 AND date <= ?2) AS before,
       min(date) FILTER (WHERE ${OWN} OR ${here}) AS first
     FROM meeting WHERE ${STANDS} AND ${MET}`,
    commune,
    year,
    twoYears,
    today,
  )
  const first = String(row?.['first'] ?? '')
  const hasBefore = first !== '' && first <= twoYears
  return {
    now: Number(row?.['now'] ?? 0),
    before: hasBefore ? Number(row?.['before'] ?? 0) : undefined,
  }
}

/** How many meetings and past events say no commune, nor a place that has one. */
export function unplacedIn(read: Reader, today: string): number {
  const placed = hasTable(read, 'place')
    ? 'AND (place IS NULL OR place NOT IN (SELECT id FROM place WHERE commune IS NOT NULL))'
    : ''
  return (
    [
      ['meeting', 'date', `AND ${MET}`],
      ['event', 'startsOn', ''],
    ] as const
  )
    .filter(([table]) => hasTable(read, table))
    .reduce(
      (sum, [table, day, met]) =>
        sum +
        Number(
          read.all(
            `SELECT count(*) AS n FROM ${table} WHERE ${STANDS} AND ${OWN}
             ${met} AND commune IS NULL ${placed}
             AND coalesce(${day}, '') <= ?`,
            today,
          )[0]?.['n'] ?? 0,
        ),
      0,
    )
}
