/** How the pieces of a harvest stand on the review page: by project, then ideas and the rest, voices, what to do, people. */
export type Reviewed = Readonly<{
  id: string
  kind: string
  piece: string
  person: boolean
  ties: readonly Readonly<{ rel: string; to: string }>[]
}>
export type Group<P extends Reviewed> = Readonly<{
  id: string
  name: 'project' | 'place' | 'idea' | 'voice' | 'doing' | 'reference' | 'people'
  head: P | undefined
  pieces: readonly P[]
}>

const NAMES: Readonly<Record<string, Group<Reviewed>['name']>> = {
  need: 'idea',
  offer: 'idea',
  idea: 'idea',
  voice: 'voice',
  task: 'doing',
  decision: 'doing',
  event: 'doing',
  reference: 'reference',
}
const ORDER: readonly Group<Reviewed>['name'][] = ['idea', 'place', 'reference', 'voice', 'doing', 'people']
/** What stands under its project rather than among its own kind. */
const UNDER: ReadonlySet<string> = new Set(['need', 'offer', 'reference', 'idea', 'place', 'actor', 'task'])

/**
 * Groups pieces for review.
 *
 * Law     every piece stands in exactly one group; people always stand in the last one.
 */
export function groupsOf<P extends Reviewed>(pieces: readonly P[]): readonly Group<P>[] {
  const projects = pieces.filter(piece => piece.kind === 'initiative')
  const taken = new Set<string>()
  const byProject = projects.map((head): Group<P> => {
    const tied = pieces.filter(piece => !taken.has(piece.id) && !piece.person && UNDER.has(piece.kind) && areTied(piece, head))
    for (const piece of tied) taken.add(piece.id)
    return { id: head.id, name: 'project', head, pieces: [head, ...tied] }
  })
  const rest = pieces.filter(piece => piece.kind !== 'initiative' && !taken.has(piece.id))
  const named = (piece: P) => (piece.person ? 'people' : (NAMES[piece.kind] ?? 'place'))
  const others = ORDER.map((name): Group<P> => ({ id: name, name, head: undefined, pieces: rest.filter(piece => named(piece) === name) }))
  return [...byProject, ...others.filter(group => group.pieces.length > 0)]
}

const areTied = (a: Reviewed, b: Reviewed): boolean => a.ties.some(tie => tie.to === b.piece) || b.ties.some(tie => tie.to === a.piece)

/** First names that stand for two people or for one: *deux Élodie*. */
export function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
