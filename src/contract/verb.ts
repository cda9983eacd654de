import type { Lang } from '../core/lang.ts'
import type { Brick } from './brick.ts'

/**
 * A verb of the command line (`cocote backup`) as data: its arguments and options, the words of its
 * help, and where its code is. Help, completion of shells and the parser are made from it; the code
 * is loaded only when the verb runs. Bricks declare verbs too. Exit codes: 0 done, 1 it could not
 * be done, 2 wrongly typed, 3 the verb found damage, or another version of the program.
 */

/**
 * The kind of a value: help shows its word in the usage line, and a shell completes `file` and
 * `folder` from the disk.
 *
 * Shape   `print`: the name of a page to print. `count`: how many; `number`: any other number.
 *         `box`: the name of a box, or the five words by which keepers say it aloud. `address`: a
 *         URL, or a network address. `name`: any name. `id`: the id of a record. `list`: names
 *         separated by commas. `day`: `2026-11-28`. `code`: a code of a licence for shared files,
 *         or a code that the keeper printed.
 */
export type ValueKind =
  | 'file'
  | 'folder'
  | 'box'
  | 'address'
  | 'name'
  | 'code'
  | 'day'
  | 'port'
  | 'count'
  | 'seconds'
  | 'number'
  | 'list'
  | 'print'
  | 'id'

/**
 * An option of a verb.
 *
 * Shape   neither `value` nor `choices`: a switch. `choices`: the words that help and completion
 *         offer. The parser does not check them; the verb must refuse other words. `many`: the
 *         option may be repeated. `isNeeded`: the option must be typed. `default`: its value when
 *         it is not typed.
 */
export type VerbOption = Readonly<{
  value?: ValueKind
  choices?: readonly string[]
  many?: boolean
  isNeeded?: boolean
  default?: string
}>
/** A word after the verb, known by its place. It must be typed, unless it `isOptional`. */
export type VerbArgument = Readonly<{
  value?: ValueKind
  choices?: readonly string[]
  isOptional?: boolean
}>

/** Values by the option's name, as they were typed. */
export type VerbValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>
/** Work of a verb. `args`: the typed arguments, in order. The promise gives the exit code. */
export type VerbRun = (values: VerbValues, args: readonly string[]) => Promise<number>

/** Keys of a JSON object, each with the kind of its value. `?`: the key may be missing or null. */
export type JsonKeys = Readonly<
  Record<string, `${'text' | 'number' | 'boolean' | 'list' | 'object'}${'' | '?'}`>
>
/**
 * Document that `--json` writes on standard output, on one line.
 *
 * Shape   `keys`: one object with these keys. `[keys]`: a list of such objects.
 */
export type JsonShape = JsonKeys | readonly [JsonKeys]

/** Sentences of a verb's help, in one language. */
export type VerbWords = Readonly<{
  /** The work of the verb, in a few words: its line in a list of verbs. */
  about: string
  /** Text that only the help of this verb shows. A line break ends a paragraph. */
  more?: string
  /** A sentence for each argument, in their order. */
  arguments?: readonly string[]
  /**
   * A sentence for each option of its own. `data`, `json` and `passphrase-file`, which several
   * verbs take, have theirs in `cli/words`.
   */
  options?: Readonly<Record<string, string>>
  /** Lines to type, without `cocote`. */
  examples?: readonly string[]
}>

/**
 * A verb of the command line, as data: what may be typed, and where its work is.
 *
 * Shape   `subcommands`: verbs of their own (`box pair`). A verb has either `subcommands` or `run`;
 *         the type does not check it. `json`: the verb takes `--json`. `boxless`: it opens no box.
 *         Such a verb accepts `--data` too, but its help does not show it. `isHidden`: other
 *         programs call it; no list shows it. `mayExit3`: it may end with exit code 3.
 */
export type Verb = Readonly<{
  name: string
  words: (lang: Lang) => VerbWords
  arguments?: readonly VerbArgument[]
  options?: Readonly<Record<string, VerbOption>>
  json?: JsonShape
  boxless?: boolean
  isHidden?: boolean
  /** The heading under which help lists a subcommand: other boxes, or versions of the program. */
  group?: 'boxes' | 'versions'
  mayExit3?: boolean
  subcommands?: readonly Verb[]
  /**
   * Imports the code of the verb, only when the verb runs. `tools` imports the tools of the command
   * line; verbs of bricks use it.
   */
  run?: (tools: () => Promise<VerbTools>) => Promise<VerbRun>
}>

/** A mistake of the person who typed. Its message is the sentence that they read. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A verb could not do its work. Its message is the sentence that the person reads. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/**
 * The tools of the command line, for verbs that bricks declare.
 *
 * Shape   `lang`: the language of the shell. `bricks`: every brick of this program.
 */
export type VerbTools = Readonly<{
  lang: Lang
  bricks: readonly Brick[]
  /** The folder of the box: that of `--data`, or the usual one. */
  dataFrom: (values: VerbValues) => string
  /** The error for a named file that can't be read. */
  unreadableFile: (file: string) => CommandError
  /** Writes the data as JSON where `--json` was given, else the sentences. */
  tell: (values: VerbValues, data: object, sentences: () => string) => void
  /** Shows progress on a terminal. `at`: how much is done. Without `total`, the count alone. */
  progress: (
    label: string,
    total?: number,
  ) => Readonly<{ at: (done: number) => void; end: () => void }>
  /**
   * Keeps the error behind a failure. The engine answers a failed turn with a reference only, so
   * the verb gives this object to `openEngine`, which reports the error to it (`report`). The verb
   * then throws `orElse(e)`: the reported error, or `e` when there is none.
   */
  errorReporter: () => Readonly<{
    report: (error: unknown) => string
    orElse: (error: unknown) => unknown
  }>
}>
