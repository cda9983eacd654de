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
  /** Why nothing else may run beside it. */
  alone?: string
  /** Why no two of these run at once. Others run beside them. */
  apart?: string
  /**
   * Several run in one process, one after the other (`bin/checks/batch.ts`): the program is loaded
   * once. Such a file sets back what it sets for its whole process, but for what makes tests
   * lighter: the hashes of phrases, encryption, the empty tables that engines copy.
   */
  shares?: true
  /** It takes minutes: it begins before the others. */
  isFirst?: true
}>

/**
 * Files of `src/` whose dearest tests are in `test:all`: a sweep over every page, verb or link, a
 * print of hundreds of lines, files and records at their utmost size, most runs of a property.
 */
const PARTED = [
  'app/extra',
  'app/reads',
  'backup/backup',
  'backup/check',
  'bricks/agenda/server/ics',
  'bricks/box/pages/papers/prints',
  'bricks/deals/carried-known',
  'bricks/deals/seen-next',
  'bricks/diagnosis/commune',
  'bricks/diagnosis/diagnosis',
  'bricks/directory/pages/booklet',
  'bricks/harvest/model/showing',
  'bricks/harvest/pages/agreement-strips',
  'bricks/harvest/server/harvest',
  'bricks/meetings/pages/prints',
  'bricks/meetings/server/minutes',
  'bricks/memory/boxes',
  'bricks/memory/memory',
  'bricks/offers/pages/finding/map',
  'bricks/offers/pages/matching',
  'bricks/offers/pages/matching-weighed',
  'bricks/offers/pages/prints',
  'bricks/printing/model/sheet',
  'bricks/shelf/server/kept',
  'bricks/sync/pages/pages-versions',
  'cli/evening/evening',
  'cli/json',
  'core/calendar/event-dates',
  'core/calendar/hours',
  'core/calendar/recurrence',
  'core/change',
  'core/json',
  'core/prose',
  'data/export',
  'dev/atelier',
  'engine/bringing',
  'engine/letters/letters',
  'engine/turn',
  'log/append',
  'log/branch',
  'log/forget',
  'log/ingest',
  'log/quarantine',
  'places/geography',
  'projection/here',
  'projection/joined',
  'projection/versions',
  'reading/document',
  'reading/page',
  'reading/rows',
  'sync/bundle/bundle',
  'sync/bundle/encrypt',
  'sync/bundle/missing-files',
  'sync/session/clocks',
  'text/harvest/picked',
  'text/harvest/taught',
  'text/named',
  'text/phone',
  'ui/form',
  'web/pages/page-cache',
  'web/post/multipart',
  'web/records/print-list',
  'zip/read',
]

export const TIERS: readonly Tier[] = [
  {
    files: 'src/{bricks/deals/model/orders-away,projection/{changed-shape,tables}}.test.ts',
    passes: ['short', 'all', 'long'],
    shares: true,
  },
  // Twenty thousand lives of one thing between two boxes; a million in the long pass.
  {
    files: 'src/bricks/lending/interleaved.test.ts',
    passes: ['short', 'all', 'long'],
    isFirst: true,
  },
  { files: `src/{${PARTED.join(',')}}.test.ts`, passes: ['short', 'all'], shares: true },
  // Every check over a new brick.
  { files: 'bin/{new,first}-brick.test.ts', passes: ['all'] },
  // Servers in processes and threads of their own, from a first start to a restored backup. What
  // they rest on has its units in the short pass.
  {
    files: 'src/bricks/box/server/{clock-route,power-routes,restore-routes,saves-routes}.test.ts',
    passes: ['all'],
  },
  { files: 'src/bricks/sync/server/{key,news}-routes.test.ts', passes: ['all'] },
  { files: 'src/sync/session/{discovery,session}.test.ts', passes: ['all'] },
  // Measures the memory of its process.
  { files: 'src/files/encrypt-file.test.ts', passes: ['short'] },
  { files: 'src/**/*.test.ts', passes: ['short'], shares: true },
  // Whole checks of planted files: one in the short pass.
  { files: 'bin/checks/check.test.ts', passes: ['short', 'all'] },
  // Ten villages written into boxes.
  { files: 'bin/make-likelihood.test.ts', passes: ['short', 'all'] },
  { files: '{bin,seeds}/**/*.test.ts', passes: ['short'] },
  // The demonstration is filled anew by three processes, to be copied by whoever needs it.
  { files: 'tests/support/demo-folder.test.ts', passes: ['all'] },
  { files: 'tests/harvest/guard/guard.test.ts', passes: ['short', 'all', 'long'] },
  // What a server, its pages and the verbs make of each frozen folder: the short pass opens it.
  { files: 'tests/frozen/served.test.ts', passes: ['all'] },
  { files: 'tests/{budget,support,wire,frozen,harvest}/**/*.test.ts', passes: ['short'] },

  // Every page, print and file of three boxes. Its own name runs it before a push.
  { files: 'tests/crawl/{crawl,same-names,tongues}.test.ts', passes: ['all'] },
  { files: 'tests/crawl/*.test.ts', passes: ['short'] },

  // A box is opened, written to, forgets, and is read. The others go over the pages of one brick
  // each, which have units, or over every page again.
  { files: 'tests/journeys/{first,needs}.test.ts', passes: ['short'] },
  { files: 'tests/journeys/read.test.ts', passes: ['short', 'all'] },
  { files: 'tests/journeys/axe.test.ts', passes: ['all'], isFirst: true },
  { files: 'tests/journeys/*.test.ts', passes: ['all'] },

  {
    files: 'tests/exchange/simulator.test.ts',
    passes: ['short', 'all', 'long'],
    isFirst: true,
  },
  { files: 'tests/exchange/{doubles,fuzz}.test.ts', passes: ['short', 'all', 'long'] },
  // Two whole boxes a case: a dozen of the cases in the short pass.
  { files: 'tests/exchange/seen-there.test.ts', passes: ['short', 'all'], shares: true },
  {
    files: 'tests/exchange/{former-words,hidden-number,ours,past-number}.test.ts',
    passes: ['short', 'all'],
    shares: true,
  },
  { files: 'tests/exchange/*.test.ts', passes: ['short'], shares: true },

  {
    files: 'tests/attack/{cost,forms,hurt-files,pictures,salvage,texts,threads}.test.ts',
    passes: ['short', 'all', 'long'],
  },
  {
    files: 'tests/attack/matching-outside.test.ts',
    passes: ['short', 'all', 'long'],
    shares: true,
  },
  // Each verb on each file that is hurt; how a folder is opened, checked and saved has its units.
  { files: 'tests/attack/hurt-verbs.test.ts', passes: ['all', 'long'] },
  // Every page of every brick over values of another kind; a value that does not read has its unit.
  { files: 'tests/attack/hostile-box.test.ts', passes: ['all', 'long'] },
  // Every address of a real server, asked by everybody. `npm test` sends each form of the keeper's
  // to a test box (src/app/extra.test.ts); what clock, power, saves, restoring, keys and news then
  // do is looked at in `all` alone, by their own tests. A number that is hidden has its units.
  { files: 'tests/attack/{hidden-number,server-routes}.test.ts', passes: ['all'] },
  // Every form of every page, emptied; what a form says of a mistake has its units.
  { files: 'tests/attack/emptied-forms.test.ts', passes: ['all'] },
  { files: 'tests/attack/forgetting.test.ts', passes: ['short', 'all'] },
  { files: 'tests/attack/kept.test.ts', passes: ['short', 'all', 'long'] },
  {
    files: 'tests/attack/{forgotten-threads,identity,limits,routes}.test.ts',
    passes: ['short', 'all'],
    shares: true,
  },
  { files: 'tests/attack/*.test.ts', passes: ['short'], shares: true },

  // What goes on while something else does, what a full disk comes to, what stands at the door:
  // units and one kill of each kind say the most of it in the short pass.
  {
    files: 'tests/faults/{change-real,courier-real,cut-post,delivery,door,full,lapse}.test.ts',
    passes: ['all'],
  },
  { files: 'tests/faults/{meet-cut,number,thread,wall}.test.ts', passes: ['all'] },
  // Real servers over files that hold what was erased: log and rewriting have units, and the first
  // journey forgets a notice to its last byte.
  { files: 'tests/faults/{erased,rewriting}.test.ts', passes: ['all'] },
  // Real servers over folders that are hurt, taken or shut. Units refuse a folder, its key, its
  // lock, a certificate, a log that is lost or of a later format, and make hurt tables again. The
  // longer pass alone tries hurt pages of a log, files of another user, a port that is taken, and
  // two starts at one instant.
  { files: 'tests/faults/folder.test.ts', passes: ['all', 'long'] },
  // A table of thousands of lines comes in: its slices have units in the short pass.
  { files: 'tests/faults/long.test.ts', passes: ['all', 'long'] },
  {
    files: 'tests/faults/{change-version,cut,plug}.test.ts',
    passes: ['short', 'all', 'long'],
  },
  {
    files: 'tests/faults/{kill,code-kill,courier-kill,letter-kill,meet-kill,move-kill}.test.ts',
    passes: ['short', 'all', 'long'],
  },
  { files: 'tests/faults/canary.test.ts', passes: ['short', 'all'] },
  {
    files: 'tests/faults/shelf.test.ts',
    passes: ['all'],
    alone: 'measures the memory of a server that gives twenty films at once',
  },
  { files: 'tests/faults/*.test.ts', passes: ['short'] },

  {
    files: 'tests/box/*.test.ts',
    passes: ['all'],
    apart: 'machines in namespaces of their own share one kernel, its modules and its clock',
  },
]

/**
 * The tests that go over every brick: over its pages, commands, types, words, prints, files or
 * lists. A new brick fails them where it is not as the others are. `bin/check --brick NAME` runs
 * those of the short pass beside the tests of that brick; with `--all` behind it, the others.
 */
export const OVER_BRICKS: readonly string[] = [
  'src/app/{models,reads,words}.test.ts',
  'src/bricks/offers/{card,here}-surfaces.test.ts',
  'src/bricks/privacy/pages/keeping.test.ts',
  'src/cli/help.test.ts',
  'src/core/null-prototype.test.ts',
  'src/data/export.test.ts',
  'src/dev/atelier.test.ts',
  'src/ui/post.test.ts',
  'src/web/pages/cached.test.ts',
  'src/web/session/{coded,tickets}.test.ts',
  'seeds/world.test.ts',
  'bin/{contract-pages,shared-types}.test.ts',
  'bin/checks/{citations,columns,laws,readmes,words}.test.ts',
  'tests/attack/{forgetting,forms,hidden-number,hostile-box,identity}.test.ts',
  'tests/attack/{emptied-forms,refused-forms,routes,server-routes}.test.ts',
  'tests/journeys/{axe,needs,read}.test.ts',
  'tests/faults/canary.test.ts',
  'tests/crawl/crawl.test.ts',
  'tests/budget/{asked,kept,loaded}.test.ts',
]
