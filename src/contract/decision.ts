import type { FieldsOf, RecordType, Space, Value } from '../core/schema.ts'
import type { BoxDecided, RequestAnswered } from './box/boxes.ts'
import type { Letter } from './letter.ts'
import type { Message } from './message.ts'

/**
 * One write that a command asks for. The log adds feed, stamp and `over`. `space` narrows (never
 * widens) where all of it goes.
 */
export type Draft = Readonly<{
  type: string
  record: string
  fields: Readonly<Record<string, Value>>
  space?: Space
  /**
   * A choice between heads: written even when it is the value that already shows, over all of them.
   */
  settles?: boolean
}>

/** A draft whose fields are checked against its type by the compiler. */
export function draft<T extends RecordType>(
  type: T,
  record: string,
  fields: FieldsOf<T>,
  space?: Space,
): Draft {
  return { type: type.name, record, fields: fields as Draft['fields'], ...(space ? { space } : {}) }
}

/**
 * A person's mistake. The form comes back filled in.
 *
 * Shape   `refused`: a sentence that says what to do, as data (`Refusal`) or worded
 *         (`Refusal<string>`) · `field`: where in the form · `others`: more mistakes of the same
 *         form.
 */
export type Refusal<S = Message> = Readonly<{
  refused: S
  field?: string
  others?: readonly Readonly<{ refused: S; field: string }>[]
}>

/**
 * The way back from a turn: a form of one button that posts to another command.
 *
 * Shape   `words`: the text of the button. `input`: ids and the like, never a person’s text,
 *         because it is stored with the answer.
 */
export type Undo<S = Message> = Readonly<{
  path: string
  input: Readonly<Record<string, string>>
  words: S
}>

/**
 * What a command decided: what to write, what to forget, where to go next, and the sentence shown
 * there.
 */
export type Decision =
  | Readonly<{
      drafts: readonly Draft[]
      forget?: readonly Forgetting[]
      numbers?: readonly NumberForgotten[]
      /**
       * All that is theirs in this box is forgotten (engine/forgetting/belonging.ts): by the member
       * themselves, or by the keeper.
       */
      people?: readonly string[]
      /**
       * What the keeper decides of other boxes: kept beside the log, in no feed. Only a keeper's
       * command.
       */
      boxes?: readonly BoxDecided[]
      /**
       * What they answer to what other boxes ask: a yes to a forgetting erases, and asks for a
       * code.
       */
      requests?: readonly RequestAnswered[]
      /**
       * What is asked of other boxes, or answered them: kept here, sealed for each, and gone with
       * the next courier.
       */
      letters?: readonly Letter[]
      next?: string
      said?: Message
      /** Stands beside `said`. */
      undo?: Undo
    }>
  | Refusal
  | Asking

/**
 * Not a mistake: the same form comes back, filled in, with what more it may ask. Nothing is written
 * yet.
 */
export type Asking = Readonly<{ asks: 'more' }>

/**
 * The writes to forget: all those of a record, or of one field, in every space. A whole record is
 * removed as well.
 *
 * Shape   `past`: only values that show no more.
 *         `copiedTo`: the record shown from this one. This one then keeps only the values that the
 *         copy still has.
 */
export type Forgetting = Readonly<{
  type: string
  record: string
  field?: string
  past?: boolean
  copiedTo?: Readonly<{ type: string; record: string }>
  /**
   * Nothing else goes with it: a copy is taken off the page, and what it was shown from stays here.
   */
  alone?: boolean
  /** What this box alone keeps of it stays. */
  keepsHome?: boolean
}>

/**
 * A telephone number to forget in every text, however it is spaced.
 *
 * Shape   `of`: the member who has this number.
 *         `theirs`: only that member’s own records lose it, and this box may keep it to reach them.
 *         In others’ records it is hidden, and the keeper decides.
 */
export type NumberForgotten = Readonly<{ number: string; of: string; theirs?: true }>
