import { HurtLog } from '../backup/hurt-log.ts'
import { Undone, type Verb } from '../contract/verb.ts'
import { FolderFault, placesIn } from '../files/folder.ts'
import { isFull, isHurtFile, NewerFormat } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { cliWords } from './words.ts'

const codeOf = (error: unknown): number =>
  Number((error as { errcode?: unknown } | null)?.errcode) & 0xff

/** What the system says of a file that it does not give: a right that is missing, a folder in its place, a card that reads no more. */
const UNREAD: readonly unknown[] = [
  'EACCES',
  'EPERM',
  'EISDIR',
  'ERR_FS_EISDIR',
  'ENOTDIR',
  'EIO',
  'ELOOP',
]

/** What stands in the way of a folder. */
function folderSaid({ code, folder }: FolderFault): string {
  const w = cliWords(shellLang())
  return code === 'noKey' ? w.held.noKey(placesIn(folder).key) : w[code](folder)
}

/** What a person can do about it; undefined is our bug. */
export function sentenceFor(error: unknown): string | undefined {
  const w = cliWords(shellLang())
  if (error instanceof Undone) return error.message
  if (error instanceof FolderFault) return folderSaid(error)
  if (error instanceof HurtLog) return w.backup.hurt(error.hurts)
  if (error instanceof NewerFormat) return w.newer
  if (isHurtFile(error)) return w.held.hurt
  const { code, path } = (error ?? {}) as { code?: unknown; path?: unknown }
  if (UNREAD.includes(code) && typeof path === 'string') return w.held.unread(path)
  // SQLITE_IOERR, but for what isFull knows; SQLITE_FULL; SQLITE_READONLY and SQLITE_CANTOPEN; SQLITE_BUSY.
  if (isFull(error)) return w.full
  if (codeOf(error) === 10) return w.held.disk
  if (codeOf(error) === 8 || codeOf(error) === 14) return w.held.unopened
  return codeOf(error) === 5 ? w.held.busy : undefined
}

/** A verb whose faults are said as sentences. What is left is our bug, and thrown. */
export function plainly(run: Verb['run']): Verb['run'] {
  return async (values, words) => {
    try {
      return await run(values, words)
    } catch (error) {
      const sentence = sentenceFor(error)
      if (sentence === undefined) throw error
      console.error(sentence)
      return 1
    }
  }
}

/** What a house's turns stumbled on, kept for a verb that must say it: a turn only answers with a reference. */
export function stumbling(): Readonly<{
  report: (error: unknown) => string
  orElse: (error: unknown) => unknown
}> {
  let last: unknown
  return {
    report: error => {
      last = error
      return String(error)
    },
    orElse: error => last ?? error,
  }
}
