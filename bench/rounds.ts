import { rankIn } from './child.ts'
import { FIGURES, type Figure, type Figures, type Line, missing, ms, tell } from './table.ts'

/**
 * What is measured: the same on each side, one side a version of the program. Sides take turns, so
 * that a busy machine hurts them alike.
 */
export type Rounds<S> = Readonly<{ what: string; sides: readonly S[]; rounds: number }>
export type Sided = Readonly<{ version: Readonly<{ name: string }> }>

type Side = Readonly<{ name: string; rounds: Line[][]; failed?: string }>

/** Measures, prints, and returns the lines of the first side. Nothing is thrown. */
export async function inTurns<S extends Sided>(
  { what, sides, rounds }: Rounds<S>,
  measure: (side: S) => Promise<readonly Line[]>,
): Promise<readonly Line[]> {
  const all: { name: string; rounds: Line[][]; failed?: string }[] = sides.map(side => ({
    name: side.version.name,
    rounds: [],
  }))
  for (let round = 0; round < rounds; round++) {
    const order = [...sides.keys()]
    if (round % 2 === 1) order.reverse()
    for (const i of order) {
      const side = all[i]!
      if (side.failed !== undefined) continue
      try {
        side.rounds.push([...(await measure(sides[i]!))])
      } catch (error) {
        side.failed = (error as Error).message
      }
    }
  }
  return told(what, all)
}

function told(what: string, [here, before]: readonly Side[]): readonly Line[] {
  if (!here) return []
  if (here.rounds.length === 0) missing(`${what}, ${here.name}`, here.failed ?? 'no round was run')
  const lines = [...linesOf(here).values()].map(medianOf)
  const others = before && linesOf(before)
  for (const line of lines) {
    tell(line)
    if (!before || !others) continue
    const theirs = others.get(keyOf(line))
    if (theirs) tellBeside(before.name, linesOf(here).get(keyOf(line))!, theirs)
    else missing(`  at ${before.name}`, before.failed ?? 'that version has no such row')
  }
  return lines
}

const keyOf = ({ what, records, connections }: Line): string =>
  `${what} ${records ?? ''} ${connections ?? ''}`
const linesOf = ({ rounds }: Side): ReadonlyMap<string, readonly Line[]> =>
  Map.groupBy(rounds.flat(), keyOf)

const middle = (values: readonly number[]): number =>
  rankIn(
    [...values].sort((a, b) => a - b),
    0.5,
  )
const valuesOf = (lines: readonly Line[], name: Figure): readonly number[] =>
  lines.flatMap(line => line[name] ?? [])

/** One line for all rounds: the median of each figure. */
function medianOf(lines: readonly Line[]): Line {
  const figures = FIGURES.flatMap(name => {
    const values = valuesOf(lines, name)
    return values.length > 0 ? [[name, middle(values)] as const] : []
  })
  return { ...lines.at(-1)!, ...(Object.fromEntries(figures) as Figures) }
}

/** The other version, then how many times its figure the one here is: median, least and most. */
function tellBeside(name: string, here: readonly Line[], before: readonly Line[]): void {
  const { aim: _aim, met: _met, ...line } = medianOf(before)
  tell({ ...line, what: `  at ${name}` })
  const [ours, theirs] = [medianOf(here), line]
  const ratios = FIGURES.flatMap(figure => {
    const [one, other] = [ours[figure], theirs[figure]]
    if (figure === 'raw' || one === undefined || !other) return []
    const each = here.flatMap((mine, i) => {
      const [a, b] = [mine[figure], before[i]?.[figure]]
      return a === undefined || !b ? [] : [a / b]
    })
    const spread = `${ms(Math.min(...each))} to ${ms(Math.max(...each))}`
    return [`${figure} × ${ms(one / other)} (${spread})`]
  })
  console.log(`  here ÷ ${name}: ${ratios.join(' · ')}`)
}
