import type { Reader, Row } from '../../../../contract/reader.ts'
import { type Points, SIDES, spokenFrom } from './rows.ts'
import type { SpokenNotice } from './spoken.ts'

/** Something found: what it says, its type, its row, for the page that shows it. */
export type FoundNotice = SpokenNotice & Readonly<{ type: string; row: Row }>

/** Where rows are read, and where a commune lies. */
export type RowSource = Readonly<{ read: Reader; points: Points }>

/**
 * A row and what stays in this box of it: whose it is. `authors`: those of several rows, read at
 * once.
 */
export function foundIn(
  { read, points }: RowSource,
  type: string,
  row: Row,
  authors = authorsOf(read, type, [String(row['id'])]),
): FoundNotice {
  const author = authors.get(String(row['id']))
  const said = spokenFrom(SIDES[type]!, author === undefined ? row : { ...row, author }, points)
  const shown = (id: string) =>
    String(read.all('SELECT shown FROM joined WHERE id = ?', id)[0]?.['shown'] ?? id)
  return { ...said, themes: said.themes.map(shown), type, row }
}
/** Whose notices are, of so many at once; the inventory is nobody's. */
export function authorsOf(
  read: Reader,
  type: string,
  ids: readonly string[],
): ReadonlyMap<string, unknown> {
  if (SIDES[type]?.side === 't') return new Map()
  const rows = read.all(
    `SELECT * FROM "${type}_home" WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map(row => [String(row['id']), row['author']]))
}

/** A notice or a thing of the inventory by its id; undefined when it is not there. */
export function foundById(read: Reader, id: string, points: Points): FoundNotice | undefined {
  const type = read.called(id)?.type
  if (type === undefined || !Object.hasOwn(SIDES, type)) return undefined
  const [row] = read.all(
    `SELECT * FROM "${type.replaceAll('-', '_')}" WHERE id = coalesce((SELECT shown ` +
      'FROM joined WHERE id = ?), ?) AND removed IS NOT 1',
    id,
    id,
  )
  return row && foundIn({ read, points }, type, row)
}
