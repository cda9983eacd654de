import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath, stdout } from 'node:process'

const seconds = (began: number): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`

/**
 * Runs a program as a step, and says how long it took. False when it fails: what it wrote says why.
 * Steps may run beside one another: each says its own in one piece, at its end.
 */
export async function step(
  name: string,
  command: string,
  ...args: readonly string[]
): Promise<boolean> {
  const began = performance.now()
  const said: Buffer[] = []
  let code: unknown
  try {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const part of [child.stdout, child.stderr])
      part.on('data', (bytes: Buffer) => said.push(bytes))
    ;[code] = await once(child, 'close')
  } catch (error) {
    said.push(Buffer.from(String(error)))
  }
  const isRight = code === 0
  stdout.write(`${isRight ? '·' : '✖'} ${name}, ${seconds(began)}\n`)
  if (!isRight) stdout.write(`${Buffer.concat(said).toString()}\n`)
  return isRight
}
/** Whether all of these steps, which run beside one another, are right. */
export const allRight = async (...steps: readonly Promise<boolean>[]): Promise<boolean> =>
  (await Promise.all(steps)).every(Boolean)

export const types = (): Promise<boolean> => step('types', 'tsc')
export const rooms = (): Promise<boolean> => step('rooms', execPath, 'bin/check-rooms.ts')
