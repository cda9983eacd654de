import type { MadeField } from '../core/made.ts'
import type { RecordType, RowOf, Space } from '../core/schema.ts'
import type { SpokenSearch } from '../text/searching/asked.ts'
import type { Boxes } from './box/boxes.ts'
import type { Machine } from './box/machine.ts'
import type { PublishedHere } from './published.ts'

/**
 * The read-only view of the tables, for the pages and commands of a brick: records by type, lists,
 * history, search, versions, other boxes. The tables are made from the log (`projection/` makes
 * them); a brick reads its own types and those that it names, and never writes here.
 * A record has a row in each space in which it was written: the `commons`, which every box reads;
 * `network`, which paired boxes exchange; `home`, which stays in this box.
 */

/** A value that SQL takes as a parameter. */
export type Scalar = string | number | bigint | null

/** A row of any SELECT, as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>

/**
 * A query for a list. `where`: SQL over the type’s own columns, with `?` for each value of `with`.
 * `order`: SQL after ORDER BY. `limit`, `offset`: how many rows, after how many.
 */
export type ListQuery = Readonly<{
  where?: string
  with?: readonly Scalar[]
  order?: string
  limit?: number
  offset?: number
}>

/**
 * The SQL order for records of which a page uses one, such as the record with its name and its
 * keeper: records of this box first, then by id.
 */
export const OWN_FIRST = "_box IS NOT (SELECT value FROM mark WHERE key = 'box'), id"

/**
 * The read-only tables, as a brick sees them. Rows are decoded by their schema; a field without a
 * value is null.
 */
export interface Reader {
  /**
   * The reads that other bricks publish.
   *
   * Errors  throws on a name that the brick’s `reads` does not have.
   */
  readonly published: PublishedHere
  /** The record types of this box, by name. */
  readonly types: ReadonlyMap<string, RecordType>
  /**
   * Any SELECT over the brick’s own tables, the engine’s, and those of its `reads`. Values come as
   * SQLite holds them.
   */
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  /**
   * One record in a space, `commons` by default. Links to a joined record lead to the shown one,
   * except in `home`.
   */
  one<T extends RecordType>(type: T, id: string, space?: Space): RowOf<T> | undefined
  /** The records of a type in a space that no removal took off. */
  list<T extends RecordType>(type: T, wanted?: ListQuery, space?: Space): readonly RowOf<T>[]
  /** How many `list` would give. */
  count(type: RecordType, wanted?: ListQuery, space?: Space): number
  /** The title of a record in a space, also of one that was taken off. Empty where it has none. */
  storedTitle(type: RecordType, id: string, space?: Space): string
  /** The type, title and address of any record of the commons, for links. */
  called(id: string): Readonly<{ type: string; title: string; path: string | null }> | undefined
  /** Records of the commons whose field points at this one. */
  pointing(
    id: string,
    type?: string,
  ): readonly Readonly<{ type: string; id: string; field: string }>[]
  /**
   * The history of a record in the commons (*Ce qui a changé*), newest first. `whole`: for the
   * keeper alone, with former words, points, links and ways to be reached.
   */
  history(type: string, id: string, whole?: 'whole'): readonly HistoryLine[]
  /** The history of what stays in this box of a record, newest first, for the keeper alone. */
  homeHistory(type: string, id: string): readonly HistoryLine[]
  /** The fields that keepers made for a type (`core/made.ts`). */
  madeFields(type: string): readonly MadeField[]
  /** The values of a record in those fields, by the id of the field. */
  made(type: string, id: string, space?: Space): Readonly<Record<string, unknown>>
  /** Records of the commons, of these types, that contain the searched words; `most` of them. */
  search(words: string, types: readonly string[], most?: number): Search
  /** The same with the words as they are typed: no other spelling is tried. */
  searchTyped(words: string, types: readonly string[], most?: number): readonly Hit[]
  /**
   * Records of the commons, of these types, that answer a search as people speak, the best first:
   * not every word must be there.
   */
  lookFor(asked: LookedFor, types: readonly string[], most?: number): SpokenFind
  /**
   * Does some work for one record or one part of a page. When it throws on values that others
   * wrote, the result is undefined and `unread` lists the record for the keeper. A fault of the
   * disk is thrown on.
   */
  attempt<T>(what: Readonly<{ type: string; id: string }>, work: () => T): T | undefined
  /**
   * The result of this work, kept under this name until something that it read is written; made at
   * once where nothing is kept. The name says all else that it depends on. `bytesOf`: what it takes
   * in memory; undefined: it is not worth its room.
   */
  keep<T>(name: string, work: () => T, bytesOf: (made: T) => number | undefined): T
  /** The same of several ids: those that are not held are made, together. `bytesOf`: of one. */
  keepEach<T>(
    name: string,
    ids: readonly string[],
    work: (ids: readonly string[]) => ReadonlyMap<string, T>,
    bytesOf: (made: T) => number,
  ): readonly T[]
  /** The records that a projection of a brick, or `attempt` of this reader, could not read. */
  unread(): readonly Readonly<{ type: string; id: string }>[]
  /**
   * When and by whom a record of the commons was written, in milliseconds since 1970. `sure`: the
   * clock of that box was set.
   */
  written(
    id: string,
  ): Readonly<{ first: number; last: number; sure: boolean; box: string; by: string }> | undefined
  /** This box, the boxes that it knows, and those that brought something. */
  boxes(): Boxes
  /**
   * The state of the computer now, for the keeper’s pages alone. Undefined in a copy or a print.
   */
  machine(): Machine | undefined
  /** The fields of shown records with two versions or more, the newest records first. */
  conflicts(most?: number): readonly Conflict[]
  /**
   * The fields of this box’s own records in which another box wrote a value that only this box
   * decides. They wait for the keeper.
   */
  theirs(most?: number): readonly Conflict[]
  /**
   * The versions of a field that no write replaced, the shown one first; forgotten ones are left
   * out.
   */
  versions(of: Conflict): readonly Version[]
  /**
   * Whether this record is read on this box's pages and nothing of it is in the commons
   * (`RecordType.shownHere`, `RecordType.shownByCard`).
   */
  staysHere(id: string): boolean
  /** Whether only people who hold a card read this record (`RecordType.shownByCard`). */
  isByCard(id: string): boolean
  /**
   * The box that first wrote this record of the commons; it decides acts that must happen once.
   * Undefined for a record that was never in the commons. (The space `home` is something else.)
   */
  homeOf(type: string, id: string): string | undefined
  /**
   * The ids of all the records joined with this one, the shown one first. Without a join, its id
   * alone.
   */
  joinedWith(id: string): readonly string[]
  /** Whether a record of `home` names this member in its field `author`, `member` or `writer`. */
  isKeptFor(of: Readonly<{ type: string; id: string }>, member: string): boolean
  /** The joins that name this record. */
  joins(id: string): readonly Join[]
  /**
   * The names of the current writes of a record in the commons. A join stores them, to tell later
   * what its author had seen.
   */
  standing(type: string, id: string): readonly string[]
  /** The records that show this telephone number, or showed it, however it is spaced. */
  showing(number: string): readonly Readonly<{ type: string; id: string }>[]
  /**
   * The values written in joined records that do not show, since somebody joined them. `id`: one
   * set of joined records; default: all.
   */
  news(id?: string): readonly JoinedNews[]
}

/**
 * The reader of the engine, which reads everything. `as`: the reader of one brick, the same object
 * each time.
 */
export interface WholeReader extends Reader {
  as(brick: string): Reader
}
/** The reader without published reads. */
export type TableReader = Omit<Reader, 'published'>

/**
 * A join: somebody called these records one thing. `seen`: the writes of the records that no longer
 * show, as far as a person has looked at them.
 */
export type Join = Readonly<{ id: string; these: readonly string[]; seen: readonly string[] }>

/**
 * A value written in a joined record (`id`) that shows under another one (`shown`). `names`: the
 * writes that a person has seen once they have looked at it.
 */
export type JoinedNews = HistoryLine &
  Readonly<{ shown: string; id: string; type: string; names: readonly string[] }>

/**
 * A field that several people wrote without seeing each other’s value. The last one shows until a
 * person chooses.
 */
export type Conflict = Readonly<{ type: string; id: string; space: Space; field: string }>

/** One version of a field. `name`: a short name of its write, for a form. */
export type Version = HistoryLine & Readonly<{ name: string }>

/**
 * One line of a record’s history: who wrote which value of a field, and when. `value` is undefined
 * after an erasure. `on`: milliseconds since 1970 by the clock of that box; `sure`: that clock was
 * set. `by`: the role, or a member’s id. `untold`: words, a point, a link or a way to be reached
 * that no longer shows, or a value that its box wrote over before it came here; its value is null.
 */
export type HistoryLine = Readonly<{
  field: string
  value: unknown
  on: number
  sure: boolean
  by: string
  box: string
  untold?: boolean
}>

/**
 * A search as people speak. `onDays`: records that take place on the days that it names; where it
 * names a commune and nothing else, those that take place there soon, the soonest first. `isWord`:
 * whether the dictionary knows a folded word, which is then no mistake. `otherNames`: other names
 * of what a folded word names, tried where hardly any record says the word. `respelled`: words that
 * a wrong word sounds like.
 */
export type LookedFor = SpokenSearch &
  Readonly<{
    onDays?: readonly string[]
    isWord: (word: string) => boolean
    otherNames?: (word: string) => readonly string[]
    respelled?: (word: string) => readonly string[]
  }>

/** A record that a search found. */
export type Hit = Readonly<{ id: string; type: string; title: string }>

/**
 * The result of a search. `asked`: the words as typed. `instead`: another spelling, searched
 * because the typed words found nothing. `more`: there are more hits.
 */
export type Search = Readonly<{
  asked: string
  instead?: string
  hits: readonly Hit[]
  more: boolean
}>

/**
 * How much of a spoken search a record holds: all its words, one of them in its title; other names
 * of them; all of them, in its text alone; or some.
 */
export type Holding = 'all' | 'named' | 'text' | 'some'
/** `said`: words that its text says, and its title does not. */
export type SpokenHit = Hit & Readonly<{ holds: Holding; said?: readonly string[] }>
/**
 * The result of a spoken search. `isOtherDay`: the first hit tells of another day than the one that
 * is asked.
 */
export type SpokenFind = Omit<Search, 'hits'> &
  Readonly<{ hits: readonly SpokenHit[]; isOtherDay: boolean }>
