import { pattern } from '../../core/pattern.ts'
import { announced } from './announced.ts'
import type { NoteBlock } from './blocks.ts'
import { GOES_ON, type SectionKind } from './fr.ts'
import { plainOf } from './mask.ts'

/**
 * Of a message: who wrote it, and the day.
 *
 * Shape   `ends`: of an author without a name, the last figures of their number.
 */
export type MessageSaid = Readonly<{ author: string; day: string; ends?: string }>

/** A block with the section it stands in. */
export type SectionedBlock = NoteBlock &
  Readonly<{
    section: SectionKind
    /** The nearest title above, as written; '' before the first. */
    under: string
    /** For a title: what its words announce, even when it holds something of its own. */
    announces: SectionKind
    said?: MessageSaid
  }>

const LABEL = pattern()`
  ^\s*(?:=>|->|→)?\s*([a-z][a-z'’ /().·•⋅-]{2,38}?(?:\s?\(?n?°?\s?\d{0,2}\)?)?)\s*:(?!\/\/)\s*
`

/**
 * A short label before a colon that says what the block is: *Décision : …*. Its length with the
 * colon, or 0.
 */
export function labelIn(plain: string): { kind: SectionKind; length: number } {
  const m = LABEL.exec(plain)
  if (!m) return peopleLabel(plain)
  const kind = announced(m[1]!)
  return { kind, length: kind ? m[0].length : 0 }
}

/** *qui était là -> …*, *Présents = …*: another sign than a colon, for lists of people only. */
function peopleLabel(plain: string): { kind: SectionKind; length: number } {
  const m = /^\s*([a-z][a-z'’ ().·•⋅-]{2,38}?)\s*(?:-+>|=+>|→|=|\s[–—]|>|\?)\s*(?=[a-z])/.exec(
    plain,
  )
  const kind = m ? announced(m[1]!) : ''
  return m && PEOPLE.includes(kind) ? { kind, length: m[0].length } : { kind: '', length: 0 }
}

type Open = { level: number; kind: SectionKind; items: number; paragraphs: number }

/** Sections made of items: the first paragraph after them speaks of something else. */
const LISTS: readonly SectionKind[] = ['decisions', 'actions', 'ideas', 'needs', 'offers', 'dates']

const PEOPLE: readonly SectionKind[] = ['present', 'excused', 'absent']
/** A line of such a list begins with a name and a stop: a sentence does not. */
const NAMES_FIRST = pattern('u')`
  ^(?:\d|et\s|(?:M|Mme|Mr|Mlle|MM|Mmes|Monsieur|Madame|Mesdames|Messieurs)\b|(?:pour
  |Pour) |\p{Lu}[^:\n]{2,40}:\s+\p{Lu}|\p{Lu}[\p{L}'’-]*\.?(?:\s(?:(?:de|du|la|le
  |d')\s)?\p{Lu}[\p{L}'’.-]*){0,3}\s*(?:$|\n|[,;:(–—/-]|(?:et|&|\+)\s))
`

/**
 * Lists of people and of subjects end with the list; a label ends with the first paragraph after
 * its items.
 */
function closed(open: Open, block: NoteBlock, clear: string): boolean {
  if (block.heading) return false
  const item = block.mark !== ''
  if (
    PEOPLE.includes(open.kind) &&
    !item &&
    !NAMES_FIRST.test(clear.slice(block.from, block.from + 120))
  )
    return true
  if (['present', 'excused', 'absent', 'agenda'].includes(open.kind))
    return !item && (open.items > 0 || (open.paragraphs > 0 && open.kind === 'agenda'))
  if (open.items > 0 && !item && LISTS.includes(open.kind)) return true
  return open.level === 5 && !item && open.items > 0
}

function kindUnder(
  stack: readonly Open[],
  before: Open | undefined,
  level: number,
  own: SectionKind,
): SectionKind {
  if (own) return own
  const parent = stack.at(-1)?.kind ?? ''
  const sibling =
    before && before.level === level && level >= 4 && GOES_ON.includes(before.kind)
      ? before.kind
      : ''
  return sibling || (parent === 'agenda' || parent === 'present' ? '' : parent)
}

/**
 * *Randonnée. Luce conduit…*: a paragraph that begins with its subject, of a few words and a stop.
 */
const RUN_IN = /^(\p{Lu}[\p{L}'’-]+(?: [\p{L}'’-]+){0,3})\s?(?:\.|\s[–—-])\s+(?=\p{Lu})/u
/** A verb in those few words: a sentence, not a subject. */
const SENTENCE = pattern()`
  ^\S+(?: \S+)? (?:ne |n'|s'|se )?(?:en (?:occupe|charge)|est|sont|a|ont|va|vont|peut|porte|anime
  |mene|pilote|gere|tient|arrive|reste|cherche|propose|prete|donne|avance|suit|veut|doit|dit|fait
  |passe|vient|continue|reprend|attend)\b
`
const runIn = (block: NoteBlock, clear: string): string => {
  const said = block.mark
    ? ''
    : (RUN_IN.exec(clear.slice(block.from, Math.min(block.to, block.from + 80)))?.[1] ?? '')
  return SENTENCE.test(plainOf(said)) ? '' : said
}

/**
 * Gives each block its section: titles nest by level, and a title without meaning of its own keeps
 * its parent's.
 */
export function placed(
  blocks: readonly NoteBlock[],
  clear: string,
  plain: string,
): readonly SectionedBlock[] {
  const stack: Open[] = []
  let under = ''
  return blocks.map(block => {
    let before: Open | undefined
    if (block.heading) {
      while (stack.length && stack.at(-1)!.level >= block.heading) before = stack.pop()
      const own = announced(plain.slice(block.from, block.to))
      const kind = kindUnder(stack, before, block.heading, own)
      stack.push({ level: block.heading, kind, items: 0, paragraphs: 0 })
      under = clear.slice(block.from, block.to)
      return { ...block, section: kind, under, announces: own }
    }
    while (stack.length && closed(stack.at(-1)!, block, clear)) {
      const top = stack.pop()!
      if (top.level < 5) stack.push({ ...top, kind: '', items: 0, paragraphs: 0 })
      if (top.level < 5) break
    }
    under = runIn(block, clear) || under
    const top = stack.at(-1)
    if (top) block.mark ? top.items++ : top.paragraphs++
    const alone =
      ['present', 'excused', 'absent'].includes(top?.kind ?? '') &&
      labelIn(plain.slice(block.from, block.to)).kind
    return { ...block, section: alone ? '' : (top?.kind ?? ''), under, announces: '' as const }
  })
}
