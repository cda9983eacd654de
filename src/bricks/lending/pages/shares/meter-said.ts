import { dayPlain } from '../../../../text/days.ts'
import { sum } from '../../model/shares/exact.ts'
import { meterApart } from '../../model/shares/meter.ts'
import { meterIn } from '../../model/shares/meter-in.ts'
import { linesOf } from '../../model/shares/read.ts'
import { usedIn } from '../../model/shares/year.ts'
import type { YearRead } from './pieces.ts'

/**
 * *Le compteur dit 41 h, les lignes 37,8 h : il manque 3,2 h*: where those who share noted another
 * use than the meter went. Empty where both agree.
 */
export function apartSaid({ w, read, plan, year, said }: YearRead): string {
  const found = meterApart(meterIn(read, plan, linesOf(read, plan)), usedIn(year))
  if (!found) return ''
  const [went, noted] = [said.units(found.went), said.units(found.noted)]
  const apart = said.units(Math.abs(found.apart))
  return w.notebook[found.apart > 0 ? 'missing' : 'tooMuch'](went, noted, apart)
}

/**
 * *Dernier relevé du compteur : 124,2 h, le 2 octobre*: where the lines of a page begin, and how a
 * hole shows on it. Empty where the meter was never read.
 */
export function meterRead({ kit, w, read, plan, said }: YearRead): string {
  const lines = linesOf(read, plan)
  const { end, since } = meterIn(read, plan, lines)
  if (end === undefined) return ''
  const n = w.notebook
  const day = lines.findLast(({ meterTo }) => meterTo === end)?.day ?? undefined
  return [
    day === undefined
      ? n.firstRead(said.units(end))
      : n.lastRead(said.units(end), dayPlain(day, kit.request.lang)),
    since === 0 ? '' : n.sinceRead(said.units(since), said.units(end + since)),
    n.goesOn,
  ]
    .filter(Boolean)
    .join(' ')
}

/** *Dont 2 h de qui ne partage pas*: a part of it that nobody pays for. Empty without any. */
export function othersSaid({ w, read, plan, year, said }: YearRead): string {
  const keys = new Set<string | null>(year.holders.map(({ key }) => key))
  const others = linesOf(read, plan).filter(({ engagement }) => !keys.has(engagement))
  const parts = sum(others.map(line => line.parts ?? 0))
  return parts === 0 ? '' : w.notebook.ofOthers(said.units(parts))
}
