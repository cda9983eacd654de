import { spawnSync } from 'node:child_process'
import { stdout } from 'node:process'

const seconds = (began: number): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`

/**
 * Runs a program as a step, and says how long it took. False when it fails: what it wrote says why.
 */
export function step(name: string, command: string, ...args: readonly string[]): boolean {
  const began = performance.now()
  const {
    status,
    error,
    stdout: out,
    stderr,
  } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20 })
  const isRight = status === 0
  stdout.write(`${isRight ? '·' : '✖'} ${name}, ${seconds(began)}\n`)
  if (!isRight) stdout.write(`${error?.message ?? ''}${out}${stderr}\n`)
  return isRight
}
