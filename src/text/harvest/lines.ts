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

function lineOf(clear: string, from: number, to: number, style: Style): NoteLine {
  const raw = clear.slice(from, to)
  const indent = raw.length - raw.trimStart().length
  const line: NoteLine = {
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
  before: NoteLine,
  next: NoteLine,
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

function cut(line: NoteLine): NoteLine[] {
  const parts: NoteLine[] = []
  for (let from = line.from; from < line.to; from += LONGEST_BLOCK)
    parts.push({ ...line, from, to: Math.min(line.to, from + LONGEST_BLOCK) })
  return parts.length ? parts : [line]
}

/** A message keeps all its words: what looks like a bullet or a title was typed. */
function cutSaid(line: NoteLine, clear: string): Pick<NoteLine, 'from' | 'heading'> {
  const start = clear.lastIndexOf('\n', line.from - 1) + 1
  const said = clear.slice(start, line.to)
  return { from: start + (said.length - said.trimStart().length), heading: 0 }
}

/**
 * Lines of a text, wrapped ones joined again. Blank ones stay, since they set titles apart.
 *
 * Shape   `starts`: where each message of a conversation begins; other lines go on with it.
 */
export function linesOf(
  clear: string,
  starts: ReadonlySet<number> | undefined,
): readonly Readonly<NoteLine>[] {
  const style = styleOf(clear)
  const width = widthOf(clear)
  const low = startsLow(clear) && !mostlyWide(clear, width)
  const wrapped = starts ? undefined : wrappedAt(clear)
  const tabbed = clear.includes('\t')
  const lines: NoteLine[] = []
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
