import { pattern } from '../../core/pattern.ts'
import { composed } from './composed.ts'
import { datesIn, type ToldDay } from './dates.ts'
import type { SectionKind } from './fr.ts'
import type { MeetingHead } from './head.ts'
import { notesText } from './read.ts'
import { labelIn, type MessageSaid, type SectionedBlock } from './sections.ts'
import { rowsOf, type TabledText } from './tables.ts'

/** A sentence, or a whole item of a list: what one rule reads at a time. */
export type NotePiece = Readonly<{
  from: number
  to: number
  clear: string
  plain: string
  block: SectionedBlock
  section: SectionKind
  /** What a label before a colon says that it is; the text below starts after it. */
  label: SectionKind
  /** Length of the label, in this piece. */
  labelled: number
  /** Days told, in offsets of this piece. */
  dates: readonly ToldDay[]
  /** True when it is the whole block. */
  whole: boolean
}>

/** What opens or closes a meeting, or says what a body is for: nothing to propose. */
const ASIDE = pattern()`
  ^[^a-z]*(?:vu (?:le|la|les|l'|sa|son)\b|considerant|attendu qu|conformement a|en vertu d
  |pour extrait|certifie executoire|transmis en prefecture|delai de recours|nombre de (?:conseillers
  |votants|membres)|date de convocation)
  |^[^a-z]*(?:la |notre )?(?:seance|reunion|assemblee) (?:est |a ete |s'est |etait )?(?:levee|close
  |terminee|finie|achevee|ouverte|s'acheve|se termine|s'ouvre|commence|debute|demarre)
  |^[^a-z]*(?:fin|debut) de (?:la )?(?:seance|reunion)|\b(?:leve|clot|ouvre
  |declare ouverte) la seance|ordre du jour (?:etant )?epuise|^[^a-z]*(?:l'association|le (?:foyer
  |club|groupe|collectif|comite|syndicat)|l'amap|la (?:cuma|section|commission)
  |notre (?:association|groupe))[^.,:]{0,50} (?:a pour (?:but|objet|vocation|mission|objectif)
  |souhaite (?:soutenir|favoriser|contribuer|promouvoir|defendre|developper le lien)|œuvre (?:a
  |pour)|vise a|se donne pour|agit pour|a ete creee)|^[^a-z]*(?:affichee?|publiee?|diffusee?|fait
  |transmise?|envoyee?)s? (?:a \S+,? )?(?:le|en mairie|a) .{0,30}\d|^[^a-z]*(?:diffusion
  |destinataires?|copie|cc)\s*:|\b(?:a|ont) pour (?:but|objet|vocation|mission
  |objectif) (?:de |d')
`

/** Longest sentence that rules read; longer ones are cut at a space. */
const LONGEST = 700
const SHORTENED = pattern()`
  (?:\b(?:m|mm|mme|mmes|mlle|mr|dr|st|ste|ex|etc|cf|p|pp|art|tel|av|bd|env|max|min|no|n|lun|mar
  |mer|jeu|ven|sam|dim|resp|asso|cf|ref|janv|fevr|avr|juil|sept|oct|nov|dec)|\b[a-z])$
`

const FIRST_WORDS = /^\s*\S+(?: \S+){0,2}\s*/
const LAST_WORDS = /\s*\S+(?:\s\S+){0,3}\s*$/y
/** Says of a place whether one to three words stand before it, and nothing else. */
function beginsShort(clear: string): (at: number) => boolean {
  const blank = clear.length - clear.trimStart().length
  const few = FIRST_WORDS.exec(clear)?.[0].length ?? 0
  return at => at > blank && at <= few
}
/**
 * Whether one to four words stand from here to the end. Work: a few words, however long the text.
 */
function endsSoon(clear: string, from: number): boolean {
  LAST_WORDS.lastIndex = from
  return LAST_WORDS.test(clear)
}

/**
 * Cuts a plain text into sentences: after . ! ? … before a capital, a quote or an arrow, never
 * inside « » or after *M.*
 */
function sentencesIn(
  clear: string,
  plain: string,
): readonly Readonly<{ from: number; to: number }>[] {
  const cuts: number[] = []
  const isBegun = beginsShort(clear)
  let quoted = 0
  let straight = false
  let last = 0
  for (const m of clear.matchAll(
    /[«“»”"]|[.!?…]+["»”)]?(?=\s+["«“(\p{Lu}\d=>→-]|\s*$)|\s=+>\s|\s→\s|\s{6,}(?=\p{Lu})|\n/gu,
  )) {
    const sign = m[0]
    if (sign === '«' || sign === '“') quoted = 1
    else if (sign === '»' || sign === '”') quoted = 0
    else if (sign === '"') straight = !straight
    else {
      // *Réserver la salle → Luce*: who does it belongs to what is done.
      if (/[>→]/.test(sign) && (isBegun(m.index) || endsSoon(clear, m.index + sign.length)))
        continue
      const closes = /["»”]$/.test(sign) && !/^["»”]/.test(sign)
      const inside = (quoted > 0 || straight) && !closes && m.index - last < LONGEST
      if (closes) quoted = 0
      if (closes && sign.endsWith('"')) straight = false
      if (
        inside ||
        (sign === '.' && SHORTENED.test(plain.slice(Math.max(0, m.index - 6), m.index)))
      )
        continue
      cuts.push(/^\s/.test(sign) ? m.index : m.index + sign.length)
      last = m.index
    }
  }
  cuts.push(clear.length)
  return spans(cuts, clear)
}

function spans(cuts: readonly number[], clear: string) {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (const cut of cuts) {
    while (cut - from > LONGEST) {
      const space = clear.lastIndexOf(' ', from + LONGEST)
      const to = space > from + LONGEST / 2 ? space : from + LONGEST
      found.push({ from, to })
      from = to
    }
    found.push({ from, to: cut })
    from = cut
  }
  return found.flatMap(span => {
    const raw = clear.slice(span.from, span.to)
    const [lead, tail] = [raw.length - raw.trimStart().length, raw.length - raw.trimEnd().length]
    return raw.trim() ? [{ from: span.from + lead, to: span.to - tail }] : []
  })
}

/** Sections where one item is one piece, however many sentences it has. */
const BY_ITEM: readonly SectionKind[] = [
  'decisions',
  'actions',
  'ideas',
  'needs',
  'offers',
  'dates',
]

/** What rules read of one place of a block. */
export function pieceOf(
  { block, clear, plain }: Readonly<{ block: SectionedBlock; clear: string; plain: string }>,
  head: MeetingHead,
  { from, to }: Readonly<{ from: number; to: number }>,
): NotePiece {
  const said = plain.slice(from, to)
  const { kind, length } = block.heading ? { kind: '' as const, length: 0 } : labelIn(said)
  return {
    from,
    to,
    clear: clear.slice(from, to),
    plain: said,
    block,
    section: ASIDE.test(said) ? 'context' : block.section,
    label: kind,
    labelled: length,
    dates: datesIn(said, { day: block.said?.day ?? head.date, near: block.said !== undefined }),
    whole: from === block.from && to === block.to,
  }
}

/** Where each sentence of a block stands, or the block as a whole where it says one thing. */
function sentenceSpans(block: SectionedBlock, clear: string, plain: string): readonly Span[] {
  const [c, p] = [clear.slice(block.from, block.to), plain.slice(block.from, block.to)]
  if (
    block.heading ||
    block.mark === 'row' ||
    (BY_ITEM.includes(block.section) && block.mark && c.length <= LONGEST)
  )
    return [{ from: block.from, to: Math.min(block.to, block.from + LONGEST) }]
  return sentencesIn(c, p).map(s => ({ from: block.from + s.from, to: block.from + s.to }))
}
type Span = Readonly<{ from: number; to: number }>

/** The pieces of a page, in order. */
export const piecesOf = (
  blocks: readonly SectionedBlock[],
  clear: string,
  plain: string,
  head: MeetingHead,
): readonly NotePiece[] =>
  blocks.flatMap(block => [
    ...sentenceSpans(block, clear, plain).map(span => pieceOf({ block, clear, plain }, head, span)),
    ...notesInRow({ blocks, clear, plain }, block).map(span =>
      pieceOf({ block: { ...block, mark: '' as const }, clear, plain }, head, span),
    ),
  ])

/** *il manque huit tapis*, in a column of remarks: a cell that is a sentence. */
function notesInRow(page: TabledText, block: SectionedBlock): readonly Span[] {
  const { note, kind } = (block.mark === 'row' && rowsOf(page).get(block.from)) || {}
  return note && (kind === 'projects' || kind === 'tasks')
    ? [{ from: note.from, to: note.from + note.text.length }]
    : []
}

/** A block of notes as a person reads it: its sentences, each to be pointed at. */
export type ReadBlock = Readonly<{
  from: number
  to: number
  mark: SectionedBlock['mark']
  /** 0: not a title; else 1 (highest) to 5 (a label with a colon). */
  heading: number
  indent: number
  sentences: readonly Span[]
  /** Beside the text, to be folded: a menu, a notice, a signature. */
  aside?: true
  said?: MessageSaid
}>

/**
 * A text of notes as it is read, block by block.
 *
 * Law     never throws; offsets never decrease and slice inside `text`.
 */
export function readBlocks(text: string): readonly ReadBlock[] {
  const { text: whole, back } = composed(text)
  const { clear, plain, blocks, aside } = notesText(whole)
  const told = ({ from, to }: Span): Span => ({ from: back(from), to: back(to) })
  const ofText = blocks.map(block => ({
    ...told(block),
    mark: block.mark,
    heading: block.heading,
    indent: block.indent,
    sentences: sentenceSpans(block, clear, plain).map(told),
    ...(block.said ? { said: block.said } : {}),
  }))
  let at = 0
  const beside = aside
    .filter(one => {
      while (at < blocks.length && blocks[at]!.to <= one.from) at++
      return (blocks[at]?.from ?? Number.POSITIVE_INFINITY) >= one.to
    })
    .map(one => asideBlock(whole, one, told))
  return [...ofText, ...beside].sort((a, b) => a.from - b.from)
}

/** Lines beside the text, one after the other: each can be pointed at. */
function asideBlock(text: string, { from, to }: Span, told: (span: Span) => Span): ReadBlock {
  const lines = [...text.slice(from, to).matchAll(/\S[^\n]*/g)].map(m => ({
    from: from + m.index,
    to: from + m.index + m[0].trimEnd().length,
  }))
  return {
    ...told({ from: lines[0]?.from ?? from, to: lines.at(-1)?.to ?? to }),
    mark: '',
    heading: 0,
    indent: 0,
    sentences: lines.map(told),
    aside: true,
  }
}
