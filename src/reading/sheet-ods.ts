import { Archive } from './archive.ts'
import { documentOf } from './document.ts'
import { type FileRow, MOST_COLUMNS, MOST_ROWS } from './table.ts'
import { Unreadable } from './unreadable.ts'

type Tag = Readonly<{
  nodeName: string
  textContent: string | null
  children: ArrayLike<Tag>
  getAttribute: (name: string) => string | null
}>
/**
 * An empty stretch is said to repeat a million times; what holds something repeats as often as it
 * says, up to a table's own limits.
 */
const times = (tag: Tag, name: string): number =>
  Math.max(1, Number(tag.getAttribute(`table:number-${name}-repeated`) ?? 1) || 1)

/**
 * The rows of the first sheet of an OpenDocument spreadsheet that holds any, as a person reads
 * them; days and numbers as they are kept, but a telephone or a code, which is read as it shows.
 * Errors: `Unreadable` (`spreadsheet` for any other archive, `encrypted`, `damaged`, `tangled`,
 * `swollen`).
 */
export function odsRows(bytes: Uint8Array): readonly FileRow[] {
  const archive = new Archive(bytes)
  const text = (name: string): string =>
    new TextDecoder().decode(archive.part(name) ?? new Uint8Array())
  if (!text('mimetype').includes('opendocument.spreadsheet')) throw Unreadable.of('spreadsheet', {})
  if (text('META-INF/manifest.xml').includes('encryption-data'))
    throw Unreadable.of('encrypted', {})
  const xml = text('content.xml')
  if (xml === '') throw Unreadable.of('damaged', {})
  const document = documentOf<{
    getElementsByTagName: (name: string) => ArrayLike<Tag>
  }>(xml, 'text/xml')
  for (const sheet of Array.from(document.getElementsByTagName('table:table'))) {
    const rows = rowsOf(sheet)
    if (rows.length > 0) return rows
  }
  return []
}

function rowsOf(sheet: Tag): readonly FileRow[] {
  const out: FileRow[] = []
  let line = 1
  const walk = (tag: Tag): void => {
    for (const one of Array.from(tag.children)) {
      if (
        one.nodeName === 'table:table-header-rows' ||
        one.nodeName === 'table:table-row-group' ||
        one.nodeName === 'table:table-rows'
      )
        walk(one)
      else if (one.nodeName === 'table:table-row') {
        const cells = cellsOf(one)
        const repeated = times(one, 'rows')
        if (cells.length > 0)
          for (let n = 0; n < repeated; n++) {
            if (out.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
            out.push({ cells, line: line + n })
          }
        line += repeated
      }
    }
  }
  walk(sheet)
  return out
}

function cellsOf(row: Tag): readonly string[] {
  const cells: string[] = []
  let blank = 0
  for (const cell of Array.from(row.children)) {
    if (cell.nodeName !== 'table:table-cell' && cell.nodeName !== 'table:covered-table-cell')
      continue
    const text = textOf(cell)
    const repeated = times(cell, 'columns')
    if (text === '') blank += repeated
    else {
      if (cells.length + blank + repeated > MOST_COLUMNS)
        throw Unreadable.of('tooManyColumns', { most: MOST_COLUMNS })
      cells.push(...Array<string>(blank).fill(''), ...Array<string>(repeated).fill(text))
      blank = 0
    }
  }
  return cells
}

function textOf(cell: Tag): string {
  const kept = (name: string): string => cell.getAttribute(`office:${name}`) ?? ''
  const kind = kept('value-type')
  if (kind === 'date') return kept('date-value').replace(/T00:00:00(?:\.0+)?$/, '')
  const shown = paragraphsOf(cell)
  if (kind === 'float' && isCode(shown, kept('value'))) return shown
  if (kind === 'float' || kind === 'currency') return kept('value')
  const clock = kind === 'time' ? /^PT(\d+)H(\d+)M/.exec(kept('time-value')) : null
  if (clock) return `${clock[1]!.padStart(2, '0')}:${clock[2]!.padStart(2, '0')}`
  return shown
}

const paragraphsOf = (cell: Tag): string =>
  Array.from(cell.children)
    .filter(one => one.nodeName === 'text:p')
    .map(said)
    .join('\n')
    .trim()

/**
 * A telephone or a postal code that a spreadsheet took for a number: what is shown has the zero, or
 * the sign, that its number lost.
 */
const isCode = (shown: string, value: string): boolean =>
  /^(?:\+|\(?0)[\d\s.()/-]*$/.test(shown) &&
  !/^0[.,]?$|^0[.,]\d+$/.test(shown) &&
  shown.replace(/\D/g, '').replace(/^0+/, '') === value

/** A run of blanks is said by its length. */
function said(tag: Tag): string {
  const nodes = Array.from(
    (tag as unknown as { childNodes: ArrayLike<Tag & { nodeType: number }> }).childNodes,
  )
  return nodes
    .map(one => {
      if (one.nodeType === 3) return one.textContent ?? ''
      if (one.nodeName === 'text:s')
        return ' '.repeat(Math.min(40, Number(one.getAttribute('text:c') ?? 1) || 1))
      return one.nodeName === 'text:line-break'
        ? '\n'
        : one.nodeName === 'text:tab'
          ? '\t'
          : one.nodeName === 'office:annotation'
            ? ''
            : said(one)
    })
    .join('')
}
