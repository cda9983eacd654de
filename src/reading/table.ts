import { Unreadable } from './unreadable.ts'

export const MOST_ROWS = 20_000
/** More than any record type has; rows are filled up to the headers. */
export const MOST_COLUMNS = 300

/** A row as it stands in its file; `line`: where it begins, the first being 1. */
export type FileRow = Readonly<{ cells: readonly string[]; line: number }>

export type Rows = Readonly<{
  /**
   * As written; an empty one is its number, a double one has its number after it, so that each
   * names one column.
   */
  headers: readonly string[]
  /**
   * Every row as long as the headers, or longer where the file says more than its headers: nothing
   * is cut.
   */
  rows: readonly (readonly string[])[]
  /** The line of the file where each row begins, the first line being 1. */
  lines: readonly number[]
  /** Rows that have fewer or more cells than there are headers. */
  ragged: readonly Readonly<{ line: number; cells: number }>[]
}>

/**
 * Headings and rows, whatever file they stand in. Errors: `Unreadable` (`empty`, `noHeaders`,
 * `tooManyColumns`, `noRows`, `tooManyRows`).
 */
export function tableOf(records: readonly FileRow[]): Rows {
  const [head, ...rest] = records
  if (!head) throw Unreadable.of('empty', {})
  if (head.cells.every(cell => cell.trim() === '')) throw Unreadable.of('noHeaders', {})
  if (head.cells.length > MOST_COLUMNS)
    throw Unreadable.of('tooManyColumns', { most: MOST_COLUMNS })
  if (rest.length === 0) throw Unreadable.of('noRows', {})
  if (rest.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
  const headers = named(head.cells)
  return {
    headers,
    rows: rest.map(({ cells }) => [
      ...cells,
      ...Array<string>(Math.max(0, headers.length - cells.length)).fill(''),
    ]),
    lines: rest.map(({ line }) => line),
    ragged: rest
      .filter(({ cells }) => cells.length !== headers.length)
      .map(({ line, cells }) => ({ line, cells: cells.length })),
  }
}

function named(cells: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return cells.map((cell, i) => {
    const base = cell.replace(/\s+/g, ' ').trim() || `#${i + 1}`
    let name = base
    for (let n = 2; used.has(name); n++) name = `${base} (${n})`
    used.add(name)
    return name
  })
}

/**
 * Things that say their own names as rows under the union of these names; the n-th is line n + 1.
 */
export function recordsAsRows(things: readonly ReadonlyMap<string, string>[]): readonly FileRow[] {
  const names = [...new Set(things.flatMap(one => [...one.keys()]))]
  if (names.length > MOST_COLUMNS) throw Unreadable.of('tooManyColumns', { most: MOST_COLUMNS })
  return [
    { cells: names, line: 1 },
    ...things.map((one, i) => ({ cells: names.map(name => one.get(name) ?? ''), line: i + 2 })),
  ]
}
