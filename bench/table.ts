/** One measured line. `aim` says what was wanted, `met` whether it was reached. */
export type Line = Readonly<{
  what: string
  records?: number
  connections?: number
  median?: number
  p95?: number
  p99?: number
  perSecond?: number
  /** What node:http alone answered in a second, beside it. */
  raw?: number
  said?: string
  aim?: string
  met?: boolean
}>

const COLUMNS: readonly (readonly [head: string, width: number, cell: (line: Line) => string])[] = [
  ['what', 46, line => line.what],
  ['records', 8, line => (line.records === undefined ? '' : line.records.toLocaleString('en'))],
  ['conn.', 6, line => String(line.connections ?? '')],
  ['median ms', 10, line => ms(line.median)],
  ['p95 ms', 8, line => ms(line.p95)],
  ['p99 ms', 8, line => ms(line.p99)],
  ['a second', 9, line => whole(line.perSecond)],
  ['raw http', 9, line => whole(line.raw)],
  [
    'ratio',
    6,
    line =>
      line.raw && line.perSecond ? `${Math.round((100 * line.perSecond) / line.raw)} %` : '',
  ],
  [
    '',
    0,
    line =>
      [line.said, line.aim && `aim ${line.aim}: ${line.met ? 'yes' : 'NO'}`]
        .filter(Boolean)
        .join(' · '),
  ],
]

const ms = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
const whole = (value: number | undefined): string =>
  value === undefined ? '' : Math.round(value).toLocaleString('en')

const printed = (cells: readonly string[]): string =>
  cells
    .map((cell, i) =>
      i === 0 || i === cells.length - 1
        ? cell.padEnd(COLUMNS[i]![1])
        : cell.padStart(COLUMNS[i]![1]),
    )
    .join(' ')
    .trimEnd()

/** Prints as it goes: a bench that was stopped has said something. */
export const head = (title: string): void =>
  console.log(`\n${title}\n${printed(COLUMNS.map(([name]) => name))}`)
export const tell = (line: Line): void =>
  console.log(printed(COLUMNS.map(([, , cell]) => cell(line))))
export const missing = (what: string, why: string): void =>
  console.log(`${what}: not measured, ${why}`)
