import type { Reader, Row } from '../../../../contract/reader.ts'
import { rowsBy, STANDS, tableOf } from '../../../../contract/tables.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { noteRow } from '../../../../core/tracking.ts'
import { idsIn, type Points, SIDES, spokenFrom } from './rows.ts'
import {
  bothSaid,
  pairKey,
  type SpokenNotice,
  type WordsHere,
  wordsHere,
  wordsHolding,
} from './spoken.ts'

/** Something found: what it says, its type, its row, for the page that shows it. */
export type FoundNotice = SpokenNotice & Readonly<{ type: string; row: Row }>

/** Where rows are read, and where a commune lies. */
export type RowSource = Readonly<{ read: Reader; points: Points }>

/**
 * What is read beside rows: whose they are, what is kept of their sentences, and the theme that
 * shows in place of a joined one.
 */
export type BesideRows = Readonly<{
  kept: ReadonlyMap<string, Row>
  themes: ReadonlyMap<string, string>
}>
/** Of so many rows at once. */
export const besideRows = (read: Reader, type: string, rows: readonly Row[]): BesideRows => ({
  kept: rows.length === 0 ? new Map() : keptOf(read, type, rows),
  themes: rows.length === 0 ? new Map() : themesShown(read, type, rows),
})

/** A row and what stays in this box of it: whose it is. */
export function foundIn(
  { read, points }: RowSource,
  type: string,
  row: Row,
  { kept, themes } = besideRows(read, type, [row]),
): FoundNotice {
  const said = spokenFrom(SIDES[type]!, row, points)
  const beside = kept.get(said.id)
  const author = beside?.['author']
  return {
    ...said,
    ...(typeof author === 'string' ? { whose: { ...said.whose, author } } : {}),
    reading: (beside?.['reading'] ?? null) as string | null,
    themes: said.themes.map(id => themes.get(id) ?? id),
    type,
    row,
  }
}
/** The authors of notices, and what is kept of each sentence; the inventory is nobody's. */
function keptOf(read: Reader, type: string, rows: readonly Row[]): BesideRows['kept'] {
  const authors = `LEFT JOIN "${type}_home" AS home ON home.id = asked.value`
  const [author, home] = SIDES[type]?.side === 't' ? ['NULL', ''] : ['home.author', authors]
  const ids = rows.map(row => row['id'])
  const kept = rowsBy('notice_terms', 'id', ids, () =>
    rowsBy(`${type}_home`, 'id', ids, () =>
      read.all(
        `SELECT asked.value AS id, ${author} AS author, said.reading FROM json_each(?) AS asked
         LEFT JOIN notice_terms AS said ON said.id = asked.value ${home}`,
        JSON.stringify(ids),
      ),
    ),
  )
  return new Map(kept.map(row => [String(row['id']), row]))
}
function themesShown(read: Reader, type: string, rows: readonly Row[]): BesideRows['themes'] {
  const said = rows.flatMap(
    row => read.attempt({ type, id: String(row['id']) }, () => idsIn(row['themes'])) ?? [],
  )
  const joined = read.all(
    'SELECT id, shown FROM joined WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(said),
  )
  return new Map(joined.map(({ id, shown }) => [String(id), String(shown)]))
}

/** The same map of communes has the same number. */
export const pointsNumber = lazyOf((_: Points): number => ++numbered)
let numbered = 0
/** A notice or a thing of the inventory by its id; undefined when it is not there. */
export function foundById(read: Reader, id: string, points: Points): FoundNotice | undefined {
  const type = read.called(id)?.type
  if (type === undefined || !Object.hasOwn(SIDES, type)) return undefined
  const table = tableOf(type, 'commons')
  const [row] = rowsBy(table, 'id', [id], () =>
    read.all(
      `SELECT * FROM "${table}" WHERE id = coalesce((SELECT shown FROM joined WHERE id = ?), ?) ` +
        'AND removed IS NOT 1',
      id,
      id,
    ),
  )
  // A joined record shows under another id.
  if (row) noteRow(`tables.${table}`, 'id', row['id'])
  return row && foundIn({ read, points }, type, row)
}

/**
 * What people of here taught (0077): pairs of notices that are refused, until one of the two says
 * something else; pairs of words, once two pairs of notices that met by them alone were refused;
 * and words of here.
 */
export type Learnt = Readonly<{
  isRefused: (one: SpokenNotice, other: SpokenNotice) => boolean
  unmet: ReadonlySet<string>
  taught: readonly TaughtPair[]
  words: WordsHere
}>
/** `id`: a refusal that says so; `two`: the words, as `metByTwo` tells them; `times`: of pairs. */
export type TaughtPair = Readonly<{ id: string; two: string; times: number }>
const TAUGHT = 2
/** More are a dictionary. */
export const MOST_WORDS_HERE = 200

/** Units   bytes, of one row of it, as sets and patterns hold it. */
const OF_ROW = 600
export function learntHere(read: Reader): Learnt {
  let rows = 0
  const learn = (): Learnt => {
    const all = learntRows(read)
    rows = all.length
    return learntFrom(all)
  }
  return read.keep('learnt', learn, () => OF_ROW * rows)
}

const learntRows = (read: Reader): readonly LearntRow[] =>
  read
    .all(
      `SELECT id, these, said, metBy, NULL AS means FROM not_it_home WHERE removed IS NOT 1
       UNION ALL SELECT id, NULL, said, NULL, means FROM local_word WHERE ${STANDS} ORDER BY id`,
    )
    .map(row => ({ ...row, these: idsIn(row['these']) }) as LearntRow)

function learntFrom(all: readonly LearntRow[]): Learnt {
  const rows = all.filter(({ means }) => means === null)
  const said = new Map<string, Set<string>>()
  for (const row of rows)
    for (const id of row.these) said.set(id, (said.get(id) ?? new Set()).add(String(row.said)))
  const told = rows.flatMap(({ id, these, metBy }) => (metBy ? [{ id, these, two: metBy }] : []))
  const taught = [...Map.groupBy(told, ({ two }) => pairKey(two)).values()].flatMap(same => {
    const times = new Set(same.map(({ these }) => these.join())).size
    return times < TAUGHT ? [] : [{ id: same[0]!.id, two: same[0]!.two, times }]
  })
  return {
    isRefused: (one, other) => said.get(one.id)?.has(bothSaid(one, other)) ?? false,
    unmet: new Set(taught.map(({ two }) => pairKey(two))),
    taught,
    words: wordsHere(
      wordsHolding(
        all.flatMap(({ id, said, means }) => (said && means ? [{ id, said, means }] : [])),
      ).slice(0, MOST_WORDS_HERE),
    ),
  }
}
type LearntRow = Readonly<{
  id: string
  these: readonly string[]
  said: string | null
  metBy: string | null
  means: string | null
}>
