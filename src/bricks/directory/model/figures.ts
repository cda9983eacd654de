import { type Counting, counted } from '../../../contract/counted.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import { ofTerritory, STANDS } from '../../../contract/tables.ts'
import { dayAfter } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { initiative } from './records.ts'

const WHERE = ['commune', 'themes'] as const
/** Half a year: hours of opening are sure that long, not much longer. */
const FRESH_DAYS = 183
const SURE = 'toConfirm IS NOT 1'

/** What stands in the directory: people apart from groups, since each of them is somebody. */
export function directoryFigures(
  read: Reader,
  words: typeof fr,
  { today, communes }: FiguresAsked,
): readonly Indicator[] {
  const w = words.figures
  const things = { counts: 'things', communes, by: WHERE } as const
  const computers = {
    counts: 'things',
    table: 'access_point',
    where: SURE,
    communes,
    by: ['commune'],
  } as const
  const all: readonly Counting[] = [
    { ...things, id: 'directory.places', words: w.places, table: 'place' },
    {
      ...things,
      id: 'directory.groups',
      words: w.groups,
      table: 'actor',
      where: "kind <> 'person'",
    },
    {
      id: 'directory.people',
      words: w.people,
      counts: 'people',
      communes,
      by: WHERE,
      table: 'actor',
      where: "kind = 'person'",
    },
    { ...things, id: 'directory.projects', words: w.projects, table: initiative.name },
    ...initiative.fields.state.choices.map(
      (state): Counting => ({
        id: `directory.projects.${state}`,
        words: words.types.initiative.fields.state.choices[state],
        counts: 'things',
        table: initiative.name,
        where: 'state = ?',
        with: [state],
        communes,
        by: ['commune'],
      }),
    ),
    { ...computers, id: 'directory.access', words: w.access },
    { ...computers, id: 'directory.computers', words: w.computers, sum: 'computers' },
    { id: 'directory.partnerships', words: w.partnerships, counts: 'things', table: 'partnership' },
  ]
  return [...all.flatMap(one => counted(read, one)), ...doubts(read, words, { today, communes })]
}

/**
 * By how long ago somebody last said that it is so. What nobody ever spoke of was written, and no
 * more.
 */
function doubts(
  read: Reader,
  words: typeof fr,
  { today, communes }: FiguresAsked,
): readonly Indicator[] {
  const here = ofTerritory(communes)
  const since = dayAfter(today, -FRESH_DAYS)
  const tables = ['place', 'actor', 'access_point']
  const table = (name: string) =>
    `SELECT id, toConfirm AS doubt FROM ${name} WHERE ${STANDS} AND ${here.where}`
  const [row] = read.all(
    `WITH it AS (${tables.map(table).join(' UNION ALL ')}),
       said AS (SELECT about, max("on") AS day FROM confirmation WHERE removed IS NOT 1
         AND says IN ('yes', 'changed') GROUP BY about)
     SELECT count(*) FILTER (WHERE doubt = 1) AS doubts, count(*) FILTER (WHERE doubt IS NOT 1
       AND day >= ?) AS fresh,
       count(*) FILTER (WHERE doubt IS NOT 1
         AND day < ?) AS old, count(*) FILTER (WHERE doubt IS NOT 1 AND day IS NULL) AS never
     FROM it LEFT JOIN said ON said.about = it.id`,
    ...tables.flatMap(() => here.with),
    since,
    since,
  )
  const figure = (name: 'fresh' | 'old' | 'never' | 'doubts'): Indicator => ({
    id: `directory.confirmed.${name}`,
    words: words.figures[name],
    value: Number(row?.[name] ?? 0),
    counts: 'things',
  })
  return [figure('fresh'), figure('old'), figure('never'), figure('doubts')]
}
