import type { Cache, Leaf } from '../../contract/page.ts'
import type { Visit } from '../session/visit.ts'

/**
 * Who may be answered with a page again: as the page says, else as what it was made with says.
 *
 * Law     a page that says nothing is shared only when nobody is signed in, it holds nothing that
 *         was made for one person (a form, whose turn is good once), and no turn left a sentence
 *         for it. A screen is made as for anybody, whoever is signed in there.
 */
export function cacheOf(leaf: Leaf, { by, session, said }: Reading): Cache {
  if (leaf.secret) return 'none'
  if (leaf.cache) return leaf.cache
  if ([leaf.body, ...(leaf.foot ?? [])].some(piece => piece.forOne)) return 'none'
  if (leaf.screen) return 'shared'
  if (by !== 'visitor' || session !== undefined) return 'none'
  return said === undefined ? 'shared' : 'private'
}
type Reading = Pick<Visit, 'by' | 'session' | 'said'>
