import { statfsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { Machine } from '../contract/box/machine.ts'

/**
 * What this user may still write on the disk that holds a folder. Units: bytes. Errors: what the
 * disk says.
 */
export async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Room for the data on that disk: what somebody who is not root may still take. Null where the disk
 * says nothing of itself.
 */
export function diskOf(folder: string): Machine['disk'] {
  try {
    const { bsize, blocks, bavail } = statfsSync(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}
