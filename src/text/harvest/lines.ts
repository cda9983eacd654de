import { pattern } from '../../core/pattern.ts'
import { announced } from './announced.ts'
import { plainOf } from './mask.ts'

/**
 * The lines of a page of notes: the signs before and around each (bullets, numbers, titles, boxes),
 * and wrapped lines joined again. `blocks.ts` finds the titles that only their place tells.
 */

/** A line as its writer meant it, with its place in the text. */
export type NoteLine = {
  /** Offsets of what it says, without its bullet. */
  from: number
  to: number
  mark: '' | 'bullet' | 'number' | 'arrow' | 'row'
  /** 0: not a title; else 1 (highest) to 5 (a label with a colon). */
  heading: number
  indent: number
  /** A box to tick before it. */
  box: boolean
  blank: boolean
  /** The number before it, as written: *2.*, *a)*. */
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
  const count = (sign: RegExp) => clear.match(sign)?.length ?? 0
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

function titleMarks(line: NoteLine, said: string, style: Style): boolean {
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

function listMarks(line: NoteLine, said: string, style: Style): void {
  const takes = (found: RegExpExecArray | null, mark: NoteLine['mark']): boolean => {
    if (!found) return false
    line.mark = mark
    line.from += found[0].length
    return true
  }
  const wiki = style.wiki ? /^([*#;:]+)\s*(?=\S)/.exec(said) : null
  if (wiki) line.indent += wiki[1]!.length * 2
  if (takes(wiki, wiki?.[0].includes('#') ? 'number' : 'bullet')) return
  if (style.hash === 'bullet' && !style.wiki && takes(/^#\s+(?=\S)/.exec(said), 'bullet')) return
  if (takes(ARROW.exec(said), style.arrow)) return
  const number = NUMBER.exec(said)
  if (number) line.number = number[1]!
  if (takes(number, 'number') || takes(BULLET.exec(said), 'bullet')) return
  const isRow =
    /^\|.*\|\s*$|^(?=[|+: -]*$)[|+:-]*?---[|+]/.test(said) ||
    said.split('\t').length > 2 ||
    (said.match(/\s\|\s/g)?.length ?? 0) >= 2
  if (isRow) line.mark = 'row'
}

/** Shape   `typed`: the line with its end, at `index` of `clear`. */
function lineOf(clear: string, index: number, typed: string, style: Style): NoteLine {
  const indent = typed.length - typed.trimStart().length
  const line: NoteLine = {
    from: index + indent,
    to: index + typed.trimEnd().length,
    mark: '',
    heading: 0,
    indent,
    box: false,
    blank: typed.trim() === '',
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

/**
 * How a page was cut into lines.
 *
 * Shape   `width`: see `widthOf`. `wrapped`: no line of a paragraph is longer, for a program cut
 *         them all there. `low`: each line is its writer's own, and begins with a small letter.
 */
type PageWidth = Readonly<{
  width: number
  low: boolean
  wrapped: number | undefined
  /** Most lines reach the width: one that begins with a capital goes on too. */
  isWide: boolean
}>
function pageWidth(clear: string): PageWidth {
  const typed = clear.split(LINE_END).map(line => line.trimEnd())
  const width = widthOf(typed)
  const isWide = mostlyWide(typed, width)
  return {
    width,
    isWide,
    low: startsLow(clear) && !isWide,
    wrapped: wrappedAt(typed),
  }
}
const LINE_END = /\r\n|\n|\r/

/** Fewest lines that tell a cut, and the share of them whose next word had no room. */
const [FEW_CUTS, CUT_SHARE] = [6, 0.7]
/**
 * The width at which a program cut the paragraphs of a page: the next line's first word would have
 * passed it, nearly everywhere.
 */
function wrappedAt(lines: readonly string[]): number | undefined {
  const wide = lines.filter(line => line.includes(' ')).map(line => line.length)
  const widest = wide.reduce((a, b) => Math.max(a, b), 0)
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1]?.replace(QUOTED, '').trimStart() ?? ''
    const word = /^[^\s|*#•\t-]\S*/.exec(next)?.[0]
    return line.includes('\t') || !/\S/.test(line.replace(/^[>\s]+/, '')) || word === undefined
      ? []
      : [{ length: line.length, next: line.length + 1 + word.length }]
  })
  const cuts = pairs.filter(pair => pair.next > widest - 1).length
  if (widest >= 50 && widest <= 100 && pairs.length >= FEW_CUTS && cuts >= pairs.length * CUT_SHARE)
    return widest
  return evenWidth(pairs.map(pair => pair.length))
}

/** Fewest lines that are even, how short the shortest fifth may be, and where a line was cut. */
const [FEW_EVEN, EVEN, EVEN_CUT] = [10, 0.75, 0.85]
/** A hand cut the lines: nearly all of those that another follows are as long. */
function evenWidth(lengths: readonly number[]): number | undefined {
  const sorted = lengths.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  const long = at(0.9)
  return sorted.length >= FEW_EVEN && long >= 40 && long <= 110 && at(0.2) >= long * EVEN
    ? Math.floor(long * EVEN_CUT)
    : undefined
}

/**
 * A line goes on with the one before: cut by a mail program or a page's width, not by its writer.
 */
function goesOn(
  before: NoteLine,
  next: NoteLine,
  clear: string,
  { width, low, wrapped, isWide }: PageWidth,
): boolean {
  if (
    before.blank ||
    next.blank ||
    before.heading ||
    next.heading ||
    next.mark ||
    before.mark === 'row'
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
  return isWide && before.to - before.from >= width - 25 && !/[.!?:;…]["»)]?$/.test(end)
}

function cut(line: NoteLine): NoteLine[] {
  const parts: NoteLine[] = []
  for (let from = line.from; from < line.to; from += LONGEST_BLOCK)
    parts.push({ ...line, from, to: Math.min(line.to, from + LONGEST_BLOCK) })
  return parts.length ? parts : [line]
}

/** Each line of a text with its end, by its place. */
const typedLines = (clear: string) => clear.matchAll(/[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+/g)

/** Lines of a text, wrapped ones joined again. Blank ones stay, since they set titles apart. */
export function linesOf(clear: string): readonly NoteLine[] {
  const style = styleOf(clear)
  const page = pageWidth(clear)
  // Cells parted by tabs: each line is its writer's own.
  const tabbed = clear.includes('\t')
  const lines: NoteLine[] = []
  for (const { index, 0: typed } of typedLines(clear)) {
    const line = lineOf(clear, index, typed, style)
    const last = lines.at(-1)
    const rule = /^(?:[=-]{3,}|[_*~]{3,})$/.exec(clear.slice(line.from, line.to))
    if (rule) {
      if (last && !last.blank && !last.mark && last.to - last.from < 120)
        last.heading ||= rule[0].startsWith('=') ? 1 : 2
      line.blank = true
    }
    // A row of two cells, after longer ones.
    const isRow = last?.mark === 'row' && !last.blank && !line.mark
    if (isRow && clear.slice(line.from, line.to).includes('\t')) line.mark = 'row'
    const isJoined =
      last && !tabbed && goesOn(last, line, clear, page) && line.to - last.from < LONGEST_BLOCK
    if (isJoined) last.to = line.to
    else lines.push(...cut(line))
  }
  return lines
}

/**
 * The messages of a conversation, each one line. A message keeps all its words: what looks like a
 * bullet or a title was typed.
 *
 * Shape   `starts`: where each message begins; other lines go on with it.
 */
export function messagesOf(clear: string, starts: ReadonlySet<number>): readonly NoteLine[] {
  const style = styleOf(clear)
  const lines: NoteLine[] = []
  for (const { index, 0: typed } of typedLines(clear)) {
    const line = lineOf(clear, index, typed, style)
    if (line.blank) continue
    const last = lines.at(-1)
    const from = index + typed.length - typed.trimStart().length
    if (last && !starts.has(index)) last.to = line.to
    else lines.push({ ...line, from, mark: '', heading: 0, indent: 0 })
  }
  return lines
}

/** Fewer lines than these tell no width. */
const FEW_WIDE = 5
/** Most lines reach the width of the page: a program cut them there. */
function mostlyWide(lines: readonly string[], width: number): boolean {
  const filled = lines.filter(line => line !== '')
  const wide = filled.filter(line => line.length > width - 15).length
  return width !== Number.POSITIVE_INFINITY && wide >= FEW_WIDE && wide > filled.length * 0.35
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
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map(line => line.length)
  const widest = lengths.reduce((a, b) => Math.max(a, b), 0)
  const near = lengths.filter(length => length > widest - 15).length
  return widest >= 55 && widest <= 120 && near >= 3 ? widest : Number.POSITIVE_INFINITY
}
