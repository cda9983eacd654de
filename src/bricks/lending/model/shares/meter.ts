/**
 * What the lines of a notebook say of its meter: an hour that nobody wrote, an hour that two wrote,
 * a line whose sum is wrong.
 */

/** A line of the notebook. Units: parts. `units`: what its person wrote as done, when they did. */
export type MeterLine = Readonly<{
  key: string
  day: string
  from: number
  to: number
  units?: number
}>
/** A line that says what was done, and not the meter. Units: parts. */
export type UnreadLine = Readonly<{ key: string; day: string; units: number }>
/**
 * A fault. `gap`, `overlap`: between the lines `after` (absent: the meter as the year began) and
 * `key`; `over`: a line without a meter, of more than the meter went around its day; `backwards`:
 * the line ends before it begins; `sum`: it says other units than its meter. `parts`: how much.
 */
export type MeterFault = Readonly<{
  is: 'gap' | 'overlap' | 'over' | 'backwards' | 'sum'
  key: string
  after?: string
  parts: number
}>
/**
 * The meter of a notebook.
 *
 * Shape   `start`, `end`: where it was read first and last; absent where it never was. `since`:
 *         what was noted after that without it, so that it stands at `end` + `since`. `before`: the
 *         same before it was read first.
 */
export type MeterRead = Readonly<{
  faults: readonly MeterFault[]
  start?: number
  end?: number
  since: number
  before: number
}>

/**
 * Reads the meter over these lines, in its own order: lines that were keyed late stand where they
 * belong. A line without a meter fills what the meter went around its day. `start`: the meter as
 * the year began, when it is known.
 *
 * Law     The units of the lines, plus gaps, less overlaps and what is over, are what the meter
 *         went from its start to where it stands now.
 */
export function readMeter(
  all: readonly MeterLine[],
  unread: readonly UnreadLine[] = [],
  start?: number,
): MeterRead {
  const inOrder = all
    .filter(({ from, to }) => to >= from)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const found: Between[] = []
  let [at, last] = [start, undefined as MeterLine | undefined]
  for (const line of inOrder) {
    const fault = at === undefined ? undefined : between(at, line)
    if (fault && fault.parts > 0) {
      const after = last === undefined ? {} : { after: last.key }
      found.push({ ...fault, key: line.key, ...after, days: [last?.day ?? '', line.day] })
    }
    if (at === undefined || line.to > at) [at, last] = [line.to, line]
  }
  const ends = { first: start === undefined ? (inOrder[0]?.day ?? '') : '', last: last?.day ?? '' }
  const filled = fill(found, unread, ends)
  const first = start ?? inOrder[0]?.from
  return {
    ...filled,
    faults: [...filled.faults, ...wrongSums(all)],
    ...(first === undefined || at === undefined ? {} : { start: first, end: at }),
  }
}
const between = (at: number, { from, to }: MeterLine) =>
  from > at
    ? { is: 'gap' as const, parts: from - at }
    : { is: 'overlap' as const, parts: Math.min(at, to) - from }

type Between = MeterFault & Readonly<{ days: readonly [from: string, to: string] }>
/** The gaps less what lines without a meter say of them, and what these say beyond. */
function fill(
  found: readonly Between[],
  unread: readonly UnreadLine[],
  ends: Readonly<{ first: string; last: string }>,
): Pick<MeterRead, 'faults' | 'since' | 'before'> {
  const left = found.map(({ parts }) => parts)
  const over: MeterFault[] = []
  let [since, before] = [0, 0]
  for (const { key, day, units } of unread.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    let rest = units
    for (const [at, { is, days }] of found.entries()) {
      if (is !== 'gap' || day < days[0] || day > days[1]) continue
      const takes = Math.min(rest, left[at]!)
      left[at]! -= takes
      rest -= takes
    }
    // What the meter says in part was not done outside its readings.
    const isApart = rest === units
    if (isApart && day >= ends.last) since += rest
    else if (isApart && day <= ends.first) before += rest
    else if (rest > 0) over.push({ is: 'over', key, parts: rest })
  }
  const gaps = found.flatMap(({ days: _days, ...fault }, at) =>
    left[at]! > 0 ? [{ ...fault, parts: left[at]! }] : [],
  )
  return { faults: [...gaps, ...over], since, before }
}

/** Lines that say other units than their meter, and those whose meter goes back. */
export const wrongSums = (all: readonly MeterLine[]): readonly MeterFault[] =>
  all.flatMap(({ key, from, to, units }): readonly MeterFault[] => {
    if (to < from) return [{ is: 'backwards', key, parts: from - to }]
    const isOther = units !== undefined && units !== to - from
    return isOther ? [{ is: 'sum', key, parts: units - (to - from) }] : []
  })

/**
 * What the meter went, and what was noted of it: `apart` is how much is missing there, or below
 * zero how much is too much. Units: parts.
 */
export type MeterApart = Readonly<{ went: number; noted: number; apart: number }>
/**
 * Compares what the meter went with the use that is noted. What was noted outside its readings
 * counts on both sides. Undefined where they agree, and where the meter was never read.
 */
export function meterApart(
  { start, end, since, before }: MeterRead,
  noted: number,
): MeterApart | undefined {
  if (start === undefined || end === undefined) return undefined
  const went = end - start + since + before
  return went === noted ? undefined : { went, noted, apart: went - noted }
}
