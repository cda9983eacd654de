import { linksBetween } from './links.ts'
import { ANY_WORD } from './links-under.ts'
import { sameAs } from './mask.ts'
import { blockAt, type NotesPage } from './page.ts'
import type { FoundPiece } from './rule.ts'
import { belongsTo, likeliestFirst, tieBetween } from './ties.ts'
import { NAMED_KINDS } from './words-made.ts'

/** The ties of what a person picks with what the page has, proposed or picked. */

/** A piece that the page of notes has already. */
export type KnownPiece = Readonly<{
  kind: string
  title: string
  fields: Readonly<Record<string, unknown>>
  from: number
  to: number
  private: boolean
  /** As `MarkedPiece`. */
  taught?: boolean
}>
export type PieceTies = readonly Readonly<{ rel: string; other: number; out: boolean }>[]

/**
 * The ties of each new piece with those that are there: as the rules tie what they propose; and of
 * what they tied to nothing that it may be for, with the likeliest.
 */
export function tiesIn(
  page: NotesPage,
  known: readonly KnownPiece[],
): (fresh: readonly FoundPiece[]) => readonly PieceTies[] {
  return fresh => {
    if (fresh.length === 0) return []
    const all = [...known.map(one => ({ ...one, certainty: 1, rule: 'picked' })), ...fresh].map(
      one => ({ ...one, mentions: [{ from: one.from, to: one.to }] }),
    )
    const ties = linksBetween(page, all)
    return fresh.map((piece, i) => {
      const at = known.length + i
      const own = ties.flatMap(
        (tie): PieceTies =>
          tie.from === at && tie.to < known.length
            ? [{ rel: tie.rel, other: tie.to, out: true }]
            : tie.to === at && tie.from < known.length
              ? [{ rel: tie.rel, other: tie.from, out: false }]
              : [],
      )
      const may = belongsTo(piece.kind)
      return own.some(tie => may.includes(known[tie.other]!.kind))
        ? own
        : [...own, ...belonging(page, known, piece)]
    })
  }
}

/** So many blocks above, what an idea or a need says is still spoken of. */
const NEAR = 2
/**
 * The likeliest thing that a piece is for: one whose own word its sentence says; one of its part of
 * the text, above it; without parts, what was said just before. Else nothing: the page asks.
 */
function belonging(page: NotesPage, known: readonly KnownPiece[], piece: FoundPiece): PieceTies {
  // A body or a place is named beside many things: only its own sentence ties it.
  const may = NAMED_KINDS.has(piece.kind) ? [] : belongsTo(piece.kind)
  const subjects = known.flatMap((one, other) =>
    !one.private && may.includes(one.kind) && one.title !== '' && piece.private !== true
      ? [{ ...one, other }]
      : [],
  )
  const at = blockAt(page, piece.from)
  const under = page.blocks[at]?.under ?? ''
  const said = new Set(wordsOf(page.text.slice(piece.from, piece.to)))
  const isNear = (one: KnownPiece): boolean => {
    const block = blockAt(page, one.from)
    const isOfPart = (page.blocks[block]?.under ?? '') === under && one.from < piece.from
    const isHeld = under !== '' && !PASSING.has(one.kind)
    return isOfPart && (isHeld || at - block <= (under === '' ? 1 : NEAR))
  }
  const named = subjects.filter(one => wordsOf(one.title).some(word => said.has(word)))
  const near = subjects.filter(isNear)
  const starts = page.blocks.filter(block => block.heading > 0).map(block => block.from)
  const [first] = likeliestFirst(piece.from, named.length > 0 ? named : near, starts)
  const tie =
    first && tieBetween({ kind: piece.kind, person: false }, { kind: first.kind, person: false })
  return tie ? [{ rel: tie.rel, other: first.other, out: tie.out }] : []
}
/** What is said and passed: a project and an event hold a whole part of the text. */
const PASSING: ReadonlySet<string> = new Set(['idea', 'need', 'decision'])
const wordsOf = (text: string): readonly string[] =>
  sameAs(text)
    .split(' ')
    .filter(word => word.length > 4 && !ANY_WORD.test(word))
