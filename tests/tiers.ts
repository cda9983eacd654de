import type { Pass } from './support/pass.ts'

/**
 * Which test file runs in which pass: `short` is `npm test`, `all` is `npm run test:all`, `long` is
 * `npm run test:long`. The first row that names a file counts. A file that no row names fails the
 * check, and so does a row that names no file. A file with several passes does something else in
 * each (`tests/support/pass.ts`).
 */
export type Tier = Readonly<{
  files: string
  passes: readonly Pass[]
  /** Why nothing else may run beside it. Without it, two files run at a time. */
  alone?: string
}>

export const TIERS: readonly Tier[] = [
  { files: 'src/bricks/harvest/server/harvest.test.ts', passes: ['short', 'all'] },
  // Real processes from a first start to a restored backup, and every check over a new brick.
  {
    files: '{src/bricks/box/server/restore-routes,bin/{new,first}-brick}.test.ts',
    passes: ['all'],
  },
  { files: 'src/**/*.test.ts', passes: ['short'] },
  { files: '{bin,seeds}/**/*.test.ts', passes: ['short'] },
  { files: 'tests/harvest/guard/guard.test.ts', passes: ['short', 'all'] },
  { files: 'tests/{budget,support,wire,frozen,harvest}/**/*.test.ts', passes: ['short'] },

  { files: 'tests/crawl/*.test.ts', passes: ['short', 'all'] },

  { files: 'tests/journeys/{axe,veilleuse}.test.ts', passes: ['short', 'all'] },
  // The short pass reads, opens, writes, loses nothing, carries and forgets. These go over the same
  // pages for longer.
  {
    files:
      'tests/journeys/{apart,asked,councils,evening,finding,long-name,photos,review,slips}.test.ts',
    passes: ['all'],
  },
  { files: 'tests/journeys/*.test.ts', passes: ['short'] },

  { files: 'tests/exchange/{simulator,fuzz}.test.ts', passes: ['short', 'all', 'long'] },
  { files: 'tests/exchange/*.test.ts', passes: ['short'] },

  {
    files:
      'tests/attack/{cost,forms,hostile-box,hurt-files,hurt-verbs,matching-outside,pictures,salvage,texts}.test.ts',
    passes: ['short', 'all', 'long'],
  },
  {
    files: 'tests/attack/{forgetting,hidden-number,routes,server-routes}.test.ts',
    passes: ['short', 'all'],
  },
  { files: 'tests/attack/*.test.ts', passes: ['short'] },

  { files: 'tests/faults/{change-real,number,wall}.test.ts', passes: ['all'] },
  {
    files:
      'tests/faults/{change-version,code-kill,courier-kill,cut,folder,kill,letter-kill,long,meet-kill,plug}.test.ts',
    passes: ['short', 'all', 'long'],
  },
  { files: 'tests/faults/{canary,courier-real,lapse}.test.ts', passes: ['short', 'all'] },
  {
    files: 'tests/faults/shelf.test.ts',
    passes: ['short', 'all'],
    alone: 'measures the memory of a server that gives twenty films at once',
  },
  { files: 'tests/faults/*.test.ts', passes: ['short'] },

  {
    files: 'tests/box/*.test.ts',
    passes: ['all'],
    alone: 'machines in namespaces of their own share one kernel, its modules and its clock',
  },
]
