import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Air } from './air.ts'
import { PATH, type Ran, ran, until } from './run.ts'

/**
 * A small computer with a bare Debian: systemd boots it in namespaces of its own, over a root that
 * it does not share, with a radio that is a cable to the air and no other road. Its clock is this
 * machine's, and it may not set it.
 */
export type Machine = Readonly<{
  /** What its network is called now: another at each start. */
  place: () => string
  boot: () => Promise<void>
  /** Every process of it killed at once, with no word to any; its network is gone too. */
  unplug: () => Promise<void>
  /** When it stopped by itself. */
  stopped: () => Promise<void>
  run: (script: string, of?: Readonly<{ input?: string; ms?: number }>) => Promise<Ran>
  /** The same, and fails with what was said when it failed. */
  must: (script: string, of?: Readonly<{ input?: string; ms?: number }>) => Promise<string>
  end: () => Promise<void>
}>
type Of = Readonly<{
  name: string
  root: string
  wifi: string /** A folder of ours that it sees as a key. */
  key: string
}>
type On = Readonly<{ child: ChildProcess; init: number; place: string; gone: Promise<unknown> }>

const BOOT = fileURLToPath(new URL('./boot.sh', import.meta.url))
const NEVER = ['setpriv', '--bounding-set', '-sys_time,-sys_module,-sys_rawio', '--']

export function openMachine(air: Air, of: Of): Machine {
  const at = join(air.folder, of.name)
  for (const name of ['upper', 'work', 'root']) mkdirSync(join(at, name), { recursive: true })
  const cgroup = join(unified(), `cocote-${process.pid}-${of.name}`)
  sweep()
  let boots = 0
  let on: On | undefined
  const boot = async (): Promise<void> => {
    const place = air.place(`${of.name}-${++boots}`)
    air.radio(place).join(of.wifi, 'box')
    const args = ['--pdeathsig', 'KILL', BOOT, place, cgroup, of.root, at, of.key]
    const child = spawn('setpriv', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH },
    })
    const gone = new Promise(resolve => child.on('close', resolve))
    const init = await until(
      'the machine’s first process',
      () => firstOf(child.pid!),
      15_000,
    ).catch(async error => {
      child.kill('SIGKILL')
      await gone
      throw error
    })
    on = { child, init, place, gone }
    await until(
      'systemd',
      async () => (await run('systemctl list-units >/dev/null 2>&1')).status === 0,
      60_000,
    )
    await run('systemctl is-system-running --wait', { ms: 120_000 })
  }
  const run: Machine['run'] = (script, more = {}) => {
    if (!on) throw new Error(`${of.name} is not plugged`)
    const inside = [
      '-t',
      String(on.init),
      '--mount',
      '--uts',
      '--ipc',
      '--net',
      '--pid',
      '--cgroup',
      '--root',
      '--wd',
    ]
    const env = [
      'env',
      '-i',
      'HOME=/root',
      'LANG=C.UTF-8',
      `PATH=${PATH}`,
      'DEBIAN_FRONTEND=noninteractive',
    ]
    return ran('nsenter', [...inside, ...NEVER, ...env, 'sh', '-euc', script], more)
  }
  const cleared = async (): Promise<void> => {
    if (!on) return
    await on.gone
    air.gone(on.place)
    on = undefined
    await until('its control groups to empty', () => emptied(cgroup))
  }
  const unplug = async (): Promise<void> => {
    if (on) process.kill(on.init, 'SIGKILL')
    await cleared()
  }
  return {
    place: () => on?.place ?? '',
    boot,
    unplug,
    stopped: async () => {
      const late = setTimeout(() => on && process.kill(on.init, 'SIGKILL'), 60_000)
      await cleared()
      clearTimeout(late)
    },
    run,
    must: async (script, more) => {
      const { status, out } = await run(script, more)
      if (status !== 0) throw new Error(`${script}: ${out}`)
      return out
    },
    end: unplug,
  }
}

/**
 * Where this kernel's control groups of the second kind are mounted; beside the first kind or
 * alone.
 */
function unified(): string {
  const line = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find(one => one.split(' ')[2] === 'cgroup2')
  if (!line) throw new Error('no cgroup2 is mounted here')
  return line.split(' ')[1]!
}

/** Control groups that a run that was killed left behind. */
function sweep(): void {
  for (const name of readdirSync(unified())) {
    const pid = /^cocote-(\d+)-/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) emptied(join(unified(), name))
  }
}

/** The first process of the namespace that `unshare` made: its only child, once it is systemd. */
function firstOf(pid: number): number | undefined {
  try {
    const child = Number(
      readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0],
    )
    return child > 0 && readFileSync(`/proc/${child}/comm`, 'utf8').trim() === 'systemd'
      ? child
      : undefined
  } catch {
    return undefined
  }
}

function emptied(folder: string): boolean {
  if (!existsSync(folder)) return true
  try {
    for (const one of readdirSync(folder, { withFileTypes: true }))
      if (one.isDirectory()) emptied(join(folder, one.name))
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
