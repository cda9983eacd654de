import { counted } from '../../../contract/counted.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable, ofTerritory, STANDS } from '../../../contract/tables.ts'
import { bornAt, firstIdOf } from '../../../core/id.ts'
import type { fr } from '../words/fr.ts'
import { deed } from './records.ts'
import { isManyEnough } from './rules.ts'

const DAY_MS = 86_400_000

/** What is counted: from this day on, of this territory. */
type CountedHere = Readonly<{
  since?: string | undefined
  here: ReturnType<typeof ofTerritory>
}>

/**
 * What is told; what was done, in each way, and how needs were answered, once there is enough of it
 * to tell of nobody.
 */
export function dealFigures(
  read: Reader,
  words: typeof fr,
  { since, communes }: FiguresAsked,
): readonly Indicator[] {
  const w = words.indicators
  const known: Readonly<Record<string, string>> = w.modes
  const here = ofTerritory(communes)
  const modes = doneBy(read, 'mode', { since, here })
  const all = [...modes.values()].reduce((sum, n) => sum + n, 0)
  const figure = (
    id: string,
    said: string,
    value: number,
    more: Partial<Indicator> = {},
  ): Indicator => ({
    id: `deals.${id}`,
    words: said,
    value,
    counts: 'people',
    ...(since === undefined ? {} : { since }),
    ...more,
  })
  const done = [
    figure('done', w.done, all),
    ...Object.keys(known).map(mode =>
      figure(`done.${mode}`, known[mode] ?? mode, modes.get(mode) ?? 0),
    ),
    ...[...doneBy(read, 'commune', { since, here })].flatMap(([commune, n]) =>
      commune ? [figure('done', w.done, n, { commune })] : [],
    ),
  ].filter(({ value }) => isManyEnough(value))
  return [
    ...counted(read, {
      id: 'deals.told',
      words: w.told,
      counts: 'people',
      table: deed.name,
      on: 'doneOn',
      since,
      communes,
    }),
    ...done,
    ...answered(read, figure, w, { since, here }),
  ]
}

/** The share of needs that somebody answered, and the delay that half of the answers beat. */
function answered(
  read: Reader,
  figure: (id: string, said: string, value: number, more?: Partial<Indicator>) => Indicator,
  w: (typeof fr)['indicators'],
  counted: CountedHere,
): readonly Indicator[] {
  const { needs, delays } = answersToNeeds(read, counted)
  if (!isManyEnough(delays.length)) return []
  const middle = delays[Math.floor((delays.length - 1) / 2)] ?? 0
  return [
    figure('answered', w.answered, delays.length),
    figure('share', w.share, Math.round((100 * delays.length) / needs), { unit: 'percent' }),
    figure('delay', w.delay, Math.round(middle / DAY_MS), { unit: 'days' }),
  ]
}

/** How many deals of the territory were done in each way, or in each commune, from this day on. */
const doneBy = (
  read: Reader,
  what: 'mode' | 'commune',
  { since = '', here }: CountedHere,
): ReadonlyMap<string, number> =>
  new Map(
    read
      .all(
        `SELECT ${what} AS what, count(*) AS n FROM deal_home WHERE removed IS NOT 1 ` +
          `AND state = 'done' AND coalesce(doneOn, '') >= ? AND ${here.where} GROUP BY 1`,
        since,
        ...here.with,
      )
      .map(row => [String(row['what'] ?? ''), Number(row['n'])]),
  )

/**
 * Of the needs of the territory, published from this day on: how many, and after how long (ms)
 * each that was answered was, the shortest first.
 */
function answersToNeeds(
  read: Reader,
  { since, here }: CountedHere,
): Readonly<{ needs: number; delays: readonly number[] }> {
  if (!hasTable(read, 'need')) return { needs: 0, delays: [] }
  const shown = `${STANDS} AND id >= ? AND ${here.where}`
  const values = [since === undefined ? '' : firstIdOf(since), ...here.with]
  const needs = Number(
    read.all(`SELECT count(*) AS n FROM need WHERE ${shown}`, ...values)[0]?.['n'],
  )
  const firsts = read.all(
    `SELECT n.id AS need, min(d.id) AS deal FROM deal_home AS d, json_each(d.about) AS e
      JOIN need AS n ON n.id = e.value
     WHERE d.removed IS NOT 1 AND n.id IN (SELECT id FROM need WHERE ${shown}) GROUP BY n.id`,
    ...values,
  )
  const delays = firsts.map(row =>
    Math.max(0, bornAt(String(row['deal'])) - bornAt(String(row['need']))),
  )
  return { needs, delays: delays.sort((a, b) => a - b) }
}
