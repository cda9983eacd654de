import { linesOf, nameIn } from '../../model/shares/read.ts'
import { thousandths } from '../../model/shares/typed-units.ts'
import { settled } from '../../model/shares/year.ts'
import { departedName, holderSaid, isBrought, type YearRead } from './pieces.ts'

/**
 * The accounts and the notebook for a spreadsheet, and for the accountant: numbers stay numbers, in
 * units, euros, or hours.
 */

type Rows = readonly (readonly (string | number)[])[]
const unitsIn = (parts: number): number => thousandths(parts) / 1_000

/** What each engaged, used, owes and paid. */
export function accountRows(of: YearRead): Rows {
  const { w, plan, year, read, said } = of
  const { statement: s, accounts: a, heads } = w
  const isCounted = plan.counts !== 'nothing'
  const whole = plan.counts === 'hours' ? 60 : 100
  const names = new Map(year.holders.map(({ key, row }) => [key, nameIn(read, row, w.gone)]))
  const head = [heads.who, s.engaged, s.used]
  const brought = isBrought(of) ? [w.brought(year.before?.name ?? '')] : []
  const money = [a.fixed, a.variable, s.extra, a.due, ...brought, a.paid[said.counts], a.balance]
  const carried = (n: number): readonly number[] => brought.map(() => n)
  return [
    [...head, ...(isCounted ? money : [])],
    ...settled(read, year).accounts.map(one => [
      names.get(one.key) ?? w.gone,
      unitsIn(one.engaged),
      unitsIn(one.used),
      ...(isCounted
        ? [
            ...[one.fixed, one.variable, one.extra ?? 0, one.due],
            ...[...carried(one.brought ?? 0), one.paid, one.balance],
          ].map(n => n / whole)
        : []),
    ]),
    ...(isCounted ? year.departed : []).map(one => [
      departedName(of, one),
      ...[0, 0, 0, 0, 0, 0, ...carried(one.brought), one.paid, one.balance].map(n => n / whole),
    ]),
  ]
}

/** The lines of the notebook: the slips of work. */
export function notebookRows(of: YearRead): Rows {
  const { w, year, plan, read } = of
  const { cells } = w.notebook
  const names = new Map(year.holders.map(({ key, row }) => [key, nameIn(read, row, w.gone)]))
  const meter = (parts: number | null): string | number => (parts === null ? '' : unitsIn(parts))
  return [
    [cells.day, cells.who, cells.from, cells.to, cells.units],
    ...linesOf(read, plan).map(line => [
      line.day ?? '',
      holderSaid(line, names, w),
      meter(line.meterFrom),
      meter(line.meterTo),
      unitsIn(line.parts ?? 0),
    ]),
  ]
}
