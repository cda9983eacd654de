import { CsvError, type Options, parse } from 'csv-parse/sync'
import { decodeText, encodingOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

export const MOST_TABLE_BYTES = 5_000_000
export const MOST_ROWS = 20_000
/** More than any record type has; rows are filled up to the headers. */
export const MOST_COLUMNS = 300
/** Rows whose cells are all empty are met and left out; a file of nothing else is not read to its end. */
const MOST_MET = 2 * MOST_ROWS
/** A cell longer than this fits no field. */
const LONGEST_ROW = 1_000_000

export type Delimiter = ';' | ',' | '\t' | '|'
export type Table = Readonly<{
  /** As written; an empty one is its number, a double one has its number after it, so that each names one column. */
  headers: readonly string[]
  /** Every row as long as the headers, or longer where the file says more than its headers: nothing is cut. */
  rows: readonly (readonly string[])[]
  /** The line of the file where each row begins, the first line being 1. */
  lines: readonly number[]
  /** Rows that have fewer or more cells than there are headers. */
  ragged: readonly Readonly<{ line: number; cells: number }>[]
  delimiter: Delimiter
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}>

/**
 * The rows of a CSV file as spreadsheets of all ages write it: any of four delimiters, quotes or none, UTF-8 or not.
 * Law: no cell of the file is lost; rows whose every cell is empty say nothing and are left out.
 * Errors: `Unreadable` (`empty`, `tooBig`, `tooManyRows`, `tooManyColumns`, `openQuote`, `badRow`, `noHeaders`, `noRows`, and `spreadsheet` for .xlsx and .ods).
 */
export function readRows(bytes: Uint8Array, from: Readonly<{ name: string }>): Table {
  if (bytes.length > MOST_TABLE_BYTES) throw Unreadable.of('tooBig', { most: MOST_TABLE_BYTES })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) throw Unreadable.of('spreadsheet', {})
  const text = decodeText(bytes)
  if (text.trim() === '') throw Unreadable.of('empty', {})
  // Excel's own first line, `sep=;`, is no row: its line is still counted.
  const told = /^sep=([;,\t|])\r?\n/.exec(text)
  const delimiter = (told?.[1] as Delimiter | undefined) ?? guessDelimiter(text, from.name)
  const records = parsed(told ? text.slice(told[0].length) : text, delimiter, told ? 1 : 0)
  const [head, ...rest] = records
  if (!head) throw Unreadable.of('empty', {})
  if (head.cells.every(cell => cell.trim() === '')) throw Unreadable.of('noHeaders', {})
  if (head.cells.length > MOST_COLUMNS) throw Unreadable.of('tooManyColumns', { most: MOST_COLUMNS })
  if (rest.length === 0) throw Unreadable.of('noRows', {})
  if (rest.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
  const headers = named(head.cells)
  return {
    headers,
    rows: rest.map(({ cells }) => [...cells, ...Array<string>(Math.max(0, headers.length - cells.length)).fill('')]),
    lines: rest.map(({ line }) => line),
    ragged: rest.filter(({ cells }) => cells.length !== headers.length).map(({ line, cells }) => ({ line, cells: cells.length })),
    delimiter,
    encoding: encodingOf(bytes),
  }
}

type Written = Readonly<{ cells: readonly string[]; line: number }>
type Raw = Readonly<{ record: readonly string[]; raw: string }>

function parsed(text: string, delimiter: Delimiter, skipped: number): readonly Written[] {
  let next = 1 + skipped
  let met = 0
  const written: Written[] = []
  const take = ({ record, raw }: Raw): null => {
    // The parser counts a line end inside quotes twice when it is Windows's: lines are counted here.
    const before = endsIn(/^[\r\n]*/.exec(raw)![0])
    if (written.length === 0 || record.some(cell => cell.trim() !== '')) written.push({ cells: record, line: next + before })
    if (++met > MOST_MET) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
    next += 1 + endsIn(raw.replace(/(\r\n?|\n)$/, ''))
    return null
  }
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_ROW,
  }
  try {
    parse(text, { ...options, on_record: record => take(record as unknown as Raw) } as Options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw Unreadable.of(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'openQuote' : 'badRow', { line: next })
  }
  return written
}

/** A quoted cell may hold several lines, and empty lines may stand before a row. */
const endsIn = (raw: string): number => raw.match(/\r\n?|\n/g)?.length ?? 0

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

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|']
/** Enough of a file to know its delimiter. */
const SAMPLE = 50_000

/** The delimiter that cuts the first rows most alike; a file of one column is read with the one that French spreadsheets write. */
function guessDelimiter(text: string, name: string): Delimiter {
  const likely = /\.(tsv|tab)$/i.test(name) ? '\t' : ';'
  const rows = sampled(text.slice(0, SAMPLE))
  let best = { delimiter: likely as Delimiter, score: 0 }
  for (const delimiter of new Set<Delimiter>([likely, ...DELIMITERS])) {
    const counts = rows.map(row => row.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    if (first === 0) continue
    const score = counts.filter(count => count === first).length / counts.length + first / 1_000
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The first rows, without what stands in quotes. */
function sampled(text: string): readonly string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, '')
  return bare
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 30)
}
