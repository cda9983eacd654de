import type { Pass } from './support/pass.ts'

/**
 * Which test file runs in which pass: `short` is `npm test`, `all` is `npm run test:all`, `long` is `npm run test:long`.
 * The first row that names a file counts. A file that no row names fails the check, and so does a row that names no file.
 * A file with several passes does something else in each (`tests/support/pass.ts`).
 */
export type Tier = Readonly<{
  files: string
  passes: readonly Pass[]
  /** Why nothing else may run beside it. Without it, two files run at a time. */
  alone?: string
}>

const KILLS = 'kills real servers, and times where it cuts'

export const TIERS: readonly Tier[] = [
  { files: 'src/**/*.test.ts', passes: ['short'] },
  { files: '{bin,seeds}/**/*.test.ts', passes: ['short'] },
  { files: 'tests/harvest/guard/guard.test.ts', passes: ['short', 'long'] },
  { files: 'tests/{budget,support,wire,frozen,harvest}/**/*.test.ts', passes: ['short'] },

  { files: 'tests/journeys/{axe,veilleuse}.test.ts', passes: ['short', 'all'] },
  { files: 'tests/journeys/*.test.ts', passes: ['short'] },

  { files: 'tests/exchange/simulator.test.ts', passes: ['short', 'all', 'long'], alone: 'lives through worlds on both cores by itself' },
  { files: 'tests/exchange/fuzz.test.ts', passes: ['short', 'all', 'long'] },
  { files: 'tests/exchange/*.test.ts', passes: ['short'] },

  { files: 'tests/attack/*.test.ts', passes: ['short', 'long'] },

  { files: 'tests/faults/*.test.ts', passes: ['short'], alone: KILLS },

  {
    files: 'tests/box/*.test.ts',
    passes: ['all'],
    alone: 'machines in namespaces of their own share one kernel, its modules and its clock',
  },
]
