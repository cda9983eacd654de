import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAfter } from './after.ts'
import { measureAttacks } from './attack.ts'
import { measureBox } from './box.ts'
import { type Bench, tidy, withBoxes } from './boxes.ts'
import { measureDelivery } from './delivery.ts'
import { measureBringing } from './exchange/bringing.ts'
import { measureExchange } from './exchange.ts'
import { measureLendingPeers } from './lending/peers/gauntlet.ts'
import { measureLending } from './lending.ts'
import { measureMemory, soak } from './memory.ts'
import { measurePages } from './pages.ts'
import { measurePeers } from './peers.ts'
import { measurePrint } from './print.ts'
import { measureShares } from './shares.ts'
import { measureSlow } from './slow.ts'
import { measureStart } from './start.ts'
import { missing } from './table.ts'
import { measureTurns } from './turns.ts'
import { thisVersion, type Version, versionAt } from './versions.ts'
import { measureView } from './view.ts'

/**
 * `npm run bench`: what is fast, in a table. Nothing fails by it; every aim is printed beside what
 * was found. Only this machine's own loopback is asked, and everything is bounded in count and
 * time.
 */
const USAGE = `npm run bench -- [PART] [--quick] [--against REV] [--data DIR] [--mrbs DIR]

  PART       one part, or several with a comma between. Without any, all parts of the first list.
             PARTS
             asked by name alone, for they take minutes or hours: ASKED
  --quick    the smaller box only, shorter: about two minutes
  --against  the version of that revision too, built in a scratch clone, its boxes filled by itself.
             Both take turns; a row has both medians, then here ÷ REV with the least and the most
  --rounds   how often the versions take turns (3)
  --records  of the smaller box (2,000)
  --minutes  of the soak (120)
  --data     keeps filled folders and clones there for the next time. Runs work on copies
  --mrbs     the sources of MRBS, for lending-peers`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    against: { type: 'string' },
    rounds: { type: 'string' },
    records: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '120' },
    data: { type: 'string' },
    mrbs: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const { quick } = values
const small = Number(values.records)
const counts = quick ? [small] : [small, 100_000]
const pace = { seconds: quick ? 0.5 : 3, connections: quick ? [1, 16] : [1, 16, 64] }

type Part = (bench: Bench) => Promise<void>
const PARTS: Readonly<Record<string, Part>> = {
  start: bench => measureStart(bench, counts),
  memory: bench => measureMemory(bench, small),
  view: bench => measureView(bench, small, quick ? 1 : 3),
  pages: bench => measurePages(bench, counts, pace),
  after: bench => measureAfter(bench, counts, { notices: quick ? 6 : 24 }),
  print: bench => measurePrint(bench, { small: 200, large: 2_800 }),
  shares: async () => measureShares(100, 20),
  slow: bench => measureSlow(bench, small, { seconds: quick ? 2 : 8, whole: !quick }),
  box: bench => measureBox(bench, small, quick ? 20 : 120),
  turns: bench => measureTurns(bench, counts, pace),
  delivery: bench => measureDelivery(bench, quick ? 1_000 : 10_000),
}
const ASKED: Readonly<Record<string, Part>> = {
  soak: bench => soak(bench, small, Number(values.minutes)),
  peers: bench => measurePeers(bench, small, pace),
  lending: async () => measureLending(quick ? 500 : 10_000, quick ? 10_000 : 200_000),
  'lending-peers': bench => measureLendingPeers(bench.within, values.mrbs),
  attack: bench =>
    withBoxes(bench, quick ? 200 : 2_000, async ([box]) => {
      if (box) await measureAttacks(box)
    }),
  exchange: async bench => {
    const many = quick ? [1_000] : [1_000, 10_000, 100_000]
    measureExchange(bench.within, many, quick ? 0 : 1_000_000)
    await measureBringing(bench)
  },
}
const ALL = { ...PARTS, ...ASKED }

const named = [...positionals, ...(values.only ?? '').split(',')]
  .flatMap(one => one.split(','))
  .filter(one => one !== '')
if (values.help || named.some(name => !(name in ALL))) {
  const list = (of: object) => Object.keys(of).join(', ')
  console.log(USAGE.replace('PARTS', list(PARTS)).replace('ASKED', list(ASKED)))
  process.exit(values.help ? 0 : 2)
}

const within = values.data ?? mkdtempSync(join(tmpdir(), 'cocote-bench-'))
mkdirSync(within, { recursive: true })
try {
  const [processor] = cpus()
  const machine = `${availableParallelism()} cores (${processor?.model.trim() ?? 'unknown'})`
  console.log(`Node ${process.version}, ${machine}`)
  tidy(within)
  const versions = [thisVersion(), ...earlier(values.against)]
  const rounds = Number(values.rounds ?? (versions.length > 1 ? 3 : 1))
  for (const name of named.length > 0 ? named : Object.keys(PARTS))
    await ALL[name]!({ within, versions, rounds }).catch(error =>
      missing(name, (error as Error).message),
    )
  if (thisVersion().mark !== versions[0]!.mark)
    console.log('\nThis tree changed meanwhile: the rows of *here* are of several programs.')
} finally {
  if (values.data === undefined) rmSync(within, { recursive: true, force: true })
}

function earlier(revision: string | undefined): readonly Version[] {
  if (revision === undefined) return []
  try {
    return [versionAt(revision, within)]
  } catch (error) {
    missing(revision, (error as Error).message)
    return []
  }
}
