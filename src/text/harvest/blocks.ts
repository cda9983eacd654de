import { announced } from './announced.ts'
import { linesOf, messagesOf, type NoteLine } from './lines.ts'
import { plainOf } from './mask.ts'

/**
 * The blocks of a page of notes: its lines (`lines.ts`), with the titles that no sign marks. Only
 * their place between other lines tells them.
 */

/** A paragraph, an item of a list, a row of a table or a title, with its place in the text. */
export type NoteBlock = Readonly<Omit<NoteLine, 'blank' | 'number'>>
type Line = Readonly<NoteLine>

/**
 * A line between its neighbours.
 *
 * Shape   `below`: the next line, maybe blank. `next`: the next line that is not. `said`: its text.
 */
type LinePlace = Readonly<{
  line: Line
  before: Line | undefined
  below: Line | undefined
  next: Line | undefined
  said: string
}>
function placeOf(lines: readonly Line[], at: number, clear: string): LinePlace {
  const line = lines[at]!
  let next = at + 1
  while (lines[next]?.blank) next++
  return {
    line,
    before: lines[at - 1],
    below: lines[at + 1],
    next: lines[next],
    said: clear.slice(line.from, line.to),
  }
}

/** *2.* and *a)* number different things. */
const sameSeries = (a: Line, b: Line) => /^[a-z]\)/i.test(a.number) === /^[a-z]\)/i.test(b.number)

/**
 * A numbered line is a title when what follows is not the next number, but what is said about it.
 */
function numberedTitle({ line, before, next, said }: LinePlace): boolean {
  if (line.mark !== 'number' || said.length > 90 || /[.;,!?]$|https?:/.test(said)) return false
  const goesOnFrom =
    before?.blank === false &&
    before.mark === 'number' &&
    before.indent === line.indent &&
    sameSeries(before, line)
  const isFollowed =
    next?.mark === 'number' && next.indent <= line.indent + 1 && sameSeries(line, next)
  return next !== undefined && !goesOnFrom && !isFollowed
}

/** A short line that stands alone, without final stop. Only its place says that it is a title. */
function standsAlone({ line, before, below, said }: LinePlace): boolean {
  if (line.mark || line.indent > 8 || said.length > 75 || wordsIn(said) > 11) return false
  if (/[.;,!?]$/.test(said) && !/\.\.\.$/.test(said)) return false
  if (/https?:|@|\s=+\s|\d{4,}.*\d{2}\s?h|["«“]/.test(said) || !/^[\p{Lu}\d.…]/u.test(said))
    return false
  if (/\S\s?:\s*\S/.test(said)) return false
  if (/:$/.test(said)) return true
  if (before && !before.blank) return false
  return (
    !below ||
    below.blank ||
    (below.mark !== '' && below.mark !== 'arrow') ||
    CAPITALS.test(said) ||
    (wordsIn(said) < 5 && announced(plainOf(said)) !== '')
  )
}

const wordsIn = (said: string): number => said.split(/\s+/).length
/** *Délibération n° 2026-31 : Mise à disposition…* */
const RESOLUTION =
  /^(?:deliberation|resolution|question|affaire|dossier|point)s? n[°o] ?[\d.-]+ ?[:–—-]/
/** *Projet four à pain*, alone on its line: what follows is said of it. */
const PROJECT =
  /^(?:le |notre |autre )?projets? (?!(?:en|a|de l'annee|divers)\b)[a-z][a-z' -]{2,34}\s?:?$/
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u

/** Shape   `low`: the page is typed without capitals. */
function headingOf(lines: readonly Line[], at: number, clear: string, low: boolean): number {
  const place = placeOf(lines, at, clear)
  const { line, below, next, said } = place
  if (line.heading || line.box) return line.heading
  if (!line.mark && RESOLUTION.test(plainOf(said))) return 2
  if (!line.mark && PROJECT.test(plainOf(said))) return 4
  if (numberedTitle(place)) return /\d\.\d|^[a-z]\)/i.test(line.number) ? 3 : 2
  const isLabel = /:$/.test(said)
  const overList = next !== undefined && next.mark !== '' && next.mark !== 'number'
  if (line.mark === 'bullet' && isLabel && said.length < 60 && overList) return 5
  if (low && lowTitle(place)) return 4
  if (low && !line.mark && /^\p{Ll}[\p{L}' -]{2,40} ?:$/u.test(said) && below?.mark) return 5
  if (at > 3 && overText(place)) return 4
  if (!standsAlone(place)) return 0
  return isLabel ? 5 : CAPITALS.test(said) ? 3 : 4
}

/** A page typed without capitals: most of its lines begin with a small letter. */
function typedLow(lines: readonly Line[], clear: string): boolean {
  const starts = lines
    .filter(line => !line.blank && line.mark === '')
    .map(line => clear.charAt(line.from))
    .filter(start => /\p{L}/u.test(start))
  return (
    starts.length > 5 && starts.filter(start => /\p{Ll}/u.test(start)).length > starts.length * 0.5
  )
}

/** A few bare words between a blank line and what is said of them. */
const isBare = ({ line, before, below, said }: LinePlace): boolean =>
  !line.mark && before?.blank === true && below?.blank === false && wordsIn(said) < 5

/** Such words on a page typed without capitals. */
const lowTitle = (place: LinePlace): boolean =>
  isBare(place) && place.said.length < 32 && /^\p{Ll}[\p{L}' -]+$/u.test(place.said)

/**
 * Such words with a capital, over a line that says much more: *Minibus*, then what is said of it.
 */
function overText(place: LinePlace): boolean {
  const { below, said } = place
  if (!isBare(place) || !below || below.mark || below.to - below.from < 45) return false
  return said.length < 36 && /^\p{Lu}[\p{L}' -]+$/u.test(said)
}

/**
 * The blocks of a page, in order. Law: each block's offsets slice inside the text, and blocks never
 * overlap.
 *
 * Shape   `starts`: where each message of a conversation begins; other lines go on with it.
 */
export function blocksOf(clear: string, starts?: ReadonlySet<number>): readonly NoteBlock[] {
  const lines = starts ? messagesOf(clear, starts) : linesOf(clear)
  const low = typedLow(lines, clear)
  return lines.flatMap((line, at) => {
    const { from, to, mark, indent, box } = line
    if (line.blank || to <= from) return []
    const heading = starts ? 0 : headingOf(lines, at, clear, low)
    return [{ from, to, mark, heading, indent, box }]
  })
}
