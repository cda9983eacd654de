import type { Lang } from '../core/lang.ts'
import type { Brick } from './brick.ts'

/**
 * Words that stand for a value in a usage line. A shell completes `file` and `folder` from the
 * disk.
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
 * Shape   neither `value` nor `choices`: a switch. `choices`: what may be typed; the verb itself
 *         refuses the rest. `many`: the option may be repeated. `isNeeded`: the verb can't do
 *         without.
 */
export type VerbOption = Readonly<{
  value?: ValueKind
  choices?: readonly string[]
  many?: boolean
  isNeeded?: boolean
  default?: string
}>
/** A word after the verb, known by its place. */
export type VerbArgument = Readonly<{
  value?: ValueKind
  choices?: readonly string[]
  isOptional?: boolean
}>

/** Values by the option's name, as they were typed. */
export type VerbValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>
/** Work of a verb. The promise gives the exit code. */
export type VerbRun = (values: VerbValues, words: readonly string[]) => Promise<number>

/** Keys of a JSON object, each with the kind of its value. `?`: the key may be missing or null. */
export type JsonKeys = Readonly<
  Record<string, `${'text' | 'number' | 'boolean' | 'list' | 'object'}${'' | '?'}`>
>
/**
 * Document that `--json` writes on standard output, on one line.
 *
 * Shape   an object with these keys; or, in brackets, a list of such objects.
 */
export type JsonShape = JsonKeys | readonly [JsonKeys]

/** Sentences of a verb's help, in one language. */
export type VerbWords = Readonly<{
  /** What the verb does, in a few words: its line in a list of verbs. */
  about: string
  /** Paragraphs that its own help adds. */
  more?: string
  /** A sentence for each argument, in their order. */
  arguments?: readonly string[]
  /** A sentence for each option of its own. */
  options?: Readonly<Record<string, string>>
  /** Lines to type, without `cocote`. */
  examples?: readonly string[]
}>

/**
 * A verb of the command line, as data: what may be typed, and where its work is.
 *
 * Shape   `acts`: verbs below it (`box pair`); a verb has acts or `run`. `json`: the verb takes
 *         `--json`. `boxless`: it opens no box, so that `--data` is accepted and not shown.
 *         `isHidden`: other programs call it; no list shows it. `finds`: it may end with code 3.
 */
export type Verb = Readonly<{
  name: string
  words: (lang: Lang) => VerbWords
  arguments?: readonly VerbArgument[]
  options?: Readonly<Record<string, VerbOption>>
  json?: JsonShape
  boxless?: boolean
  isHidden?: boolean
  /** Heading under which help lists it, by its name in the command line's own words. */
  group?: 'boxes' | 'versions'
  finds?: boolean
  acts?: readonly Verb[]
  /**
   * Reads the modules of its work, when the verb is run and not before. A brick's verb asks for its
   * tools by `shell`.
   */
  run?: (shell: () => Promise<Shell>) => Promise<VerbRun>
}>

/** A mistake of the person who typed. Its message is the sentence that they read. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A verb could not do its work. Its message is the sentence that its person reads. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Tools that the command line hands to a verb that a brick brings. */
export type Shell = Readonly<{
  lang: Lang
  bricks: readonly Brick[]
  /** The folder that was named, or the usual one. */
  dataFrom: (values: VerbValues) => string
  /** The error for a named file that can't be read. */
  unread: (file: string) => CommandError
  /** Writes the data as JSON where `--json` was given, else the sentences. */
  tell: (values: VerbValues, data: object, sentences: () => string) => void
  progress: (
    label: string,
    total?: number,
  ) => Readonly<{ at: (done: number) => void; end: () => void }>
  /** Catches the error that ended a turn, for a verb that must report it. */
  stumbling: () => Readonly<{
    report: (error: unknown) => string
    orElse: (error: unknown) => unknown
  }>
}>
