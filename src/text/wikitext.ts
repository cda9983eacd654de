import { nullPrototype } from '../core/null-prototype.ts'
import { withoutTables } from './wikitext-tables.ts'

/**
 * Wikitext as a person reads it: no templates, notes, files or categories; words of links, with the
 * address of what is outside; rows of tables with ` | `. Headings (`== … ==`) and bullets (`*`)
 * stay, since they say how a page is made.
 *
 * Law     text without markup comes back to the letter; time grows with length only, whatever is
 *         opened and never closed.
 * What is opened and never closed is text: nothing is lost to a forgotten brace.
 */
export function plainWikitext(text: string): string {
  const plain = withoutTables(inline(text))
  if (plain === text) return text
  // A template that stood alone leaves an empty line behind.
  const lines = plain.split('\n').map(line => line.trimEnd())
  return lines.filter((line, i) => line !== '' || lines[i - 1] !== '').join('\n')
}

type Frame = { open: '{{' | '[[' | '['; parts: string[] }
/** Deeper than this, brackets are text: each level is copied once into the one around it. */
const DEEPEST = 40
const FILES = /^\s*(?:file|image|fichier|media|média)\s*:/i
const CATEGORIES = /^\s*(?:category|catégorie)\s*:/i
const ENTITIES: Readonly<Record<string, string>> = nullPrototype({
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#160': '\u00a0',
})
/** Whatever may begin a markup; all else is copied in one piece. */
const NEXT = /[{}[\]<'&_\n]/g

class Inline {
  readonly text: string
  at = 0
  private readonly frames: Frame[] = []
  private readonly parts: string[] = []
  private readonly open = { '{{': 0, '[[': 0, '[': 0 }
  /** Ends that do not come any more: looking for them again each time would take quadratic time. */
  private readonly gone = new Set<string>()

  constructor(text: string) {
    this.text = text
  }

  write(piece: string): void {
    if (piece !== '') (this.frames.at(-1)?.parts ?? this.parts).push(piece)
  }

  enter(open: Frame['open']): void {
    if (this.frames.length >= DEEPEST) this.write(open)
    else {
      this.frames.push({ open, parts: [] })
      this.open[open]++
    }
  }

  /** Closes the nearest frame of this kind; frames inside it that were never closed are text. */
  leave(open: Frame['open'], shown: (inside: string) => string, literal: string): void {
    if (this.open[open] === 0) this.write(literal)
    else {
      while (this.frames.at(-1)!.open !== open) this.spill()
      this.write(shown(this.pop().parts.join('')))
    }
  }

  /** An outside link ends with its line, or is none. */
  endLine(): void {
    while (this.frames.at(-1)?.open === '[') this.spill()
    this.write('\n')
  }

  /** In an outside link the first bracket closes that one: `[[a [http://b c]]]`. */
  get outside(): boolean {
    return this.frames.at(-1)?.open === '['
  }

  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at
    return sticky.exec(this.text)
  }

  /** Where the next `end` begins and ends, from the pen on. */
  find(end: RegExp): Readonly<{ from: number; to: number }> | undefined {
    if (this.gone.has(end.source)) return undefined
    end.lastIndex = this.at
    const found = end.exec(this.text)
    if (!found) this.gone.add(end.source)
    return found ? { from: found.index, to: end.lastIndex } : undefined
  }

  end(): string {
    while (this.frames.length > 0) this.spill()
    return this.parts.join('')
  }

  private pop(): Frame {
    const frame = this.frames.pop()!
    this.open[frame.open]--
    return frame
  }

  private spill(): void {
    const { open, parts } = this.pop()
    this.write(open)
    for (const part of parts) this.write(part)
  }
}

function inline(text: string): string {
  const scan = new Inline(text)
  while (scan.at < text.length) {
    NEXT.lastIndex = scan.at
    const next = NEXT.exec(text)?.index ?? text.length
    scan.write(text.slice(scan.at, next))
    scan.at = next
    if (next < text.length) mark(scan)
  }
  return scan.end()
}

/** Reads one markup where the pen stands; what is none is one character of text. */
function mark(scan: Inline): void {
  const one = scan.text[scan.at]!
  const read = READERS[one]
  if (bracket(scan, scan.text.slice(scan.at, scan.at + 2))) return
  if (read) read(scan)
  else {
    scan.write(one)
    scan.at++
  }
}

const READERS: Readonly<Record<string, (scan: Inline) => void>> = nullPrototype({
  "'": apostrophes,
  '<': tag,
  '&': entity,
  _: magic,
  '\n': lineEnd,
})
const OUTSIDE = /\[(?=https?:\/\/|\/\/|mailto:)/iy

function bracket(scan: Inline, two: string): boolean {
  if (two === '{{' || two === '[[') scan.enter(two)
  else if (two === '}}') scan.leave('{{', () => '', two)
  else if (two === ']]' && !scan.outside) scan.leave('[[', shownLink, two)
  else if (two[0] === ']') {
    scan.leave('[', shownOutside, ']')
    scan.at--
  } else if (scan.match(OUTSIDE)) {
    scan.enter('[')
    scan.at--
  } else return false
  scan.at += 2
  return true
}

function lineEnd(scan: Inline): void {
  scan.endLine()
  scan.at++
}

function apostrophes(scan: Inline): void {
  const length = scan.match(/'+/y)![0].length
  // Two are italics, three are bold, five are both: of four or of more, what is left over is text.
  const text = length === 1 || length === 4 ? 1 : Math.max(0, length - 5)
  scan.write("'".repeat(text))
  scan.at += length
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(\s[^<>]*|\/)?>/y
const TAGS = new Set(
  (
    'b i u s em strong small big sub sup span div p center font code tt kbd blockquote br hr ' +
    'del ins abbr cite ref references nowiki pre poem gallery ul ol li dl dt dd table tr td ' +
    'th caption noinclude includeonly onlyinclude'
  ).split(' '),
)

function tag(scan: Inline): void {
  const comment = scan.text.startsWith('<!--', scan.at) ? scan.find(/-->/g) : undefined
  const [whole, close, raw = '', rest = ''] = comment ? [] : (scan.match(TAG) ?? [])
  const name = raw.toLowerCase()
  if (comment) {
    scan.at = comment.to
  } else if (whole === undefined || !TAGS.has(name)) {
    scan.write('<')
    scan.at++
  } else {
    scan.at += whole.length
    if (name === 'br') scan.write('\n')
    if (!close && !rest.endsWith('/')) opened(scan, name)
  }
}

/** A note is left out with its text; what is marked as no wikitext is kept as it is. */
function opened(scan: Inline, name: string): void {
  const end =
    name === 'ref'
      ? scan.find(/<\/ref\s*>/gi)
      : name === 'nowiki'
        ? scan.find(/<\/nowiki\s*>/gi)
        : undefined
  if (!end) return
  if (name === 'nowiki') scan.write(scan.text.slice(scan.at, end.from))
  scan.at = end.to
}

function entity(scan: Inline): void {
  const [whole = '&', name = ''] = scan.match(/&(#?\w{1,8});/y) ?? []
  scan.write(ENTITIES[name.toLowerCase()] ?? numbered(name) ?? whole)
  scan.at += whole.length
}

function numbered(name: string): string | undefined {
  const code = /^#x[0-9a-f]+$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d+$/.test(name)
      ? Number(name.slice(1))
      : 0
  const known = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return known ? String.fromCodePoint(code) : undefined
}

function magic(scan: Inline): void {
  const word = scan.match(/__[A-Z]{3,30}__/y)
  if (!word) scan.write('_')
  scan.at += word?.[0].length ?? 1
}

function shownLink(inside: string): string {
  if (FILES.test(inside) || CATEGORIES.test(inside)) return ''
  // YesWiki writes an outside link in two brackets: `[[http://… words]]`.
  if (/^https?:\/\/\S+\s/.test(inside)) return shownOutside(inside)
  const bar = inside.indexOf('|')
  const target = (bar < 0 ? inside : inside.slice(0, bar)).trim().replace(/^:/, '')
  const label = bar < 0 ? '' : inside.slice(bar + 1).trim()
  return label || target || `[[${inside}]]`
}

function shownOutside(inside: string): string {
  const [, address = inside, words = ''] = /^(\S+)\s+(.*)$/s.exec(inside) ?? []
  const label = words.trim()
  return label === '' || label === address ? address : `${label} (${address})`
}
