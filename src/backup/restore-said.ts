import { DecryptError, NotOpened } from '../files/encrypt-file.ts'
import { BadArchive } from '../zip/read.ts'
import { NotRestored } from './open-backup.ts'
import type { Restored } from './restore.ts'
import type { backupWords } from './words.ts'

type Words = ReturnType<typeof backupWords>
type Said = Readonly<{ folder: string; restore: Words['restore']; archive: Words['archive'] }>

/** The sentence of a failed restore. Undefined when the file is not the cause. */
export function restoreFault(
  error: unknown,
  { folder, restore, archive }: Said,
): string | undefined {
  if (error instanceof NotRestored)
    return error.code === 'notEmpty' || error.code === 'otherBox'
      ? restore[error.code](folder)
      : restore[error.code]
  if (error instanceof BadArchive) return archive[error.code](error.part)
  if (error instanceof NotOpened) return restore.wrongPassphrase
  return error instanceof DecryptError ? restore.damaged : undefined
}

/** The sentences about a salvaged log: what it gave, which entries and files are missing. */
export function salvagedSaid(
  { salvaged, gone }: Pick<Restored, 'salvaged' | 'gone'>,
  w: Words['restore'],
): readonly string[] {
  const ofLogs = salvaged.flatMap(({ taken, resaid, missing, values, waiting }) => [
    w.salvaged(taken + resaid),
    ...[...missing].map(([feed, count]) => w.missing(count, feed)),
    ...(values > 0 ? [w.values(values)] : []),
    ...(waiting > 0 ? [w.waiting(waiting)] : []),
  ])
  return gone.length > 0 ? [...ofLogs, w.filesGone(gone)] : ofLogs
}
