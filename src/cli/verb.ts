import type { ParseArgsConfig } from 'node:util'

/** A verb of the command line: its options, and what it does. The promise gives the exit code. */
export type Verb = Readonly<{
  name: string
  /** What follows the verb, for --help: `FILE [--json]`. */
  usage: string
  about: string
  options: NonNullable<ParseArgsConfig['options']>
  run: (values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>, words: readonly string[]) => Promise<number>
}>

/** A mistake of whoever typed: its sentence, exit code 2. */
export class Misused extends Error {
  override name = 'Misused'
}

/** As `serve` without --data. */
const DEFAULT_DATA = './data'
export const dataFrom = (values: Readonly<Record<string, unknown>>): string =>
  typeof values['data'] === 'string' ? values['data'] : DEFAULT_DATA
