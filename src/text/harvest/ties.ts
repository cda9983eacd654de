import { nullPrototype } from '../../core/null-prototype.ts'

/** What stands in one sentence or item is tied; the pair of kinds says how. */
const RELS: Readonly<Record<string, string>> = nullPrototype({
  'actor initiative': 'runs',
  'initiative need': 'needs',
  'initiative offer': 'offers',
  'initiative place': 'at',
  'initiative event': 'holds',
  'reference initiative': 'inspired',
  'reference idea': 'inspired',
  'actor task': 'does',
  'actor offer': 'offers',
  'actor need': 'needs',
  'actor idea': 'proposed',
  'actor event': 'holds',
  'actor decision': 'with',
  'actor access-point': 'at',
  'task place': 'at',
  'task reference': 'about',
  'task event': 'about',
  'task initiative': 'about',
  'idea initiative': 'about',
  'need place': 'at',
  'offer place': 'at',
  'event place': 'at',
  'access-point place': 'at',
  'idea place': 'at',
  'decision event': 'about',
  'decision initiative': 'about',
  'decision place': 'at',
  'voice initiative': 'about',
})

/** The tie from a piece of one kind to a piece of another; undefined where there is none. */
export const tieOf = (from: string, to: string): string | undefined => RELS[`${from} ${to}`]

/** One end of a tie, as far as the kind of tie follows it. */
export type TieEnd = Readonly<{ kind: string; person: boolean }>
/**
 * How two pieces are tied when a person says that they go together.
 *
 * Shape   `out`: the tie is told from the first to the second. Undefined: these kinds are not tied.
 */
export function tieBetween(
  a: TieEnd,
  b: TieEnd,
): Readonly<{ rel: string; out: boolean }> | undefined {
  for (const [from, to, out] of [
    [a, b, true],
    [b, a, false],
  ] as const) {
    const rel = tieOf(from.kind, to.kind)
    // A body stands beside a project or a task; a person carries it.
    if (rel && !from.person && ['runs', 'does', 'proposed'].includes(rel))
      return { rel: 'with', out: !out }
    if (rel) return { rel, out }
  }
  return undefined
}
