import type { Cache, Leaf } from '../../contract/page.ts'
import type { Visit } from '../session/visit.ts'

/**
 * The cacheability of a page: what the page declares, else what its content allows.
 *
 * Law     A page without a declaration is shared only when nobody is signed in, it holds nothing
 *         made for one person (a form, whose turn is good once), and it shows no sentence of a
 *         turn. A screen is made as for a visitor.
 */
export function cacheOf(leaf: Leaf, { by, session, said }: Reading): Cache {
  if (leaf.secret) return 'none'
  if (leaf.cache) return leaf.cache
  if (hasForm(leaf)) return 'none'
  if (leaf.screen) return 'shared'
  if (by !== 'visitor' || session !== undefined) return 'none'
  return said === undefined ? 'shared' : 'private'
}
type Reading = Pick<Visit, 'by' | 'session' | 'said'>

/** Whether a page holds nothing for one person but what fills the holes of its forms. */
export const isSharedButForms = (leaf: Leaf, { by, session, said }: Reading): boolean =>
  hasForm(leaf) &&
  !leaf.secret &&
  leaf.cache === undefined &&
  leaf.screen === undefined &&
  by === 'visitor' &&
  session === undefined &&
  said === undefined

export const hasForm = (leaf: Leaf | undefined): boolean =>
  [leaf?.body, ...(leaf?.foot ?? [])].some(piece => piece?.forOne === true)
