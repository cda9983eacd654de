import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../log/sqlite.ts'

/**
 * Writes a file so that it is there whole, or not at all: beside, synced, renamed, its folder
 * synced. Returns its size.
 */
export async function writeBeside(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  const beside = `${file}.new`
  let size = 0
  const handle = openSync(beside, 'w', 0o600)
  try {
    try {
      for await (const piece of pieces) {
        for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at)
        size += piece.length
      }
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(file))
  return size
}
