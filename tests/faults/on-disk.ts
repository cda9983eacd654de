import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

type Is = (bytes: string) => boolean
/** That the bytes hold these letters. */
export const holding = (words: string): Is => {
  const letters = Buffer.from(words).toString('latin1')
  return bytes => bytes.includes(letters)
}

/**
 * The files of a folder whose bytes (as latin1) are so. A server may live there: a file that goes
 * away meanwhile holds nothing any more.
 */
export const filesWhere = (folder: string, is: Is): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => join(one.parentPath, one.name))
    .filter(file => is(bytesOf(file)))

/**
 * Those that are left of them. A reader may stand in the way of a forgetting for a moment, a file
 * be too young: the house goes on by itself.
 */
export async function filesLeft(
  folder: string,
  is: Is,
  patienceMs = 30_000,
): Promise<readonly string[]> {
  const end = performance.now() + patienceMs
  let left = filesWhere(folder, is)
  while (left.length > 0 && performance.now() < end) {
    await setTimeout(250)
    // Those that were found are read again; the whole folder once they hold nothing.
    left = left.filter(file => is(bytesOf(file)))
    if (left.length === 0) left = filesWhere(folder, is)
  }
  return left
}

function bytesOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
