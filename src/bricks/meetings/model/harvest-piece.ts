import type { NotePiece } from '../../../text/harvest/page.ts'
import { discreet, homeless } from '../../../text/harvest/private.ts'
import type { FoundLink } from '../../../text/harvest/rule.ts'
import { startsWithInfinitive } from '../../../text/harvest/verbs.ts'

/** Sections in which nothing is proposed but references. */
export const QUIET = ['present', 'excused', 'absent', 'agenda', 'context', 'author', 'references']

export const body = (piece: NotePiece) => ({
  clear: piece.clear.slice(piece.labelled),
  plain: piece.plain.slice(piece.labelled),
})
export const cutLead = (piece: { clear: string; plain: string }, lead: RegExp) => {
  const m = lead.exec(piece.plain)
  return m ? piece.clear.slice(m[0].length) : piece.clear
}
export const safeFields = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== ''))

/** Who takes care of it, without anything told of them. */
export const safeWho = (name: string) => discreet(homeless(name)).replace(/\s+/g, ' ').trim()

export const who = (name: string): readonly FoundLink[] =>
  name
    .split(/(?<!\s)\s*(?:,|&|\/|\+|\set\s)\s*/)
    .filter(Boolean)
    .map(title => ({ rel: 'by', kind: 'actor', title }))

/** An item, or a paragraph or a title that says one thing, in a section made of such items. */
export const itemOf = (piece: NotePiece, section: string) =>
  (piece.section === section || piece.label === section) &&
  (!piece.block.heading ||
    (piece.block.heading === 4 &&
      piece.block.announces === '' &&
      startsWithInfinitive(piece.plain))) &&
  piece.plain.replace(/[^a-z]/g, '').length > 5
