import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBox, writeCargo } from './exchange/cargo.ts'
import type { Brought } from './exchange/ours.ts'
import { missing } from './table.ts'

/** A peer that takes longer is stopped, and it is said. */
const PEER_MS = 600_000
const NEW = 10
const here = (path: string): string => fileURLToPath(new URL(`exchange/${path}`, import.meta.url))

/**
 * Boxes as `bin/cocote` runs them: little young memory, an old one swept before it has grown by
 * half.
 */
const BOX = [
  process.execPath,
  '--max-semi-space-size=2',
  '--heap-growing-percent=50',
  '--no-regexp-tier-up',
  '--no-regexp-unroll',
  here('ours.ts'),
]
const BOX_ENV = { ...process.env, MALLOC_ARENA_MAX: '2' }

type Row = Brought & Readonly<{ who: string; records: number }>
const COLUMNS: readonly (readonly [head: string, width: number, cell: (row: Row) => string])[] = [
  ['who', 26, row => row.who],
  ['records', 8, row => row.records.toLocaleString('en')],
  ['to empty s', 10, row => (row.bring / 1_000).toFixed(2)],
  ['processor s', 11, row => (row.cpu / 1_000).toFixed(2)],
  ['10 more ms', 10, row => row.meet?.toFixed(0) ?? ''],
  ['open ms', 8, row => row.open?.toFixed(1) ?? ''],
  [
    'wire B',
    7,
    row => (row.wire === undefined ? '' : Math.round(row.wire / row.records).toLocaleString('en')),
  ],
  ['disk B', 7, row => Math.round(row.disk / row.records).toLocaleString('en')],
  ['peak MB', 8, row => row.peakMB.toFixed(0)],
  [
    '',
    0,
    row =>
      [row.parts, row.log && `log ${Math.round(row.log / row.records)} B`]
        .filter(Boolean)
        .join(' · '),
  ],
]
const printed = (cells: readonly string[]): string =>
  cells
    .map((cell, i) =>
      i === 0 || i === 9 ? cell.padEnd(COLUMNS[i]![1]) : cell.padStart(COLUMNS[i]![1]),
    )
    .join(' ')

/**
 * Two boxes and what they carry, beside those who do something like it, in one run on one machine.
 * Bytes are a record's.
 */
export function measureExchange(within: string, counts: readonly number[], packed: number): void {
  console.log(
    '\nExchange: to an empty box until the last record is found, ten more, the box ' +
      `opened\n${printed(COLUMNS.map(([name]) => name))}`,
  )
  for (const records of counts) {
    const folder = join(within, `exchange-${records}`)
    mkdirSync(folder, { recursive: true })
    const cargo = join(folder, 'cargo')
    if (!existsSync(cargo)) writeCargo(cargo, records + NEW)
    tellRow(
      'node:sqlite, nothing else',
      records,
      run([process.execPath, here('floor/peer.mjs'), cargo, join(folder, 'floor')]),
    )
    tellRow('CoCoTe', records, broughtBy(folder, records))
    tellRow('PouchDB 9.0, LevelDB', records, peer('pouchdb', [process.execPath], cargo, folder))
    tellRow('CoMapeo core 7.1', records, peer('comapeo', [nodeFor('comapeo')], cargo, folder))
    rmSync(folder, { recursive: true, force: true })
  }
  if (packed > 0) tellPacked(within, packed)
}

function broughtBy(folder: string, records: number): Brought | string {
  const box = join(folder, 'ours')
  mkdirSync(box, { recursive: true })
  writeBox(join(box, 'from'), records)
  return run([...BOX, 'bring', String(records), box], BOX_ENV)
}

function peer(
  name: string,
  node: readonly (string | undefined)[],
  cargo: string,
  folder: string,
): Brought | string {
  if (!existsSync(here(`${name}/node_modules`)))
    return `not installed: npm ci --prefix bench/exchange/${name}`
  const [program] = node
  return program
    ? run([program, here(`${name}/peer.mjs`), cargo, join(folder, name)])
    : 'no Node here loads what it was installed with'
}

/** What npm built for a peer is for one Node only: that of this process, or another of the path. */
function nodeFor(name: string): string | undefined {
  const all = [
    process.execPath,
    ...(process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, 'node')),
  ]
  const loads = (node: string) =>
    spawnSync(node, ['-e', "new (require('better-sqlite3'))(':memory:')"], {
      cwd: here(name),
      stdio: 'ignore',
    }).status === 0
  return all.filter(node => existsSync(node)).find(loads)
}

function run(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Brought | string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: PEER_MS,
    env,
  })
  if (status === null) return `stopped after ${PEER_MS / 1_000} s`
  return status === 0
    ? (JSON.parse(stdout) as Brought)
    : `ended with ${status}: ${stderr.trim().split('\n').at(-1)}`
}

function tellRow(who: string, records: number, found: Brought | string): void {
  if (typeof found === 'string') missing(`${who}, ${records} records`, found)
  else console.log(printed(COLUMNS.map(([, , cell]) => cell({ ...found, who, records }))).trimEnd())
}

/** How much memory it takes to pack a log far greater than memory should be. */
function tellPacked(within: string, records: number): void {
  const folder = join(within, `packed-${records}`)
  writeBox(folder, records)
  const [node = '', ...flags] = BOX
  const { status, stdout } = spawnSync(node, [...flags, 'pack', String(records), folder], {
    encoding: 'utf8',
    env: BOX_ENV,
  })
  rmSync(folder, { recursive: true, force: true })
  if (status !== 0) {
    missing('pack', `ended with ${status}`)
    return
  }
  const { pack, wire, peakMB } = JSON.parse(stdout) as {
    pack: number
    wire: number
    peakMB: number
  }
  const said =
    `${(pack / 1_000).toFixed(1)} s, ${(wire / 1e6).toFixed(0)} MB, peak ${peakMB.toFixed(0)} ` +
    'MB'
  console.log(
    `${records.toLocaleString('en')} records packed: ${said} · aim < 200 MB: ` +
      `${peakMB < 200 ? 'yes' : 'NO'}`,
  )
}
