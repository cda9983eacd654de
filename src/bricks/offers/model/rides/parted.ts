import { pattern } from '../../../../core/pattern.ts'
import type { RideText } from './text.ts'

const RETURN = pattern()`
  (?<![a-z])(?:et |puis |avec )?(?:(?:le |un )?retour(?! (?:possible|compris|aussi|inclus))|(?:j
  e |on
  |nous )?(?:re(?:ntre|viens|vient|venons|monte|descend)s?|rentrons) (?=(?:a|vers|le soir|pour
  |en fin
  |apres|dans|le midi)(?![a-z])))
`
/** *Retour* begins no sentence: *retour de Lyon dimanche* is a way of its own. */
const LEAST = 8

/**
 * The words of the way there, and those of the return: *retour à 17 h* names no other hour to
 * leave.
 */
export function parted(text: RideText): Readonly<{ there: RideText; back: RideText | undefined }> {
  const m = RETURN.exec(text.plain)
  if (!m || m.index < LEAST || /aller-?(?: et )?$/.test(text.plain.slice(0, m.index)))
    return { there: text, back: undefined }
  const cut = (from: number, to?: number): RideText => ({
    clear: text.clear.slice(from, to),
    plain: text.plain.slice(from, to),
  })
  return { there: cut(0, m.index), back: cut(m.index) }
}
