import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import type { FieldsOf, RecordType, Value } from '../core/schema.ts'
import type { Decision, Draft, Refusal } from './decision.ts'
import type { Indicator } from './figures.ts'
import type { Sender } from './letter.ts'
import type { Owner } from './owner.ts'
import type { Role, Who } from './permission.ts'
import type { Reader } from './reader.ts'
import type { Territory } from './territory.ts'

/**
 * A command: one verb of the field (`lend`, `giveBack`) of a brick. A command gets the posted form
 * and the tables, and returns a decision: what to write, what to forget, or a refusal. A command
 * writes nothing itself and reads neither clock nor chance; the engine gives it what it may know
 * (`CommandContext`), checks its author’s rights, and writes.
 */

/**
 * The hand that asks, by names that are drawn for one run of the server and lead to no address.
 *
 * Shape   `run`: hands of two runs are not compared. `device`: the telephone or computer; the box's
 *         own is `OWN_DEVICE`. `card`: the member who is signed in.
 */
export type Hand = Readonly<{ run: string; device: string; card?: string }>
/** The box's own computer, where many type. */
export const OWN_DEVICE = 'here'

/**
 * All that a command may know of its *turn*, the transaction in which it is decided and written.
 * The engine gives it, because a command reads neither clock nor chance.
 *
 * Shape   `by`: the role of who asks. `newId`: draws the id of a new record.
 * Units   `now`: milliseconds since 1970. `today`: the day in the village, as `2026-11-28`.
 */
export type CommandContext = Readonly<{
  now: number
  today: string
  by: Who
  /** The member who asks: a random id, and the name on their card (`called`). */
  me?: string
  called?: string
  /** The hand of a visitor or member who posts a form here. */
  hand?: Hand
  /** The sender of the letter, when another box asks. */
  letter?: Sender
  /**
   * The record for which a visitor holds a ticket (a code that they keep of what they sent): the
   * proposal that waits for the keeper, or the record that stays here.
   */
  ticket?: string
  /**
   * The result of `Slots.looks` for this command, found before the turn. Absent where nothing was
   * found.
   */
  looked?: string
  lang: Lang
  newId: () => string
  /** The box that writes: its public name. */
  box: string
  /**
   * How long this box has run in its whole life, in milliseconds. Promises that end after a time
   * count by it (`core/lived.ts`).
   */
  lived: () => number
  /** Whether the member who asks may correct this record as its owner. */
  isMine: (type: string, record: string) => boolean
  /** Whether the member who asks is in charge of this record today (`records/charge.ts`). */
  isInCharge: (record: string) => boolean
  /** Whether this telephone is in the file of the member who asks. No other file is looked at. */
  isMyNumber: (number: string) => boolean
  /** The telephones of the member who asks. */
  ownPhones: () => readonly string[]
  /**
   * The words of a text that name other people, or tell what happens to them or where they live.
   * The guard finds them; the member who asks counts as the writer.
   */
  wordsAboutOthers: (text: string) => readonly string[]
  /** Whether the member who asks took this record off the page. */
  isWithdrawnByMe: (type: string, record: string) => boolean
  /**
   * What bricks write once the member who asks saw the news of this key (`Slots.sees`); undefined
   * where none of them keeps it.
   */
  sees: (key: string) => readonly Draft[] | undefined
  /** The figures of every brick, for those who decide. */
  figures: () => readonly Indicator[]
  /** The name of the page, its communes and its keeper. */
  territory: () => Territory | undefined
  /** The owner fields of a type. */
  ownerOf: (type: string) => Owner | undefined
  /**
   * Reads a form of this type: fields to write, or the refusal to return. It checks links, themes
   * and communes against those of this box (core/form/form.ts).
   *
   * Shape   `only`: the fields to read. `had`: the record that the form edits, whose files it may
   *         keep.
   */
  fields: <T extends RecordType>(
    type: T,
    input: Input,
    only?: readonly string[],
    had?: Readonly<Record<string, unknown>>,
  ) => Readonly<{ fields: ReadFields<T> }> | Refusal
}>

/**
 * The fields that a form of this type may fill. A type known only at run time gives plain values by
 * name.
 */
export type ReadFields<T extends RecordType> = string extends keyof T['fields']
  ? Readonly<Record<string, Value>>
  : FieldsOf<T>

/**
 * The texts that a command shows of others. `true`: those of its drafts. A list: these fields of
 * the records of its drafts, where a draft only says that its record shows.
 */
export type ShowsOthers = true | readonly string[]

/**
 * How often a command may be done in a span.
 *
 * Shape   `each`: by one address. `member`: by one card. `here`: by all who sit at the box’s own
 *         computer without a card. `browser`: by one browser without a card elsewhere, where one
 *         address may be a whole village; its first post, before it has a name, is not counted.
 * Units   milliseconds.
 */
export type CommandOften = Readonly<Record<'each' | 'member' | 'here' | 'spanMs', number>> &
  Readonly<{ browser?: number }>

/**
 * A command: a verb of the field, such as `lend` or `giveBack`. Its form posts to `path`; the
 * values of `:id` and the like come in `input`.
 *
 * A visitor’s draft (`who: 'visitor'`) stays in `home`, the space that never leaves this box, and a
 * *proposal*, a record that points at it, waits for the keeper, who shows the draft (a copy in the
 * commons) or refuses it. Only types of the brick’s `grants` are accepted.
 * A record of a type that never leaves this box does not wait.
 */
export type Command<W = unknown> = Readonly<{
  name: string
  path: string
  who: Who
  /**
   * Only over https, or on the box’s own computer; elsewhere the answer says where to do it. A
   * command has it when its form holds, or its answer shows, a value that stays in this box
   * (`home`): over http anybody on the Wi-Fi may listen. A visitor’s command has it not: a
   * certificate warning would send them away.
   */
  private?: boolean
  /**
   * The last part of an address under the page of a ticket (`/billet/SECRET/mot`), where the
   * ticket’s holder posts this command too. They ask it as a visitor with `at.ticket`.
   */
  byTicket?: string
  /**
   * Beside `byTicket`, of an act that a holder does anew: they ask it as any visitor, without
   * `at.ticket`, and these fields of the form are those of what the ticket opens. Nobody types
   * again what the box knows, and no page holds it.
   */
  filledByTicket?: readonly string[]
  /** The form of the command takes photos. The post of any other command must be small. */
  photos?: boolean
  /**
   * Units   milliseconds. One browser or card may do it `mostIn` times within this span. The keeper
   *         and refused posts are not counted.
   */
  onceIn?: number
  /** How often it may be done within `onceIn`. Default: 1. */
  mostIn?: number
  /**
   * How often people may do it. One post more answers with a page that holds their words and sends
   * them again later. The keeper and refused posts are not counted.
   */
  often?: CommandOften
  /**
   * The same post by the same person within a day is pointed out, and written once. A list: that of
   * a visitor without a card alone, who is the same where these fields are.
   */
  sentOnce?: boolean | readonly string[]
  /**
   * Beside `sentOnce`, for a member: the address of a record of theirs that stands and has the
   * same words. It is pointed out however old it is. Undefined where there is none.
   */
  standing?: (
    input: Input,
    read: Reader,
    who: Readonly<{ me: string; today: string }>,
  ) => string | undefined
  /**
   * The act can’t be undone: the form also asks for one of the keeper’s printed codes, under
   * `code`.
   */
  coded?: boolean
  /**
   * Its form asks about the people whom it would name, so the engine does not
   * (engine/naming.ts).
   */
  guardsItself?: true
  /**
   * The keeper shows by it what somebody else wrote, so the engine asks about the people whom that
   * text names, typed in this form or not (`engine/naming.ts`). The form has the tick of
   * `Kit.agreement`.
   */
  showsOthers?: ShowsOthers
  /** The command writes records of any type of any brick. */
  writesAny?: true
  /**
   * Shape   `words`: those of the territory’s language (`HERE`), for what a record keeps. A
   *         sentence of the answer is a code with its data.
   */
  decide: (input: Input, read: Reader, at: CommandContext, words: W) => Decision
}>

/** A member of this box: their role and their name. */
export type Member = Readonly<{ role: Role; name: string }>

/** The last three arguments of `decide`, passed on as one. */
export type DecideContext<W> = Readonly<{ read: Reader; at: CommandContext; words: W }>
