import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { errorCode } from '../core/narrow.ts'

/**
 * What SQLite wants to write beside, even to read it: the files themselves, and what their WALs
 * hold.
 */
const COPIED = /^(log|tables|local)\.db(-wal)?$/
/** Of a server that is not there: nobody writes on such a disk. */
const LEFT_OUT = /^lock(\.|$)|-shm$|^address$/

/**
 * Works on a folder whose disk lets nothing be written any more, as a memory card ends: its
 * databases are copied into a folder that only this user reads, the rest is linked to, and all of
 * it goes at the end. Any other folder is worked on as it is.
 */
export async function readable<T>(
  folder: string,
  work: (readable: string) => Promise<T>,
): Promise<T> {
  if (!isReadOnly(folder)) return work(folder)
  const beside = mkdtempSync(join(tmpdir(), 'cocote-read-'))
  try {
    for (const name of readdirSync(folder).filter(one => !LEFT_OUT.test(one)))
      if (COPIED.test(name)) copyFileSync(join(folder, name), join(beside, name))
      else symlinkSync(resolve(folder, name), join(beside, name))
    return await work(beside)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

function isReadOnly(folder: string): boolean {
  if (!existsSync(folder)) return false
  try {
    accessSync(folder, constants.W_OK)
    return false
  } catch (error) {
    return errorCode(error) === 'EROFS'
  }
}
