import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const READY_MS = 900_000

/**
 * Runs setup.sh, one of these files, over this machine's own files, in layers that are in memory.
 * The first process of the layers ends with the one returned, and takes the others along.
 */
export function inLayers(
  folder: string,
  files: readonly URL[],
  ports: Readonly<Record<string, number>>,
): ChildProcess {
  for (const file of [new URL('layers.sh', import.meta.url), ...files].map(url =>
    fileURLToPath(url),
  ))
    copyFileSync(file, join(folder, basename(file)))
  for (const [name, port] of Object.entries(ports))
    writeFileSync(join(folder, `${name}.port`), String(port))
  const log = openSync(join(folder, 'log'), 'w')
  const layers = ['sh', join(folder, 'layers.sh'), folder]
  return spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', ...layers], {
    stdio: ['ignore', log, log],
  })
}

/** Undefined once they serve, else why they do not. */
export async function ready(child: ChildProcess, folder: string): Promise<string | undefined> {
  let failed: string | undefined
  child.on('error', error => {
    failed = error.message
  })
  child.on('close', () => {
    failed ??= readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').at(-1) ?? 'it ended'
  })
  for (const ends = performance.now() + READY_MS; performance.now() < ends; await pause(500)) {
    if (failed !== undefined) return `they do not install here: ${failed}`
    if (existsSync(join(folder, 'ready'))) return undefined
  }
  return `they were not ready in ${READY_MS / 60_000} minutes`
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
