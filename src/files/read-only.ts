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

/** The files that must be copied: SQLite writes beside them even to read. */
const COPIED = /^(log|tables|local)\.db(-wal)?$/
/** The files of a running server, which no read-only disk has. */
const LEFT_OUT = /^lock(\.|$)|-shm$|^address$/

/**
 * Works on a folder of a read-only disk, as a dying memory card becomes: on a private copy of its
 * databases with links to the rest, deleted at the end. Other folders are used as they are.
 */
export async function withReadable<T>(
  folder: string,
  work: (withReadable: string) => Promise<T>,
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
