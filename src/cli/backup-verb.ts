import { once } from 'node:events'
import type { BackedUp } from '../backup/backup.ts'
import { heldBackupKey } from '../backup/backup-key.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import type { ForKeeper } from '../files/encrypt-file.ts'
import { heavyIn, heavyUsed } from '../files/large-files.ts'
import { refuseMissing } from '../files/open-box.ts'
import { readable } from '../files/read-only.ts'
import { statOf } from '../files/within.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { versionHere } from '../release/version-here.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { mayWrite, sayable } from './out-file.ts'
import { PASSPHRASE_OPTIONS, passphraseFrom } from './passphrase.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

export const backupVerb: Verb = {
  name: 'backup',
  usage:
    'FILE [--plain] [--without-files] [--for-keeper] [--shelf] [--hurt] [--passphrase-file FILE] [--data DIR]',
  about: w.help.backup,
  options: {
    plain: { type: 'boolean' },
    'without-files': { type: 'boolean' },
    'for-keeper': { type: 'boolean' },
    shelf: { type: 'boolean' },
    hurt: { type: 'boolean' },
    ...PASSPHRASE_OPTIONS,
  },
  run: plainly(async (values, [file, ...rest]) => {
    if (!file || rest.length > 0) throw new Misused(w.held.oneFile('backup'))
    const folder = dataFrom(values)
    refuseMissing(folder)
    if (statOf(file)?.isDirectory()) throw new Misused(w.backup.taken(file))
    if (file !== STDOUT) mayWrite({ out: file, data: folder, read: [values['passphrase-file']] })
    const plain = values['plain'] === true
    if (plain && values['for-keeper'] === true) throw new Misused(w.backup.plainForKeeper)
    const seal = plain
      ? undefined
      : values['for-keeper'] === true
        ? forKeeper(folder)
        : await passphraseFrom(values, w.passphrase.choose, true)
    const { backupTo } = await import('../backup/backup.ts')
    const heavy = values['shelf'] === true
    let bar: Progress | undefined
    const progress = (done: number, total: number) => {
      bar ??= startProgress(w.backup.doing, total)
      bar.at(done)
    }
    const to = file === STDOUT ? toStdout : file
    const make = (from: string): Promise<BackedUp> =>
      backupTo({
        folder: from,
        file: to,
        seal,
        version: versionHere(),
        now: new Date(),
        heavy,
        withoutFiles: values['without-files'] === true,
        evenHurt: values['hurt'] === true,
        progress,
      })
    const { bytes, hurt } = await readable(folder, make).catch(error => {
      throw sayable(error, file)
    })
    bar?.end()
    if (hurt.length > 0) console.error(w.backup.hurtFiles(hurt))
    if (file === STDOUT) return 0
    console.log((plain ? w.backup.plain : w.backup.sealed)(file, w.bytes(bytes)))
    const left = heavy ? [] : heavyIn(folder)
    if (left.length > 0) console.log(w.heavy.left(left.length, heavyUsed(folder)))
    return 0
  }),
}

/** To whoever puts it where this program may not write. */
const STDOUT = '-'
async function toStdout(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
  return size
}

/** Nobody is there to type a passphrase: the one that the keeper chose opens it. */
function forKeeper(folder: string): ForKeeper {
  const held = heldBackupKey(folder)
  if (!held) throw new Undone(w.backup.noKey)
  return held
}
