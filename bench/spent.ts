import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** What a process used of the machine, as Linux counts it. Undefined where nothing counts it. */

/**
 * Milliseconds that a processor was busy with it, all its living threads together; those of the
 * processes that it started too, also when they ended.
 */
export function spentMs(pid: number): number | undefined {
  try {
    const [own, ...started] = familyOf(pid)
    return started.reduce((sum, one) => sum + Math.max(aloneMs(one), timesMs(one)), aloneMs(own!))
  } catch {
    return undefined
  }
}
function aloneMs(pid: number): number {
  const threads = orNone(() => readdirSync(`/proc/${pid}/task`))
  const all = threads.map(thread => spentNs(pid, thread) / 1e6)
  return all.reduce((sum, one) => sum + one, endedMs(pid))
}
function spentNs(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    // It ended since it was listed.
    return 0
  }
}
/** Of its processes that ended, in hundredths of a second. */
const endedMs = (pid: number): number => ticksMs(pid, [13, 14])
/** Of itself, in hundredths of a second, with its threads that ended, until somebody reaps it. */
const timesMs = (pid: number): number => ticksMs(pid, [11, 12]) + endedMs(pid)

function ticksMs(pid: number, cells: readonly number[]): number {
  const [stat = ''] = orNone(() => [readFileSync(`/proc/${pid}/stat`, 'utf8')])
  const all = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return cells.reduce((sum, at) => sum + Number(all[at] ?? 0), 0) * 10
}

/** The process, and those that it started and that live. */
export function familyOf(pid: number): readonly number[] {
  const threads = readdirSync(`/proc/${pid}/task`)
  const children = threads.flatMap(thread =>
    orNone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ')),
  )
  const started = children.filter(one => one !== '').map(Number)
  return [pid, ...started.flatMap(one => orNone(() => familyOf(one)))]
}
/** What a process said that may have ended meanwhile. */
function orNone<T>(look: () => readonly T[]): readonly T[] {
  try {
    return look()
  } catch {
    return []
  }
}

const QUIET_MS = 0.02
const LOOKS = 100
/**
 * The same, once the process does nothing more: a thread that runs is counted when it stops. After
 * some three hundred ms of work it is told as it is.
 */
export async function spentWhenQuiet(pid: number): Promise<number> {
  let last = spentMs(pid) ?? 0
  for (let look = 0; look < LOOKS; look++) {
    await pause(2)
    const now = spentMs(pid) ?? 0
    if (now - last < QUIET_MS) return now
    last = now
  }
  return last
}

/** `given`: to a disk, in blocks of 4 KB. `asked`: by the process, to files and sockets alike. */
export type Written = Readonly<{ given: number; asked: number }>
export function writtenBytes(pid: number | 'self'): Written | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/io`, 'utf8')
    const of = (name: string) => Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(text)?.[1])
    return { given: of('write_bytes'), asked: of('wchar') }
  } catch {
    return undefined
  }
}

/** Megabytes: what it holds alone, and its part of what it shares; with what it started. */
export const pssOf = (pid: number): number | undefined => held(pid, ['Pss'])
/** Megabytes that it and what it started share with no other process. */
export const ownOf = (pid: number): number | undefined =>
  held(pid, ['Private_Clean', 'Private_Dirty'])

function held(pid: number, names: readonly string[]): number | undefined {
  const all = orNone(() => familyOf(pid)).map(one => megabytes(one, names))
  return all[0] === undefined ? undefined : all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

function megabytes(pid: number, names: readonly string[]): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const kb = names.map(name => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]))
    return kb.reduce((sum, one) => sum + one, 0) / 1024
  } catch {
    return undefined
  }
}

const LOOK_MS = 20
/** Runs a command to its end. Its processor is read while it runs, to some twenty ms. */
export function ran(
  [command = '', ...args]: readonly string[],
  pidOf: (started: number) => number = started => started,
): Promise<Readonly<{ ms: number; cpu: number; said: string }>> {
  const begun = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let cpu = 0
  const looking = setInterval(() => {
    cpu = Math.max(cpu, spentMs(pidOf(child.pid!)) ?? 0)
  }, LOOK_MS)
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', part => {
        said += part
      })
    child.on('error', reject)
    child.on('close', code => {
      clearInterval(looking)
      if (code === 0) resolve({ ms: performance.now() - begun, cpu, said })
      else reject(new Error(`${command} ended with ${code}: ${faultIn(said)}`))
    })
  })
}

/** The line that names the fault, in what a program said at its end. */
const faultIn = (said: string): string => {
  const lines = said.trim().split('\n')
  return (lines.find(line => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? '').slice(0, 200)
}
