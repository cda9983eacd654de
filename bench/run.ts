import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAttacks } from './attack.ts'
import { measureBox } from './box.ts'
import { measureBringing } from './exchange/bringing.ts'
import { measureExchange } from './exchange.ts'
import { type Box, prepareBox } from './filled.ts'
import { measurePages } from './pages.ts'
import { measurePrint } from './print.ts'
import { measureSlow } from './slow.ts'
import { measureStart } from './start.ts'
import { measureTurns } from './turns.ts'
import { measureView } from './view.ts'

/**
 * `npm run bench`: what is fast, in a table. Nothing fails by it; every aim is printed beside what
 * was found. Only this machine's own loopback is asked, and everything is bounded in count and
 * time.
 */
const PARTS = [
  'pages',
  'turns',
  'slow',
  'start',
  'view',
  'print',
  'box',
  'attack',
  'exchange',
] as const
const USAGE = `npm run bench -- [--quick] [--only ${PARTS.join('|')}] [--data DIR]

  --quick   2,000 records only, shorter, no rebuild on the slow box: about a minute
  --only    one part; attack and exchange are measured only when they are asked for: they take minutes
  --data    keeps the filled folders there for the next time`

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const { quick = false, only } = values
if (values.help || (only !== undefined && !PARTS.some(part => part === only))) {
  console.log(USAGE)
  process.exit(values.help ? 0 : 2)
}

const asks = (part: (typeof PARTS)[number]): boolean => only === undefined || only === part
const pace = { seconds: quick ? 0.5 : 3, connections: quick ? [1, 64] : [1, 16, 64] }
const within = values.data ?? mkdtempSync(join(tmpdir(), 'cocote-bench-'))
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores ` +
      `(${cpus()[0]?.model.trim() ?? 'unknown'})`,
  )
  if (only === 'exchange') {
    measureExchange(within, quick ? [1_000] : [1_000, 10_000, 100_000], quick ? 0 : 1_000_000)
    await measureBringing(within)
  } else if (only === 'attack') await measureAttacks(await prepareBox(within, quick ? 200 : 2_000))
  else await measureHouse()
} finally {
  if (values.data === undefined) rmSync(within, { recursive: true, force: true })
}

async function measureHouse(): Promise<void> {
  const small = await prepareBox(within, 2_000)
  const needsLarge = !quick && (['pages', 'turns', 'start'] as const).some(asks)
  const boxes: readonly Box[] = needsLarge ? [small, await prepareBox(within, 100_000)] : [small]
  if (asks('start')) await measureStart(boxes, !quick)
  if (asks('view')) await measureView(small, quick ? 1 : 3)
  if (asks('pages')) await measurePages(boxes, pace)
  if (asks('print'))
    await measurePrint(await prepareBox(within, 200), await prepareBox(within, 2_800))
  if (asks('slow')) await measureSlow(small, quick ? 2 : 8, !quick)
  if (asks('box')) await measureBox(small, quick ? 20 : 120)
  // Last: what is written stays in the folders.
  if (asks('turns')) await measureTurns(boxes, pace)
}
