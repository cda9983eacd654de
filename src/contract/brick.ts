import { bare } from '../core/bare.ts'
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
 * The contract of a brick. A brick is data and pure functions; the house calls them.
 * It sees the tables through `Reader`, decides through `Command`, and never writes by itself.
 */

/**
 * What a turn, a projection and a check need of a brick: no page, no print, nothing of `ui`. Each
 * brick says it in `model/model.ts`.
 */
export type BrickModel<W extends BrickWords = BrickWords> = Readonly<{
  name: string
  records: readonly RecordType[]
  commands: readonly Command<W>[]
  /** What another box may ask of this one. */
  letters?: readonly LetterRead<W>[]
  /** Another brick writes these in a turn: what other boxes must be told of it. */
  follows?: (drafts: readonly Draft[], read: Reader) => readonly Letter[]
  /**
   * What ends with a member who is forgotten, as the others of it are told: written by the house,
   * beside what goes, and nothing of them in it.
   */
  endedWith?: (member: string, read: Reader, at: CommandContext, words: W) => readonly Draft[]
  projections?: readonly Projection[]
  /** The slots that a turn asks. */
  slots?: ModelSlots<W>
  /**
   * What the house forgets by itself when its time has come: asked at each start, after this
   * brick's turns, and when it said.
   */
  fades?: (read: Reader, lived: number) => Fading
  /** The reads that it gives to others, by name. */
  publishes?: Publishes
  /** The tables of `home` that the SQL of others may join: each is read by whoever names it. */
  opens?: readonly string[]
  /** All that it reads of other bricks. */
  reads?: Reads
  /**
   * Types that a visitor without account may send; they wait in `home` until the keeper shows them.
   */
  grants?: readonly string[]
  /**
   * Whose a record is: what a member may write, and write again. Types that are not named here are
   * nobody's but the keeper's.
   */
  owners?: Readonly<Record<string, Owner>>
  /**
   * Types that whoever's card wrote them first has signed, whosever they are: they go with that
   * member.
   */
  signs?: readonly string[]
  /** What members correct and withdraw of what is theirs, by type. */
  mends?: Readonly<Record<string, Mend>>
  /** Types that no member writes and that link to none: nothing of them goes with anybody. */
  nobodys?: readonly string[]
  words: Readonly<{ fr: W; en: W }>
}>

/**
 * All that a brick reads of others. It copes without each of them: a house may lack the brick that
 * gives it.
 *
 * Shape   `published`: reads, by name · `tables`: tables of record types, of the commons, or of
 *         `home` when their brick `opens` them · `any`: it reads records of any type, whatever
 *         brick they are of.
 * Law     the house's own tables (titles, links, joins, proposals, codes) are read by all, and are
 *         not named here. The tests refuse a SELECT on a table that is not named
 *         (tests/support/watched-reads.ts).
 */
export type Reads = Readonly<{
  published?: readonly (keyof Published)[]
  tables?: readonly string[]
  any?: true
}>

/** A whole brick: its model, and what is shown of it. Whatever takes a model takes a brick. */
export type Brick<W extends BrickWords = BrickWords> = BrickModel<W> &
  Readonly<{
    pages: readonly Page<W>[]
    prints?: readonly Print<W>[]
    slots?: Slots<W>
    /** How files too large to be held come in and go out by it. */
    heavy?: LargeFileEndpoint<W>
    /** It is of this counter alone: a copy of the commons leaves its pages out. */
    hereOnly?: boolean
  }>

/** Declares a brick; the list in `app/bricks.ts` forgets which words are whose. */
export function brick<const W extends BrickWords>(declared: Brick<W>): Brick {
  bare(declared.words)
  return declared as unknown as Brick
}

/** A model of any words. */
type Model = Omit<BrickModel<never>, 'words'> & Pick<BrickModel, 'words'>

/** The list in `app/models.ts`, which forgets which words are whose. */
export function modelsOf(models: readonly Model[]): readonly BrickModel[] {
  for (const { words } of models) bare(words)
  return models as unknown as readonly BrickModel[]
}
