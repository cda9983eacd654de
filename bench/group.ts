import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Under } from './serving.ts'

/**
 * A group of processes held to a small machine's means (cgroups, version 2 or 1: whichever is
 * there). Needs root.
 */
export type Group = Readonly<{
  under: Under
  /**
   * The most that it held at once, what the system keeps of its files included, where the system
   * counts it.
   */
  mostBytes: () => number | undefined
  end: () => void
}>
/**
 * `slower`: of one core, all threads together get 1/slower; harder than any small box of two cores
 * or four.
 */
export type Means = Readonly<{ slower: number; memoryBytes?: number }>

const ROOT = '/sys/fs/cgroup'
/** Short, so that a small share is a slow processor and not a fast one that stops. */
const PERIOD_US = 5_000

type Part = Readonly<{ folder: string; limits: Readonly<Record<string, string>>; most?: string }>

/** Undefined and why, when refused. */
export function smallMachine(means: Means): Group | string {
  const made: string[] = []
  const end = (): void => {
    for (const folder of made.splice(0)) rmdirSync(folder)
  }
  const parts = existsSync(join(ROOT, 'cgroup.controllers')) ? together(means) : apart(means)
  try {
    for (const { folder, limits } of parts) {
      mkdirSync(folder)
      made.push(folder)
      for (const [file, value] of Object.entries(limits)) writeFileSync(join(folder, file), value)
    }
  } catch (error) {
    end()
    return `no group of processes can be made and held: ${(error as Error).message}`
  }
  const entering = parts.map(({ folder }) => `echo $$ > '${folder}/cgroup.procs'`).join(' && ')
  return {
    under: ['sh', '-c', `${entering} && exec "$@"`, 'sh'],
    mostBytes: () => mostIn(parts),
    end,
  }
}

const NAME = `cocote-bench-${process.pid}`

function together({ slower, memoryBytes }: Means): readonly Part[] {
  const limits = {
    'cpu.max': `${PERIOD_US / slower} ${PERIOD_US}`,
    ...(memoryBytes ? { 'memory.max': String(memoryBytes) } : {}),
  }
  return [{ folder: join(ROOT, NAME), limits, most: 'memory.peak' }]
}

/** Version 1: a tree for each kind of means. */
function apart({ slower, memoryBytes }: Means): readonly Part[] {
  const cpu = {
    'cpu.cfs_period_us': String(PERIOD_US),
    'cpu.cfs_quota_us': String(PERIOD_US / slower),
  }
  const memory = { 'memory.limit_in_bytes': String(memoryBytes) }
  return [
    { folder: join(ROOT, 'cpu', NAME), limits: cpu },
    ...(memoryBytes
      ? [{ folder: join(ROOT, 'memory', NAME), limits: memory, most: 'memory.max_usage_in_bytes' }]
      : []),
  ]
}

function mostIn(parts: readonly Part[]): number | undefined {
  const files = parts
    .flatMap(({ folder, most }) => (most ? [join(folder, most)] : []))
    .filter(file => existsSync(file))
  return files[0] === undefined ? undefined : Number(readFileSync(files[0], 'utf8'))
}
