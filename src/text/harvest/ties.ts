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
  'actor voice': 'with',
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

/** What people tie beside, and no rule by standing in one sentence. */
const BY_HAND: Readonly<Record<string, string>> = nullPrototype({
  'event need': 'needs',
  'event offer': 'offers',
  'event idea': 'about',
  'event reference': 'inspired',
  'idea need': 'needs',
  'idea offer': 'offers',
  'task idea': 'about',
  'task need': 'about',
  'task decision': 'about',
  'offer need': 'about',
  'decision idea': 'about',
  'voice idea': 'about',
  'voice event': 'about',
})
/** What a piece of each kind may be for: the kinds of that. */
const BELONGS: Readonly<Record<string, readonly string[]>> = nullPrototype({
  task: ['initiative', 'event', 'idea', 'need', 'decision'],
  need: ['initiative', 'event', 'idea'],
  offer: ['initiative', 'event', 'idea', 'need'],
  idea: ['initiative', 'event'],
  decision: ['initiative', 'event', 'idea'],
  event: ['initiative', 'idea'],
  reference: ['initiative', 'event', 'idea'],
  voice: ['initiative', 'event', 'idea'],
  place: ['initiative', 'event'],
  actor: ['initiative', 'event'],
})
/** The kinds of what a piece may be for: *pour quoi ?* */
export const belongsTo = (kind: string): readonly string[] => BELONGS[kind] ?? []

/** The tie from a piece of one kind to a piece of another; undefined where there is none. */
export const tieOf = (from: string, to: string): string | undefined => RELS[`${from} ${to}`]

/** What others belong to, and where it stands. */
export type TieSubject = Readonly<{ kind: string; from: number }>
/**
 * Of what a piece may be for, the likeliest first: that of its own part of the text, a project
 * before an event, what stands before it, the nearest.
 *
 * Shape   `starts`: where the parts of the text begin, in order.
 */
export function likeliestFirst<T extends TieSubject>(
  from: number,
  subjects: readonly T[],
  starts: readonly number[],
): readonly T[] {
  const partOf = (at: number): number => starts.filter(start => start <= at).length
  const keys = (one: T): readonly number[] => [
    partOf(one.from) === partOf(from) ? 0 : 1,
    one.kind === 'event' ? 1 : 0,
    one.from <= from ? 0 : 1,
    Math.abs(one.from - from),
  ]
  const ranked = subjects.map(one => ({ one, keys: keys(one) }))
  return ranked
    .sort((a, b) => {
      const at = a.keys.findIndex((key, i) => key !== b.keys[i])
      return at < 0 ? 0 : a.keys[at]! - b.keys[at]!
    })
    .map(({ one }) => one)
}

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
    const rel = tieOf(from.kind, to.kind) ?? BY_HAND[`${from.kind} ${to.kind}`]
    // A body stands beside a project or a task; a person carries it.
    if (rel && !from.person && ['runs', 'does', 'proposed'].includes(rel))
      return { rel: 'with', out: !out }
    if (rel) return { rel, out }
  }
  return undefined
}
