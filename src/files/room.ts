import { statfsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Machine } from '../contract/box/machine.ts'

/**
 * The bytes that this user may still write on the disk of a folder.
 *
 * Errors  those of the disk.
 */
export async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The size and free room of the disk of a folder. Null when the disk does not tell. */
export function diskOf(folder: string): Machine['disk'] {
  try {
    const { bsize, blocks, bavail } = statfsSync(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}
