import { once } from 'node:events'
import type { BackedUp } from '../../backup/backup.ts'
import { heldBackupKeys } from '../../backup/backup-key.ts'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import type { ForKeeper } from '../../files/encrypt-file.ts'
import { heavyIn, heavyUsed } from '../../files/large-files.ts'
import { refuseMissing } from '../../files/open-box.ts'
import { withReadable } from '../../files/read-only.ts'
import { statOf } from '../../files/within.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { versionHere } from '../../release/version-here.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { mayWrite, sayable } from '../out-file.ts'
import { passphraseFrom } from '../passphrase.ts'
import { barOf } from '../progress.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const backup: VerbRun = async (values, [file = '']) => {
  const folder = dataFrom(values)
  refuseMissing(folder)
  if (statOf(file)?.isDirectory()) throw new UsageError(w.backup.taken(file))
  if (file !== STDOUT) mayWrite({ out: file, data: folder, read: [values['passphrase-file']] })
  const seal = await sealFrom(values, folder)
  const { bytes, hurt } = await written(values, { folder, file, seal })
  if (hurt.length > 0) console.error(w.backup.hurtFiles(hurt))
  if (file === STDOUT) return EXIT.done
  const left = values['shelf'] === true ? [] : heavyIn(folder)
  tell(values, { file, bytes, sealed: seal !== undefined, hurt, shelfLeft: left.length }, () =>
    (seal === undefined ? w.backup.plain : w.backup.sealed)(file, w.bytes(bytes)),
  )
  if (left.length > 0) say(values, w.heavy.left(left.length, heavyUsed(folder)))
  return EXIT.done
}

type Seal = string | readonly ForKeeper[] | undefined

/** How the file is encrypted. Undefined when it is plain. */
async function sealFrom(values: VerbValues, folder: string): Promise<Seal> {
  const isForKeeper = values['for-keeper'] === true
  if (values['plain'] === true) {
    if (isForKeeper) throw new UsageError(w.backup.plainForKeeper)
    return undefined
  }
  return isForKeeper ? forKeeper(folder) : passphraseFrom(values, w.passphrase.choose, true)
}

type Writing = Readonly<{ folder: string; file: string; seal: Seal }>
async function written(values: VerbValues, { folder, file, seal }: Writing): Promise<BackedUp> {
  const { backupTo } = await import('../../backup/backup.ts')
  const bar = barOf(w.backup.doing)
  const make = (from: string): Promise<BackedUp> =>
    backupTo({
      folder: from,
      file: file === STDOUT ? toStdout : file,
      seal,
      version: versionHere(),
      now: new Date(),
      heavy: values['shelf'] === true,
      withoutFiles: values['without-files'] === true,
      evenHurt: values['hurt'] === true,
      progress: bar.at,
    })
  try {
    return await withReadable(folder, make)
  } catch (error) {
    throw sayable(error, file)
  } finally {
    bar.end()
  }
}

/** The name for standard output, for targets where this program may not write. */
const STDOUT = '-'
async function toStdout(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
  return size
}

/** The keepers’ public keys, for backups without a typed passphrase. */
function forKeeper(folder: string): readonly ForKeeper[] {
  const held = heldBackupKeys(folder)
  if (held.length === 0) throw new CommandError(w.backup.noKey)
  return held
}
