import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { placesIn } from '../src/files/folder.ts'
import { programOf, type Version } from './versions.ts'

export const COCOTE = fileURLToPath(new URL('../bin/cocote', import.meta.url))
const RAW = fileURLToPath(new URL('./raw.ts', import.meta.url))

/** A server in a process of its own. `pid` is the server's, not that of what it runs under. */
export type Serving = Readonly<{ address: string; pid: number; stop: () => Promise<void> }>
/** A command put before another: strace, or a shell that enters a group first. */
export type Under = readonly string[]

const READY = /: (http:\/\/\S+)$/m
const START_MS = 300_000
const STOP_MS = 10_000

/** By the program that filled it. */
export async function serveBox(
  { folder, version }: Readonly<{ folder: string; version: Version }>,
  under: Under = [],
): Promise<Serving> {
  const args = ['serve', '--data', folder, '--port', '0', '--tls-port', '0']
  const pid = () => Number.parseInt(readFileSync(placesIn(folder).lock, 'utf8'), 10)
  return started([...under, programOf(version), ...args], under.length > 0 ? pid : undefined)
}

/** node:http alone, answering bodies of `bytes`. */
export const serveRaw = (bytes: number): Promise<Serving> =>
  started([process.execPath, RAW, String(Math.round(bytes))])

function started(
  [command = '', ...args]: readonly string[],
  pidOf?: () => number,
): Promise<Serving> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => child.kill('SIGKILL'), START_MS)
    const hears = (part: Buffer): void => {
      said += part.toString('utf8')
      const address = READY.exec(said)?.[1]
      if (!address) return
      clearTimeout(late)
      const pid = pidOf?.() ?? child.pid!
      resolve({ address, pid, stop: () => stopped(child, pid) })
    }
    child.stdout.on('data', hears)
    child.stderr.on('data', hears)
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(late)
      reject(new Error(`${command} ended with ${code} before it was ready: ${said}`))
    })
  })
}

function stopped(child: ChildProcess, pid: number): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.on('close', () => {
      clearTimeout(late)
      resolve()
    })
    if (child.exitCode === null && child.signalCode === null) process.kill(pid, 'SIGTERM')
    else resolve()
  })
}
