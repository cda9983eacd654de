/**
 * What the lines of a notebook say of its meter: an hour that nobody wrote, an hour that two wrote,
 * a line whose sum is wrong.
 */

/** A line of the notebook. Units: parts. `units`: what its person wrote as done, when they did. */
export type MeterLine = Readonly<{ key: string; from: number; to: number; units?: number }>
/**
 * A fault. `gap`, `overlap`: between the lines `after` (absent: the meter as the year began) and
 * `key`; `backwards`: the line ends before it begins; `sum`: it says other units than its meter.
 * `parts`: how much.
 */
export type MeterFault = Readonly<{
  is: 'gap' | 'overlap' | 'backwards' | 'sum'
  key: string
  after?: string
  parts: number
}>

/**
 * The faults of these lines, in the order of the meter: lines that were keyed late stand where
 * they belong. `start`: the meter as the year began, when it is known.
 *
 * Law     The units of the lines, plus gaps, less overlaps, are what the meter went from its start
 *         to its end.
 */
export function meterFaults(all: readonly MeterLine[], start?: number): readonly MeterFault[] {
  const ahead = all.filter(({ from, to }) => to >= from)
  const inOrder = ahead.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const faults: MeterFault[] = []
  let [at, after] = [start, undefined as string | undefined]
  for (const { key, from, to } of inOrder) {
    if (at !== undefined && from !== at) {
      const end = Math.min(at, to)
      const fault = from > at ? gap(at, from) : { is: 'overlap' as const, parts: end - from }
      if (fault.parts > 0) faults.push({ ...fault, key, ...(after === undefined ? {} : { after }) })
    }
    if (at === undefined || to > at) [at, after] = [to, key]
  }
  return [...faults, ...wrongSums(all)]
}
const gap = (at: number, from: number) => ({ is: 'gap' as const, parts: from - at })

const wrongSums = (all: readonly MeterLine[]): readonly MeterFault[] =>
  all.flatMap(({ key, from, to, units }): readonly MeterFault[] => {
    if (to < from) return [{ is: 'backwards', key, parts: from - to }]
    const isOther = units !== undefined && units !== to - from
    return isOther ? [{ is: 'sum', key, parts: units - (to - from) }] : []
  })
