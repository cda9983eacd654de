import type { FieldsOf, RecordType, Space, Value } from '../core/schema.ts'
import type { BoxDecided, RequestAnswered } from './box/boxes.ts'
import type { Letter } from './letter.ts'
import type { Message } from './message.ts'

/**
 * What a command may answer: drafts to write, records to forget, a refusal, or another round of the
 * form. A decision is plain data. The engine alone acts on it: it checks the author’s rights, signs
 * and stores the writes, and words the sentence.
 */

/**
 * One write of a command. The log adds its feed (the list of entries that it joins), its stamp (its
 * order in time) and the writes that it replaces. `space` may narrow the space of all its fields,
 * and never widens it.
 */
export type Draft = Readonly<{
  type: string
  record: string
  fields: Readonly<Record<string, Value>>
  space?: Space
  /** A choice between versions: it replaces all of them, even when it equals the shown one. */
  settles?: boolean
  /** The keeper reads it before it shows, whoever wrote it: a relay’s too. */
  readFirst?: boolean
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
 * A person’s mistake. The form comes back with what they typed.
 *
 * Shape   `refused`: a sentence that says what to do: as data (`Refusal`), or worded
 *         (`Refusal<string>`). `field`: its field. `others`: more mistakes in the same form.
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
 * The decision of a command: what to write and to forget, the next page, and the sentence that it
 * shows.
 */
export type Decision =
  | Readonly<{
      drafts: readonly Draft[]
      forget?: readonly Forgetting[]
      numbers?: readonly NumberForgotten[]
      /**
       * Members to forget with all their records (engine/forgetting/belonging.ts). The member or
       * the keeper asks.
       */
      people?: readonly string[]
      /**
       * The keeper’s decisions about other boxes, stored beside the log, in no feed. Keeper’s
       * commands alone.
       */
      boxes?: readonly BoxDecided[]
      /**
       * The keeper’s answers to requests of other boxes. A yes to a forgetting erases, so it needs
       * a code.
       */
      requests?: readonly RequestAnswered[]
      /** Letters to other boxes. They stay here, encrypted, until the next courier. */
      letters?: readonly Letter[]
      /** The address of the next page. Default: the first page. */
      next?: string
      /** The same over http, where somebody may listen and `next` is not read. */
      nextHeard?: string
      /** The sentence that the next page shows. */
      said?: Message
      /** The button beside `said`. */
      undo?: Undo
    }>
  | Refusal
  | Asking

/** A decision to write something: neither a refusal nor another round. */
export type Decided = Exclude<Decision, Refusal | Asking>

/**
 * Another round of the form, without a mistake: it comes back with what was typed. Nothing is
 * written yet.
 *
 * Shape   `more`: it asks for more. `card`: it asks whether to send it all the same for somebody
 *         without a card (`speaker.ts`, `asksForCard`); the server words it and shows the button.
 *         `sentFor`: the folded name of that one, which the button says back.
 */
export type Asking = Readonly<{ asks: 'more' }> | Readonly<{ asks: 'card'; sentFor: string }>

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
  /** Forgets this record and no other: a copy leaves the page, and its source stays here. */
  alone?: boolean
  /** Its values in `home` (the space that stays in this box) are not forgotten. */
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
