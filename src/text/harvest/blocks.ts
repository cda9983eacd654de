import { announced } from './announced.ts'
import { linesOf, type NoteLine } from './lines.ts'
import { plainOf } from './mask.ts'

/**
 * The blocks of a page of notes: its lines (`lines.ts`), with the titles that no sign marks. Only
 * their place between other lines tells them.
 */

/** A paragraph, an item of a list, a row of a table or a title, with its place in the text. */
export type NoteBlock = Readonly<Omit<NoteLine, 'blank' | 'number'>>
type Line = Readonly<NoteLine>

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
