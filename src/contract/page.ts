import type { Lang } from '../core/lang.ts'
import type { Html } from './html.ts'
import type { Kit } from './kit.ts'
import type { Paper } from './paper.ts'
import type { Who } from './permission.ts'
import type { Reader } from './reader.ts'
import type { Request } from './request.ts'

/**
 * The readers who may get a page again, as it was made once.
 *
 * Shape   `shared`: every reader who asks the same.
 *         `private`: the same browser, after it asked whether the page changed.
 *         `none`: no reader.
 */
export type Cache = 'shared' | 'private' | 'none'

/**
 * A page's own part; the house puts the frame around it. `current` is the entry of the menu that it
 * belongs to. `script`: a small one of `public/`, without which the page works as well (law 7); its
 * page alone is let run it.
 */
export type Leaf = Readonly<{
  title: string
  body: Html
  current?: string
  script?: 'heure'
  foot?: readonly Html[]
  /** It stands in the place of a page that whoever asks may not see: answered as refused, 403. */
  barred?: true
  /** Absent: as what it was made with says (`web/pages/cached.ts`). */
  cache?: Cache
  /**
   * Its address is a secret of who holds it: no browser keeps the page, nor tells the next one
   * where it came from.
   */
  secret?: true
  /**
   * Sound or film of this box is played in the page: its browser is let fetch them, from here
   * alone.
   */
  plays?: boolean
  screen?: Screen
}>

/**
 * A document of its own, without the house's frame, that turns by itself: for a screen that nobody
 * touches (`ui/screen.ts`).
 *
 * Shape   `panels`: how many it holds, each shown `seconds`; then the document at `next` is asked
 *         for. `look`: a class of its whole. `rest`: the panel that stands when nobody answers any
 *         more.
 */
export type Screen = Readonly<{
  panels: number
  seconds: number
  next: string
  look: string
  rest: Html
  lang: Lang
}>

/** What the pieces of a page are made with: the three arguments of `show`, handed on as one. */
export type PageContext<W> = Readonly<{ kit: Kit; read: Reader; words: W }>
/** The same for a piece that needs the request and none of the tools. */
export type TextContext<W> = Readonly<{ request: Request; read: Reader; words: W }>

export type Page<W = unknown> = Readonly<{
  path: string
  /** Default: everyone. */
  who?: Who
  /**
   * For a screen on a wall: asked as anybody asks, whoever is signed in there, in the territory's
   * language unless the address says another.
   */
  here?: boolean
  /** Undefined is *not found*. */
  show: (kit: Kit, read: Reader, words: W) => Leaf | undefined
}>

/**
 * A print of a brick: `/imprimer/KIND`, with `:id` when it is of one record, and `bin/cocote print
 * KIND [ID]`. `kind` is its name on screen. `size` and the like come in the query. Undefined means
 * *not found*.
 *
 * Law     A print shows what its reader may see: it is made for the request, as a page is. Records
 *         of `home` stand on a keeper’s prints alone. No link is drawn that would lead nowhere.
 */
export type Print<W = unknown> = Readonly<{
  kind: string
  /** Made of one record, or of one thing that an id names. */
  ofOne?: boolean
  who?: Who
  make: (kit: Kit, read: Reader, words: W) => Paper | undefined
  /** Of a print that could not be made: what it lacks, and what to do, in a sentence. */
  lacks?: (kit: Kit, read: Reader, words: W) => string | undefined
  /**
   * The same to read on any screen, as a file that stands alone: no address in it leads anywhere,
   * since nobody may follow it.
   */
  alone?: (kit: Kit, read: Reader, words: W) => Leaf | undefined
  /**
   * Its figures, for a spreadsheet: a first line of heads, then the others. A number stays one, and
   * is reckoned with.
   */
  rows?: (kit: Kit, read: Reader, words: W) => readonly (readonly (string | number)[])[]
}>
