import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import type { FileRef, RecordType, RowOf, Space } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { Refusal } from './decision.ts'
import type { Fingerprint, Hotspot } from './hotspot.ts'
import type { Html } from './html.ts'
import type { Kept } from './kept.ts'
import type { Opens } from './opens.ts'
import type { Owner } from './owner.ts'
import type { Paper } from './paper.ts'
import type { Who } from './permission.ts'
import type { Changed, Reader, Wanted } from './reader.ts'
import type { Hand } from './same-hand.ts'
import type { AgendaLine, DoneLine, Indicator, MapPoint, Territory, Waiting } from './slots.ts'
import type { WatchSource } from './watch.ts'

/** What a page knows of who reads it and when. `path` is the address asked, without its query. */
export type Ask = Readonly<{
  path: string
  params: Readonly<Record<string, string>>
  query: Input
  lang: Lang
  by: Who
  /** The member who reads, when one is signed in, and the name of their card. */
  me?: string
  called?: string
  /**
   * https, or this machine itself: elsewhere no page shows a private field of anybody, their own
   * neither.
   */
  private: boolean
  now: number
  today: string
  /** How long this box has lived, ms (lived.ts). */
  lived: () => number
  /**
   * Hidden fields that every form must carry (turn id, form token): `html\`<form
   * …>${ask.form()}…\``. A form that edits a record names it, so that what it showed travels with
   * it and nobody's change is replaced unseen. `all`: it shows every version that stands, to choose
   * one.
   */
  form: (edits?: Readonly<{ type: string; id: string; space?: Space; all?: boolean }>) => Html
  /**
   * The controls of a form of this type, filled from a record or from what was sent; `only` chooses
   * and orders its fields.
   */
  fields: (
    type: RecordType,
    given?: Readonly<Record<string, unknown>>,
    only?: readonly string[],
  ) => Html
  /** A type with the fields that keepers made for it, and its words. */
  kind: (plain: RecordType) => Readonly<{ type: RecordType; words: TypeWords }>
  /**
   * When, by whom and on which box something was written: *le 12 novembre, la personne qui tient la
   * page, depuis Boën*.
   */
  whenAndWho: (write: Pick<Changed, 'on' | 'sure' | 'by' | 'box'>) => string
  /**
   * A value as people read it: a day in words, a theme's label, a commune's name, hours as a
   * sentence, a link as a link.
   */
  shown: (type: RecordType, field: string, value: unknown) => Html
  /** The same in plain text, for paper. */
  told: (type: RecordType, field: string, value: unknown) => string
  /**
   * The page of one record as its schema says it: crumbs, title, how to reach, fields in order,
   * history, the keeper's acts.
   */
  record: (type: RecordType, id: string, more?: RecordMore) => Leaf | undefined
  /**
   * What paper that is handed round may say of who a record is from, and of how to reach them
   * (web/pages/on-paper.ts).
   */
  onPaper: (
    of: Readonly<{ type: string; id: string; who: string | null; reach: string | null }>,
  ) => Readonly<{ who: string; reach: string }>
  /**
   * By whose card a record of the commons came, whatever name it bears: *par la carte de Josette*.
   * For the keeper alone, where nobody listens.
   */
  byCard: (type: RecordType, id: string) => string | undefined
  /**
   * What the commons hold of these fields of a record, each once, as *Où, « au local »*; what was
   * forgotten or emptied is not said.
   */
  lines: (type: string, id: string, fields: readonly string[]) => readonly Html[]
  /** The list of a type: filters of its schema, paging, acts. `item` says one line. */
  list: <T extends RecordType>(type: T, item: (row: RowOf<T>) => Html, more?: ListMore) => Leaf
  territory: Territory | undefined
  /**
   * The box where a record was first written, and who keeps its page as it says; undefined of what
   * was written here.
   */
  hostOf: (id: string) => Host | undefined
  /**
   * The name of a commune, of the territory or not, by its code; undefined when nobody here knows
   * it.
   */
  communeNamed: (code: string) => string | undefined
  /**
   * The box's clock was set since this start: else a day is said as *vers*, and an hour is not
   * said.
   */
  sure: boolean
  /**
   * What one types to read here, as one says it: `10.10.10.10`. Absent where nobody asks over a
   * network.
   */
  address?: string
  /** *Aujourd'hui*, from every brick: short pieces of one sentence. */
  onToday: () => readonly Html[]
  /** What waits for whoever reads, from every brick; nothing for a visitor. */
  waits: () => readonly Waiting[]
  /** What a member finds beside their own page, from every brick. */
  mine: () => readonly Readonly<{ href: string; words: string }>[]
  /** What a screen shows, from every brick. */
  watch: () => readonly WatchSource[]
  /** The Wi-Fi of the box that runs here; absent elsewhere. */
  hotspot?: Hotspot
  /** What tells this box's certificate from another; absent where it has none. */
  fingerprint?: () => Fingerprint | undefined
  /** Everything that the bricks put on the map. */
  points: () => readonly MapPoint[]
  /**
   * What takes place between two days of the village, both counted, and what is done, newest first:
   * from every brick.
   */
  agenda: (from: string, to: string) => readonly AgendaLine[]
  done: () => readonly DoneLine[]
  /** Where it is said what to do when a box is lost or stolen, if a brick says it. */
  whenLost: () => Readonly<{ href: string; words: string }> | undefined
  /** What every brick counts for those who decide; what happens, from this day on. */
  figures: (since?: string) => readonly Indicator[]
  /** Whose the records of a type are, as its brick says. */
  ownerOf: (type: string) => Owner | undefined
  /** What this house keeps, of the records of every brick. */
  kept: () => Kept
  /** Telephone numbers that the member who reads keeps as their own; none of anybody else. */
  ownPhones: () => readonly string[]
  /**
   * The text of a file that stays in this box: for the keeper alone, where the box itself answers.
   */
  textOf: (file: FileRef) => string | undefined
  /** After a refusal: what was sent, the sentence, and its field. Absent on a plain GET. */
  again?: Readonly<{ input: Input; asks?: string } & Refusal<string>>
  /** The sentence that a turn left for this page, with the way back where there is one. */
  said?: Html
  /** What opens the page of a member: for the keeper alone. */
  opens?: (member: string) => Opens
  /**
   * From which device somebody without a card sent this, which waits: an opaque name, never an
   * address.
   */
  sentFrom?: (record: string) => Hand | undefined
}>

/**
 * Another box: what it is called here, and how its own page says that its keeper is reached
 * (nothing where that page did not come).
 */
export type Host = Readonly<{ called: string; keptBy: string; reach: string | null }>

/** What a brick adds to the page of one record. Anything absent is made from the schema. */
export type RecordMore = Readonly<{
  side?: string
  crumbs?: readonly Readonly<{ href?: string; words: string }>[]
  /** Under the title: how to reach. */
  reach?: Html
  /** Before the fields. */
  lead?: Html
  /** Fields that the list of values leaves out, because the page says them elsewhere. */
  hide?: readonly string[]
  /** After the fields: other sections. */
  after?: Html
  aside?: Html
  acts?: Html
  current?: string
}>

export type ListMore = Readonly<{
  title?: string
  lead?: Html
  acts?: Html
  wanted?: Wanted
  path?: string
  current?: string
  empty?: Html
  perPage?: number
}>

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
  show: (ask: Ask, read: Reader, words: W) => Leaf | undefined
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
  make: (ask: Ask, read: Reader, words: W) => Paper | undefined
  /** Of a print that could not be made: what it lacks, and what to do, in a sentence. */
  lacks?: (ask: Ask, read: Reader, words: W) => string | undefined
  /**
   * The same to read on any screen, as a file that stands alone: no address in it leads anywhere,
   * since nobody may follow it.
   */
  alone?: (ask: Ask, read: Reader, words: W) => Leaf | undefined
  /**
   * Its figures, for a spreadsheet: a first line of heads, then the others. A number stays one, and
   * is reckoned with.
   */
  rows?: (ask: Ask, read: Reader, words: W) => readonly (readonly (string | number)[])[]
}>
