import { globSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import type { Pass } from '../../tests/support/pass.ts'
import type { Tier } from '../../tests/tiers.ts'

/** Every test file of the project, in order of their names. */
export const testFiles = (): readonly string[] =>
  globSync('{src,bin,tests,seeds}/**/*.test.ts').sort()

/** The row that counts for a file: the first that names it. */
const rowOf = (file: string, tiers: readonly Tier[]): Tier | undefined =>
  tiers.find(tier => matchesGlob(file, tier.files))

/** What the table of tiers does not say, or says of nothing, a sentence each. */
export function faultsOf(tiers: readonly Tier[], files: readonly string[]): readonly string[] {
  const rows = new Map(files.map(file => [file, rowOf(file, tiers)]))
  const named = new Set(rows.values())
  return [
    ...files
      .filter(file => rows.get(file) === undefined)
      .map(file => `${file}: no row of tests/tiers.ts names it`),
    ...tiers
      .filter(tier => !named.has(tier))
      .map(tier => `tests/tiers.ts: ${tier.files} names no file`),
  ]
}

/**
 * The files of a run, by what may run beside them.
 *
 * Shape   `first`: those that take minutes, and `together`: each in a process of its own, beside
 *         others. `batches`: the files of each batch run in one process, beside others. `apart`,
 *         `alone`: as in `Tier`.
 */
export type Chosen = Readonly<
  Record<'first' | 'together' | 'apart' | 'alone', readonly string[]> & {
    batches: readonly (readonly string[])[]
  }
>

/**
 * More would save little, and a process takes more memory with each: some 650 MB with 16, 900 MB
 * with 32.
 */
const FILES_OF_BATCH = 16

/** Cuts files into batches. Neighbours are in one: they use the same parts of the program. */
const batched = (files: readonly string[]): readonly (readonly string[])[] => {
  const batches = Math.ceil(files.length / FILES_OF_BATCH)
  const start = (n: number): number => Math.round((n * files.length) / batches)
  return Array.from({ length: batches }, (_, n) => files.slice(start(n), start(n + 1)))
}

/**
 * The files given, by what may run beside them. Of those that run together, the small files of
 * `bin` and `seeds` come last.
 */
export function sorted(files: readonly string[], tiers: readonly Tier[]): Chosen {
  const rows = new Map(files.map(file => [file, rowOf(file, tiers)]))
  const turn = (file: string): number => (/^(?:bin|seeds)\//.test(file) ? 1 : 0)
  const inOrder = files.toSorted((a, b) => turn(a) - turn(b))
  const of = (is: (row: Tier | undefined) => boolean) => inOrder.filter(file => is(rows.get(file)))
  const shares = (file: string): boolean => rows.get(file)?.shares === true
  const beside = of(row => row?.alone === undefined && row?.apart === undefined)
  const isFirst = (file: string): boolean => rows.get(file)?.isFirst === true
  const others = beside.filter(file => !isFirst(file))
  const shared = others.filter(shares)
  return {
    first: beside.filter(isFirst),
    together: others.filter(file => shared.length === 1 || !shares(file)),
    batches: shared.length === 1 ? [] : batched(shared),
    apart: of(row => row?.apart !== undefined),
    alone: of(row => row?.alone !== undefined),
  }
}

/** The files that run in this pass. */
export const filesOf = (
  pass: Pass,
  files: readonly string[],
  tiers: readonly Tier[],
): readonly string[] => files.filter(file => rowOf(file, tiers)?.passes.includes(pass))

/** The tests of a pass that try a brick: its own, those over every brick, its journey at first. */
export function filesOfBrick(
  brick: string,
  files: readonly string[],
  { tiers, over, pass }: Readonly<{ tiers: readonly Tier[]; over: readonly string[]; pass: Pass }>,
): readonly string[] {
  const patterns = [`src/bricks/${brick}/**/*.test.ts`, ...over]
  const ran = filesOf(pass, files, tiers).filter(file =>
    patterns.some(one => matchesGlob(file, one)),
  )
  const journey = `tests/journeys/${brick}.test.ts`
  return files.filter(file => ran.includes(file) || (pass === 'short' && file === journey))
}

/** The sentence that says that no brick has this name, and which there are. */
export function brickFault(brick: string): string | undefined {
  const there = globSync('src/bricks/*/brick.ts').map(file => file.split('/')[2])
  return there.includes(brick)
    ? undefined
    : `There is no brick ${brick}. There are: ${there.sort().join(', ')}.`
}
