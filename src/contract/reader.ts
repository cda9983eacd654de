import type { MadeField } from '../core/made.ts'
import type { RecordType, RowOf, Space } from '../core/schema.ts'
import type { Boxes } from './box/boxes.ts'
import type { Machine } from './box/machine.ts'
import type { PublishedHere } from './published.ts'

export type Scalar = string | number | bigint | null

export type Row = Readonly<Record<string, unknown>>

/** How a list is asked for. `where` is SQL over the type's own columns, with `?` for `with`. */
export type ListQuery = Readonly<{
  where?: string
  with?: readonly Scalar[]
  order?: string
  limit?: number
  offset?: number
}>

/**
 * The SQL order of records that stand for a box, of which one is believed (its page’s name, its
 * keeper): those of this box first, those of another box after, then by id.
 */
export const OWN_FIRST = "_box IS NOT (SELECT value FROM mark WHERE key = 'box'), id"

/** The tables, to read. Every row is decoded by its schema; what was not written is null. */
export interface Reader {
  /**
   * The reads that other bricks publish.
   *
   * Errors  a name that the brick does not give in its `reads` is a fault of ours, and throws.
   */
  readonly published: PublishedHere
  /** The record types of this house, by name. */
  readonly types: ReadonlyMap<string, RecordType>
  /**
   * Any SELECT over its own tables, the house's, and those that its `reads` name; values come as
   * SQLite holds them.
   */
  all(sql: string, ...params: readonly Scalar[]): readonly Row[]
  /**
   * One record, as this space shows it; links of joined records already lead to the shown one, but
   * in `home`, where each keeps its own. Default `commons`.
   */
  one<T extends RecordType>(type: T, id: string, space?: Space): RowOf<T> | undefined
  list<T extends RecordType>(type: T, wanted?: ListQuery, space?: Space): readonly RowOf<T>[]
  count(type: RecordType, wanted?: ListQuery, space?: Space): number
  /** The type and title of any record shown in the commons, for links. */
  called(id: string): Readonly<{ type: string; title: string; path: string | null }> | undefined
  /** Records of the commons whose field points at this one. */
  pointing(
    id: string,
    type?: string,
  ): readonly Readonly<{ type: string; id: string; field: string }>[]
  /**
   * *Ce qui a changé* in the commons, newest first: a field's new value, when, by whom, from which
   * box. `whole`: for the keeper alone, with the ways to be reached that show no more.
   */
  history(type: string, id: string, whole?: 'whole'): readonly Changed[]
  /** Fields that keepers made for a type, and what a record holds of them in a space. */
  madeFields(type: string): readonly MadeField[]
  made(type: string, id: string, space?: Space): Readonly<Record<string, unknown>>
  /** Records of the commons that a person's words find; see `projection/search.ts`. */
  search(words: string, types: readonly string[], most?: number): Search
  /**
   * Does some work for one record (or one part of a page) of which others may have written
   * anything: what throws is left aside, and the keeper is told. A fault of the disk is thrown on.
   */
  aside<T>(what: Readonly<{ type: string; id: string }>, work: () => T): T | undefined
  asides(): readonly Readonly<{ type: string; id: string }>[]
  /**
   * When and by whom this record was last written in the commons, ms since 1970; unsure clocks are
   * said so.
   */
  written(
    id: string,
  ): Readonly<{ first: number; last: number; sure: boolean; box: string; by: string }> | undefined
  /** This box, and those that it knows or that brought something. */
  boxes(): Boxes
  /**
   * The machine that the box is, looked at now: for its keeper's pages alone. Undefined where
   * nobody serves: a copy, a print.
   */
  machine(): Machine | undefined
  /** Fields of shown records of which two versions stand, the newest records first. */
  conflicts(most?: number): readonly Conflict[]
  /**
   * Fields of this box's own records where another box wrote what this one alone says: it waits for
   * the keeper.
   */
  theirs(most?: number): readonly Conflict[]
  /**
   * The versions of a field that nobody replaced, the one that shows first; what was forgotten is
   * none.
   */
  versions(of: Conflict): readonly Version[]
  /**
   * Whether this record is read on this box's pages and nothing of it is in the commons
   * (`RecordType.shownHere`).
   */
  staysHere(id: string): boolean
  /**
   * The box that first wrote this record of the commons: what must not happen twice with it is
   * decided there.
   */
  homeOf(type: string, id: string): string | undefined
  /**
   * All the records that are one thing with this one, the one that shows first; itself alone when
   * nobody joined it.
   */
  joinedWith(id: string): readonly string[]
  /** Whether this box keeps a record under a member: as its author, its member or its writer. */
  isKeptFor(of: Readonly<{ type: string; id: string }>, member: string): boolean
  joins(id: string): readonly Join[]
  /**
   * What stands of a record in the commons, write by write: for a join to say what was seen of it.
   */
  standing(type: string, id: string): readonly string[]
  /**
   * The records on which everybody here reads this telephone number, or that had it, however it is
   * spaced.
   */
  showing(number: string): readonly Readonly<{ type: string; id: string }>[]
  /** What was written since in records that show under another; of one set, or of all. */
  news(id?: string): readonly JoinedNews[]
}

/**
 * The reader of the house, which may read everything. `as`: the reader of one brick, the same one
 * each time.
 */
export interface WholeReader extends Reader {
  as(brick: string): Reader
}
/** The tables, without what bricks publish. */
export type TableReader = Omit<Reader, 'published'>

/**
 * Somebody said that these records are one thing. `seen`: what was seen, then or since, of those
 * that show no more.
 */
export type Join = Readonly<{ id: string; these: readonly string[]; seen: readonly string[] }>

/**
 * A value written in a record (`id`) that shows under another (`shown`), after these were joined.
 * `names`: what a person has then seen.
 */
export type JoinedNews = Changed &
  Readonly<{ shown: string; id: string; type: string; names: readonly string[] }>

/**
 * A field that several people wrote without seeing each other: what shows is the last of them,
 * until a person settles it.
 */
export type Conflict = Readonly<{ type: string; id: string; space: Space; field: string }>

/** One of the versions of a field. `name`: which write it is, short enough for a form. */
export type Version = Changed & Readonly<{ name: string }>

/**
 * One line of a record's history. `value` is undefined once forgotten. `untold`: a way to be
 * reached that shows no more; its value is null.
 */
export type Changed = Readonly<{
  field: string
  value: unknown
  on: number
  sure: boolean
  by: string
  box: string
  untold?: boolean
}>

export type Hit = Readonly<{ id: string; type: string; title: string }>

/** `instead`: the spelling that was tried because the words asked found nothing. */
export type Search = Readonly<{
  asked: string
  instead?: string
  hits: readonly Hit[]
  more: boolean
}>
