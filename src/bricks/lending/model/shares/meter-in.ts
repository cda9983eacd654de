import type { Reader } from '../../../../contract/reader.ts'
import { type MeterRead, readMeter } from './meter.ts'
import { linesOf, type PlanRow, planBefore, type UnitLineRow } from './read.ts'

/** What the notebook of a year says of its meter: it begins where the year before left it. */
export const meterIn = (read: Reader, plan: PlanRow, lines: readonly UnitLineRow[]): MeterRead =>
  meterFrom(meterStartOf(read, plan), lines)

/** The meter of the first day: as it is written, else where the year before left it. */
export function meterStartOf(read: Reader, plan: PlanRow): number | undefined {
  if (plan.meterStart !== null) return plan.meterStart
  const before = planBefore(read, plan)
  if (!before || before.unit !== plan.unit) return undefined
  const lines = linesOf(read, before)
  const own = meterNow(meterFrom(before.meterStart ?? undefined, lines))
  return own ?? meterNow(meterFrom(meterStartOf(read, before), lines)) ?? undefined
}

const meterFrom = (start: number | undefined, lines: readonly UnitLineRow[]): MeterRead =>
  readMeter(
    lines.flatMap(({ id, day, meterFrom: from, meterTo: to, parts }) =>
      from === null || to === null
        ? []
        : [{ key: id, day: day ?? '', from, to, ...(parts === null ? {} : { units: parts }) }],
    ),
    lines.flatMap(({ id, day, meterFrom: from, meterTo: to, parts }) =>
      from === null || to === null ? [{ key: id, day: day ?? '', units: parts ?? 0 }] : [],
    ),
    start,
  )

/** Where the meter stands, as far as the notebook says. */
export const meterNow = ({ end, since }: MeterRead): number | null =>
  end === undefined ? null : end + since
