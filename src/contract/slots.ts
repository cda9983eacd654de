import type { Input } from '../core/form/input.ts'
import type { RecordType, Value } from '../core/schema.ts'
import type { HarvestRule } from '../text/harvest/rule.ts'
import type { WatchSource } from './box/watch.ts'
import type { CommandContext, Member } from './command.ts'
import type { Draft, Forgetting, Undo } from './decision.ts'
import type { BesideTicket, Fate, PendingRecord } from './fate.ts'
import type { FiguresAsked, Indicator } from './figures.ts'
import type { Html } from './html.ts'
import type { Kit } from './kit.ts'
import type { Role } from './permission.ts'
import type { Reader } from './reader.ts'
import type { PageQuestion, SearchFinds } from './search.ts'
import type { Territory } from './territory.ts'
import type { ToDo, ToDoReader } from './to-do.ts'
import type { FirstStep, Tool } from './tool.ts'

/**
 * Slots: the places of the house that every brick may fill (the home page, the menu, the map, the
 * agenda, the figures for the council). A brick declares a function for each slot that it fills
 * (`Slots`, at the end); the house calls those of all bricks and puts the results together. A slot
 * may read tables. A slot writes nothing. One of the list in `engine/guarded-slots.ts` is left out
 * when it throws on a record. The slot `home` has nothing to do with the space `home`.
 */

/**
 * A section of the home page. A lower `order` stands first. `row`: the upper row of notices, or the
 * lower one. `side`: its colour. `more`: the link at its end.
 */
export type HomeSection = Readonly<{
  order: number
  row: 'board' | 'low'
  side: string
  title: string
  more?: Readonly<{ href: string; words: string }>
  /** Addresses of records that the section shows as done: *Ça s’est fait* leaves them out. */
  tells?: readonly string[]
  body: Html
}>
/**
 * A link at the top of the home page: *Je propose*. A lower `order` stands first. `side`: its
 * colour.
 */
export type HomeLink = Readonly<{ order: number; href: string; words: string; side: string }>
/**
 * One line of an agenda: a day (`2026-11-28`), perhaps its first and last hour (`18:00`), the title
 * and place of the event, and the address of its page. `note`: what is particular of this date, as
 * *au lieu du jeudi 12 novembre*. `struck`: it is cancelled, and its note says why; or it moved,
 * and its note says to which day.
 */
export type AgendaLine = Readonly<{
  day: string
  time?: string
  until?: string
  title: string
  where: string
  href: string
  id: string
  /** Its INSEE code. */
  commune?: string
  note?: string
  struck?: 'cancelled' | 'moved'
}>
/** A piece of what today is. */
export type TodayPiece = Html | Readonly<{ later: Html }>
/**
 * One line of *Ça s’est fait*. `said`: the words of people in it; without it, the whole title is
 * theirs.
 */
export type DoneLine = Readonly<{
  day: string
  title: string
  where: string
  href?: string
  said?: readonly string[]
}>
/**
 * A point of the map. `title`: the title of the record alone, without its kind or its place.
 * `point`: latitude and longitude, in degrees. Without it, the point stands in the commune with
 * this INSEE code. `layer`: the words of its group, in the key of the map. `kind`: the key of the
 * words that stand beside its title in the list (`Kit.wordAt`).
 */
export type MapPoint = Readonly<{
  title: string
  href: string
  point?: readonly [number, number]
  commune?: string
  layer: string
  kind?: string
}>
/** Sorts by `order`, lowest first. Items without one come last, in their order. */
export const inOrder = <T extends Readonly<{ order?: number }>>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE))
/**
 * An act of the last month that the keeper may undo, on the page `/tenir/retire`. `under`: its
 * heading, of what was shown or of records that were joined into one. `told`: when and by whom.
 * `act`: the text of the button. `undo`: the post of the button.
 */
export type Undoable = Readonly<{
  under: 'shown' | 'joined'
  title: string
  told: string
  act: string
  undo: Pick<Undo, 'path' | 'input'>
}>
/**
 * Columns beside those of a printed list. `of`: the cells of a record, one under each head;
 * undefined for a record that the list leaves out.
 */
export type ListBesides = Readonly<{
  heads: readonly string[]
  of: (id: string) => readonly string[] | undefined
}>
/** An entry of the menu. `words`: those of the title (`h1`) of the page that it leads to. */
export type MenuEntry = Readonly<{ order: number; href: string; words: string }>

/**
 * The pieces that a brick gives to turns and to pages of others: the home page, the menu, the map,
 * the agenda. A slot may read tables. It writes nothing. `kit`: the tools of a page. `read`: the
 * tables. `words`: the sentences of the brick.
 */
export type Slots<W = unknown> = Readonly<{
  /** Entries of the menu. */
  menu?: (words: W) => readonly MenuEntry[]
  /** Links for the keeper’s own page, to acts that no other page leads to. */
  tools?: (words: W, read: Reader) => readonly Tool[]
  /** Steps of the first days of a box. */
  firstSteps?: (words: W, read: Reader) => readonly FirstStep[]
  /** HTML under the tools, on the keeper's page. */
  underTools?: (kit: Kit, read: Reader, words: W) => Html | undefined
  /** Acts of the last month that the keeper may undo. */
  undoable?: (kit: Kit, read: Reader, words: W) => readonly Undoable[]
  /** Counts of what waits for this reader. */
  waits?: (whom: ToDoReader, read: Reader, words: W) => readonly ToDo[]
  /**
   * The state of a record of this brick that a person sent; undefined for an unknown record. A type
   * of `grants` whose fields all stay in `home` does not wait for the keeper: its sender gets a
   * ticket only when its brick has this slot. A type that waits has its ticket without it.
   */
  fate?: (type: string, id: string, read: Reader) => Fate | undefined
  /**
   * What is new for the holder of a ticket, a line each: `id` is the record that shows what they
   * sent, or the record itself where it never shows.
   */
  onTicket?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: RecordType; id: string }>,
  ) => readonly Html[]
  /**
   * The acts of the holder of a ticket on the record that shows what they sent, beside *Corriger*:
   * forms that post under the address of the ticket (`Command.byTicket`).
   */
  ticketActs?: (kit: Kit, read: Reader, words: W, id: string) => readonly Html[]
  /**
   * Given a record in which others wrote too: what is written and erased when the holder of its
   * ticket takes back what is theirs. Undefined for a record that goes whole.
   */
  withdrawn?: (
    type: string,
    id: string,
    read: Reader,
  ) => Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }> | undefined
  /**
   * The page of a ticket, for its holder, of a record that they go on with: what is said in it, and
   * their acts, which post under the address of the ticket (`Command.byTicket`). Undefined for a
   * record that is only corrected or taken back.
   */
  ticketed?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: string; id: string; path: string; ticket: string }>,
  ) => Html | undefined
  /** What the others read as called off, once the holder of a ticket takes all back: sentences. */
  callsOff?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: string; id: string; ticket: string }>,
  ) => readonly string[]
  /**
   * What the holder of the ticket of a shown notice goes on with besides: the threads about it in
   * which they are the one of the notice. Undefined where there is none.
   *
   * Shape   `threads`: the records that a new one of theirs may lead to. `own`: what they may write
   *         or erase besides. `shown`: the fields of their shown notice that they may write.
   *         `drafts`, `forget`: what is written and erased when they take the notice back.
   */
  byNotice?: (ticket: string, read: Reader) => BesideTicket | undefined
  /** Whether somebody answered this record of the commons. */
  answered?: (id: string, read: Reader) => boolean
  /** The name of each person who passes on a reply that waits for the sender. `''`: the keeper. */
  toGet?: (id: string, read: Reader) => readonly string[]
  /**
   * Links beside a member’s own page. `always`: the black bar shows it, even when nothing waits
   * there.
   */
  mine?: (words: W) => readonly Readonly<{ href: string; words: string; always?: true }>[]
  /** Links at the top of the home page. */
  doors?: (words: W) => readonly HomeLink[]
  /**
   * *Aujourd'hui*: short pieces of one sentence, without final stop; `later` is of no day, or of
   * another one, and never stands behind the day's tag.
   */
  today?: (kit: Kit, read: Reader, words: W) => readonly TodayPiece[]
  /** Sections of the home page. */
  home?: (kit: Kit, read: Reader, words: W) => readonly HomeSection[]
  /**
   * Other names of a thing, by one of them or by its English name: *boules* of *pétanque*; and by a
   * word of here (decision 0077), read once a search.
   */
  otherNames?: (kit: Kit, read: Reader) => (name: string) => readonly string[]
  /** What a search finds beside words of the commons: words of `home`, answers, events of a day. */
  finds?: (kit: Kit, read: Reader, words: W, asked: string) => SearchFinds | undefined
  /** What may answer a search, where nothing surely does and its words find it in part or not. */
  likely?: (kit: Kit, read: Reader, words: W, asked: string) => SearchFinds | undefined
  /**
   * The facts for which people look up a record, as its own page shows them: the hours and the
   * telephone of a place, the day of an event. Undefined for a type that the brick does not have.
   */
  facts?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: string; id: string }>,
  ) => Html | undefined
  /** What people ask the search about the page itself: the same questions in each language. */
  questions?: (words: W) => readonly PageQuestion[]
  /** What becomes of words that were searched and not found: *L’écrire comme demande*. */
  unfound?: (words: W, asked: string, by: Role) => readonly HomeLink[]
  /** *Ça s'est fait*: newest first. */
  done?: (kit: Kit, read: Reader, words: W) => readonly DoneLine[]
  /** Events between two days (`2026-11-28`), both included. */
  agenda?: (
    kit: Kit,
    read: Reader,
    words: W,
    days: Readonly<{ from: string; to: string }>,
  ) => readonly AgendaLine[]
  /** Points of the map. */
  map?: (kit: Kit, read: Reader, words: W) => readonly MapPoint[]
  /** Panels for a screen in a bar, shown one after another. */
  watch?: (kit: Kit, read: Reader, words: W) => readonly WatchSource[]
  /**
   * HTML beside the way to reach somebody, on the page of a record. `values`: those that everybody
   * reads, with the fields that keepers made.
   */
  beside?: (
    type: RecordType,
    id: string,
    values: Readonly<Record<string, unknown>>,
    words: W,
  ) => Html | undefined
  /**
   * The open notices of a member that this notice surely meets: what was done of it may have ended
   * theirs too. What comes back each week is left out.
   */
  ownMet?: (
    kit: Kit,
    read: Reader,
    of: Readonly<{ notice: string; author: string }>,
  ) => readonly Readonly<{ id: string; title: string }>[]
  /** HTML at the foot of a page, by its address and its HTML. */
  foot?: (path: string, page: string, words: W) => Html | undefined
  /** HTML above the form that corrects a record: who counts on it as it is. */
  beforeMend?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: RecordType; id: string }>,
  ) => Html | undefined
  /** HTML after the fields, on the page of any record of the commons. */
  onRecord?: (
    kit: Kit,
    read: Reader,
    words: W,
    of: Readonly<{ type: RecordType; id: string }>,
  ) => Html | undefined
  /** The keeper's links beside *Corriger* on a record's page. */
  fromRecord?: (id: string, words: W) => readonly Readonly<{ href: string; words: string }>[]
  /**
   * What a printed list of a type says of each record besides its fields. Undefined for a type that
   * the brick does not have.
   */
  onList?: (kit: Kit, read: Reader, words: W, type: string) => ListBesides | undefined
  /** Existing records that may be the same thing as a new one: a warning, never a refusal. */
  alike?: (
    type: string,
    fields: Readonly<Record<string, unknown>>,
    read: Reader,
  ) => readonly Readonly<{ id: string; title: string }>[]
  /**
   * Other records that come with one of this type in a table, as the changed dates of a series.
   * `comes`: their type. `records`: their fields, for the record of this id; `said` is what its
   * line holds under the name of the column. `dayOf`: the day that such a record is about, by which
   * what a file says and what a person here said are told to be about the same.
   */
  besides?: Readonly<{
    type: string
    comes: string
    column: string
    dayOf: (fields: Readonly<Record<string, unknown>>) => string
    records: (id: string, said: string) => readonly Readonly<Record<string, Value>>[]
  }>
  /**
   * What the words of a record tell where its fields are empty, for those that a table brings in,
   * as the form of its type does. It is asked once for a table, and the answer once for a record.
   * Undefined for a type that the brick does not read so.
   */
  tells?: (
    type: string,
    read: Reader,
    at: Readonly<{ today: string; territory: Territory | undefined }>,
  ) => ((fields: Readonly<Record<string, Value>>) => Readonly<Record<string, Value>>) | undefined
  /** Strips of agreement of people with this name, for the keeper who is about to write it. */
  strips?: (name: string, read: Reader) => readonly Strip[]
  /**
   * The page that says what to do when a box is lost or stolen. The page for dismissing a box links
   * to it.
   */
  lost?: (words: W) => Readonly<{ href: string; words: string }>
  /** The territory of the page, from the brick that has it. */
  territory?: (read: Reader) => Territory | undefined
  /** The role and name of a member; undefined once they are gone, which ends their session. */
  member?: (read: Reader, id: string) => Member | undefined
  /** Whether this box knows somebody of this name. For the keeper’s eyes alone. */
  knows?: (read: Reader, name: string) => boolean
  /** Names of the people here whom one of these telephones reaches. For the keeper’s eyes alone. */
  numbersKnown?: (read: Reader, numbers: readonly string[]) => readonly string[]
  /** Keys of the news that a member has seen (`news`). */
  seenNews?: (read: Reader, id: string) => readonly string[]
  /**
   * What is written once a member saw the news of this key, where the brick keeps by itself what
   * they saw. Undefined for a key of another brick. What is new since that key stays new.
   */
  sees?: (
    key: string,
    read: Reader,
    who: Pick<CommandContext, 'by' | 'me'>,
  ) => readonly Draft[] | undefined
  /** Telephone numbers that a member keeps as their own. */
  ownPhones?: (read: Reader, id: string) => readonly string[]
  /** Figures for those who decide. */
  indicator?: (read: Reader, words: W, asked: FiguresAsked) => readonly Indicator[]
  /**
   * Searches that a command needs and a turn must not make, by the command’s name. They run on the
   * pages’ side before the turn. `decide` gets the text as `at.looked`, and compares it with the
   * tables of the turn. Undefined: the command refuses.
   */
  looks?: Readonly<Record<string, (input: Input, read: Reader) => string | undefined>>
  /**
   * The sentence beside the thanks for a visitor’s record that waits. It is made after the commit.
   */
  onceSent?: (sent: PendingRecord, read: Reader, words: W, today: string) => string
  /** Rules that recognise this brick’s types in a page of notes. */
  harvest?: readonly HarvestRule[]
}>

/** The slots that turns and checks use, as a model declares them. Pages use all slots. */
export type ModelSlots<W = unknown> = Pick<
  Slots<W>,
  | 'alike'
  | 'territory'
  | 'member'
  | 'ownPhones'
  | 'sees'
  | 'indicator'
  | 'fate'
  | 'withdrawn'
  | 'byNotice'
  | 'answered'
  | 'toGet'
  | 'strips'
>

/**
 * A strip of agreement of somebody with this name: the paper by which a person agrees that a page
 * of notes names them. `notes`: the title of these notes. `says`: they said no, or have not
 * answered.
 */
export type Strip = Readonly<{
  name: string
  notes: string | null
  says: 'no' | 'awaited'
  isMinor: boolean
}>
