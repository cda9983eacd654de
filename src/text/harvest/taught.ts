import { nullPrototype } from '../../core/null-prototype.ts'
import { pattern } from '../../core/pattern.ts'
import { isBetweenUs } from './between-us.ts'
import type { SectionKind } from './fr.ts'
import { blockAt, type NotePiece, type NotesPage, type SectionedBlock } from './page.ts'
import { isName } from './private.ts'
import { hasAddress, type LineShape, quotes, shapeOf, signOf } from './shapes.ts'
import { rowsOf } from './tables.ts'
import { NAMED_KINDS } from './words-made.ts'

/**
 * What a pick teaches of its page: the lines that are like the picked one. The writer of a page
 * says things of one kind in one shape, and that shape is theirs alone.
 */

type Span = Readonly<{ from: number; to: number }>
/**
 * A piece that the page has. `left`: a person said no to it. `taught`: an earlier pick proposed it,
 * and nobody touched it; a later pick of its kind proposes it as well.
 */
export type MarkedPiece = Span &
  Readonly<{ kind: string; private: boolean; left?: boolean; taught?: boolean }>

/**
 * Kinds that a pick teaches. A name teaches no other name: what is like it in a list is as often a
 * person's. A project stands alone, but in a table.
 */
const TEACHES: ReadonlySet<string> = new Set([
  'decision',
  'event',
  'task',
  'offer',
  'need',
  'idea',
  'reference',
  'voice',
])
const IN_ROWS = 'initiative'

/** So many lines are proposed by one pick, at most: more are no list that a person looks over. */
const MOST = 30

/** Lines that stand in one list, column or run of lines with the one at this place. */
function listAround(page: NotesPage, at: number): readonly SectionedBlock[] {
  const own = page.blocks[at]!
  const found: SectionedBlock[] = []
  for (const step of [-1, 1])
    for (let i = at + step; i >= 0 && i < page.blocks.length; i += step) {
      const next = page.blocks[i]!
      if (next.heading > 0) break
      const [above, below] = step > 0 ? [page.blocks[i - 1]!, next] : [next, page.blocks[i + 1]!]
      if (own.mark === '' ? next.mark !== '' || isApart(page, above, below) : next.mark === '')
        break
      if (next.indent < own.indent - 1) break
      if (next.indent > own.indent + 1) continue
      if (next.mark !== own.mark || next.box !== own.box) break
      if (own.mark !== 'bullet' || signOf(page, next) === signOf(page, own)) found.push(next)
    }
  return found
}
/** A blank line stands between them. */
const isApart = ({ clear }: NotesPage, above: Span, below: Span): boolean =>
  (clear.slice(above.to, below.from).match(/\n/g)?.length ?? 0) > 1

/** What a section or a label says that its lines are. */
const KIND_OF: Readonly<Partial<Record<SectionKind, string>>> = nullPrototype({
  decisions: 'decision',
  actions: 'task',
  ideas: 'idea',
  needs: 'need',
  offers: 'offer',
  dates: 'event',
  references: 'reference',
  projects: 'initiative',
  voices: 'voice',
})
/** Lists of people, and what says who wrote. */
const NOT_TAUGHT: ReadonlySet<SectionKind> = new Set([
  'present',
  'excused',
  'absent',
  'agenda',
  'author',
])
const POLITE = pattern()`
  ^[^a-z]*(?:bonjour|bonsoir|salut|coucou|chere?s?\b|hello|merci|bises?|bisous|cordialement
  |amicalement|a (?:bientot|tres vite|plus|la prochaine)\b|bonne (?:lecture|journee|soiree|semaine)
  |belle journee|desolee?|pardon|voici|ci-joint|ps\b|re\s?:|tr\s?:|fwd?\s?:|objet\s?:|de\s?:|a\s?:
  |envoye|tel\b|telephone|contact|total|solde|page \d)
`

/** Whether a line says something: no greeting, no name alone, no label, no list of people. */
function says(page: NotesPage, { clear, plain, section, block }: NotePiece): boolean {
  const words = clear.match(/\p{L}{2,}/gu) ?? []
  if (words.length === 0 || POLITE.test(plain)) return false
  if (NOT_TAUGHT.has(section) || NOT_TAUGHT.has(block.section) || isBetweenUs(page, block))
    return false
  if (/:\s*$/.test(clear) || words.every(word => isName(word, page.names))) return false
  return clear.length <= 400
}

/**
 * The sentences of a page that are like a picked one and that nobody marked.
 *
 * Shape   `marked`: what the page has, the picked one left out.
 */
export function likePicked(
  page: NotesPage,
  { kind, span }: Readonly<{ kind: string; span: Span }>,
  marked: readonly MarkedPiece[],
): readonly NotePiece[] {
  const at = blockAt(page, span.from)
  const own = page.blocks[at]
  if (!own || own.heading > 0 || span.to > own.to || NOT_TAUGHT.has(own.section)) return []
  const picked = page.pieces.find(one => one.from <= span.from && one.to >= span.to)
  if (!picked || page.isChat) return []
  if (!TEACHES.has(kind) && !(kind === IN_ROWS && own.mark === 'row')) return []
  const shape = shapeOf(page, picked)
  const list = listAround(page, at)
  const far =
    shape.startsWith('label ') || own.box || isRareSign(page, own) ? sameSign(page, own, shape) : []
  const near = isMixed({ kind, shape, list: [own, ...list] }, marked) ? [] : list
  const lines = new Set([...near, ...far.filter(one => one !== own)])
  const byBlock = Map.groupBy(page.pieces, one => one.block)
  return [...lines]
    .sort((a, b) => a.from - b.from)
    .flatMap(block => byBlock.get(block)?.slice(0, 1) ?? [])
    .filter(
      one =>
        says(page, one) &&
        !isMarked(one, kind, marked) &&
        isAlike(page, kind, { one, picked, shape }),
    )
    .slice(0, MOST)
}

/** A sign that few of the page's items have says something: *★*, *!*, *→*. */
function isRareSign(page: NotesPage, own: SectionedBlock): boolean {
  const sign = signOf(page, own)
  if (own.mark !== 'bullet' && own.mark !== 'arrow') return false
  const items = page.blocks.filter(one => one.mark === 'bullet' || one.mark === 'arrow')
  const same = items.filter(one => signOf(page, one) === sign).length
  return same > 1 && same < items.length * 0.4
}
const sameSign = (page: NotesPage, own: SectionedBlock, shape: LineShape) =>
  shape.startsWith('label ')
    ? page.blocks.filter(one => one.heading === 0)
    : page.blocks.filter(one => one.mark === own.mark && signOf(page, one) === signOf(page, own))

type Taught = Readonly<{ one: NotePiece; picked: NotePiece; shape: LineShape }>
function isAlike(page: NotesPage, kind: string, { one, picked, shape }: Taught): boolean {
  const said = KIND_OF[one.label]
  if (said !== undefined && said !== kind) return false
  if (picked.block.mark === 'row') return rowsOf(page).get(one.block.from)?.kind !== 'header'
  if (kind === 'event') return one.dates.length > 0 && picked.dates.length > 0
  if (kind === 'reference') return hasAddress(one) && hasAddress(picked)
  if (kind === 'voice' || quotes(one)) return quotes(one) && quotes(picked)
  return picked.block.box || shapeOf(page, one) === shape
}
const NAMES: ReadonlySet<string> = new Set([...NAMED_KINDS, 'initiative', 'reference'])
/** People are named anywhere, and what somebody said stands inside what is said of it. */
const speaksFor = (mark: MarkedPiece, kind: string): boolean =>
  !mark.private && (mark.kind !== 'voice' || kind === 'voice')
/** A name is one thing, and what is said with it another. */
const isMarked = (one: Span, kind: string, marked: readonly MarkedPiece[]): boolean =>
  marked.some(
    mark =>
      speaksFor(mark, kind) &&
      mark.from < one.to &&
      mark.to > one.from &&
      !(mark.taught === true && mark.kind === kind) &&
      (mark.kind === kind || (!NAMES.has(mark.kind) && !NAMES.has(kind))),
  )

/**
 * A list whose other marks are of other kinds says nothing of its other lines. A sentence of no
 * shape of its own needs a second one of its kind.
 */
function isMixed(
  {
    kind,
    shape,
    list,
  }: Readonly<{ kind: string; shape: LineShape; list: readonly SectionedBlock[] }>,
  marked: readonly MarkedPiece[],
): boolean {
  if (list.some(block => KIND_OF[block.section] === kind)) return false
  const inList = marked.filter(
    mark =>
      speaksFor(mark, kind) &&
      mark.left !== true &&
      mark.taught !== true &&
      NAMES.has(mark.kind) === NAMES.has(kind) &&
      list.some(block => mark.from < block.to && mark.to > block.from),
  )
  const same = inList.filter(mark => mark.kind === kind).length
  const other = inList.length - same
  if (shape === 'plain') return same === 0 || other > 0
  return other > same
}
