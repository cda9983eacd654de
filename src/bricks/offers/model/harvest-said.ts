import { pattern } from '../../../core/pattern.ts'
import type { NotePiece } from '../../../text/harvest/page.ts'

const QUIET = ['present', 'excused', 'absent', 'agenda', 'context', 'author', 'references', 'dates']
export const quiet = (piece: NotePiece) =>
  QUIET.includes(piece.label || piece.section) ||
  (piece.block.heading > 0 && piece.block.announces !== '' && piece.block.announces !== 'needs')
/** Where the thing ends and its story begins. */
const STOP = pattern('u')`
  [.;!…](?:\s|$)|\s=+>|\s→|,? (?:mais|car|sinon|parce que|puisque|il faudrait|on pourrait)\s
  |,? (?:mon|ma|mes) (?:fils|filles?|mari|femme|père|mère|enfants?|parents|gosses?|frère|sœur)\s
`

export const clauseOf = (clear: string) => {
  const cut = STOP.exec(clear)
  return cut && cut.index > 8 ? clear.slice(0, cut.index) : clear
}
export const isItem = (piece: NotePiece, kind: string) =>
  (piece.section === kind || piece.label === kind) &&
  !piece.block.heading &&
  piece.plain.replace(/[^a-z]/g, '').length > 3

export type ClearedText = Readonly<{ clear: string; plain: string }>
export const bodyOf = (piece: NotePiece): ClearedText => ({
  clear: piece.clear.slice(piece.labelled),
  plain: piece.plain.slice(piece.labelled),
})
export const first = (patterns: readonly RegExp[], plain: string) => {
  let best: RegExpExecArray | undefined
  for (const pattern of patterns) {
    const m = pattern.exec(plain)
    if (m && (!best || m.index < best.index)) best = m
  }
  return best
}

/** *« … »*: a place inside what somebody said. */
export const inQuotes = (said: ClearedText, at: number): boolean =>
  [...said.clear.matchAll(/[«“"][^«»“”"]*(?:[»”"]|$)/g)].some(
    quote => at > quote.index && at < quote.index + quote[0].length,
  )
