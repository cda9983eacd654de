import { pattern } from '../../core/pattern.ts'
import { announced } from './announced.ts'
import type { SectionKind } from './fr.ts'
import type { SectionedBlock } from './sections.ts'

/**
 * A page that says once what its signs mean: *Q1 ce qui manque / Q2 ce que je peux donner*, *vert
 * pour ce qu'on donne, orange pour ce qu'on cherche*. Each line that begins with a sign is then of
 * its kind.
 */

const KINDS: ReadonlySet<SectionKind> = new Set([
  'needs',
  'offers',
  'ideas',
  'decisions',
  'actions',
  'voices',
])

/** *Q1. ce qui manque*, *question 2 : …*: a question's number, and what it asks. */
const ASKED = pattern('g')`
  (?<![a-z0-9])(?:q|question )\s?(?:n°\s?)?(\d{1,2})\s?[.:)=>–—-]{0,2}\s?([^\n/;|]{3,90}?)
  (?=\s*(?:[/;|\n]|$|q\s?\d))
`
/** *vert pour ce qu'on donne*, *B = besoin*, *en bleu, les idées*. */
const MEANT = pattern('g')`
  (?<![a-z0-9'])(?:en ([a-z]{3,12}),?\s(?=l|d|ce\b)|([a-z]{1,12}|[*+!?#@])[)\]]?\s?
  (?:=|pour|->|→|(?<=(?<![a-z])[a-z]\s?):)\s?)
  ((?:les? |des? |ce |une? |l')?[a-z][^,;:/.()\n]{3,50})
`
/** So much of a block is read for what its signs mean. */
const READ = 600
/** Longest lead of a line before what it says, and how often a sign must stand again. */
const [LEAD, AGAIN] = [30, 2]

const blockSaid = (plain: string, { from, to }: SectionedBlock): string =>
  plain.slice(from, Math.min(to, from + READ))

/** Where the line begins, a few letters before at most. */
function lineStart(plain: string, from: number): number {
  const near = plain.slice(Math.max(0, from - LEAD), from)
  return from - near.length + near.lastIndexOf('\n') + 1
}

/** What each sign means, and the block that says it. */
function signsOf(
  blocks: readonly SectionedBlock[],
  plain: string,
): ReadonlyMap<string, Readonly<{ kind: SectionKind; at: number }>> {
  const signs = new Map<string, { kind: SectionKind; at: number }>()
  for (const block of blocks) {
    const said = blockSaid(plain, block)
    const lead = plain.slice(lineStart(plain, block.from), block.from)
    for (const m of `${lead}${said}`.matchAll(ASKED))
      if (!signs.has(`q${m[1]}`)) signs.set(`q${m[1]}`, { kind: announced(m[2]!), at: block.from })
    const meant = [...said.matchAll(MEANT)].filter(m => KINDS.has(announced(m[3]!)))
    if (new Set(meant.map(m => announced(m[3]!))).size < 2) continue
    for (const m of meant) {
      const sign = m[1] ?? m[2]!
      if (!signs.has(sign)) signs.set(sign, { kind: announced(m[3]!), at: block.from })
    }
  }
  return signs
}

/** Its question's number alone, *1/*, as well. */
const LINE_SIGN = pattern()`
  ^[^\S\n]*(?:[•*–—-]+\s?)?[([]?(?:(?:q|question )\s?(?:n°\s?)?(\d{1,2})|(\d{1,2})(?=\s?[/.)])
  |([a-z]{1,12}|[*+!?#@])(?=\s?[:=>)\]–—-]))[)\]]?\s?[.:)=/>–—-]{0,2}\s*
`
/** Nothing was answered. */
const NOTHING = pattern()`
  ^[^a-z]*(?:(?:rien|neant|ras|non|aucune?s?|je ne sais pas|nsp|sans (?:avis|reponse|opinion)|idem
  |pas d'(?:avis|idee))(?![a-z])|$)
`

/** The sign that a line begins with: its length from where the line begins. */
function signAt(plain: string, { from, to }: SectionedBlock) {
  const start = lineStart(plain, from)
  const m = LINE_SIGN.exec(plain.slice(start, Math.min(to, start + LEAD * 2)))
  if (!m || start + m[0].length < from) return undefined
  return { sign: m[3] ?? `q${m[1] ?? m[2]}`, says: start + m[0].length }
}

/**
 * The blocks of a page, those that begin with a sign of its legend as items of that kind.
 *
 * Law     no offset moves but past a sign; a page without a legend stays as it is.
 */
export function legended(
  blocks: readonly SectionedBlock[],
  plain: string,
): readonly SectionedBlock[] {
  const signs = signsOf(blocks, plain)
  if (signs.size < 2) return blocks
  const found = blocks.map(block => signAt(plain, block))
  const times = Map.groupBy(found, one => one?.sign)
  const legend = new Set([...signs.values()].map(one => one.at))
  return blocks.map((block, at) => {
    const { sign = '', says = 0 } = found[at] ?? {}
    const told = signs.get(sign)
    const isFirst = told?.at === block.from
    if (isFirst || (legend.has(block.from) && isList(plain, block)))
      return { ...block, section: 'context', heading: 0 }
    if (!told || (times.get(sign)?.length ?? 0) < AGAIN) return block
    return answered(block, { kind: told.kind, says }, plain)
  })
}

/** A line of its kind, without its sign; an empty one is of none. */
function answered(
  block: SectionedBlock,
  { kind, says }: Readonly<{ kind: SectionKind; says: number }>,
  plain: string,
): SectionedBlock {
  const isEmpty = says >= block.to || NOTHING.test(plain.slice(says, block.to))
  const from = says < block.to ? says : block.from
  return isEmpty || !KINDS.has(kind)
    ? { ...block, from, heading: 0, section: '', mark: '' }
    : { ...block, from, heading: 0, section: kind, mark: 'bullet' }
}

/** A block that holds questions only proposes nothing itself. */
const isList = (plain: string, block: SectionedBlock): boolean =>
  (blockSaid(plain, block).match(ASKED)?.length ?? 0) > 1
