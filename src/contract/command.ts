import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import type { FieldsOf, RecordType, Value } from '../core/schema.ts'
import type { Decision, Refusal } from './decision.ts'
import type { Sender } from './letter.ts'
import type { Owner } from './owner.ts'
import type { Role, Who } from './permission.ts'
import type { Reader } from './reader.ts'
import type { Indicator, Territory } from './slots.ts'

/**
 * The moment of a turn. The engine gives it, for a command reads neither clock nor chance. `today`
 * is the day where the village is.
 */
export type CommandContext = Readonly<{
  now: number
  today: string
  by: Who
  /** The member who asks, when one does: a random id; and the name of their card. */
  me?: string
  called?: string
  /** The letter that is read, when another box asks. */
  letter?: Sender
  /**
   * What a visitor sent before, of which they hold the ticket: the proposal, or the record that
   * stays here.
   */
  ticket?: string
  /**
   * What the page's side found for this command before the turn (`Slots.looks`); absent where it
   * found nothing.
   */
  looked?: string
  lang: Lang
  newId: () => string
  /** The box that writes: its public name. */
  box: string
  /** How long this box has lived, ms: what must go after a time goes by it (lived.ts). */
  lived: () => number
  /** Whether a record is of the member who asks, to correct; whether they are who took it off. */
  isMine: (type: string, record: string) => boolean
  /**
   * Whether a telephone is in the own file of the member who asks: whose another one is, is told to
   * nobody.
   */
  isMyNumber: (number: string) => boolean
  /** Telephone numbers that the member who asks keeps as their own; none of anybody else. */
  ownPhones: () => readonly string[]
  /**
   * The words of a text that name somebody else, or say what happens to them or where they live: by
   * the guard, with who asks as its writer.
   */
  ofOthers: (text: string) => readonly string[]
  isWithdrawnByMe: (type: string, record: string) => boolean
  /** What every brick counts for those who decide, as a page may ask it too. */
  figures: () => readonly Indicator[]
  /** What the page says of its place and of who keeps it. */
  territory: () => Territory | undefined
  /** Whose the records of a type are, as its brick says. */
  ownerOf: (type: string) => Owner | undefined
  /**
   * Reads a form of this type (core/form/form.ts with the house's choices of links, themes and
   * communes): fields, or the refusal to return. `had`: the record that it edits, whose files it
   * may keep; the files that came with the form are already stored.
   */
  fields: <T extends RecordType>(
    type: T,
    input: Input,
    only?: readonly string[],
    had?: Readonly<Record<string, unknown>>,
  ) => Readonly<{ fields: ReadFields<T> }> | Refusal
}>

/**
 * The fields that a form of this type may fill: each by its kind. A type that is known only when
 * the program runs gives plain values by their names.
 */
export type ReadFields<T extends RecordType> = string extends keyof T['fields']
  ? Readonly<Record<string, Value>>
  : FieldsOf<T>

/**
 * A verb of the field: `lend`, `giveBack`. Its form posts to `path`; the values of `:id` and the
 * like come in `input`.
 *
 * A draft of a visitor (a command with `who: 'visitor'`) stays in `home`, and a proposal waits for
 * the keeper, who shows it (a copy in the commons) or refuses it. Only types of the brick’s
 * `grants` are accepted. A type that never leaves this box does not wait, because nothing of it
 * would be shown.
 */
export type Command<W = unknown> = Readonly<{
  name: string
  path: string
  who: Who
  /** Only where nobody listens: https, or this machine itself. */
  private?: boolean
  /** Its form takes photos: nowhere else may a post of a brick be heavy. */
  photos?: boolean
  /**
   * Units  milliseconds. Done once, not again before by the same browser or card; the keeper is not
   *        counted, nor what was refused.
   */
  onceIn?: number
  /** How often it may be done in that time, when more than once. */
  mostIn?: number
  /** The same again by the same person, within a day, is pointed out instead of written twice. */
  sentOnce?: boolean
  /** It can't be undone: one of the keeper's printed codes is asked for as well, under `code`. */
  coded?: boolean
  /**
   * Its form asks by itself about whom it would name: the house asks no more (engine/naming.ts).
   */
  guardsItself?: true
  /** It writes records of any type, those of other bricks too. */
  writesAny?: true
  decide: (input: Input, read: Reader, at: CommandContext, words: W) => Decision
}>

/** Someone whom this box knows, as the house must know them. */
export type Member = Readonly<{ role: Role; name: string }>

/** What a command decides from besides its input: the last three arguments of `decide`. */
export type DecideContext<W> = Readonly<{ read: Reader; at: CommandContext; words: W }>
