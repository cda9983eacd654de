import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CommandError } from '../contract/verb.ts'
import { errorCode } from '../core/narrow.ts'
import { isInBox, isSame } from '../files/within.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { TooLargeForZip } from '../zip/write.ts'
import { cliWords } from './words.ts'

/**
 * A file to write, as typed. `data`: the folder of the box. `read`: the files that the verb reads
 * meanwhile.
 */
export type OutFile = Readonly<{ out: string; data: string; read?: readonly unknown[] }>

/**
 * Refuses to write over a box or over a file that is being read. Called before anything is made.
 *
 * Law     No typed path leads into the folder of a box, by whatever links.
 * Errors  CommandError.
 */
export function mayWrite({ out, data, read = [] }: OutFile): void {
  const w = cliWords(shellLang()).held
  try {
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(out), { code: 'EISDIR' })
    accessSync(dirname(resolve(out)), constants.W_OK)
    refuseBoxFolder(out, data)
    // An unfinished file has this name.
    for (const written of [out, `${out}.new`])
      if (read.some(one => typeof one === 'string' && isSame(written, one)))
        throw new CommandError(w.overRead(out))
  } catch (error) {
    throw sayable(error, out)
  }
}

/**
 * Refuses a target folder inside a box.
 *
 * Errors  CommandError.
 */
export function refuseBoxFolder(out: string, data: string): void {
  if (isInBox(out, data)) throw new CommandError(cliWords(shellLang()).held.inBox(out))
}

/** A disk's own refusals, in a sentence. */
export function sayable(error: unknown, file: string): unknown {
  const w = cliWords(shellLang())
  if (error instanceof TooLargeForZip) return new CommandError(w.backup.tooLarge)
  return UNWRITTEN.has(String(errorCode(error))) ? new CommandError(w.held.unwritten(file)) : error
}
const UNWRITTEN: ReadonlySet<string> = new Set([
  'EACCES',
  'ENOENT',
  'ENOTDIR',
  'EROFS',
  'EISDIR',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG',
])
