import { pattern } from '../../core/pattern.ts'
import type { NotePiece, NotesPage } from './page.ts'
import { isName, tellsSituation } from './private.ts'
import type { PickedPiece } from './rule.ts'
import { titled } from './title.ts'

/** Kinds whose title is a name: of a body, of a place. */
export const NAMED_KINDS: ReadonlySet<string> = new Set(['actor', 'place', 'access-point'])
export const PROPER = pattern('gu')`
  \p{Lu}[\p{L}\d'’&-]*(?:\s+(?:(?:de|du|des|la|le|les|en|et|à
  |d'|l')\s*)*\p{Lu}[\p{L}\d'’&-]*){0,5}
`

/** Its words are its title; of what has a name, the first name that is nobody's. */
export function wordsMade(page: NotesPage, piece: NotePiece, kind: string): PickedPiece {
  const said = piece.clear.slice(piece.labelled)
  const name = NAMED_KINDS.has(kind)
    ? [...said.matchAll(PROPER)]
        .map(m => m[0])
        .find(
          words => words.length > 2 && !words.split(/\s/).some(word => isName(word, page.names)),
        )
    : undefined
  const title = tellsSituation(name ?? said) ? '' : titled(name ?? said, page.names)
  return { title, fields: {} }
}
