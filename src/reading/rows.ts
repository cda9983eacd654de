import { CsvError, type Options, parse } from 'csv-parse/sync'
import { unguarded } from '../text/formula.ts'
import type { CalendarFile } from './calendar-in.ts'
import { odsRows } from './sheet-ods.ts'
import { type FileRow, MOST_ROWS, type Rows, recordsAsRows, tableOf } from './table.ts'
import { decodeText, encodingOf } from './text.ts'
import { thingsIn } from './things.ts'
import { Unreadable } from './unreadable.ts'

export { MOST_COLUMNS, MOST_ROWS } from './table.ts'
export const MOST_TABLE_BYTES = 5_000_000
/**
 * Rows whose cells are all empty are met and left out; a file of nothing else is not read to its
 * end.
 */
const MOST_MET = 2 * MOST_ROWS
/** A cell longer than this fits no field. */
const LONGEST_ROW = 1_000_000

export type Delimiter = ';' | ',' | '\t' | '|'
/**
 * `delimiter`, `encoding`: of a CSV. `shapes`: of a map, how many lines are told by the middle of
 * their shape. `calendar`: what an iCalendar says of its events beside what they are, row by row.
 */
export type Table = Rows &
  Readonly<{
    shapes?: number
    calendar?: CalendarFile
    delimiter?: Delimiter
    encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  }>

/**
 * The rows of a table, whatever writes it: a CSV of a spreadsheet of any age (four delimiters,
 * quotes or none, UTF-8 or not), an ODS, the features of a GeoJSON, the events of an iCalendar, the
 * feeds of an OPML. Law: no cell of the file is lost; rows whose every cell is empty say nothing
 * and are left out. Errors: `Unreadable` (`empty`, `tooBig`, `tooManyRows`, `tooManyColumns`,
 * `openQuote`, `badRow`, `noHeaders`, `noRows`, `damaged`, and `spreadsheet` for .xlsx).
 */
export function readRows(bytes: Uint8Array, from: Readonly<{ name: string }>): Table {
  if (bytes.length > MOST_TABLE_BYTES) throw Unreadable.of('tooBig', { most: MOST_TABLE_BYTES })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return tableOf(odsRows(bytes))
  const text = decodeText(bytes)
  if (text.trim() === '') throw Unreadable.of('empty', {})
  const things = thingsIn(text)
  if (things)
    return {
      ...tableOf(recordsAsRows(things.all)),
      ...(things.shapes > 0 ? { shapes: things.shapes } : {}),
      ...(things.calendar ? { calendar: things.calendar } : {}),
    }
  // Excel's own first line, `sep=;`, is no row: its line is still counted.
  const told = /^sep=([;,\t|])\r?\n/.exec(text)
  const delimiter = (told?.[1] as Delimiter | undefined) ?? guessDelimiter(text, from.name)
  const records = parsed(told ? text.slice(told[0].length) : text, delimiter, told ? 1 : 0)
  return { ...tableOf(records), delimiter, encoding: encodingOf(bytes) }
}

type Raw = Readonly<{ record: readonly string[]; raw: string }>

function parsed(text: string, delimiter: Delimiter, skipped: number): readonly FileRow[] {
  let next = 1 + skipped
  let met = 0
  const written: FileRow[] = []
  const take = ({ record, raw }: Raw): null => {
    // The parser counts a line end inside quotes twice when it is Windows's: lines are counted
    // here.
    const before = endsIn(/^[\r\n]*/.exec(raw)![0])
    if (written.length === 0 || record.some(cell => cell.trim() !== ''))
      written.push({ cells: record.map(unguarded), line: next + before })
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
    throw Unreadable.of(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'openQuote' : 'badRow', {
      line: next,
    })
  }
  return written
}

/** A quoted cell may hold several lines, and empty lines may stand before a row. */
const endsIn = (raw: string): number => raw.match(/\r\n?|\n/g)?.length ?? 0

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|']
/** Enough of a file to know its delimiter. */
const SAMPLE = 50_000

/**
 * The delimiter that cuts the first rows most alike; a file of one column is read with the one that
 * French spreadsheets write.
 */
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

/**
 * The first rows, without what stands in quotes: a quote that is doubled closes one piece and opens
 * the next.
 */
function sampled(text: string): readonly string[] {
  const bare = text.replace(/"[^"]*"/g, '')
  return bare
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 30)
}
