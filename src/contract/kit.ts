import type { FileRef, RecordType, RowOf, Space } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { Fingerprint, Hotspot } from './box/hotspot.ts'
import type { SignInWays } from './box/sign-in-ways.ts'
import type { WatchSource } from './box/watch.ts'
import type { Html } from './html.ts'
import type { Owner } from './owner.ts'
import type { Leaf } from './page.ts'
import type { HistoryLine, ListQuery } from './reader.ts'
import type { Request } from './request.ts'
import type { RetentionTable } from './retention.ts'
import type { AgendaLine, DoneLine, Indicator, MapPoint, Territory, ToDo } from './slots.ts'
import type { SubmissionOrigin } from './submission-groups.ts'

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
 * The hidden fields that every form carries. `from`: the page where the form stands. `post` and
 * `actButton` send it, so that a refusal comes back on that page, with everything that was typed.
 */
export type FormToken = Html & Readonly<{ from?: string }>

/** Forms and their controls. */
export type KitForms = Readonly<{
  /**
   * Hidden fields that every form must carry (turn id, form token), given to `post` or `actButton`
   * of `ui/post.ts`. A form that edits a record names it in `edits`: what the form showed travels
   * with it, so that it replaces no change that its sender did not see.
   * `all`: the form shows every version that stands, to choose one.
   */
  form: (edits?: Readonly<{ type: string; id: string; space?: Space; all?: boolean }>) => FormToken
  /**
   * The controls of a form of this type, filled from a record (`given`) or from what was sent.
   * `only` chooses and orders its fields.
   */
  fields: (
    type: RecordType,
    given?: Readonly<Record<string, unknown>>,
    only?: readonly string[],
  ) => Html
  /** A type with the fields that keepers made, and the words of both. */
  kind: (plain: RecordType) => Readonly<{ type: RecordType; words: TypeWords }>
}>

/** Values as people read them. */
export type KitValues = Readonly<{
  /**
   * A value as HTML: a day in words, a theme's label, a commune's name, hours as a sentence, a link
   * as a link.
   */
  shown: (type: RecordType, field: string, value: unknown) => Html
  /** The same value as plain text, for paper. */
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
   * history, the keeper’s acts.
   */
  record: (type: RecordType, id: string, more?: RecordMore) => Leaf | undefined
  /** The page with the list of a type: filters, pages, acts. `item` makes one line. */
  list: <T extends RecordType>(type: T, item: (row: RowOf<T>) => Html, more?: ListMore) => Leaf
  /**
   * The values that the commons hold in these fields of a record, each once, as
   * *Où, « au local »*. Forgotten and emptied values are left out.
   */
  lines: (type: string, id: string, fields: readonly string[]) => readonly Html[]
  /**
   * The author of a record and how to reach them, as far as paper for everybody may tell
   * (`web/pages/on-paper.ts`).
   */
  onPaper: (
    of: Readonly<{ type: string; id: string; who: string | null; reach: string | null }>,
  ) => Readonly<{ who: string; reach: string }>
  /** The owner fields of a type. */
  ownerOf: (type: string) => Owner | undefined
  /** The box where a record was first written; undefined for a record written here. */
  hostOf: (id: string) => Host | undefined
  /** The table of what this box keeps. */
  kept: () => RetentionTable
}>

/** The slots of all bricks, collected. */
export type KitSlots = Readonly<{
  /** *Aujourd'hui*: short pieces of one sentence. */
  onToday: () => readonly Html[]
  /** What waits for the reader. Empty for a visitor. */
  waits: () => readonly ToDo[]
  /** Links beside a member’s own page. */
  mine: () => readonly Readonly<{ href: string; words: string }>[]
  /** Sources of panels for a screen on a wall. */
  watch: () => readonly WatchSource[]
  /** Everything that the bricks put on the map. */
  points: () => readonly MapPoint[]
  /** The agenda between two days of the village, both included. */
  agenda: (from: string, to: string) => readonly AgendaLine[]
  /** Lines of *Ça s’est fait*, newest first. */
  done: () => readonly DoneLine[]
  /** Figures for those who decide. `since`: events are counted from this day on. */
  figures: (since?: string) => readonly Indicator[]
  /** The page that says what to do when a box is lost or stolen, if a brick has one. */
  whenLost: () => Readonly<{ href: string; words: string }> | undefined
}>

/** The place and its box. */
export type KitPlace = Readonly<{
  territory: Territory | undefined
  /** The Wi-Fi of the box that runs here; absent elsewhere. */
  hotspot?: Hotspot
  /** The fingerprint of this box’s certificate; absent where it has none. */
  fingerprint?: () => Fingerprint | undefined
}>

/** Facts for one reader alone: the keeper, a relay, or a member about themselves. */
export type KitKeeper = Readonly<{
  /** The telephones of the member who reads. */
  ownPhones: () => readonly string[]
  /**
   * The card by which a record of the commons came, whatever name it has: *par la carte de
   * Josette*. For the keeper alone, over https.
   */
  byCard: (type: RecordType, id: string) => string | undefined
  /** The text of a file that stays in this box: for the keeper alone, at the box itself. */
  textOf: (file: FileRef) => string | undefined
  /** The ways in which a member can sign in. For the keeper alone. */
  opens?: (member: string) => SignInWays
  /**
   * The device from which a person without a card sent a waiting record, as an opaque name, never
   * an address. For the keeper and the relays.
   */
  sentFrom?: (record: string) => SubmissionOrigin | undefined
}>

/**
 * Another box: its name here, its keeper, and how that page says to reach them (null when that page
 * has not come here).
 */
export type Host = Readonly<{ called: string; keptBy: string; reach: string | null }>

/** The pieces that a brick adds to the page of one record. The schema gives the rest. */
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

/** The pieces that a brick adds to the page of a list. The schema gives the rest. */
export type ListMore = Readonly<{
  title?: string
  lead?: Html
  acts?: Html
  wanted?: ListQuery
  path?: string
  current?: string
  empty?: Html
  perPage?: number
}>
