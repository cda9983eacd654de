import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

export const COCOTE = fileURLToPath(new URL('../../bin/cocote', import.meta.url))

/** A real server, in a process of its own. `said`: all that it printed. */
export type Serving = Readonly<{
  process: ChildProcess
  ready: Promise<string>
  gone: Promise<number | string>
  said: () => string
}>

/**
 * Those that still run. A test that fails on the way leaves its server behind, which would keep its
 * file from ever ending: they are killed after the last test. (A bench has no tests.)
 */
const running = new Set<ChildProcess>()
if (process.env['NODE_TEST_CONTEXT'] !== undefined)
  after(() => {
    for (const child of running) child.kill('SIGKILL')
  })

const READY = /: (http:\/\/\S+)$/m

/**
 * Starts `command args`, told to nobody on the network unless `env` says so; `ready` gives its
 * address, or fails with what it said when it ends before. `as`: another user to run it.
 */
export function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  as: Readonly<{ uid?: number; gid?: number }> = {},
): Serving {
  const child = spawn(command, args, {
    ...as,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, COCOTE_MDNS: '0', ...env },
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  let text = ''
  const gone = new Promise<number | string>(resolve =>
    child.on('close', (code, signal) => resolve(signal ?? code ?? -1)),
  )
  const ready = new Promise<string>((resolve, reject) => {
    const heard = (part: Buffer) => {
      text += part.toString('utf8')
      const address = READY.exec(text)?.[1]
      if (address) resolve(address)
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.on('error', reject)
    gone.then(how => reject(new Error(`ended with ${how} before it was ready: ${text}`)))
  })
  // Whoever kills it on the way does not wait for it.
  ready.catch(() => undefined)
  return { process: child, ready, gone, said: () => text }
}

/**
 * A port for a server that ends and comes back under the same one: free now, and below those that
 * the system draws from (from 32768 on, unless it was told otherwise) for whoever asks for any, so
 * that nobody is given it meanwhile.
 */
export async function keptPort(): Promise<string> {
  for (;;) {
    const port = randomInt(20_000, 30_000)
    const door = createServer()
    const isFree = await new Promise<boolean>(resolve =>
      door
        .once('error', () => resolve(false))
        .listen(port, '127.0.0.1', () => door.close(() => resolve(true))),
    )
    if (isFree) return String(port)
  }
}

export const serveArgs = (folder: string): readonly string[] => [
  'serve',
  '--data',
  folder,
  '--port',
  '0',
  '--tls-port',
  '0',
]
export const serving = (folder: string, env?: Readonly<Record<string, string>>): Serving =>
  start(COCOTE, serveArgs(folder), env)

export async function kill(
  one: Serving,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<number | string> {
  one.process.kill(signal)
  return one.gone
}
