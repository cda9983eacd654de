import { Unreadable } from './unreadable.ts'

/**
 * Longest text drawn from a page or a document, in UTF-16 units: a small file may unfold into an
 * endless one.
 */
const MOST_TEXT = 2_000_000
/** Deeper lists than this are shown at this depth. */
const DEEPEST_INDENT = 8
/** Tables inside tables inside tables: deeper ones are read as paragraphs. */
const DEEPEST_CELL = 12

type Row = { cells: string[][]; asBlocks: boolean }
/**
 * `line` is kept in pieces: joining it at every piece would take quadratic time on a page of one
 * line.
 */
type Sheet = {
  lines: string[]
  line: string[]
  told: boolean
  spaced: boolean
  mark: string
  blank: boolean
  rows: Row[]
  asBlocks: boolean
}
export type TablePosition = Readonly<{ sheet: unknown; lines: number; at: number }>

/**
 * Writes a document as lines of text: paragraphs apart by an empty line, bullets under each other,
 * table rows with ` | `. Both HTML and ODT are read through it, so that one way of writing minutes
 * gives one text.
 */
export class Lines {
  private sheets: Sheet[] = [fresh()]
  /** For each cell that is open, whether it has a sheet of its own. */
  private cells: boolean[] = []
  private indent = 0
  private written = 0

  /** Text whose white space means nothing, as in HTML. */
  flow(text: string): void {
    const one = text.replace(/[ \t\n\r\f]+/g, ' ')
    this.add(this.top().spaced ? one.replace(/^ /, '') : one)
  }

  /** Text as it is; line ends in it end lines. */
  asIs(text: string): void {
    const [first = '', ...others] = text.split(/\r\n?|\n/)
    this.add(first)
    for (const other of others) {
      this.endLine()
      this.add(other)
    }
  }

  /** Ends the line even if it is empty. */
  endLine(): void {
    const sheet = this.top()
    if (sheet.told) this.flush(sheet)
    else {
      drop(sheet)
      sheet.blank = sheet.lines.length > 0
    }
  }

  /** What comes next stands on a line of its own; `apart`: after an empty line. */
  block(apart: boolean): void {
    const sheet = this.top()
    if (sheet.told) this.flush(sheet)
    drop(sheet)
    if (apart && sheet.lines.length > 0) sheet.blank = true
  }

  list(depth: 1 | -1): void {
    this.block(this.indent === 0)
    this.indent = Math.max(0, this.indent + depth)
    if (this.indent === 0) this.block(true)
  }

  item(sign: string): void {
    this.block(false)
    this.top().mark = `${'  '.repeat(Math.min(DEEPEST_INDENT, Math.max(1, this.indent)))}${sign} `
  }

  /** An item without text leaves no bullet behind. */
  itemEnd(): void {
    this.block(false)
    this.top().mark = ''
  }

  get inList(): boolean {
    return this.indent > 0
  }

  /**
   * A heading or a table in a cell: the table is there for its looks, and its cells are read as
   * paragraphs.
   */
  heading(): void {
    this.top().asBlocks = true
  }

  openRow(): void {
    this.block(false)
    this.top().rows.push({ cells: [], asBlocks: false })
  }

  openCell(): void {
    const own = this.sheets.length <= DEEPEST_CELL && this.top().rows.length > 0
    this.cells.push(own)
    if (own) this.sheets.push(fresh())
    else this.block(false)
  }

  closeCell(): void {
    if (!this.cells.pop()) {
      this.block(false)
      return
    }
    const cell = this.sheets.pop()!
    if (cell.told) this.flush(cell)
    const row = this.top().rows.at(-1)!
    row.cells.push(cell.lines)
    row.asBlocks ||= cell.asBlocks
  }

  closeRow(): void {
    const sheet = this.top()
    const row = sheet.rows.pop()
    if (!row) return
    const told = row.cells.filter(cell => cell.length > 0)
    if (told.length === 0) return
    if (row.cells.length === 1 || row.asBlocks || (told.length === 1 && told[0]!.length > 1)) {
      for (const cell of told) this.pour(sheet, cell)
      return
    }
    const last = row.cells.findLastIndex(cell => cell.length > 0)
    const cells = row.cells.slice(0, last + 1).map(inOneLine)
    this.pour(sheet, [cells.join(' | ').trim()])
  }

  /** Where the pen is, to know later what was written since. */
  here(): TablePosition {
    const sheet = this.top()
    return { sheet, lines: sheet.lines.length, at: sheet.line.length }
  }

  since(place: TablePosition): string | undefined {
    const sheet = this.top()
    if (sheet !== place.sheet || sheet.lines.length !== place.lines) return undefined
    return sheet.line.slice(place.at).join('').trim()
  }

  text(): string {
    const sheet = this.top()
    if (sheet.told) this.flush(sheet)
    return sheet.lines.join('\n')
  }

  private top(): Sheet {
    return this.sheets.at(-1)!
  }

  private add(text: string): void {
    if (text === '') return
    this.count(text.length)
    const sheet = this.top()
    sheet.line.push(text)
    sheet.spaced = text.endsWith(' ')
    sheet.told ||= text.trim() !== ''
  }

  private flush(sheet: Sheet): void {
    if (sheet.blank) sheet.lines.push('')
    this.count(sheet.mark.length)
    sheet.lines.push((sheet.mark + sheet.line.join('')).trimEnd())
    sheet.mark = ''
    sheet.blank = false
    drop(sheet)
  }

  private pour(sheet: Sheet, lines: readonly string[]): void {
    for (const line of lines) {
      if (sheet.blank) sheet.lines.push('')
      sheet.blank = false
      sheet.lines.push(line)
    }
  }

  private count(units: number): void {
    this.written += units
    if (this.written > MOST_TEXT) throw Unreadable.of('tooLong', { most: MOST_TEXT })
  }
}

const fresh = (): Sheet => ({
  lines: [],
  line: [],
  told: false,
  spaced: true,
  mark: '',
  blank: false,
  rows: [],
  asBlocks: false,
})

function drop(sheet: Sheet): void {
  sheet.line = []
  sheet.told = false
  sheet.spaced = true
}

/** The lines of one cell after each other: after a full stop by a space, else by a semicolon. */
function inOneLine(lines: readonly string[]): string {
  return lines
    .map(line => line.replace(/^ +(•|\d+\.) /, '').trim())
    .filter(line => line !== '')
    .reduce(
      (all, line) =>
        all === '' ? line : /[.:;,!?…]$/.test(all) ? `${all} ${line}` : `${all} ; ${line}`,
      '',
    )
}
