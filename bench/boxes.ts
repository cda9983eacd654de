import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { FilledBox } from './filled.ts'
import { type Serving, serveBox, type Under } from './serving.ts'
import { nodeOf, type Version } from './versions.ts'

/** A copy of a filled folder, of the version that filled it. */
export type Box = FilledBox & Readonly<{ version: Version }>
export type ServedBox = Box & Readonly<{ server: Serving }>
/** Of each version, as many records; the first is this tree's. */
export type Boxes = readonly Box[]

/** What the parts of the bench measure, and how often. `within`: where folders are. */
export type Bench = Readonly<{ within: string; versions: readonly Version[]; rounds: number }>

/**
 * Works on copies of filled folders and takes the copies away, so that no run meets what another
 * wrote.
 */
export async function withBoxes<T>(
  { within, versions }: Bench,
  records: number,
  work: (boxes: Boxes) => Promise<T>,
): Promise<T> {
  const copies = mkdtempSync(join(within, `run-${process.pid}-`))
  try {
    return await work(
      versions.map(version => {
        const box = filledBy(version, within, records)
        const folder = join(copies, version.mark)
        copy(box.folder, folder)
        return { ...box, folder, version }
      }),
    )
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

/** The same, each box served. */
export const withServed = <T>(
  bench: Bench,
  records: number,
  work: (boxes: readonly ServedBox[]) => Promise<T>,
): Promise<T> =>
  withBoxes(bench, records, async boxes => {
    const served: ServedBox[] = []
    try {
      for (const box of boxes) served.push({ ...box, server: await serveBox(box) })
      return await work(served)
    } finally {
      for (const { server } of served) await server.stop()
    }
  })

/** A server of a copy of that box, for as long as the work takes. */
export async function servedOnce<T>(
  box: Box,
  work: (served: ServedBox) => Promise<T>,
  under: Under = [],
): Promise<T> {
  const server = await serveBox(box, under)
  try {
    return await work({ ...box, server })
  } finally {
    await server.stop()
  }
}

/** Removes what a bench left that was stopped, and folders filled on another day. */
export function tidy(within: string): void {
  for (const name of readdirSync(within)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1]
    const isLeft = pid !== undefined && !existsSync(`/proc/${pid}`)
    if (isLeft || (name.startsWith('filled-') && !name.startsWith(`filled-${today()}-`)))
      rmSync(join(within, name), { recursive: true, force: true })
  }
}

/** `fill` counts its dates from today: the same day and program give the same records. */
const today = (): string => new Date().toISOString().slice(0, 10)

/** Filled by the version's own program, or taken as it was filled earlier on this day. */
function filledBy(version: Version, within: string, records: number): FilledBox {
  const folder = join(within, `filled-${today()}-${version.mark}`)
  const told = join(folder, `${records}.json`)
  if (!existsSync(told)) {
    mkdirSync(folder, { recursive: true })
    console.log(`· ${records} records are being written by ${version.name}`)
    writeFileSync(told, filling(version, folder, records))
  }
  return JSON.parse(readFileSync(told, 'utf8')) as FilledBox
}

/** The bench of each version knows how its folders are filled; it stood in `box.ts` at first. */
const FILLING = `
const [tree, within, records] = process.argv.slice(1)
const { prepareBox } = await import(tree + '/bench/filled.ts').catch(() =>
  import(tree + '/bench/box.ts'))
const box = await prepareBox(within, Number(records))
console.log(JSON.stringify(box))
process.exit(0)
`

function filling(version: Version, folder: string, records: number): string {
  const args = ['--input-type=module', '-e', FILLING, version.tree, folder, String(records)]
  const env = { ...process.env, TZ: 'Europe/Paris' }
  const { status, stdout, stderr } = spawnSync(nodeOf(version), args, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${version.name} filled nothing: ${stderr.trim()}`)
  return stdout.trim().split('\n').at(-1)!
}

/** By the system's own program: files of a database are large. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`no copy of ${from}: ${stderr.trim()}`)
}
