import type { FileRef, RecordType, RowOf, Space } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { Fingerprint, Hotspot } from './box/hotspot.ts'
import type { SignInWays } from './box/sign-in-ways.ts'
import type { WatchSource } from './box/watch.ts'
import type { ShowsOthers } from './command.ts'
import type { Draft } from './decision.ts'
import type { Indicator } from './figures.ts'
import type { Html } from './html.ts'
import type { Owner } from './owner.ts'
import type { Leaf } from './page.ts'
import type { HistoryLine, ListQuery } from './reader.ts'
import type { Request } from './request.ts'
import type { RetentionTable } from './retention.ts'
import type { AgendaLine, DoneLine, MapPoint } from './slots.ts'
import type { SubmissionOrigin } from './submission-groups.ts'
import type { Territory } from './territory.ts'
import type { ToDo } from './to-do.ts'

/**
 * The tools with which a brick (one part of village life, such as notices) makes its pages: forms,
 * values in words, whole pages of a record or a list, the *slots* that all bricks fill (home page,
 * map, agenda), the place and the box. The server makes a kit for each request
 * (`web/pages/kit.ts`), and gives it to `show`. Nothing in it writes.
 */

/** The tools of a page, with the request that the page answers. */
export type Kit = Readonly<{
  request: Request
}> &
  KitForms &
  KitValues &
  KitRecords &
  KitSlots &
  KitPlace &
  KitKeeper

/**
 * The hidden fields that every form carries, as HTML. `from`: the address of the page with the
 * form. `post` and `actButton` (`ui/post.ts`) send it, so that a refusal comes back on that page,
 * with everything that was typed.
 */
export type HiddenFields = Html & Readonly<{ from?: string }>

/** Forms and their controls. */
export type KitForms = Readonly<{
  /**
   * The hidden fields of a form (turn id, form token), for `post` or `actButton`. A form that edits
   * a record names it in `edits`: the versions that the form showed travel with it, so that it
   * replaces no change that its sender did not see. `all`: the form shows every version that no
   * write replaced, to choose one.
   */
  form: (
    edits?: Readonly<{ type: string; id: string; space?: Space; all?: boolean }>,
  ) => HiddenFields
  /**
   * The controls of a form of this type. After a refusal they hold the sent values, else those of
   * a record (`given`), and each mistake stands beside its field. `mistakeIn(kit.request)`
   * (`ui/say.ts`) writes all of them above the form. `only` chooses and orders its fields. `words`:
   * other labels and hints than the type's, by field.
   */
  fields: (
    type: RecordType,
    given?: Readonly<Record<string, unknown>>,
    only?: readonly string[],
    words?: Readonly<Record<string, Readonly<{ label?: string; hint?: string }>>>,
  ) => Html
  /** A type with the fields that keepers made, and the words of both. */
  withMadeFields: (plain: RecordType) => Readonly<{ type: RecordType; words: TypeWords }>
}>

/** Values as people read them. */
export type KitValues = Readonly<{
  /**
   * A value as HTML: a day in words, a theme's label, a commune's name, hours as a sentence, a link
   * as a link.
   */
  shown: (type: RecordType, field: string, value: unknown) => Html
  /** The same value as text, without HTML, for paper. */
  told: (type: RecordType, field: string, value: unknown) => string
  /**
   * When, by whom and on which box something was written: *le 12 novembre, la personne qui tient la
   * page, depuis Boën*.
   */
  whenAndWho: (write: Pick<HistoryLine, 'on' | 'sure' | 'by' | 'box'>) => string
  /** The name of a commune, of the territory or not, by its code; undefined for an unknown code. */
  communeNamed: (code: string) => string | undefined
}>

/** Pages of one record, and lists of records. */
export type KitRecords = Readonly<{
  /**
   * The page of one record, made from its schema: path, title, how to reach, fields in order,
   * history, the keeper’s acts. Undefined when the commons have no such record.
   */
  record: (type: RecordType, id: string, more?: RecordMore) => Leaf | undefined
  /**
   * The page with the list of a type: filters, pages, acts. `item` makes one line; `rows` are all
   * those of the page, so that it reads once what it says of each.
   */
  list: <T extends RecordType>(
    type: T,
    item: (row: RowOf<T>, rows: readonly RowOf<T>[]) => Html,
    more?: ListMore,
  ) => Leaf
  /**
   * The values that these fields of a record have in the commons, each once, after their label:
   * *Où, « au local »*. Forgotten and emptied values are left out.
   */
  lines: (type: string, id: string, fields: readonly string[]) => readonly Html[]
  /**
   * The author of a record and how to reach them, as far as paper that everybody reads may tell
   * (`web/pages/on-paper.ts`). `who`, `reach`: the values of the record.
   */
  onPaper: (
    of: Readonly<{ type: string; id: string; who: string | null; reach: string | null }>,
  ) => Readonly<{ who: string; reach: string }>
  /** The names of the owner fields of a type; undefined for a type that no member owns. */
  ownerOf: (type: string) => Owner | undefined
  /** The box where a record was first written; undefined for a record written here. */
  hostOf: (id: string) => Host | undefined
  /** The table of the data that this box keeps. */
  retentionTable: () => RetentionTable
}>

/** The slots of all bricks, collected. */
export type KitSlots = Readonly<{
  /**
   * A piece of a page, kept for all who read alike until something that it read is written. `work`
   * gets a kit of its own, without the query. `name`: all that the piece depends on beside the
   * reader, the language and the tables. A piece with a form is made each time.
   */
  piece: <T>(name: string, work: (kit: Kit) => T) => T
  /** The same for each of these ids, as lines of a list. What asks who reads is not kept. */
  pieceEach: <T>(
    name: string,
    ids: readonly string[],
    work: (kit: Kit, ids: readonly string[]) => ReadonlyMap<string, T>,
  ) => readonly T[]
  /** *Aujourd'hui*: short pieces of one sentence. */
  onToday: () => readonly Html[]
  /**
   * The matters that wait for the reader: those of at least one. A matter whose `n` is 0 is left
   * out. Empty for a visitor.
   */
  waits: () => readonly ToDo[]
  /**
   * The matters that wait for a member, for the relay or the keeper who prints them on a strip.
   * `isHeard`: as anybody near may read them. Empty for whoever speaks for nobody.
   */
  waitsOf: (member: string, isHeard: boolean) => readonly ToDo[]
  /** Links beside a member’s own page. */
  memberLinks: () => readonly Readonly<{ href: string; words: string }>[]
  /** Sources of panels for a screen on a wall. */
  watch: () => readonly WatchSource[]
  /** Everything that the bricks put on the map. `but`: a brick to leave out. */
  points: (but?: string) => readonly MapPoint[]
  /** The agenda between two days of the village, both included. `but`: a brick to leave out. */
  agenda: (from: string, to: string, but?: string) => readonly AgendaLine[]
  /** The open notices of a member that this one surely meets (`Slots.ownMet`). */
  ownMet: (notice: string, author: string) => readonly Readonly<{ id: string; title: string }>[]
  /**
   * The facts for which people look up a record, on one line (`Slots.facts`): *le mercredi, de 17 h
   * à 19 h · 04 77 12 34 56*. Empty where it has none.
   */
  facts: (type: string, id: string) => Html
  /** Lines of *Ça s’est fait*, newest first. */
  done: () => readonly DoneLine[]
  /** Figures of every brick for those who decide. `since`: the first day that is counted. */
  figures: (since?: string) => readonly Indicator[]
  /** A link to the page that says what to do when a box is lost or stolen, if a brick has one. */
  whenLost: () => Readonly<{ href: string; words: string }> | undefined
  /**
   * The words that the program has under a key (`harvest.read`: those of a brick, put away or not;
   * `ui`, `web`, `records`, `keepers`, `sheet`: those of the house), in the reader’s language: what
   * a button is called. Undefined in a house that lacks them.
   */
  wordAt: (key: string) => string | undefined
}>

/** The territory and the box. `territory` is undefined until the keeper has named the page. */
export type KitPlace = Readonly<{
  territory: Territory | undefined
  /** The Wi-Fi that this box opens; absent on a computer that opens none. */
  hotspot?: Hotspot
  /** The fingerprint of this box’s certificate; absent where it has none. */
  fingerprint?: () => Fingerprint | undefined
}>

/**
 * Facts for few readers: the keeper, a relay (a member who passes words on), or a member about
 * themselves. A print and a copy have none of the optional ones.
 */
export type KitKeeper = Readonly<{
  /** The telephones of the member who reads. */
  ownPhones: () => readonly string[]
  /**
   * The member’s card that sent a record of the commons, whatever name the record shows: *par la
   * carte de Josette*. For the keeper alone, over https; undefined elsewhere.
   */
  byCard: (type: RecordType, id: string) => string | undefined
  /**
   * Whether only people who hold a card read this record, of which this page tells
   * (`RecordType.shownByCard`). False for a reader who may not see it.
   */
  isByCard: (id: string) => boolean
  /**
   * The text of a file that stays in this box. For the keeper alone, at the box itself; undefined
   * elsewhere, and for a file that is not here.
   */
  textOf: (file: FileRef) => string | undefined
  /**
   * The tick that stands in a form of a command with `showsOthers`, before its button: the people
   * agree whom the text names. `false` where it names nobody. A post without the tick comes back,
   * with the words that it is about. For the keeper alone.
   *
   * Shape   `draft`, `shows`: as the command has them. `id`: what the form sends as `id`; the
   *         record of the draft when absent. `isTold`: the page tells these words elsewhere.
   */
  agreement: (
    of: Readonly<{ draft: Draft; shows: ShowsOthers; id?: string; isTold?: boolean }>,
  ) => Html | false
  /** The ways in which a member can sign in. For the keeper alone. */
  signInWays?: (member: string) => SignInWays
  /**
   * The device from which a person without a card sent a waiting record, as an opaque name, never
   * an address. Undefined when it is not remembered. For the keeper and the relays.
   */
  sentFrom?: (record: string) => SubmissionOrigin | undefined
}>

/**
 * Another box: its name here, its keeper, and how the page of that box says to reach them (null
 * when that page has not come here).
 */
export type Host = Readonly<{ called: string; keptBy: string; reach: string | null }>

/** The pieces that a brick adds to the page of one record. The schema gives the rest. */
export type RecordMore = Readonly<{
  /** The class of the page, for its colour. Default: the name of the type. */
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
  /** Beside the fields. */
  aside?: Html
  /** Buttons and links of acts. */
  acts?: Html
  /** The address of the entry to mark in the menu. */
  current?: string
}>

/** The pieces that a brick adds to the page of a list. The schema gives the rest. */
export type ListMore = Readonly<{
  title?: string
  lead?: Html
  /** A form under the lead, which asks something of the whole list. */
  asks?: Html
  /** The mistakes of that form, first on the page. */
  wrong?: Html | false
  /** The names in the address of what that form asks: they stay when filters are chosen. */
  keeps?: readonly string[]
  acts?: Html
  /** The address of the page that adds one, where it is not the one that the schema makes. */
  adds?: string
  /** The records to list. Default: all. */
  wanted?: ListQuery
  /** The address of the list. Default: that of the type, then that of the request. */
  path?: string
  /** The address of the entry to mark in the menu. */
  current?: string
  /** In place of the list, when there is no record. */
  empty?: Html
  /** In the order of the alphabet, with letters to jump to; `wanted` then gives no order. */
  byLetter?: true
  perPage?: number
}>
