import { typedDay } from '../../../../core/form/typed.ts'
import { typedUnits, type WorkUnit } from './typed-units.ts'

/** A page of the notebook as somebody keys it: many lines at once, each as short as on paper. */

/** The cells of a line, in their order. */
export const CELLS = ['day', 'who', 'from', 'to', 'units'] as const
export type Cell = (typeof CELLS)[number]
/** A line as it is typed. `who`: the id of an engagement. */
export type TypedLine = Readonly<Record<Cell, string>>
/** A line as it is kept. Units: parts. */
export type NotebookLine = Readonly<{
  day: string
  who: string
  from: number | null
  to: number | null
  parts: number
}>
export type CellFault =
  | 'badDay'
  | 'otherYear'
  | 'toCome'
  | 'sayWho'
  | 'badMeter'
  | 'badUnits'
  | 'backwards'
  | 'past'
  | 'sayUnits'
/** Why a page can't be kept. `line`: counted from 0. */
export type PageFault = Readonly<{ line: number; cell: Cell; why: CellFault }>

/**
 * The notebook in which a page is keyed. `meter`: where it stood before the page, where that is
 * known; `since`: how much of that is noted use, after it was read. `people`: the engagements.
 * `today`: no line is of a later day.
 */
export type NotebookOf = Readonly<{
  unit: WorkUnit
  firstOn: string
  lastOn: string
  today: string
  meter: number | null
  since: number
  people: ReadonlySet<string>
}>

/**
 * The lines of a page, or all its faults, one a line. A line that is empty but for a person is
 * left out.
 *
 * A cell that is empty says the same as the paper does: a day, the one above; the meter at the
 * start, where the lines before left it, with their use where they say no meter; the meter at the
 * end, the start and the units; the units, what the meter went. A day without its year is that of
 * the notebook's year.
 */
export function readPage(rows: readonly TypedLine[], of: NotebookOf): NotebookPage {
  const [lines, faults] = [[] as NotebookLine[], [] as PageFault[]]
  let { meter, since } = of
  let day: string | undefined
  for (const [line, row] of rows.entries()) {
    if (CELLS.every(cell => cell === 'who' || row[cell] === '')) continue
    const found = readLine(row, { ...of, meter, since, day })
    if ('why' in found) {
      faults.push({ line, ...found })
      // A day that does not read is said once, and not of the lines under it.
      if (found.cell === 'day') day = of.firstOn
      continue
    }
    lines.push(found)
    day = found.day
    if (found.to !== null) [meter, since] = [found.to, 0]
    else if (meter !== null) [meter, since] = [meter + found.parts, since + found.parts]
  }
  return faults.length > 0 ? { faults } : { lines }
}
/** A page as it was read: its lines, or why it can't be kept. */
export type NotebookPage =
  | Readonly<{ lines: readonly NotebookLine[] }>
  | Readonly<{ faults: readonly PageFault[] }>

type Before = NotebookOf & Readonly<{ day: string | undefined }>
type LineFault = Readonly<{ cell: Cell; why: CellFault }>

function readLine(row: TypedLine, of: Before): NotebookLine | LineFault {
  const day = row.day === '' ? of.day : typedDay(row.day, of.firstOn)
  if (day === undefined || day === 'noSuchDay') return { cell: 'day', why: 'badDay' }
  if (day < of.firstOn || day > of.lastOn) return { cell: 'day', why: 'otherYear' }
  if (day > of.today) return { cell: 'day', why: 'toCome' }
  if (!of.people.has(row.who)) return { cell: 'who', why: 'sayWho' }
  const used = usedIn(row, of)
  return 'why' in used ? used : { day, who: row.who, ...used }
}

type Used = Pick<NotebookLine, 'from' | 'to' | 'parts'>
function usedIn(row: TypedLine, { unit, meter, since }: Before): Used | LineFault {
  const read = (cell: Cell): number | null | undefined =>
    row[cell] === '' ? null : typedUnits(row[cell], unit)
  const [typedFrom, typedTo, units] = [read('from'), read('to'), read('units')]
  if (typedFrom === undefined) return { cell: 'from', why: 'badMeter' }
  if (typedTo === undefined) return { cell: 'to', why: 'badMeter' }
  if (units === undefined || units === 0) return { cell: 'units', why: 'badUnits' }
  if (typedFrom === null && typedTo === null)
    return units === null
      ? { cell: 'units', why: 'sayUnits' }
      : { from: null, to: null, parts: units }
  const from = typedFrom ?? meter ?? (units === null ? null : typedTo! - units)
  if (from === null || from < 0) return { cell: 'from', why: 'badMeter' }
  const to = typedTo ?? (units === null ? null : from + units)
  if (to === null) return { cell: 'to', why: 'badMeter' }
  if (to < from) {
    // The meter was not read since: the use that was noted after it says too much.
    const isPast = typedFrom === null && to >= from - since
    return isPast ? { cell: 'from', why: 'past' } : { cell: 'to', why: 'backwards' }
  }
  const parts = units ?? to - from
  return parts === 0 ? { cell: 'units', why: 'sayUnits' } : { from, to, parts }
}
