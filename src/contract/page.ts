import type { Lang } from '../core/lang.ts'
import type { Html } from './html.ts'
import type { Kit } from './kit.ts'
import type { Paper } from './paper.ts'
import type { Who } from './permission.ts'
import type { Reader } from './reader.ts'
import type { Request } from './request.ts'

/**
 * A page and a print, as a brick declares them: an address, who may read it, and a function that
 * makes its content from the tables. The server calls the function at each request, puts the frame
 * round the result (menu, bar, foot) and sends it. A page reads and never writes.
 */

/**
 * The readers to whom the server may send a page again without making it anew: every reader
 * (`shared`), this one alone (`private`), or nobody.
 */
export type Cache = 'shared' | 'private' | 'none'

/**
 * The content of a page, without the frame that every page has. A `Page` is declared once; its
 * `show` makes a `Leaf` at each request.
 *
 * Shape   `current`: the address of its entry of the menu. Without it, the entry is the one with
 *         whose address the page’s begins. `script`: the one script of `public/` that this page
 *         runs; a page that names none runs none. The page also works without it (law 7).
 */
export type Leaf = Readonly<{
  title: string
  body: Html
  current?: string
  script?: 'heure' | 'lire'
  /** Lines for the foot of the page. */
  foot?: readonly Html[]
  /** The content stands in place of a page that the reader may not see. The status is 403. */
  barred?: true
  /** Absent: the server derives it from the reads of the page (`web/pages/cached.ts`). */
  cache?: Cache
  /** The address of the page is a secret: no browser and no cache stores the page. */
  secret?: true
  /** The page plays sound or film of this box: its browser may fetch media from here. */
  plays?: boolean
  /** The page is a document for a screen on a wall, without the frame. `body` holds its panels. */
  screen?: Screen
}>

/**
 * A document without the frame, for a screen that nobody touches. It turns its panels by itself
 * (`ui/screen.ts`).
 *
 * Shape   `panels`: their number. `seconds`: how long each one shows. `next`: the address of the
 *         document that follows. `look`: a CSS class for all of it. `rest`: the panel to show when
 *         the box stops answering.
 */
export type Screen = Readonly<{
  panels: number
  seconds: number
  next: string
  look: string
  rest: Html
  lang: Lang
}>

/** The three arguments of `show`, passed on as one. `words`: the sentences of the brick. */
export type PageContext<W> = Readonly<{ kit: Kit; read: Reader; words: W }>
/** The same without the kit, for a piece of text that needs the request alone. */
export type TextContext<W> = Readonly<{ request: Request; read: Reader; words: W }>

/**
 * A page of a brick, at one address.
 *
 * Shape   `path`: the address, with a name for each variable part: `/agenda/:id`.
 */
export type Page<W = unknown> = Readonly<{
  path: string
  /** The least role that may read it. Default: everyone. */
  who?: Who
  /**
   * The page is made as for a visitor who is not signed in, in the village’s language or that of
   * `?langue=`, whoever reads it. A page with `Leaf.screen` says so, because anybody may stand
   * before the screen.
   */
  asVisitor?: boolean
  /**
   * The page is made of what everybody reads, whoever asks: a map, a figure, a paper. It tells
   * nothing that a person shows by card (`isShownByCard`).
   */
  forAll?: boolean
  /**
   * Makes the page. `kit`: its tools and its request. `read`: the tables. `words`: the sentences of
   * the brick, in the reader’s language. Undefined means *not found*.
   */
  show: (kit: Kit, read: Reader, words: W) => Leaf | undefined
}>

/**
 * A print of a brick: `/imprimer/KIND`, with `:id` when it is of one record, and `bin/cocote print
 * KIND [ID]`. `kind` is the word in the address and in the command. Options, such as `size`, come
 * in the query. Undefined means *not found*.
 *
 * Law     A print shows what its reader may see: it is made for the request, as a page is. Records
 *         of the space `home`, which never leaves this box, stand on prints of a keeper and of who
 *         is in charge of the thing to which they lead (`records/charge.ts`).
 */
export type Print<W = unknown> = Readonly<{
  kind: string
  /** The print is of one record, or of one thing that an id names. */
  ofOne?: boolean
  /** The least role that may print it. Default: everyone. */
  who?: Who
  make: (kit: Kit, read: Reader, words: W) => Paper | undefined
  /**
   * Asked after `make` gave undefined: the sentence that says what is missing, and what to do.
   * Undefined: a general sentence is shown.
   */
  lacks?: (kit: Kit, read: Reader, words: W) => string | undefined
  /** The print as one HTML file for any screen, without links: `?format=html`. */
  asHtmlFile?: (kit: Kit, read: Reader, words: W) => Leaf | undefined
  /**
   * The figures of the print, for a spreadsheet: `?format=csv`. A line of headings, then the
   * others. Numbers stay numbers.
   */
  rows?: (kit: Kit, read: Reader, words: W) => readonly (readonly (string | number)[])[]
}>
