import { bare } from '../core/bare.ts'
import type { MadeField } from '../core/made.ts'
import type { FieldsOf, RecordType, RowOf, Space, Value } from '../core/schema.ts'
import type { BoxDecided, Boxes, RequestAnswered } from './boxes.ts'
import type { HeavyDoor } from './heavy.ts'
import type { Fingerprint, Hotspot } from './hotspot.ts'
import type { Letter, LetterRead, Sender } from './letter.ts'
import type { Machine } from './machine.ts'
import type { Opens } from './opens.ts'
import type { Mend, Owner } from './owner.ts'
import type { Paper } from './paper.ts'
import type { Role } from './permission.ts'
import type { Hand } from './same-hand.ts'
import type { AgendaLine, DoneLine, Indicator, MapPoint, Slots, Territory, Waiting } from './slots.ts'
import type { WatchSource } from './watch.ts'

/**
 * The contract of a brick. A brick is data and pure functions; the house calls them.
 * It sees the tables through `Reader`, decides through `Command`, and never writes by itself.
 */

/** Markup already built by `ui/html.ts`; `core` knows only its shape. */
export type Markup = Readonly<{ html: string }>
export type Lang = 'fr' | 'en'
/** As whom somebody asks; of a command or a page, the least role that it is for. A member's random id travels beside it, as `me`. */
export type Who = Role

/** What a form sent, or an address held: plain text, several values under one name as an array. */
export type Input = Readonly<Record<string, string | readonly string[]>>

export type Scalar = string | number | bigint | null
export type Row = Readonly<Record<string, unknown>>

/** How a list is asked for. `where` is SQL over the type's own columns, with `?` for `with`. */
export type Wanted = Readonly<{ where?: string; with?: readonly Scalar[]; order?: string; limit?: number; offset?: number }>

/**
 * The order of records that stand for a box, of which one is believed (its page's name, who keeps it): what this box wrote before
 * what came from another, whose page is its own; then the least id.
 */
export const OWN_FIRST = "_box IS NOT (SELECT value FROM mark WHERE key = 'box'), id"

/** The tables, to read. Every row is decoded by its schema; what was not written is null. */
export interface Reader {
  /** Any SELECT over published tables; values come as SQLite holds them. */
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  /** One record, as this space shows it; links of joined records already lead to the shown one, but in `home`, where each keeps its own. Default `commons`. */
  one<T extends RecordType>(type: T, id: string, space?: Space): RowOf<T> | undefined
  list<T extends RecordType>(type: T, wanted?: Wanted, space?: Space): readonly RowOf<T>[]
  count(type: RecordType, wanted?: Wanted, space?: Space): number
  /** The type and title of any record shown in the commons, for links. */
  called(id: string): Readonly<{ type: string; title: string; path: string | null }> | undefined
  /** Records of the commons whose field points at this one. */
  pointing(id: string, type?: string): readonly Readonly<{ type: string; id: string; field: string }>[]
  /**
   * *Ce qui a changé* in the commons, newest first: a field's new value, when, by whom, from which box. `whole`: for the keeper alone, with
   * the ways to be reached that show no more.
   */
  history(type: string, id: string, whole?: 'whole'): readonly Changed[]
  /** Fields that keepers made for a type, and what a record holds of them in a space. */
  madeFields(type: string): readonly MadeField[]
  made(type: string, id: string, space?: Space): Readonly<Record<string, unknown>>
  /** Records of the commons that a person's words find; see `projection/search.ts`. */
  search(words: string, types: readonly string[], most?: number): Search
  /**
   * Does some work for one record (or one part of a page) of which others may have written anything: what throws is left aside, and the
   * keeper is told. A fault of the disk is thrown on.
   */
  aside<T>(what: Readonly<{ type: string; id: string }>, work: () => T): T | undefined
  asides(): readonly Readonly<{ type: string; id: string }>[]
  /** When and by whom this record was last written in the commons, ms since 1970; unsure clocks are said so. */
  written(id: string): Readonly<{ first: number; last: number; sure: boolean; box: string; by: string }> | undefined
  /** This box, and those that it knows or that brought something. */
  boxes(): Boxes
  /** The machine that the box is, looked at now: for its keeper's pages alone. Undefined where nobody serves: a copy, a print. */
  machine(): Machine | undefined
  /** Fields of shown records of which two versions stand, the newest records first. */
  conflicts(most?: number): readonly Conflict[]
  /** Fields of this box's own records where another box wrote what this one alone says: it waits for the keeper. */
  theirs(most?: number): readonly Conflict[]
  /** The versions of a field that nobody replaced, the one that shows first; what was forgotten is none. */
  versions(of: Conflict): readonly Version[]
  /** Whether this record is read on this box's pages and nothing of it is in the commons (`RecordType.shownHere`). */
  staysHere(id: string): boolean
  /** The box that first wrote this record of the commons: what must not happen twice with it is decided there. */
  homeOf(type: string, id: string): string | undefined
  /** All the records that are one thing with this one, the one that shows first; itself alone when nobody joined it. */
  joinedWith(id: string): readonly string[]
  joins(id: string): readonly Join[]
  /** What stands of a record in the commons, write by write: for a join to say what was seen of it. */
  standing(type: string, id: string): readonly string[]
  /** The records on which everybody here reads this telephone number, or that had it, however it is spaced. */
  showing(number: string): readonly Readonly<{ type: string; id: string }>[]
  /** What was written since in records that show under another; of one set, or of all. */
  news(id?: string): readonly JoinedNews[]
}

/** Somebody said that these records are one thing. `seen`: what was seen, then or since, of those that show no more. */
export type Join = Readonly<{ id: string; these: readonly string[]; seen: readonly string[] }>
/** A value written in a record (`id`) that shows under another (`shown`), after these were joined. `names`: what a person has then seen. */
export type JoinedNews = Changed & Readonly<{ shown: string; id: string; type: string; names: readonly string[] }>

/** A field that several people wrote without seeing each other: what shows is the last of them, until a person settles it. */
export type Conflict = Readonly<{ type: string; id: string; space: Space; field: string }>
/** One of the versions of a field. `name`: which write it is, short enough for a form. */
export type Version = Changed & Readonly<{ name: string }>

/** One line of a record's history. `value` is undefined once forgotten. `untold`: a way to be reached that shows no more; its value is null. */
export type Changed = Readonly<{ field: string; value: unknown; on: number; sure: boolean; by: string; box: string; untold?: boolean }>
export type Hit = Readonly<{ id: string; type: string; title: string }>
/** `instead`: the spelling that was tried because the words asked found nothing. */
export type Search = Readonly<{ asked: string; instead?: string; hits: readonly Hit[]; more: boolean }>

/** One write that a command asks for. The log adds feed, stamp and `over`. `space` narrows (never widens) where all of it goes. */
export type Draft<T extends RecordType = RecordType> = Readonly<{
  type: T['name']
  record: string
  fields: FieldsOf<T> | Readonly<Record<string, Value>>
  space?: Space
  /** A choice between heads: written even when it is the value that already shows, over all of them. */
  settles?: boolean
}>
/** A draft whose fields are checked against its type by the compiler. */
export function draft<T extends RecordType>(type: T, record: string, fields: FieldsOf<T>, space?: Space): Draft {
  return { type: type.name, record, fields: fields as Draft['fields'], ...(space ? { space } : {}) }
}

/** A person's mistake: which field, and a sentence that says what to do; `others`, in the same form. The form comes back filled in. */
export type Refusal = Readonly<{ refused: string; field?: string; others?: readonly Readonly<{ refused: string; field: string }>[] }>
/**
 * The way back from what a turn did: a form of one button, that posts to another command.
 *
 * Shape   `words`: what stands on the button · `input`: ids and the like, never what somebody said: it is kept with the answer.
 */
export type Undo = Readonly<{ path: string; input: Readonly<Record<string, string>>; words: string }>
/** What a command decided: what to write, what to forget, where to go next, and the sentence shown there. */
export type Decision =
  | Readonly<{
      drafts: readonly Draft[]
      forget?: readonly Forgetting[]
      numbers?: readonly NumberForgotten[]
      /** All that is theirs in this box is forgotten (engine/forgetting/belonging.ts): by the member themselves, or by the keeper. */
      people?: readonly string[]
      /** What the keeper decides of other boxes: kept beside the log, in no feed. Only a keeper's command. */
      boxes?: readonly BoxDecided[]
      /** What they answer to what other boxes ask: a yes to a forgetting erases, and asks for a code. */
      requests?: readonly RequestAnswered[]
      /** What is asked of other boxes, or answered them: kept here, sealed for each, and gone with the next courier. */
      letters?: readonly Letter[]
      next?: string
      said?: string
      /** Stands beside `said`. */
      undo?: Undo
    }>
  | Refusal
  | Asking
/** Not a mistake: the same form comes back, filled in, with what more it may ask. Nothing is written yet. */
export type Asking = Readonly<{ asks: string }>
/**
 * Every write of a record, or of one of its fields, in every space; a whole record is removed as well, where it stands.
 * `past`: only what no longer shows. `copiedTo`: what was shown from this record, which then keeps only what that one still says.
 */
export type Forgetting = Readonly<{
  type: string
  record: string
  field?: string
  past?: boolean
  copiedTo?: Readonly<{ type: string; record: string }>
  /** Nothing else goes with it: a copy is taken off the page, and what it was shown from stays here. */
  alone?: boolean
  /** What this box alone keeps of it stays. */
  keepsHome?: boolean
}>

/**
 * A telephone number to forget wherever it stands, however it is spaced; `of`: the member whose it is. `theirs`: in what is that member's
 * alone, and not in what this box keeps to reach them; where others wrote it, it is hidden, and the keeper decides.
 */
export type NumberForgotten = Readonly<{ number: string; of: string; theirs?: true }>

/** The moment of a turn, given by the house: `core` reads neither clock nor chance. `today` is the village's day. */
export type Moment = Readonly<{
  now: number
  today: string
  by: Who
  /** The member who asks, when one does: a random id; and the name of their card. */
  me?: string
  called?: string
  /** The letter that is read, when another box asks. */
  letter?: Sender
  /** What a visitor sent before, of which they hold the ticket: the proposal, or the record that stays here. */
  ticket?: string
  lang: Lang
  newId: () => string
  /** The box that writes: its public name. */
  box: string
  /** How long this box has lived, ms: what must go after a time goes by it (lived.ts). */
  lived: () => number
  /** Whether a record is of the member who asks, to correct; whether they are who took it off. */
  isMine: (type: string, record: string) => boolean
  /** Whether a telephone is in the own file of the member who asks: whose another one is, is told to nobody. */
  isMyNumber: (number: string) => boolean
  /** The words of a text that name somebody else, or say what happens to them or where they live: by the guard, with who asks as its writer. */
  ofOthers: (text: string) => readonly string[]
  isWithdrawnByMe: (type: string, record: string) => boolean
  /** What every brick counts for those who decide, as a page may ask it too. */
  figures: () => readonly Indicator[]
  /**
   * Reads a form of this type (core/form.ts with the house's choices of links, themes and communes): fields, or the refusal to return.
   * `had`: the record that it edits, whose files it may keep; the files that came with the form are already stored.
   */
  fields: (
    type: RecordType,
    input: Input,
    only?: readonly string[],
    had?: Readonly<Record<string, unknown>>,
  ) => Readonly<{ fields: Readonly<Record<string, Value>> }> | Refusal
}>

/**
 * A verb of the field: `lend`, `giveBack`. `path` is where its form posts, `:id` and the like come in `input`.
 *
 * What a visitor without account sends (a command with `who: 'visitor'`): the house keeps it in `home`, and a proposal waits for
 * the keeper, who shows it (copies it to the commons) or refuses it. Only types of the brick's `grants` are taken; of a type that
 * never leaves this box nothing waits, since nothing would be shown.
 */
export type Command<W = unknown> = Readonly<{
  name: string
  path: string
  who: Who
  /** Only where nobody listens: https, or this machine itself. */
  private?: boolean
  /** Its form takes photos: nowhere else may a post of a brick be heavy. */
  photos?: boolean
  /** Units  milliseconds. Done once, not again before by the same browser or card; the keeper is not counted, nor what was refused. */
  onceIn?: number
  /** How often it may be done in that time, when more than once. */
  mostIn?: number
  /** The same again by the same person, within a day, is pointed out instead of written twice. */
  sentOnce?: boolean
  /** It can't be undone: one of the keeper's printed codes is asked for as well, under `code`. */
  coded?: boolean
  decide: (input: Input, read: Reader, at: Moment, words: W) => Decision
}>

/** Someone whom this box knows, as the house must know them. */
export type Member = Readonly<{ role: Role; name: string }>

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
  /** https, or this machine itself: elsewhere no page shows a private field of anybody, their own neither. */
  private: boolean
  now: number
  today: string
  /** How long this box has lived, ms (lived.ts). */
  lived: () => number
  /**
   * Hidden fields that every form must carry (turn id, form token): `html\`<form …>${ask.form()}…\``. A form that edits a
   * record names it, so that what it showed travels with it and nobody's change is replaced unseen. `all`: it shows every version that
   * stands, to choose one.
   */
  form: (edits?: Readonly<{ type: string; id: string; space?: Space; all?: boolean }>) => Markup
  /** The controls of a form of this type, filled from a record or from what was sent; `only` chooses and orders its fields. */
  fields: (type: RecordType, given?: Readonly<Record<string, unknown>>, only?: readonly string[]) => Markup
  /** A value as people read it: a day in words, a theme's label, a commune's name, hours as a sentence, a link as a link. */
  shown: (type: RecordType, field: string, value: unknown) => Markup
  /** The same in plain text, for paper. */
  told: (type: RecordType, field: string, value: unknown) => string
  /** The page of one record as its schema says it: crumbs, title, how to reach, fields in order, history, the keeper's acts. */
  record: (type: RecordType, id: string, more?: RecordMore) => Leaf | undefined
  /** What paper that is handed round may say of who a record is from, and of how to reach them (web/pages/on-paper.ts). */
  onPaper: (
    of: Readonly<{ type: string; id: string; who: string | null; reach: string | null }>,
  ) => Readonly<{ who: string; reach: string }>
  /** By whose card a record of the commons came, whatever name it bears: *par la carte de Josette*. For the keeper alone, where nobody listens. */
  byCard: (type: RecordType, id: string) => string | undefined
  /** What the commons hold of these fields of a record, each once, as *Où, « au local »*; what was forgotten or emptied is not said. */
  lines: (type: string, id: string, fields: readonly string[]) => readonly Markup[]
  /** The list of a type: filters of its schema, paging, acts. `item` says one line. */
  list: <T extends RecordType>(type: T, item: (row: RowOf<T>) => Markup, more?: ListMore) => Leaf
  territory: Territory | undefined
  /** The box where a record was first written, and who keeps its page as it says; undefined of what was written here. */
  hostOf: (id: string) => Host | undefined
  /** The name of a commune, of the territory or not, by its code; undefined when nobody here knows it. */
  communeNamed: (code: string) => string | undefined
  /** The box's clock was set since this start: else a day is said as *vers*, and an hour is not said. */
  sure: boolean
  /** What one types to read here, as one says it: `10.10.10.10`. Absent where nobody asks over a network. */
  address?: string
  /** For the keeper's page of boxes: what another box changed of ours, and what could not be read. */
  theirs: () => Markup
  /** *Aujourd'hui*, from every brick: short pieces of one sentence. */
  onToday: () => readonly Markup[]
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
  /** What takes place between two days of the village, both counted, and what is done, newest first: from every brick. */
  agenda: (from: string, to: string) => readonly AgendaLine[]
  done: () => readonly DoneLine[]
  /** Where it is said what to do when a box is lost or stolen, if a brick says it. */
  whenLost: () => Readonly<{ href: string; words: string }> | undefined
  /** What every brick counts for those who decide; what happens, from this day on. */
  figures: (since?: string) => readonly Indicator[]
  /** After a refusal: what was sent, the sentence, and its field. Absent on a plain GET. */
  again?: Readonly<{ input: Input; asks?: string } & Refusal>
  /** The sentence that a turn left for this page, with the way back where there is one. */
  said?: Markup
  /** What opens the page of a member: for the keeper alone. */
  opens?: (member: string) => Opens
  /** From which device somebody without a card sent this, which waits: an opaque name, never an address. */
  sentFrom?: (record: string) => Hand | undefined
}>
/** Another box: what it is called here, and how its own page says that its keeper is reached (nothing where that page did not come). */
export type Host = Readonly<{ called: string; keptBy: string; reach: string | null }>
/** What a brick adds to the page of one record. Anything absent is made from the schema. */
export type RecordMore = Readonly<{
  side?: string
  crumbs?: readonly Readonly<{ href?: string; words: string }>[]
  /** Under the title: how to reach. */
  reach?: Markup
  /** Before the fields. */
  lead?: Markup
  /** Fields that the list of values leaves out, because the page says them elsewhere. */
  hide?: readonly string[]
  /** After the fields: other sections. */
  after?: Markup
  aside?: Markup
  acts?: Markup
  current?: string
}>
export type ListMore = Readonly<{
  title?: string
  lead?: Markup
  acts?: Markup
  wanted?: Wanted
  path?: string
  current?: string
  empty?: Markup
  perPage?: number
}>
/**
 * A page's own part; the house puts the frame around it. `current` is the entry of the menu that it belongs to. `script`: a small one of
 * `public/`, without which the page works as well (law 7); its page alone is let run it.
 */
export type Leaf = Readonly<{
  title: string
  body: Markup
  current?: string
  script?: 'heure'
  foot?: readonly Markup[]
  /** It stands in the place of a page that whoever asks may not see: answered as refused, 403. */
  barred?: true
  /** Its address is a secret of who holds it: no browser keeps the page, nor tells the next one where it came from. */
  secret?: true
  /** Sound or film of this box is played in the page: its browser is let fetch them, from here alone. */
  plays?: boolean
  screen?: Screen
}>
/**
 * A document of its own, without the house's frame, that turns by itself: for a screen that nobody touches (`ui/screen.ts`).
 *
 * Shape   `panels`: how many it holds, each shown `seconds`; then the document at `next` is asked for. `look`: a class of its whole.
 *         `rest`: the panel that stands when nobody answers any more.
 */
export type Screen = Readonly<{ panels: number; seconds: number; next: string; look: string; rest: Markup; lang: Lang }>
export type Page<W = unknown> = Readonly<{
  path: string
  /** Default: everyone. */
  who?: Who
  /** For a screen on a wall: asked as anybody asks, whoever is signed in there, in the territory's language unless the address says another. */
  here?: boolean
  /** Undefined is *not found*. */
  show: (ask: Ask, read: Reader, words: W) => Leaf | undefined
}>

/**
 * What is printed of a brick: `/imprimer/KIND`, with `:id` when it is of one thing, and `bin/cocote print KIND [ID]`. `kind` is the print's
 * name on screen. `size` and the like come in the query. Undefined is *not found*.
 *
 * Law     a print shows what its reader may see: it is made for the `ask` that it is given, as a page is; what stays home is on a
 *         keeper's prints alone, and no drawing that leads somewhere stands where it would lead nowhere.
 */
export type Print<W = unknown> = Readonly<{
  kind: string
  /** Made of one record, or of one thing that an id names. */
  ofOne?: boolean
  who?: Who
  make: (ask: Ask, read: Reader, words: W) => Paper | undefined
  /** Of a print that could not be made: what it lacks, and what to do, in a sentence. */
  lacks?: (ask: Ask, read: Reader, words: W) => string | undefined
  /** The same to read on any screen, as a file that stands alone: no address in it leads anywhere, since nobody may follow it. */
  alone?: (ask: Ask, read: Reader, words: W) => Leaf | undefined
  /** Its figures, for a spreadsheet: a first line of heads, then the others. A number stays one, and is reckoned with. */
  rows?: (ask: Ask, read: Reader, words: W) => readonly (readonly (string | number)[])[]
}>

/** What only a brick can say of its own records beyond their rows: more tables, filled record by record. */
export interface TableWriter {
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  run(sql: string, ...params: readonly Scalar[]): void
}
export type Projection = Readonly<{
  types: readonly string[]
  tables: readonly string[]
  apply: (type: string, record: string, tables: TableWriter) => void
}>

/**
 * What the time has come to forget. `again`: when to ask once more, in ms that this box will have lived; undefined when nothing waits.
 *
 * Law     forgotten by the house itself, in `home` alone: what other boxes hold is asked of them by a person.
 */
export type Fading = Readonly<{ forget: readonly Forgetting[]; again?: number }>

/** The words of one record type: what forms, lists, pages and CSV say. */
export type TypeWords = Readonly<{
  one: string
  many: string
  /** *Ajouter une annonce*, in full, because French agrees. */
  add: string
  fields: Readonly<Record<string, Readonly<{ label: string; hint?: string; choices?: Readonly<Record<string, string>> }>>>
}>
export type BrickWords = Readonly<{ types: Readonly<Record<string, TypeWords>> }>

export type Brick<W extends BrickWords = BrickWords> = Readonly<{
  name: string
  records: readonly RecordType[]
  commands: readonly Command<W>[]
  /** What another box may ask of this one. */
  letters?: readonly LetterRead<W>[]
  /** Another brick writes these in a turn: what other boxes must be told of it. */
  follows?: (drafts: readonly Draft[], read: Reader) => readonly Letter[]
  /** What ends with a member who is forgotten, as the others of it are told: written by the house, beside what goes, and nothing of them in it. */
  endedWith?: (member: string, read: Reader, at: Moment, words: W) => readonly Draft[]
  pages: readonly Page<W>[]
  prints?: readonly Print<W>[]
  projections?: readonly Projection[]
  slots?: Slots<W>
  /** What the house forgets by itself when its time has come: asked at each start, after this brick's turns, and when it said. */
  fades?: (read: Reader, lived: number) => Fading
  /** Types of other bricks that it reads; `?` copes without. */
  reads?: readonly string[]
  /** Types that a visitor without account may send; they wait in `home` until the keeper shows them. */
  grants?: readonly string[]
  /** How files too large to be held come in and go out by it. */
  heavy?: HeavyDoor<W>
  /** It is of this counter alone: a copy of the commons leaves its pages out. */
  hereOnly?: boolean
  /** Whose a record is: what a member may write, and write again. Types that are not named here are nobody's but the keeper's. */
  owners?: Readonly<Record<string, Owner>>
  /** Types that whoever's card wrote them first has signed, whosever they are: they go with that member. */
  signs?: readonly string[]
  /** What members correct and withdraw of what is theirs, by type. */
  mends?: Readonly<Record<string, Mend>>
  /** Types that no member writes and that link to none: nothing of them goes with anybody. */
  nobodys?: readonly string[]
  words: Readonly<{ fr: W; en: W }>
}>
/** Declares a brick; the list in `app/bricks.ts` forgets which words are whose. */
export function brick<const W extends BrickWords>(declared: Brick<W>): Brick {
  bare(declared.words)
  return declared as unknown as Brick
}
