import { nullPrototype } from '../core/null-prototype.ts'
import type { RecordType } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { Command, CommandContext } from './command.ts'
import type { Draft } from './decision.ts'
import type { LargeFileEndpoint } from './heavy.ts'
import type { Letter, LetterRead } from './letter.ts'
import type { Mend, Owner } from './owner.ts'
import type { Page, Print } from './page.ts'
import type { Fading, Projection } from './projection.ts'
import type { Published, Publishes } from './published.ts'
import type { Reader } from './reader.ts'
import type { ModelSlots, Slots } from './slots.ts'

/**
 * The declaration of a brick, one part of village life (notices, rides, the wall): its record
 * types, commands, pages, prints and *slots* (what it adds to the places of the house: home page,
 * menu, map), as data and pure functions that the engine and the server call. A brick reads tables
 * through `Reader`, decides through `Command`, and never writes by itself. `app/bricks.ts` lists
 * all bricks.
 */

/**
 * The tables of a brick, that are made from the log: a check and a rebuild load them alone. A brick
 * declares them beside its records, or beside its projection when it has one.
 */
export type BrickTables = Readonly<{
  records: readonly RecordType[]
  projections?: readonly Projection[]
}>

/**
 * The part of a brick that needs no page and no print: turns load it alone. Each brick declares it
 * in `model/model.ts`.
 */
export type BrickModel<W extends BrickWords = BrickWords> = BrickTables &
  Readonly<{
    name: string
    commands: readonly Command<W>[]
    /** Letters of other boxes that the brick answers. */
    letters?: readonly LetterRead<W>[]
    /** The letters to send when another brick writes these drafts in a turn. */
    follows?: (drafts: readonly Draft[], read: Reader) => readonly Letter[]
    /**
     * The drafts to write when a member is forgotten, so that the other people of their records
     * learn that these ended. They hold nothing of the member.
     */
    endedWith?: (member: string, read: Reader, at: CommandContext, words: W) => readonly Draft[]
    /** The slots that a turn asks. */
    slots?: ModelSlots<W>
    /**
     * The records to forget at their time. `lived`: how long the box has lived, in milliseconds.
     * The engine asks at each start, after this brick’s turns, and at the time that the last answer
     * gave.
     */
    fades?: (read: Reader, lived: number) => Fading
    /** The reads that it gives to other bricks, by name. */
    publishes?: Publishes
    /**
     * Tables of `home` (the space that stays in this box) that other bricks may read in their SQL,
     * when they name them in `reads`.
     */
    opens?: readonly string[]
    /** All that it reads of other bricks. */
    reads?: Reads
    /**
     * Types that a visitor without account may send; they wait in `home` until the keeper shows
     * them.
     */
    grants?: readonly string[]
    /**
     * The owner of a record, by type: that member may write and correct it. A type without an entry
     * belongs to no member.
     */
    owners?: Readonly<Record<string, Owner>>
    /**
     * Types whose records belong to the member whose card wrote them first. Forgetting that member
     * forgets them.
     */
    signs?: readonly string[]
    /** The corrections that members make to their own records, by type. */
    mends?: Readonly<Record<string, Mend>>
    /** Types that belong to no member: forgetting a member leaves their records. */
    nobodys?: readonly string[]
    words: Readonly<{ fr: W; en: W }>
  }>

/**
 * All that a brick reads of other bricks. It works without each of them, because any brick may be
 * absent.
 *
 * Shape   `published`: published reads, by name.
 *         `tables`: tables of record types: of the commons, or of `home` when their brick `opens`
 *         them.
 *         `everyType`: it reads records of any type, by `one`, `list`, `count` and `storedTitle`.
 *         Its SQL reads no table of others but those of `tables`.
 * Law     Every brick reads the engine’s own tables (titles, links, joins, proposals, codes)
 *         without naming them. The tests refuse a SELECT on another table that is not named
 *         (tests/support/watched-reads.ts).
 */
export type Reads = Readonly<{
  published?: readonly (keyof Published)[]
  tables?: readonly string[]
  everyType?: true
}>

/** The parts of a brick beside its model. */
export type ShownParts<W extends BrickWords> = Readonly<{
  pages: readonly Page<W>[]
  prints?: readonly Print<W>[]
  slots?: Slots<W>
  /** Rules for files too large to be held in memory. */
  heavy?: LargeFileEndpoint<W>
  /**
   * True for a brick that serves this box alone, as a shop counter does: a copy of the commons has
   * none of its pages.
   */
  hereOnly?: boolean
}>

/**
 * A whole brick: its model, pages, prints and slots. A function that takes a model also takes a
 * brick.
 */
export type Brick<W extends BrickWords = BrickWords> = BrickModel<W> & ShownParts<W>

/**
 * Declares a brick. The result hides the type of its words, so that `app/bricks.ts` can list
 * bricks.
 *
 * Law     the brick has all parts of its model: both its slots and those of `shown`.
 * Errors  the model and `shown` give the same part or the same slot.
 */
export function brick<const W extends BrickWords>(model: BrickModel<W>, shown: ShownParts<W>): Brick
export function brick<const W extends BrickWords>(declared: Brick<W>): Brick
export function brick(model: BrickModel, shown?: ShownParts<BrickWords>): Brick {
  nullPrototype(model.words)
  if (!shown) return model as Brick
  onlyOnce(model.name, { ...model, slots: undefined }, shown)
  onlyOnce(`${model.name}.slots`, model.slots ?? {}, shown.slots ?? {})
  return { ...model, ...shown, slots: { ...model.slots, ...shown.slots } }
}
function onlyOnce(whose: string, model: object, shown: object): void {
  for (const [name, given] of Object.entries(model))
    if (given !== undefined && Object.hasOwn(shown, name))
      throw new Error(`${whose}: the model gives ${name} already. Leave it to one of the two.`)
}

/** A model, whatever the type of its words. */
type Model = Omit<BrickModel<never>, 'words'> & Pick<BrickModel, 'words'>

/** Models as `app/models.ts` lists them: the result hides the types of their words. */
export function modelsOf(models: readonly Model[]): readonly BrickModel[] {
  for (const { words } of models) nullPrototype(words)
  return models as unknown as readonly BrickModel[]
}
