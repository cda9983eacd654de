import { nullPrototype } from '../core/null-prototype.ts'
import type { RecordType } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import type { Command, CommandContext } from './command.ts'
import type { Draft, Forgetting } from './decision.ts'
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
 * types, commands, pages, prints and *slots* (what it adds to pages that all bricks share, such as
 * the home page, the menu and the map), as data and pure functions that the engine and the server
 * call. A brick reads tables through `Reader`, decides through `Command`, and never writes by
 * itself. `app/bricks.ts` lists all bricks.
 */

/**
 * The tables that a brick builds from the log. A check or a rebuild of them loads only this. A
 * brick declares them beside its records, or beside its projection when it has one.
 */
export type BrickTables = Readonly<{
  records: readonly RecordType[]
  projections?: readonly Projection[]
}>

/**
 * The part of a brick that needs no page and no print. A *turn* decides and writes one command, and
 * loads only this part. Each brick declares it in `model/model.ts`.
 */
export type BrickModel<W extends BrickWords = BrickWords> = BrickTables &
  Readonly<{
    name: string
    commands: readonly Command<W>[]
    /** The letters that the brick answers: encrypted requests of other boxes (`letter.ts`). */
    letters?: readonly LetterRead<W>[]
    /**
     * Given drafts that another brick writes: the letters that this brick sends because of them.
     */
    follows?: (drafts: readonly Draft[], read: Reader) => readonly Letter[]
    /** What it writes in the turns of other bricks that write or erase these types. */
    adds?: TurnAddition<W>
    /** What the box itself writes beside a turn that writes or erases these types. */
    marks?: TurnMark
    /**
     * The drafts to write when a member is forgotten. They tell the other people in that member’s
     * records that these records ended. No draft says anything about the member.
     */
    endedWith?: (member: string, read: Reader, at: CommandContext, words: W) => readonly Draft[]
    /**
     * What of this brick holds words of records that are erased: a title or a name that stands
     * there once more. `gone`: whole records, fields, or their past, as the turn erases them. A
     * record that goes on as a copy is not among them.
     */
    goesWith?: (gone: readonly Forgetting[], read: Reader) => readonly Forgetting[]
    /** The slots that a turn asks. */
    slots?: ModelSlots<W>
    /**
     * The records to forget at their time. `lived`: the milliseconds counted since the box was
     * made (`core/lived.ts`). The engine asks at each start, after a record of this brick was
     * written, and at the time that the last answer gave. What is forgotten, and when, follows from
     * records of this brick; what goes with it may be another's.
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
     * Types of which a visitor without account may send records. A record waits in `home` until
     * the keeper shows it. A record of a type with only `home` fields does not wait.
     */
    grants?: readonly string[]
    /**
     * Of those, the types that wait for the keeper when a member or a relay sends them too, and
     * when they correct them.
     */
    readFirst?: readonly string[]
    /**
     * The fields that name the owner of a record, by type: that member may write and correct it.
     * Each type stands in `owners`, `signs` or `nobodys`; a test asks for it. A type in none of
     * them would be like one in `nobodys`.
     */
    owners?: Readonly<Record<string, Owner>>
    /**
     * Types whose records belong to the member who wrote them first, signed in with a *card*
     * (a secret on paper). Forgetting that member forgets them.
     */
    signs?: readonly string[]
    /** The corrections that members make to their own records, by type. */
    mends?: Readonly<Record<string, Mend>>
    /** Types that belong to no member: forgetting a member leaves their records. */
    nobodys?: readonly string[]
    /**
     * Reads the words that its first turn would read, as a server starts. Nobody waits for them
     * later. It reads no table.
     */
    warm?: () => void
    words: Readonly<{ fr: W; en: W }>
  }>

/** Drafts that a brick adds to a turn of another, and the letters that go with them. */
export type Added = Readonly<{ drafts: readonly Draft[]; letters: readonly Letter[] }>
/**
 * What a brick adds to turns of other bricks.
 *
 * Shape   `to`: types of records. `decide`: given what a turn writes and erases of them, before it
 *         does. `words`: French, since others read what is added, whoever wrote it.
 * Law     The author of the turn needs the rights to write them. A letter of another box and a
 *         table that is brought in add nothing.
 */
export type TurnAddition<W> = Readonly<{
  to: readonly string[]
  decide: (
    turn: Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>,
    read: Reader,
    at: CommandContext,
    words: W,
  ) => Added
}>

/**
 * What the box itself notes beside a turn, whoever’s it is: whoever counted on what a turn ends has
 * to hear of it.
 *
 * Shape   `to`: types of records. `decide`: given what a turn writes and erases of them, before it
 *         does.
 * Law     The author of the turn needs no right to write it. So it is written in this brick’s own
 *         records, and in fields of `home` alone; beside a turn of the keeper, in any field.
 *         A letter of another box and a table that is brought in note nothing.
 * Errors  the engine throws on any other draft.
 */
export type TurnMark = Readonly<{
  to: readonly string[]
  decide: (
    turn: Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>,
    read: Reader,
    at: CommandContext,
  ) => readonly Draft[]
}>

/**
 * All that a brick reads of other bricks. It works without each of them, because any brick may be
 * absent.
 *
 * Shape   `published`: published reads, by name.
 *         `tables`: names of tables of other bricks’ record types. A table of `home` also needs
 *         `opens` in its own brick.
 *         `everyType`: it reads records of any type, by `one`, `list`, `count` and `storedTitle`.
 *         Its SQL reads no table of others but those of `tables`.
 * Law     Every brick reads the engine’s own tables (titles, links, joins, proposals, codes)
 *         without naming them. The tests refuse a SELECT on a table of another brick that is not
 *         listed here (tests/support/watched-reads.ts).
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
  /** The endpoint that receives and sends files too large for memory, such as films. */
  heavy?: LargeFileEndpoint<W>
  /**
   * The name of the brick and a sentence of what it does, for the page where the keeper puts it
   * away. A brick without it can’t be put away: others stand on it.
   */
  canRest?: (words: W) => Readonly<{ title: string; about: string }>
  /**
   * True for a brick whose pages only this box serves. The copy of the site for another host
   * (`data/site.ts`) leaves them out.
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
 * bricks. It takes the prototype off the tables of words (`nullPrototype`), because they are looked
 * up with keys that anybody may type, such as `constructor`.
 *
 * Law     The brick has every part of the model and of `shown`, and the slots of both.
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

/**
 * Models as `app/models.ts` lists them. The result hides the types of their words. It takes the
 * prototype off the tables of words, as `brick` does.
 */
export function modelsOf(models: readonly Model[]): readonly BrickModel[] {
  for (const { words } of models) nullPrototype(words)
  return models as unknown as readonly BrickModel[]
}
