/** One measured line. `met` says of the figures that are told whether `aim` was reached. */
export type Line = Figures &
  Readonly<{
    what: string
    records?: number
    connections?: number
    /** What `amount` counts. */
    unit?: string
    said?: string
    aim?: string
    met?: (of: Figures) => boolean
  }>

/** Units  milliseconds, but for `perSecond`, `raw` and `amount`. */
export type Figures = Readonly<{ [name in Figure]?: number | undefined }>
/**
 * `cpu`, `cpuP95`: of the server's processor an answer, mean and p95. `raw`: what node:http alone
 * answered in a second, beside it.
 */
export const FIGURES = [
  'median',
  'p95',
  'p99',
  'cpu',
  'cpuP95',
  'perSecond',
  'raw',
  'amount',
] as const
export type Figure = (typeof FIGURES)[number]

const COLUMNS: readonly (readonly [head: string, width: number, cell: (line: Line) => string])[] = [
  ['what', 62, line => line.what],
  ['records', 8, line => (line.records === undefined ? '' : line.records.toLocaleString('en'))],
  ['conn.', 6, line => String(line.connections ?? '')],
  ['median ms', 10, line => ms(line.median)],
  ['p95 ms', 8, line => ms(line.p95)],
  ['p99 ms', 8, line => ms(line.p99)],
  ['cpu ms', 8, line => ms(line.cpu)],
  ['cpu p95', 8, line => ms(line.cpuP95)],
  ['a second', 9, line => whole(line.perSecond)],
  ['raw http', 9, line => whole(line.raw)],
  ['ratio', 6, line => (shareOf(line) ? `${Math.round(100 * shareOf(line)!)} %` : '')],
  [
    'amount',
    10,
    line => (line.amount === undefined ? '' : `${ms(line.amount)} ${line.unit ?? ''}`.trim()),
  ],
  ['', 0, line => [line.said, aimSaid(line)].filter(Boolean).join(' · ')],
]

/** The share of what node:http answers. */
export const shareOf = ({ perSecond, raw }: Figures): number | undefined =>
  perSecond && raw ? perSecond / raw : undefined

const aimSaid = (line: Line): string =>
  line.aim ? `aim ${line.aim}: ${line.met?.(line) ? 'yes' : 'NO'}` : ''
export const ms = (value: number | undefined): string =>
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
