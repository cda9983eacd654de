import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The words of searching, as their files have them (`src/text/searching/words/README.md`). */
const EVERYDAY = 'src/text/searching/words'
const COLUMNS = ['cherché', 'écrit', 'exemple']

/** `typed`: any of these is typed. `written`: what neighbours write of it, the nearest first. */
export type EverydayLine = Readonly<{
  where: string
  typed: readonly string[]
  written: readonly string[]
  example: string
}>
type EverydayRead = Readonly<{ lines: readonly EverydayLine[]; faults: readonly string[] }>

/** Every line of the folder, and what is written wrongly. */
export function everydayIn(folder = EVERYDAY): EverydayRead {
  const files = readdirSync(folder).filter(file => file.endsWith('.tsv'))
  const read = files
    .sort()
    .map(file => everydayLines(readFileSync(join(folder, file), 'utf8'), file))
  const lines = read.flatMap(one => one.lines)
  return { lines, faults: [...read.flatMap(one => one.faults), ...twice(lines)] }
}

/** The lines of one file. A line that begins with `#` is a comment. */
export function everydayLines(text: string, file: string): EverydayRead {
  const lines: EverydayLine[] = []
  const faults: string[] = []
  for (const [at, row] of text.split('\n').entries()) {
    const where = `${file}:${at + 1}`
    const cells = row.split('\t').map(cell => cell.trim())
    if (at === 0) {
      if (row !== COLUMNS.join('\t')) faults.push(`${where}: the first line must be ${COLUMNS}`)
      continue
    }
    if (row.trim() === '' || row.startsWith('#')) continue
    const [typed = '', written = '', example = ''] = cells
    const isWhole = cells.length === COLUMNS.length && cells.every(cell => cell !== '')
    if (isWhole && !/[=|]/.test(row))
      lines.push({ where, typed: listed(typed), written: listed(written), example })
    else faults.push(`${where}: three columns are needed, parted by tabs: ${COLUMNS.join(', ')}`)
  }
  return { lines, faults }
}
const listed = (cell: string): readonly string[] => cell.split(/\s*,\s*/).filter(Boolean)

/** An example that stands twice says nothing of its second line. */
function twice(lines: readonly EverydayLine[]): readonly string[] {
  const seen = new Map<string, string>()
  return lines.flatMap(({ where, example }) => {
    const before = seen.get(example)
    seen.set(example, where)
    return before === undefined ? [] : [`${where}: the example stands already in ${before}`]
  })
}

/** What the search reads: the examples stay in the files. */
export const everydayMade = (lines: readonly EverydayLine[]): string =>
  `${JSON.stringify(
    { lines: lines.map(({ typed, written }) => `${typed.join('|')}=${written.join('|')}`) },
    null,
    2,
  )}\n`
