import { pattern } from '../../core/pattern.ts'
import { announced } from './announced.ts'
import { plainOf } from './mask.ts'

/** A paragraph, an item of a list, a row of a table or a title, with its place in the text. */
export type NoteBlock = Readonly<{
  /** Offsets of what it says, without its bullet. */
  from: number
  to: number
  mark: '' | 'bullet' | 'number' | 'arrow' | 'row'
  /** 0: not a title; else 1 (highest) to 5 (a label with a colon). */
  heading: number
  indent: number
  /** A box to tick before it. */
  box: boolean
}>
type Line = {
  from: number
  to: number
  mark: NoteBlock['mark']
  heading: number
  indent: number
  box: boolean
  blank: boolean
  number: string
}

const BULLET = pattern('u')`
  ^([•◦▪▫●○■□☐☑✓✔✗✘‣⁃·❖➢➤►▸▶▷★☆◆◇›»¤°~*+–—-]+|\p{Extended_Pictographic}\ufe0f?|o(?=\s{2,})
  |[xo](?=\s\p{Lu}))\s+(?=\S)|^[–—•-](?=\p{L})
`
const ARROW = /^(=+>|-+>|→|⇒|➔)\s*(?=\S)/
/** A quoted line of Markdown or of a mail. */
const QUOTED = /^(?:>\s*)+(?=\S)/
const NUMBER = pattern('i')`
  ^(?!\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})\b)((?:\d{1,2}\.)+\d{0,2}|\d{1,2}\s?[.)/°]
  |\d{1,2}\s[–-](?=\s)|[IVX]{1,5}\s?[.)–-](?=\s)|[a-z]\)|[A-H]\)|(?:point|article
  |resolution) (?:n°\s?)?\d{1,2}\s?[.:–-]?)\s+(?=\S)
`
const BOX = /^\[[ xX]?\]\s*|^[☐☑□]\s*/

/** Long lines are cut at a space, so that no later pattern meets more than this. */
const LONGEST_BLOCK = 4_000

/** `hash`, `quote`, `arrow`: what that sign before a line is on this page. */
type Style = Readonly<{
  wiki: boolean
  hash: 'title' | 'bullet'
  quote: 'quote' | 'bullet'
  arrow: 'arrow' | 'bullet'
}>
/**
 * What signs mean on this page: `== titles ==` make it wikitext; a `#` before lines that follow
 * each other, a `>` before a few lines only, an arrow before most items, are its writer's bullets.
 */
function styleOf(clear: string): Style {
  const count = (pattern: RegExp) => clear.match(pattern)?.length ?? 0
  const lines = count(/^[^\S\n]*\S/gm)
  const arrows = count(/^[^\S\n]*(?:=+>|-+>|→|⇒|➔)/gm)
  const quotes = count(/^[^\S\n]*>\s/gm)
  return {
    wiki: /^={2,5}[^=\n]{1,200}={2,5}\s*$/m.test(clear),
    hash: count(/^#\s[^\n]+(?=\r?\n#\s\S)/gm) >= 3 ? 'bullet' : 'title',
    quote:
      quotes >= 2 && quotes < lines * 0.6 && !/(?<!\p{L})a écrit\s?:/u.test(clear)
        ? 'bullet'
        : 'quote',
    arrow:
      arrows >= 4 && arrows > count(/^[^\S\n]*(?:[•◦▪*+–—-]|\d{1,2}[.)])\s/gm) ? 'bullet' : 'arrow',
  }
}

/**
 * A title between signs: `~ Ce qui existe ~`, `*** le local ***`, `--- Divers ---`, `[ Les sous ]`.
 */
const DECORATED = pattern('u')`
  ^(?:([~*=_#+–—•.:/-])\1{0,9}\s*(?=[\p{L}\d«"'])(.{2,70}?)\s*\1{1,10}
  |\[\s?(?=\p{L})([^\][\n]{3,60})\]|<<?\s(.{2,60})\s>>?)$
`

function titleMarks(line: Line, said: string, style: Style): boolean {
  const wiki = /^(={1,6})\s*(?=[^=\s])/.exec(said)
  const close = wiki && /\s*={1,6}\s*$/.exec(said)
  if (wiki && close && close.index > wiki[0].length) {
    line.heading = Math.max(1, wiki[1]!.length - 1)
    line.to = line.from + close.index
    line.from += wiki[0].length
    return true
  }
  const framed = DECORATED.exec(said)
  const inner = framed?.[2] ?? framed?.[3] ?? framed?.[4]
  if (framed && inner) {
    line.heading = 2
    line.from += said.indexOf(inner)
    line.to = line.from + inner.length
    return true
  }
  const marked = style.wiki || style.hash === 'bullet' ? null : /^(#{1,6})\s+(?=\S)/.exec(said)
  if (!marked) return false
  line.heading = Math.min(4, marked[1]!.length)
  line.to -= said.length - said.replace(/[\s#]+$/, '').length
  line.from += marked[0].length
  return true
}

function listMarks(line: Line, said: string, style: Style): void {
  const wiki = style.wiki ? /^([*#;:]+)\s*(?=\S)/.exec(said) : null
  const arrow = ARROW.exec(said)
  const number = NUMBER.exec(said)
  const hash = style.hash === 'bullet' && !style.wiki ? /^#\s+(?=\S)/.exec(said) : null
  const bullet = BULLET.exec(said)
  const found = wiki ?? hash ?? arrow ?? number ?? bullet
  if (found) {
    line.mark = wiki
      ? wiki[1]!.includes('#')
        ? 'number'
        : 'bullet'
      : hash
        ? 'bullet'
        : arrow
          ? style.arrow
          : number
            ? 'number'
            : 'bullet'
    if (wiki) line.indent += wiki[1]!.length * 2
    if (number && found === number) line.number = number[1]!
    line.from += found[0].length
  } else if (
    /^\|.*\|\s*$|^(?=[|+: -]*$)[|+:-]*?---[|+]/.test(said) ||
    said.split('\t').length > 2 ||
    (said.match(/\s\|\s/g)?.length ?? 0) >= 2
  )
    line.mark = 'row'
}

function lineOf(clear: string, from: number, to: number, style: Style): Line {
  const raw = clear.slice(from, to)
  const indent = raw.length - raw.trimStart().length
  const line: Line = {
    from: from + indent,
    to: to - (raw.length - raw.trimEnd().length),
    mark: '',
    heading: 0,
    indent,
    box: false,
    blank: raw.trim() === '',
    number: '',
  }
  if (line.blank) return line
  const quoted =
    QUOTED.exec(clear.slice(line.from, Math.min(line.to, line.from + 20)))?.[0].length ?? 0
  line.from += quoted
  const said = clear.slice(line.from, line.to)
  if (!titleMarks(line, said, style)) listMarks(line, said, style)
  if (quoted && style.quote === 'bullet' && !line.heading && !line.mark) line.mark = 'bullet'
  const box = BOX.exec(clear.slice(line.from, line.to))
  if (box) {
    line.box = true
    line.mark ||= 'bullet'
    line.from += box[0].length
  }
  return line
}

/** `wrapped`: no line of a paragraph is longer, for a program cut them all there. */
type PageWidth = Readonly<{
  clear: string
  width: number
  low: boolean
  wrapped: number | undefined
  /** Cells parted by tabs: each line is its writer's own. */
  tabbed: boolean
}>
/** Fewest lines that tell a cut, and the share of them whose next word had no room. */
const [FEW_CUTS, CUT_SHARE] = [6, 0.7]
/**
 * The width at which a program cut the paragraphs of a page: the next line's first word would have
 * passed it, nearly everywhere.
 */
function wrappedAt(clear: string): number | undefined {
  const lines = clear.split(/\r\n|\n|\r/).map(line => line.trimEnd())
  const wide = lines.filter(line => line.includes(' ')).map(line => line.length)
  const widest = wide.reduce((a, b) => Math.max(a, b), 0)
  if (widest < 50 || widest > 100) return undefined
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1]?.replace(QUOTED, '').trimStart() ?? ''
    const word = /^[^\s|*#•\t-]\S*/.exec(next)?.[0]
    return line.includes('\t') || !/\S/.test(line.replace(/^[>\s]+/, '')) || word === undefined
      ? []
      : [line.length + 1 + word.length > widest - 1]
  })
  return pairs.length >= FEW_CUTS && pairs.filter(Boolean).length >= pairs.length * CUT_SHARE
    ? widest
    : undefined
}

/**
 * A line goes on with the one before: cut by a mail program or a page's width, not by its writer.
 */
function goesOn(
  before: Line,
  next: Line,
  { clear, width, low, wrapped, tabbed }: PageWidth,
): boolean {
  if (
    before.blank ||
    next.blank ||
    before.heading ||
    next.heading ||
    next.mark ||
    before.mark === 'row' ||
    tabbed
  )
    return false
  const [end, start] = [clear.slice(before.from, before.to), clear.slice(next.from, next.from + 60)]
  if (wrapped !== undefined && next.indent >= before.indent) {
    const last = before.to - (clear.lastIndexOf('\n', before.to - 1) + 1)
    const isCut = last + 1 + (/^\S*/.exec(start)?.[0].length ?? 0) > wrapped
    if (isCut && !/[:;]$/.test(end)) return true
    if (!isCut) return false
  }
  if (/,$/.test(end) && end.length > 40 && !low) return true
  const label = /^(\p{L}[\p{L}' ]{0,40})\s?:(?!\/)/u.exec(start)?.[1]
  if (label && (/^\p{Lu}/u.test(label) || announced(plainOf(label)) !== '')) return false
  if (/^\p{Ll}|^[(,;]/u.test(start))
    return (end.length > 57 && !low) || (next.indent > before.indent && before.mark !== '')
  if (before.mark && next.indent >= before.indent + 2) return true
  return before.to - before.from >= width - 25 && !/[.!?:;…]["»)]?$/.test(end)
}

function cut(line: Line): Line[] {
  const parts: Line[] = []
  for (let from = line.from; from < line.to; from += LONGEST_BLOCK)
    parts.push({ ...line, from, to: Math.min(line.to, from + LONGEST_BLOCK) })
  return parts.length ? parts : [line]
}

/** A message keeps all its words: what looks like a bullet or a title was typed. */
function cutSaid(line: Line, clear: string): Pick<Line, 'from' | 'heading'> {
  const start = clear.lastIndexOf('\n', line.from - 1) + 1
  const said = clear.slice(start, line.to)
  return { from: start + (said.length - said.trimStart().length), heading: 0 }
}

/** Lines of a text, wrapped ones joined again. Blank ones stay, since they set titles apart. */
function linesOf(clear: string, starts: ReadonlySet<number> | undefined): Line[] {
  const style = styleOf(clear)
  const width = widthOf(clear)
  const low = startsLow(clear) && !mostlyWide(clear, width)
  const wrapped = starts ? undefined : wrappedAt(clear)
  const tabbed = clear.includes('\t')
  const lines: Line[] = []
  for (const m of clear.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    if (!m[0] && m.index >= clear.length) break
    const line = lineOf(clear, m.index, m.index + m[0].replace(/[\r\n]+$/, '').length, style)
    const last = lines.at(-1)
    if (starts) {
      if (last && !line.blank && !starts.has(m.index)) last.to = line.to
      else if (!line.blank) lines.push({ ...line, ...cutSaid(line, clear), mark: '', indent: 0 })
      continue
    }
    const rule = /^(?:[=-]{3,}|[_*~]{3,})$/.exec(clear.slice(line.from, line.to))
    if (rule) {
      if (last && !last.blank && !last.mark && last.to - last.from < 120)
        last.heading ||= rule[0].startsWith('=') ? 1 : 2
      line.blank = true
    }
    // A row of two cells, after longer ones.
    const isRow = last?.mark === 'row' && !last.blank && !line.mark
    if (isRow && clear.slice(line.from, line.to).includes('\t')) line.mark = 'row'
    if (
      last &&
      goesOn(last, line, { clear, width, low, wrapped, tabbed }) &&
      line.to - last.from < LONGEST_BLOCK
    )
      last.to = line.to
    else lines.push(...cut(line))
  }
  return lines
}

/** Most lines reach the width of the page: a program cut them there. */
function mostlyWide(clear: string, width: number): boolean {
  const lengths = clear
    .split(/\r\n|\n|\r/)
    .map(line => line.trimEnd().length)
    .filter(length => length > 0)
  return (
    width !== Number.POSITIVE_INFINITY &&
    lengths.filter(length => length > width - 15).length > lengths.length * 0.35
  )
}

/** Notes whose lines begin with small letters, each line its writer's own. */
function startsLow(clear: string): boolean {
  const starts = clear.match(/^[^\S\n]*\p{L}/gmu) ?? []
  return (
    starts.length > 5 && starts.filter(start => /\p{Ll}$/u.test(start)).length > starts.length * 0.5
  )
}

/**
 * The width at which a page was cut into lines by a program, or Infinity: then each line is its
 * writer's own.
 */
function widthOf(clear: string): number {
  const lengths = clear.split(/\r\n|\n|\r/).map(line => line.trimEnd().length)
  const widest = lengths.reduce((a, b) => Math.max(a, b), 0)
  const near = lengths.filter(length => length > widest - 15).length
  return widest >= 55 && widest <= 120 && near >= 3 ? widest : Number.POSITIVE_INFINITY
}

const isList = (line: Line | undefined) =>
  line !== undefined && line.mark !== '' && line.mark !== 'arrow'

/** *2.* and *a)* number different things. */
const sameSeries = (a: Line, b: Line) => /^[a-z]\)/i.test(a.number) === /^[a-z]\)/i.test(b.number)

/**
 * A numbered line is a title when what follows is not the next number, but what is said about it.
 */
function numberedTitle(
  line: Line,
  before: Line | undefined,
  next: Line | undefined,
  said: string,
): boolean {
  if (
    before &&
    !before.blank &&
    before.mark === 'number' &&
    before.indent === line.indent &&
    sameSeries(before, line)
  )
    return false
  if (
    line.mark !== 'number' ||
    said.length > 90 ||
    /[.;,!]$/.test(said) ||
    /https?:|\?$/.test(said)
  )
    return false
  return (
    next !== undefined &&
    !(next.mark === 'number' && next.indent <= line.indent + 1 && sameSeries(line, next))
  )
}

/** A short line that stands alone, without final stop. Only its place says that it is a title. */
function standsAlone(
  {
    before,
    line,
    next,
  }: Readonly<{ before: Line | undefined; line: Line; next: Line | undefined }>,
  said: string,
  tight: boolean,
): boolean {
  if (line.mark || line.indent > 8 || said.length > 75 || said.split(/\s+/).length > 11)
    return false
  if (/[.;,!?]$/.test(said) && !/\.\.\.$/.test(said)) return false
  if (/https?:|@|\s=+\s|\d{4,}.*\d{2}\s?h|["«“]/.test(said) || !/^[\p{Lu}\d.…]/u.test(said))
    return false
  if (/\S\s?:\s*\S/.test(said)) return false
  const before0 = !before || before.blank
  return /:$/.test(said) ? true : before0 && (tight || !next || next.blank || isList(next))
}

/** *Délibération n° 2026-31 : Mise à disposition…* */
const RESOLUTION =
  /^(?:deliberation|resolution|question|affaire|dossier|point)s? n[°o] ?[\d.-]+ ?[:–—-]/
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u

function headingOf(lines: readonly Line[], at: number, clear: string, low: boolean): number {
  const [line, before] = [lines[at]!, lines[at - 1]]
  if (line.heading || line.blank || line.box) return line.heading
  let n = at + 1
  while (lines[n]?.blank) n++
  const next = lines[n]
  const said = clear.slice(line.from, line.to)
  if (!line.mark && RESOLUTION.test(plainOf(said))) return 2
  if (numberedTitle(line, before, next, said)) return /\d\.\d|^[a-z]\)/i.test(line.number) ? 3 : 2
  if (
    line.mark === 'bullet' &&
    /:$/.test(said) &&
    said.length < 60 &&
    next?.mark &&
    next.mark !== 'number'
  )
    return 5
  if (low && lowTitle(before, line, lines[at + 1], said)) return 4
  if (low && !line.mark && /^\p{Ll}[\p{L}' -]{2,40} ?:$/u.test(said) && lines[at + 1]?.mark)
    return 5
  if (at > 3 && overText(before, line, lines[at + 1], said)) return 4
  if (
    !standsAlone(
      { before, line, next: lines[at + 1] },
      said,
      CAPITALS.test(said) || (said.split(/\s+/).length < 5 && announced(plainOf(said)) !== ''),
    )
  )
    return 0
  if (/:$/.test(said)) return 5
  return CAPITALS.test(said) ? 3 : 4
}

/** A page typed without capitals: most of its lines begin with a small letter. */
function typedLow(lines: readonly Line[], clear: string): boolean {
  const said = lines.filter(
    line => !line.blank && line.mark === '' && /\p{L}/u.test(clear.charAt(line.from)),
  )
  return (
    said.length > 5 &&
    said.filter(line => /\p{Ll}/u.test(clear.charAt(line.from))).length > said.length * 0.5
  )
}

/** On such a page, a few bare words between a blank line and what is said of them. */
function lowTitle(
  before: Line | undefined,
  line: Line,
  next: Line | undefined,
  said: string,
): boolean {
  if (line.mark || !before?.blank || !next || next.blank) return false
  return said.length < 32 && said.split(/\s+/).length < 5 && /^\p{Ll}[\p{L}' -]+$/u.test(said)
}

/**
 * A few words with a capital, between a blank line and a line that says much more: *Minibus*, then
 * what is said of it.
 */
function overText(
  before: Line | undefined,
  line: Line,
  next: Line | undefined,
  said: string,
): boolean {
  if (line.mark || !before?.blank || !next || next.blank || next.mark || next.to - next.from < 45)
    return false
  return said.length < 36 && said.split(/\s+/).length < 5 && /^\p{Lu}[\p{L}' -]+$/u.test(said)
}

/**
 * The blocks of a page, in order. Law: each block's offsets slice inside the text, and blocks never
 * overlap.
 *
 * Shape   `starts`: where each message of a conversation begins; other lines go on with it.
 */
export function blocksOf(clear: string, starts?: ReadonlySet<number>): readonly NoteBlock[] {
  const lines = linesOf(clear, starts)
  const low = typedLow(lines, clear)
  return lines.flatMap((line, at) => {
    if (line.blank || line.to <= line.from) return []
    const heading = starts ? 0 : headingOf(lines, at, clear, low)
    return [
      {
        from: line.from,
        to: line.to,
        mark: line.mark,
        heading,
        indent: line.indent,
        box: line.box,
      },
    ]
  })
}
