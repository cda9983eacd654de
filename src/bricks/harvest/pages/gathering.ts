import { nullPrototype } from '../../../core/null-prototype.ts'
/**
 * How the pieces of a harvest stand on the review page: by project (its needs, offers, references),
 * then what belongs to no project, voices, what to do and for whom, people waiting for their
 * agreement.
 */
export type Reviewed = Readonly<{
  id: string
  kind: string
  piece: string
  person: boolean
  ties: readonly Readonly<{ rel: string; to: string }>[]
}>
export type ReviewGroup<P extends Reviewed> = Readonly<{
  id: string
  name: 'project' | 'rest' | 'voice' | 'doing' | 'people'
  head: P | undefined
  pieces: readonly P[]
}>

const NAMES: Readonly<Record<string, ReviewGroup<Reviewed>['name']>> = nullPrototype({
  voice: 'voice',
  task: 'doing',
  decision: 'doing',
})
const ORDER: readonly ReviewGroup<Reviewed>['name'][] = ['rest', 'voice', 'doing', 'people']
/** In the group of what belongs to no project, what was said comes before where and who. */
const KINDS: readonly string[] = ['idea', 'need', 'offer', 'event']

/**
 * Groups pieces for review.
 *
 * Law     every piece stands in exactly one group; projects come first, people always stand in the
 *         last group.
 */
export function groupsOf<P extends Reviewed>(pieces: readonly P[]): readonly ReviewGroup<P>[] {
  const projects = pieces.filter(piece => piece.kind === 'initiative' && !piece.person)
  const taken = new Set<string>(projects.map(head => head.id))
  const byProject = projects.map((head): ReviewGroup<P> => {
    const tied = pieces.filter(
      piece => !taken.has(piece.id) && nameOf(piece) === 'rest' && areTied(piece, head),
    )
    for (const piece of tied) taken.add(piece.id)
    return { id: head.id, name: 'project', head, pieces: [head, ...tied] }
  })
  const rest = pieces.filter(piece => !taken.has(piece.id)).sort((a, b) => rank(a) - rank(b))
  const others = ORDER.map(
    (name): ReviewGroup<P> => ({
      id: name,
      name,
      head: undefined,
      pieces: rest.filter(piece => nameOf(piece) === name),
    }),
  )
  return [...byProject, ...others.filter(group => group.pieces.length > 0)]
}

const nameOf = (piece: Reviewed): ReviewGroup<Reviewed>['name'] =>
  piece.person ? 'people' : (NAMES[piece.kind] ?? 'rest')
const rank = (piece: Reviewed): number =>
  KINDS.includes(piece.kind)
    ? KINDS.indexOf(piece.kind)
    : nameOf(piece) === 'rest'
      ? KINDS.length
      : 0
const areTied = (a: Reviewed, b: Reviewed): boolean =>
  a.ties.some(tie => tie.to === b.piece) || b.ties.some(tie => tie.to === a.piece)
