import { HurtLog } from '../backup/hurt-log.ts'
import { CommandError } from '../contract/verb.ts'
import { sqliteCode } from '../core/narrow.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { WriterFailed } from '../engine/writer-client.ts'
import { FolderFault, placesIn } from '../files/folder.ts'
import { NoRoomToMove } from '../log/moving.ts'
import { isFull, isHurtFile, NewerFormat } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { PortTaken } from '../web/listening.ts'
import { cliWords } from './words.ts'

const codeOf = (error: unknown): number => sqliteCode(error)

/** The system’s errors for a file that can’t be read: no right, a folder, a worn card. */
const UNREAD: readonly unknown[] = [
  'EACCES',
  'EPERM',
  'EISDIR',
  'ERR_FS_EISDIR',
  'ENOTDIR',
  'EIO',
  'ELOOP',
]

/** The sentence for a folder that can’t be used. */
function folderSaid({ code, folder }: FolderFault): string {
  const w = cliWords(shellLang())
  return code === 'noKey' ? w.held.noKey(placesIn(folder).key) : w[code](folder)
}

/** Why the writer did not open the folder, by its error's name. */
function writerSaid({ errorName, message }: WriterFailed): string {
  const w = cliWords(shellLang())
  const why: Readonly<Record<string, string>> = nullPrototype({
    NewerFormat: w.newer,
    NoRoomToMove: w.noRoomToMove(Number(/\d+/.exec(message)?.[0] ?? 0)),
    Full: w.full,
    Hurt: w.held.hurt,
  })
  return why[errorName] ?? message
}

/** The sentence for an error, with what to do. Undefined for our bug. */
export function sentenceFor(error: unknown): string | undefined {
  const w = cliWords(shellLang())
  if (error instanceof CommandError) return error.message
  if (error instanceof WriterFailed) return writerSaid(error)
  if (error instanceof PortTaken) return w.portTaken(error.port, error.option)
  if (error instanceof FolderFault) return folderSaid(error)
  if (error instanceof HurtLog) return w.backup.hurt(error.hurts)
  if (error instanceof NewerFormat) return w.newer
  if (error instanceof NoRoomToMove) return w.noRoomToMove(error.bytes)
  if (isHurtFile(error)) return w.held.hurt
  const { code, path }: { code?: unknown; path?: unknown } = error ?? {}
  if (UNREAD.includes(code) && typeof path === 'string') return w.held.unread(path)
  // SQLITE_IOERR, but for what isFull knows; SQLITE_FULL; SQLITE_READONLY and SQLITE_CANTOPEN;
  // SQLITE_BUSY.
  if (isFull(error)) return w.full
  if (codeOf(error) === 10) return w.held.disk
  if (codeOf(error) === 8 || codeOf(error) === 14) return w.held.unopened
  return codeOf(error) === 5 ? w.held.busy : undefined
}
