import type { Lang } from '../core/lang.ts'
import type { Brick } from './brick.ts'

type VerbOption = Readonly<{
  type: 'string' | 'boolean'
  multiple?: boolean
  short?: string
  default?: string
}>
type Run = (
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  words: readonly string[],
) => Promise<number>

/** A verb of the command line: its options, and what it does. The promise gives the exit code. */
export type Verb = Readonly<{
  name: string
  /** What follows the verb, for --help: `FILE [--json]`. */
  usage: string
  about: string
  options: Readonly<Record<string, VerbOption>>
  run: Run
}>

/** A mistake of whoever typed: its sentence, exit code 2. */
export class Misused extends Error {
  override name = 'Misused'
}

/** What a verb could not do, in the sentence that its person reads. Exit code 1. */
export class Undone extends Error {
  override name = 'Undone'
}

/** What the command line hands to a verb that a brick brings. */
export type Shell = Readonly<{
  lang: Lang
  bricks: readonly Brick[]
  /** The folder that was named, or the usual one. */
  dataFrom: (values: Parameters<Run>[0]) => string
  /** A file that was named and can't be read. */
  unread: (file: string) => Undone
  progress: (
    label: string,
    total?: number,
  ) => Readonly<{ at: (done: number) => void; end: () => void }>
  /** The same verb, whose faults are said as sentences. */
  plainly: (run: Run) => Run
  /** Keeps what a turn stumbled on, for a verb that must say it. */
  stumbling: () => Readonly<{
    report: (error: unknown) => string
    orElse: (error: unknown) => unknown
  }>
}>
/** `about` stands with the other verbs' in the command line's own words. */
export type BrickVerb = Omit<Verb, 'about'>
