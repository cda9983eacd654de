import { env } from 'node:process'
import { describe, test } from 'node:test'

/**
 * How far the tests go. `npm test` is the short pass, `npm run test:all` goes on from there,
 * `npm run test:long` goes on from there again: no pass repeats what a shorter one did. `bin/check`
 * says the pass in `CHECK_PASS`; a file run alone takes the short one.
 */
export type Pass = 'short' | 'all' | 'long'

function told(word: string): Pass {
  if (word === 'short' || word === 'all' || word === 'long') return word
  throw new Error(`CHECK_PASS is short, all or long, not ${word}`)
}
export const pass: Pass = told(env['CHECK_PASS'] ?? 'short')
export const isShort = pass === 'short'
export const isLong = pass === 'long'

/** What a test takes in this pass. Its three lengths stand in one place. */
export const at = <T>(short: T, all: T, long: T, of: Pass = pass): T => ({ short, all, long })[of]

/**
 * The seeds of this pass. `seeds(100, 2_000, 20_000)` gives the numbers below 100, then those from
 * 100 below 2,000, then those from 2,000 below 20,000.
 */
export function seeds(
  short: number,
  all: number,
  long: number,
  of: Pass = pass,
): readonly number[] {
  const from = at(0, short, all, of)
  return Array.from({ length: at(short, all, long, of) - from }, (_, n) => from + n)
}

/** How many runs fast-check makes in this pass, from a seed that no other pass has. */
export const runs = (
  short: number,
  all: number,
  long: number = all,
  of: Pass = pass,
): Readonly<{ seed: number; numRuns: number }> => ({
  seed: at(33, 34, 35, of),
  numRuns: at(short, all, long, of),
})

/**
 * The cases of this pass: one in `short`, then one in `all` of those not done, then the rest.
 * `Infinity` as `short` leaves nothing to the short pass, as `all` it leaves all of the rest to
 * the long pass; 1 as `all` leaves that nothing.
 */
export function cases<T>(
  list: readonly T[],
  short: number,
  all: number,
  of: Pass = pass,
): readonly T[] {
  // The first case is a multiple of every step; of Infinity too.
  const isOne = (n: number, step: number): boolean => step !== Infinity && n % step === 0
  const passOf = (n: number): Pass => (isOne(n, short) ? 'short' : isOne(n, all) ? 'all' : 'long')
  return list.filter((_, n) => passOf(n) === of)
}

const testIn = (of: Pass): typeof test => (of === pass ? test : Object.assign(async () => {}, test))
/**
 * A test that has one length, in a file that has several: the short pass runs it, the two others
 * leave it out.
 */
export const testOnce = testIn('short')
/** A test of every pass of its file, with its own cases in each (`runs`). */
export const testEach: typeof test = test
/** A group of such tests: what they share is made in the short pass alone. */
export const describeOnce: typeof describe = isShort
  ? describe
  : Object.assign(async () => {}, describe)
/** One that takes too long for the short pass. */
export const testAll = testIn('all')
/** One of the two longer passes, each with its own cases. */
export const testLater: typeof test = isShort ? Object.assign(async () => {}, test) : test
