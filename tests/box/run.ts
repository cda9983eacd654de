import { spawn, spawnSync } from 'node:child_process'

export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
export type Ran = Readonly<{ status: number; out: string }>

/** Runs a command to its end, and fails with what it said when it failed. */
export function run(command: string, ...args: readonly string[]): string {
  const ran = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH },
    maxBuffer: 64 << 20,
  })
  if (ran.status !== 0)
    throw new Error(
      `${[command, ...args].join(' ')}: ${ran.error?.message ?? `${ran.stderr}${ran.stdout}`}`,
    )
  return ran.stdout
}

/** The same, whatever comes of it. */
export const tried = (command: string, ...args: readonly string[]): number | null =>
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, PATH } }).status

/**
 * The same command, in namespaces of its own: whatever it began ends with it, and what it mounted
 * is mounted nowhere else.
 */
export const apart = (
  command: string,
  ...args: readonly string[]
): readonly [string, readonly string[]] => [
  'unshare',
  ['--mount', '--pid', '--fork', '--kill-child', command, ...args],
]

/**
 * Runs beside the test, so that what answers it can go on meanwhile. `input` is its standard input.
 */
export function ran(
  command: string,
  args: readonly string[],
  of: Readonly<{ input?: string; ms?: number }> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, PATH },
      timeout: of.ms ?? 120_000,
      killSignal: 'SIGKILL',
    })
    let out = ''
    const heard = (part: Buffer) => {
      out += part.toString('utf8')
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ status: code ?? (signal ? 128 : 1), out }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(of.input ?? '')
  })
}

/**
 * Waits until `look` gives something, asking again; `what` says what was waited for when it does
 * not come.
 */
export async function until<T>(
  what: string | (() => string),
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end)
      throw new Error(`waited ${ms / 1000} s for ${typeof what === 'string' ? what : what()}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
