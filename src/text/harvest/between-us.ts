import { pattern } from '../../core/pattern.ts'
import { plainOf } from './mask.ts'
import type { NotesPage, SectionedBlock } from './page.ts'

/**
 * What its writer keeps to themselves: *à garder pour moi*, *entre nous*, *ne pas en parler*.
 * Nothing of it is proposed, under such a title or beside such words.
 */

/** A title whose whole section is so. */
const TITLE = pattern()`
  ^[^a-z]*(?:a garder (?:pour (?:moi|nous|soi)|entre nous)|(?:a )?ne pas (?:diffuser
  |publier|montrer|transmettre|ebruiter|repeter|faire (?:circuler|suivre|lire))|entre nous
  |pour (?:moi|nous)(?: seule?s?)?\s*[:.!]*$|perso(?:nnel)?s?\s*[:.!]*$|confidentiels?\b|huis clos
  |hors (?:cr|compte[- ]rendu|pv|micro|proces[- ]verbal)\b|en off\b|off\s*[:.!]*$|prive\s*[:.!]*$)
`
/** Words beside which nothing is told further. */
const SAID = pattern()`
  \b(?:ne pas|n'en) (?:en |le |la |les )?(?:parler|ebruiter|repeter|diffuser|publier
  |faire suivre)\b|\bsans en parler\b
  |\bon n'en parle pas\b|\b(?:a )?ne pas (?:le |la |les )?(?:dire|montrer|diffuser
  |publier|ebruiter|repeter|noter|recopier|relayer|mentionner|mettre au (?:cr|compte[- ]rendu|pv))\b
  |\breste(?:r|ra)? entre nous\b
  |\b(?:ca|cela|ceci) (?:ne )?(?:doit |devra )?(?:pas )?sort(?:ir|e)?(?: pas)? d'ici\b
  |\bconfidentiel(?:le)?s?\b|\ba garder pour (?:soi|nous)\b|\bje te le (?:dis|confie)\b
  |\binfos? non publiques?\b|(?:^|[\n(\[])\W{0,4}off ?:|\bjouer discret\b|\bmais chut\b
`

/** Whether a block is not to be told further. */
export const isBetweenUs = ({ plain }: NotesPage, block: SectionedBlock): boolean =>
  TITLE.test(plainOf(block.under)) || SAID.test(plain.slice(block.from, block.to))
