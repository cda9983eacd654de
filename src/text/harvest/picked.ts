import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { guard } from '../guard/guard.ts'
import { isFirstName } from '../guard/lexicon.ts'
import { composed } from './composed.ts'
import { blockAt, type NotePiece, type NotesPage } from './page.ts'
import { type KnownPiece, type PieceTies, tiesIn } from './picked-ties.ts'
import { pieceOf } from './pieces.ts'
import { discreet, homeless, isName, unnamed } from './private.ts'
import type { FoundPiece, HarvestRule, PickedPiece } from './rule.ts'
import { likePicked, type MarkedPiece } from './taught.ts'
import { untold } from './untold.ts'
import { wordsMade } from './words-made.ts'

/**
 * What a person picks in notes: a place in the text and one of the kinds. The rules that read whole
 * pages make its title and its fields, and tie it to what is there already.
 */

type Span = Readonly<{ from: number; to: number }>
/**
 * Shape   `ties`: with the known piece at `other`; `out`: told from the new piece. `alike`: what
 *         lines like it say, of the same kind.
 */
export type Picked = Readonly<{
  piece: FoundPiece
  /** What says somebody was taken out of its words: they may be no sentence any more. */
  cut: boolean
  ties: PieceTies
  alike: readonly Readonly<{ piece: FoundPiece; ties: PieceTies }>[]
}>
type Made = Pick<Picked, 'piece' | 'cut'>

/**
 * A piece of this kind, of these words of the page.
 *
 * Law     its title and fields name nobody of the lists of people and tell no situation, as those
 *         that rules find (`titled`). Undefined: nothing is left of the words.
 */
function pickedIn(
  page: NotesPage,
  rules: readonly HarvestRule[],
  kind: string,
  span: Span,
): Made | undefined {
  const piece = pointedAt(page, span)
  if (!piece) return undefined
  const own = rules.filter(rule => rule.kinds.includes(kind))
  const one = { ...page, pieces: [piece] }
  const inside = (at: Span): boolean => at.from >= span.from - 1 && at.to <= span.to + 1
  const found = own
    .flatMap(rule => rule.find(one, []))
    .filter(
      f =>
        f.kind === kind && f.title !== '' && f.private !== true && (inside(f) || isSame(f, piece)),
    )
    .sort((a, b) => b.certainty - a.certainty)[0]
  const made: PickedPiece | undefined =
    found ??
    own.map(rule => rule.make?.(page, piece, kind)).find(is => is?.title) ??
    wordsMade(page, piece, kind)
  const safe =
    made && made.title !== ''
      ? untold(page, {
          kind,
          title: made.title,
          fields: made.fields,
          from: span.from,
          to: span.to,
          certainty: 1,
          rule: 'picked',
          ...(made.links ? { links: made.links } : {}),
        })
      : undefined
  if (!made || !safe || HOW_TO_REACH.test(safe.title)) return undefined
  return { piece: safe, cut: safe.title !== made.title || (!found && saysSomebody(page, piece)) }
}
/** *Tél de Lucienne : 04…*: once both are out, nothing is left that anybody wants. */
const HOW_TO_REACH = pattern('iu')`
  ^(?:le |son |leur )?(?:tél|tel|téléphone|portable|fixe|numéro|n°|mail|courriel|adresse|e-mail
  |contact|joindre|appeler|rappeler)\P{L}*$
`
/** Whether the words hold what no title may hold: a name of the lists, a home, a situation. */
const saysSomebody = (page: NotesPage, { clear }: NotePiece): boolean =>
  unnamed(homeless(discreet(whole(clear))), page.names) !== whole(clear)
/** Brackets are an aside: a sentence stands without them. */
const whole = (clear: string): string => clear.replace(/\s*\([^()]*\)/g, '').trim()
const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to

/** The words as a rule reads them: a sentence that the page has, or any stretch of one block. */
function pointedAt(page: NotesPage, { from, to }: Span): NotePiece | undefined {
  const whole = page.pieces.find(piece => isSame(piece, { from, to }))
  const block = page.blocks[blockAt(page, from)]
  if (whole || !block) return whole
  const span = { from: Math.max(from, block.from), to: Math.min(to, block.to) }
  return span.from < span.to
    ? pieceOf({ block, clear: page.clear, plain: page.plain }, page.head, span)
    : undefined
}

/**
 * A piece that a person picks in a text, its ties to the pieces that are there, and what it teaches
 * of the lines that are like it.
 *
 * Shape   `span`: UTF-16 units of `text`, of which `page` is the composed reading. `left`: pieces
 *         to which a person said no: their lines are not proposed again.
 */
export function picked(
  text: string,
  page: NotesPage,
  rules: readonly HarvestRule[],
  {
    kind,
    span,
    known,
    left = [],
  }: Readonly<{
    kind: string
    span: Span
    known: readonly KnownPiece[]
    left?: readonly MarkedPiece[]
  }>,
): Picked | undefined {
  const places = placesIn(text)
  const at = places.into(span)
  const made = pickedIn(page, rules, kind, at)
  if (!made) return undefined
  const here = known.map(one => places.into(one))
  const marked = [...here, ...left.map(one => places.into({ ...one, left: true }))]
  const alike = likePicked(page, { kind, span: at }, marked).flatMap(one => {
    const like = pickedIn(page, rules, kind, one)
    return like && isProposable(page, one, like) ? [like.piece] : []
  })
  const tiesOf = tiesIn(page, here)
  return {
    piece: { ...made.piece, ...span },
    cut: made.cut,
    ties: tiesOf([made.piece])[0]!,
    alike: tiesOf(alike).map((ties, i) => ({ piece: places.back(alike[i]!), ties })),
  }
}

/** The ties of a person whom somebody named in the text, wherever it says their name. */
export function tiesOfPerson(
  text: string,
  page: NotesPage,
  person: Pick<FoundPiece, 'kind' | 'title' | 'fields' | 'from' | 'to'>,
  known: readonly KnownPiece[],
): PieceTies {
  const { into } = placesIn(text)
  const piece = { ...into(person), certainty: 1, rule: 'picked', private: true }
  return tiesIn(page, known.map(into))([piece])[0]!
}

/** *Nom : …*: the name goes, and what is left is a sentence. */
const NAME_FIRST = /^\s*\p{Lu}[\p{L}.'’ -]{0,30}?\s*(?:[:>→=,]|->|=>|\s[–—-])\s/u
/** Nothing of a title that nobody picked is doubtful. */
const isProposable = (page: NotesPage, one: NotePiece, { piece, cut }: Made): boolean =>
  guard(piece.title).length === 0 &&
  (!cut || NAME_FIRST.test(one.clear)) &&
  !piece.title.split(/\s/).every(word => isName(word, page.names) || isFirstName(fold(word)))

type Places = Readonly<{
  into: <T extends Span>(span: T) => T
  back: <T extends Span>(span: T) => T
}>
/** From places of a text to those of its composed reading, and back. */
function placesIn(text: string): Places {
  const { text: whole, back } = composed(text)
  if (whole.length === text.length) return { into: span => span, back: span => span }
  const to = (offset: number): number => {
    let [low, high] = [0, whole.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (back(middle) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    into: span => ({ ...span, from: to(span.from), to: to(span.to) }),
    back: span => ({ ...span, from: back(span.from), to: back(span.to) }),
  }
}
