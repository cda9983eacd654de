/**
 * A print (a poster, a list, a booklet) as data. A brick says what stands on the paper, and the
 * typesetter (`src/paper`), in a process of its own, makes the PDF. The typesetter chooses pages
 * and line breaks, and may leave out lines that a block says may go. No markup and no HTML passes
 * here; a test reads a print without a PDF.
 */

/**
 * A piece of a line on paper, never markup.
 *
 * Shape   a string: plain words. `b`: bold. `soft`: grey. `tick`: a box to tick stands before it.
 *         `typed`: letters in which a zero differs from an O.
 */
export type TextRun =
  | string
  | Readonly<{ b: string }>
  | Readonly<{ soft: string }>
  | Readonly<{ tick: string }>
  | Readonly<{ typed: string }>
/** A line on paper. */
export type PrintText = string | readonly TextRun[]

/**
 * A line of a list on paper.
 *
 * Shape   `words`: the line. `under`: smaller lines under it.
 *         `tick`: a box to tick stands before it. `code`: its code stands at its end.
 *         `mark`: the name by which an index finds the line.
 *         `at`: a mark whose page number stands at the end of the line; without such a mark,
 *         nothing stands there.
 */
export type Item = Readonly<{
  words: PrintText
  under?: readonly PrintText[]
  tick?: boolean
  code?: string
  mark?: string
  at?: string
}>

/**
 * A field of a form on paper.
 *
 * Shape   `lines`: how many lines to write on. `ticks`: choices with a box to tick.
 *         `boxes`: how many squares for digits or letters. `filled`: text that is filled in
 *         already.
 */
export type Blank = Readonly<{
  label: PrintText
  lines?: number
  ticks?: readonly string[]
  boxes?: number
  filled?: string
}>

/**
 * A block of a print.
 *
 * Units   `mm`: millimetres. `wide`: the share of a column beside the others. `times`: the size of
 *         a `code`, relative to the letters around it, so that it is read at arm’s length, on
 *         several lines if needed.
 * Shape   `title`: the title of the whole print; `poster` sets it larger. `masthead`: the head of a
 *         newspaper, over all its columns. `heading`: of a part; a `tall` one is read from two
 *         metres. `lead`: a first paragraph in larger letters. `words`: a paragraph. `small`: a
 *         grey one in small letters. `reach`: how to reach somebody, beside a thick line.
 *         `facts`: labels with their values. `blanks`: fields to fill in by hand. `beside`: columns
 *         side by side. `kept`: blocks that stay together on one page. `rule`: a line from side to
 *         side. `space`: an empty height. `page`: what follows begins a new page. `tight`: little
 *         room between lines. `right`: the column is set to the right.
 *         `apart`: blocks on pages of their own, numbered by themselves. They have the largest
 *         letters, from `points` down to `least`, with which they take the fewest pages; all pages
 *         but the first begin with `again`. The typesetter says their `points`.
 *         `items` and `table` with `least` may lose lines down to that number when a sheet must
 *         fit; `more` then gives their number in place of `{n}`. `sentences` follow each other like
 *         a lead, and may lose lines in the same way.
 *         `again`: the heading of the rest of `items` on the next page. `bare` items have no mark
 *         before them.
 *         `tick`: a box to tick on each line of a column, whatever the line says. The rows of a
 *         `roomy` table are high enough to write in; those with `mm` are at least so high.
 *         `svg` and `picture` have a text that describes them. `picture` names a file of the box by
 *         its hash; the typesetter receives its bytes.
 *         `several` loses whole groups of blocks, and gives their number by the sentence of that
 *         number, from none on. Groups that come `first` have room before anything else.
 *         `left` gives once the number of lines that the whole print lost, and nothing when it lost
 *         none.
 *         `filling` is repeated while there is room, when no line was lost; its blanks share what
 *         is left of their column.
 */
export type PrintBlock =
  | Readonly<{ is: 'title'; words: PrintText; size?: 'poster' | 'sheet' | 'long' }>
  | Readonly<{ is: 'masthead'; over: PrintText; title: string; under: PrintText }>
  | Readonly<{ is: 'heading'; words: PrintText; level?: 2 | 3; tall?: boolean; mark?: string }>
  | Readonly<{ is: 'lead'; words: PrintText }>
  | Readonly<{ is: 'sentences'; sentences: readonly string[]; least?: number; more?: string }>
  | Readonly<{ is: 'words'; words: PrintText }>
  | Readonly<{ is: 'small'; words: PrintText }>
  | Readonly<{ is: 'reach'; title: PrintText; lines: readonly PrintText[] }>
  | Readonly<{
      is: 'items'
      items: readonly Item[]
      least?: number
      more?: string
      tight?: boolean
      bare?: boolean
      again?: string
    }>
  | Readonly<{
      is: 'table'
      columns: readonly Readonly<{ head: string; wide?: number; right?: boolean; tick?: boolean }>[]
      rows: readonly (readonly PrintText[])[]
      least?: number
      more?: string
      tight?: boolean
      roomy?: boolean
      mm?: number
    }>
  | Readonly<{ is: 'facts'; facts: readonly (readonly [label: string, value: PrintText])[] }>
  | Readonly<{ is: 'blanks'; blanks: readonly Blank[] }>
  | Readonly<{ is: 'drawing'; svg: string; shows: string; mm?: number }>
  | Readonly<{ is: 'picture'; picture: string; shows: string; mm?: number }>
  | Readonly<{ is: 'code'; code: string; says: string; times?: number }>
  | Readonly<{
      is: 'beside'
      columns: readonly (readonly PrintBlock[])[]
      wide?: readonly number[]
    }>
  | Readonly<{ is: 'kept'; blocks: readonly PrintBlock[] }>
  | Readonly<{
      is: 'several'
      each: readonly (readonly PrintBlock[])[]
      least: number
      more: readonly string[]
      first?: boolean
    }>
  | Readonly<{ is: 'left'; one: string; more: string }>
  | Readonly<{ is: 'filling'; blocks: readonly PrintBlock[]; most: number }>
  | Readonly<{ is: 'rule' }>
  | Readonly<{ is: 'space'; mm: number }>
  | Readonly<{ is: 'page' }>
  | Readonly<{
      is: 'apart'
      again: string
      least?: number
      points?: number
      blocks: readonly PrintBlock[]
    }>

/**
 * Strips to tear off at the foot of a poster. Each must be understood alone, in a pocket.
 *
 * Shape   `spare`: the lines, counted from 0, that a strip may leave out to stay legible; the first
 *         of them goes first.
 */
export type Strips = Readonly<{
  count: number
  lines: readonly PrintText[]
  spare?: readonly number[]
}>

/** The format of the sheet. */
export type Size = 'a3' | 'a4' | 'a5'

/**
 * A sheet to print, or several sheets of one kind.
 *
 * Shape   `layout`: `flow` sets blocks one after the other; `poster` is large, with strips;
 *         `booklet` gives A5 pages to fold from A4, in the order of the fold; `cards` sets each of
 *         `each` so many times a page (`across` × `down`). Without `down` a row of cards is as high
 *         as its highest card.
 *         `points`: the size of letters, 11 by default.
 *         `fits`: the most pages. The typesetter leaves out lines that may be left, and says how
 *         many.
 *         `least`: the smallest size of letters that may be tried so that all fits. If that is not
 *         enough, lines are left out. If none may be left out, the letters have `points` and the
 *         paper takes more pages.
 *         `turned`: the sheet lies on its long side. `columns`: how many on a page.
 *         `foot`: the left and the right of the foot of each page.
 */
export type Paper = Readonly<{
  title: string
  lang: 'fr' | 'en'
  size: Size
  layout: 'flow' | 'poster' | 'booklet' | 'cards'
  turned?: boolean
  columns?: number
  points?: number
  fits?: number
  least?: number
  foot?: readonly [left: PrintText, right: PrintText]
  blocks: readonly PrintBlock[]
  strips?: Strips
  each?: readonly (readonly PrintBlock[])[]
  across?: number
  down?: number
}>
