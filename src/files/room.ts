import { statfs } from 'node:fs/promises'

/** What this user may still write on the disk that holds a folder. Units: bytes. Errors: what the disk says. */
export async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
