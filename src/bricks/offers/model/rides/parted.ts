import { pattern } from '../../../../core/pattern.ts'
import type { RideText } from './text.ts'

const RETURN = pattern()`
  (?<![a-z])(?<!(?:qui|quelqu'une?) (?:me |le |la |les |nous )?
  |dois |faut |cherch[a-z]{1,3} (?:un )?)(?:et |puis |avec )?(?:(?:le |un )?retour(?! (?:possible
  |compris|aussi|inclus))
  |(?:je |on |nous )?(?:re(?:ntre|viens|vient|venons|monte|descend)s?|rentrons) (?=(?:a|vers
  |le soir|pour
  |en fin
  |apres|dans|le midi)(?![a-z])))
`
/** *Je rentre à Boën* is a return of somebody who went. */
const GOES = pattern()`
  (?<![a-z])(?:vais|va|allons|descend[a-z]*|mont[a-z]+|pars|part|partons|aller|fais|fait|file|depart
  |conduis|amene|emmene|depose)(?![a-z])
`
/** *Retour* begins no sentence: *retour de Lyon dimanche* is a way of its own. */
const LEAST = 8

/**
 * The words of the way there, and those of the return: *retour à 17 h* names no other hour to
 * leave.
 */
export function parted(text: RideText): Readonly<{ there: RideText; back: RideText | undefined }> {
  const m = RETURN.exec(text.plain)
  const before = text.plain.slice(0, m?.index)
  const isBack = m !== null && m.index >= LEAST && !/aller[- ]?(?:et[- ])?$/.test(before)
  if (!isBack || (!/retour/.test(m[0]) && !GOES.test(before)))
    return { there: text, back: undefined }
  const cut = (from: number, to?: number): RideText => ({
    clear: text.clear.slice(from, to),
    plain: text.plain.slice(from, to),
  })
  return { there: cut(0, m.index), back: cut(m.index) }
}
