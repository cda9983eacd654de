import type { Input } from '../core/form/input.ts'
import type { RecordType } from '../core/schema.ts'
import type { HarvestRule } from '../text/harvest/rule.ts'
import type { WatchSource } from './box/watch.ts'
import type { Member } from './command.ts'
import type { Undo } from './decision.ts'
import type { Html } from './html.ts'
import type { Kit } from './kit.ts'
import type { Reader } from './reader.ts'
import type { Request } from './request.ts'

/** A section of the home page. Lower `order` stands first; `side` chooses its colour. */
export type HomeSection = Readonly<{
  order: number
  row: 'board' | 'low'
  side: string
  title: string
  more?: Readonly<{ href: string; words: string }>
  /** What it tells that was done: *Ça s'est fait* does not tell it again on the same page. */
  tells?: readonly string[]
  body: Html
}>
/** A door at the top of the home page: *Je propose*. */
export type HomeLink = Readonly<{ order: number; href: string; words: string; side: string }>
/** One line of an agenda: a day, perhaps hours, and what happens. */
export type AgendaLine = Readonly<{
  day: string
  time?: string
  until?: string
  title: string
  where: string
  href: string
  id: string
}>
/** One line of *Ça s’est fait*. */
export type DoneLine = Readonly<{ day: string; title: string; where: string; href?: string }>
/** Something to put on the map. */
export type MapPoint = Readonly<{
  title: string
  href: string
  point?: readonly [number, number]
  commune?: string
  layer: string
}>
/**
 * A figure for deciders, with its sentence and the things that it counts.
 *
 * Shape   `id`: permanent, so that one report is compared with the last. It appears once for the
 *         whole, then once for each commune (INSEE code) or theme (record id) with a figure.
 *         `since`: the first day counted. Without it, all present records are counted.
 * Law     `people`: a person stands behind each unit. A commune’s figure under three is hidden
 *         (`bricks/diagnosis/model/rules.ts`).
 */
export type Indicator = Readonly<{
  id: string
  words: string
  value: number
  counts: 'things' | 'people'
  commune?: string
  theme?: string
  unit?: 'days' | 'percent'
  since?: string
}>
/** Today in the village, and the first day to count from. */
export type FiguresAsked = Readonly<{ today: string; since?: string }>
/**
 * The heads of the keeper's page, in its order: what comes in, what waits for an answer, the
 * people, the paper, those who decide, the page and its box.
 */
export const TOOL_HEADS = ['in', 'answers', 'people', 'paper', 'council', 'box'] as const
/**
 * What the keeper may do, and the head under which it stands on their page. Lower `order` stands
 * first; without one, after those that have one.
 */
export type Tool = Readonly<{
  href: string
  words: string
  under: (typeof TOOL_HEADS)[number]
  order?: number
}>
/** Those that have an order first, lower before higher; then the others, as they came. */
export const inOrder = <T extends Readonly<{ order?: number }>>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE))
/**
 * What the keeper did within a month and may undo, under a head of the page of all that can be put
 * back (`/tenir/retire`). `act`: the button.
 */
export type Undoable = Readonly<{
  under: 'shown' | 'joined'
  title: string
  told: string
  act: string
  undo: Pick<Undo, 'path' | 'input'>
}>
/**
 * The reader for whom bricks count what waits: the keeper, or the member `me`, relay or not. It is
 * never a visitor, because a visitor’s page is the same for everybody.
 */
export type Awaited = Pick<Request, 'by' | 'me' | 'lang' | 'private' | 'today' | 'lived'> &
  Pick<Kit, 'ownPhones'>
/**
 * A count of things that wait for the reader. The black bar of each page shows it; the first page
 * and the keeper’s own page also show its sentence.
 *
 * Shape   `href`: the page that answers it. Entries with the same address are one entry of the bar.
 *         `n`: how many wait.
 *         `label`: the name of the entry in the bar, before its number. Without a label the
 *         bar and the first page do not show it (the machine is hot).
 *         `sentence`: who or what waits, as a piece of a line without a final stop: *Élodie attend
 *         votre réponse*.
 *         `order`: lower is first. Entries without an order follow, in the order of the bricks.
 *         `news`: the key of a piece of news, which asks nothing and stays until the member says
 *         that they saw it. `about`: the page of its subject.
 * Law     Every page of a signed-in reader asks for it. The number of SQL statements does not
 *         depend on the number of records. Over http (`private` is false) it names nobody and
 *         quotes nothing.
 */
export type Waiting = Readonly<{
  href: string
  n: number
  label?: string
  sentence: string
  order?: number
  news?: string
  about?: string
}>
/**
 * The state of something that a person sent, told to the holder of its ticket.
 *
 * Shape   `waits`: nobody read it yet.
 *         `mended`: it shows, and a later correction waits.
 *         `carried`: it is to be handed over.
 *         `read`: the person who hands it over has it.
 *         `shown`: it shows. `answered`: it shows, and somebody answered.
 *         `closed`: somebody said that it is over.
 *         `left`: the keeper does not show it; `why` gives their reason in their words.
 *         `delivered`: it was handed over. `aside`: the person who hands over put it aside.
 *         `off`: it was taken off the page.
 * Law     It holds no name, no number and no part of the text.
 */
export type Fate = Readonly<{
  state:
    | 'waits'
    | 'mended'
    | 'carried'
    | 'read'
    | 'shown'
    | 'answered'
    | 'closed'
    | 'left'
    | 'delivered'
    | 'aside'
    | 'off'
  why?: string
  /** It shows, and what was corrected since does not: `why` tells of that. */
  correctionLeft?: true
  /** Each person who passes on a reply that waits for the sender. `''` means the keeper. */
  toGet?: readonly string[]
}>
/** An entry of the menu. */
export type MenuEntry = Readonly<{ order: number; href: string; words: string }>

/** What the frame and the forms must know of the place: the page's name, its communes. */
export type Territory = Readonly<{
  name: string
  heading: string | null
  village: string
  keptBy: string
  reach: string | null
  communes: readonly Readonly<{
    code: string
    name: string
    postalCodes: string | null
    point: readonly [number, number] | null
  }>[]
}>

/** What a visitor sent, as it waits in `home`. */
export type Waits = Readonly<{ type: string; record: string }>

/**
 * What a brick gives to turns, and to pages that are not its own: the home page, the menu, the map,
 * the agenda. Part of its contract (brick.ts). A slot may read tables. It writes nothing.
 */
export type Slots<W = unknown> = Readonly<{
  menu?: (words: W) => readonly MenuEntry[]
  /** What the keeper may do that no page leads to: listed on the keeper's own page. */
  tools?: (words: W, read: Reader) => readonly Tool[]
  /** HTML under the tools, on the keeper's page. */
  underTools?: (kit: Kit, read: Reader, words: W) => Html | undefined
  undoable?: (kit: Kit, read: Reader, words: W) => readonly Undoable[]
  /** What waits for this person. */
  waits?: (whom: Awaited, read: Reader, words: W) => readonly Waiting[]
  /**
   * What became of a record of mine that stays here, or that the page shows; undefined for what is
   * not mine, or not there.
   */
  fate?: (type: string, id: string, read: Reader) => Fate | undefined
  /** Whether somebody answered this record of the commons. */
  answered?: (id: string, read: Reader) => boolean
  /** Each person who passes on a reply that waits for the sender. `''` means the keeper. */
  toGet?: (id: string, read: Reader) => readonly string[]
  /**
   * What a member finds beside their own page; `always`: in the black bar, also when nothing waits
   * there.
   */
  mine?: (words: W) => readonly Readonly<{ href: string; words: string; always?: true }>[]
  doors?: (words: W) => readonly HomeLink[]
  /** *Aujourd'hui*: short pieces of one sentence, without final stop. */
  today?: (kit: Kit, read: Reader, words: W) => readonly Html[]
  home?: (kit: Kit, read: Reader, words: W) => readonly HomeSection[]
  /**
   * What a search finds among what this box alone holds, for this reader: it stands under what the
   * commons hold.
   */
  finds?: (
    kit: Kit,
    read: Reader,
    words: W,
    asked: string,
  ) => Readonly<{ title: string; items: readonly Html[] }>
  /** *Ça s'est fait*: newest first. */
  done?: (kit: Kit, read: Reader, words: W) => readonly DoneLine[]
  agenda?: (kit: Kit, read: Reader, words: W, from: string, to: string) => readonly AgendaLine[]
  map?: (kit: Kit, read: Reader, words: W) => readonly MapPoint[]
  /** Panels for a screen in a bar, shown one after another. */
  watch?: (kit: Kit, read: Reader, words: W) => readonly WatchSource[]
  /**
   * Beside the way to reach somebody, on the page of a record; `values`: those that everybody
   * reads, with the fields that keepers made.
   */
  beside?: (
    type: RecordType,
    id: string,
    values: Readonly<Record<string, unknown>>,
    words: W,
  ) => Html | undefined
  /** At the foot of a page, by its address and its HTML. */
  foot?: (path: string, page: string, words: W) => Html | undefined
  /** After the fields, on the page of any record of the commons. */
  onRecord?: (kit: Kit, read: Reader, words: W, type: RecordType, id: string) => Html | undefined
  /** The keeper's links beside *Corriger* on a record's page. */
  fromRecord?: (id: string, words: W) => readonly Readonly<{ href: string; words: string }>[]
  /** Records already there that a new one of this type may be: a warning, never a refusal. */
  alike?: (
    type: string,
    fields: Readonly<Record<string, unknown>>,
    read: Reader,
  ) => readonly Readonly<{ id: string; title: string }>[]
  /** What strips of agreement say of somebody of this name: before the keeper writes it. */
  strips?: (name: string, read: Reader) => readonly Strip[]
  /**
   * Where it is said what to do when a box is lost or stolen: the page where one is dismissed leads
   * there.
   */
  lost?: (words: W) => Readonly<{ href: string; words: string }>
  territory?: (read: Reader) => Territory | undefined
  /**
   * Who a member of this box is now, and how to call them; undefined once they are gone, and their
   * session with them.
   */
  member?: (read: Reader, id: string) => Member | undefined
  /** Whether somebody whom this box knows is called so. For the keeper's eyes alone. */
  knows?: (read: Reader, name: string) => boolean
  /** News that a member said they saw (`Waiting.news`). */
  seenNews?: (read: Reader, id: string) => readonly string[]
  /** Telephone numbers that a member keeps as their own. */
  ownPhones?: (read: Reader, id: string) => readonly string[]
  indicator?: (read: Reader, words: W, asked: FiguresAsked) => readonly Indicator[]
  /**
   * Looks for what a command needs and a turn must not compute, by the command's name. It runs on
   * the pages' side before the turn; `decide` gets the text as `at.looked`, and compares it with
   * what stands in the turn. Undefined: the command refuses.
   */
  looks?: Readonly<Record<string, (input: Input, read: Reader) => string | undefined>>
  /** The sentence beside the thanks for a visitor's record that waits. It runs after the commit. */
  onceSent?: (sent: Waits, read: Reader, words: W, today: string) => string
  /** How my types are recognised in a meeting page. */
  harvest?: readonly HarvestRule[]
}>

/**
 * The slots that a turn asks, or a check: those of a model. The others are asked by pages alone.
 */
export type ModelSlots<W = unknown> = Pick<
  Slots<W>,
  | 'alike'
  | 'territory'
  | 'member'
  | 'ownPhones'
  | 'indicator'
  | 'fate'
  | 'answered'
  | 'toGet'
  | 'strips'
>

/**
 * What a strip of agreement of somebody of that name says: in which notes, and whether they said no
 * or have not answered.
 */
export type Strip = Readonly<{
  name: string
  notes: string | null
  says: 'no' | 'awaited'
  isMinor: boolean
}>
