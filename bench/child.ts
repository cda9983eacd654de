import { spawn } from 'node:child_process'

/**
 * Runs a file of the bench in a process of its own, which says what it found as one JSON; killed
 * when it is late.
 */
export function foundBy<T>(file: string, of: unknown, mostMs: number): Promise<T> {
  const child = spawn(process.execPath, [file, JSON.stringify(of)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => child.kill('SIGKILL'), mostMs)
    child.stdout.on('data', part => {
      said += part
    })
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(late)
      if (code === 0) resolve(JSON.parse(said) as T)
      else reject(new Error(`${file} ended with ${code}`))
    })
  })
}

/** The value below which `part` of all stand. `sorted`: from the least. */
export const rankIn = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
