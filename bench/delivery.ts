import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './boxes.ts'
import type { Brought } from './exchange/ours.ts'
import { inTurns } from './rounds.ts'
import { ran } from './spent.ts'
import { head, type Line } from './table.ts'
import { flagsOf, nodeOf, type Version } from './versions.ts'

const [CPU_S, DISK_KB] = [4.5, 4.2]

/** Records of another box, an entry each, brought to an empty one: processor, and disk a record. */
export async function measureDelivery(bench: Bench, records: number): Promise<void> {
  head('Delivery')
  const sides = bench.versions.map(version => ({ version }))
  const what = `${records.toLocaleString('en')} records delivered`
  await inTurns({ what, sides, rounds: bench.rounds }, async ({ version }) =>
    delivered(what, version, bench.within, records),
  )
}

async function delivered(what: string, version: Version, within: string, records: number) {
  const folder = mkdtempSync(join(within, `run-${process.pid}-`))
  const ours = join(version.tree, 'bench/exchange/ours.ts')
  if (!existsSync(ours)) throw new Error('that version has no bench of exchange')
  const run = (...of: readonly string[]) => ran([nodeOf(version), ...flagsOf(version), ours, ...of])
  try {
    await run('write', String(records), join(folder, 'from'))
    const { said } = await run('bring', String(records), folder)
    return linesOf(what, records, JSON.parse(said.trim().split('\n').at(-1)!) as Brought)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function linesOf(what: string, records: number, found: Brought): readonly Line[] {
  const [seconds, disk] = [found.cpu / 1_000, found.disk / records / 1024]
  return [
    {
      what: `${what}, processor`,
      records,
      median: found.bring,
      amount: seconds,
      unit: 's',
      said: found.parts ?? '',
      aim: `≤ ${CPU_S} s`,
      met: ({ amount = 0 }) => amount <= CPU_S,
    },
    {
      what: 'disk a record, an entry each',
      records,
      amount: disk,
      unit: 'KB',
      aim: `≤ ${DISK_KB} KB`,
      met: ({ amount = 0 }) => amount <= DISK_KB,
    },
  ]
}
