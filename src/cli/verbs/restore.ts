import { existsSync } from 'node:fs'
import { tables } from '../../app/tables.ts'
import { type Restored, type RestoreOf, restoreFrom } from '../../backup/restore.ts'
import { restoreFault, salvagedSaid } from '../../backup/restore-said.ts'
import { CommandError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { errorCode } from '../../core/narrow.ts'
import { openFolder, takeLock, undoneOnError } from '../../files/folder.ts'
import { BadForgettings, readForgettings } from '../../files/forgettings.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { passphraseFrom } from '../passphrase.ts'
import { barOf } from '../progress.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const restore: VerbRun = async (values, [file = '']) => {
  if (!existsSync(file)) throw new CommandError(w.noFile(file))
  const folder = dataFrom(values)
  const forgettings = listed(values['forgettings'])
  const passphrase = () => passphraseFrom(values, w.passphrase.ask, false)
  const of = { folder, file, passphrase, forgettings, bricks: tables, now: new Date() }
  told(values, of.folder, await undoneOnError(folder, () => inPlace(of)))
  return EXIT.done
}

async function inPlace(of: RestoreOf): Promise<Restored> {
  openFolder(of.folder, { puttingBack: true })
  const unlock = takeLock(of.folder)
  const bar = barOf(w.restore.doing)
  try {
    return await restoreFrom({ ...of, progress: bar.at })
  } catch (error) {
    throw sayable(error, of)
  } finally {
    bar.end()
    unlock()
  }
}

function told(values: VerbValues, folder: string, done: Restored): void {
  const { records, forgotten, aside, lost } = done
  tell(values, { folder, records, forgotten, aside: aside ?? null, lost, gone: done.gone }, () =>
    w.restore.done(records, folder),
  )
  for (const line of salvagedSaid(done, w.restore)) console.error(line)
  if (forgotten > 0) say(values, w.restore.forgotten(forgotten))
  if (aside) say(values, w.restore.aside(aside))
  if (lost) console.error(w.restore.lostForgettings)
}

function listed(file: unknown): RestoreOf['forgettings'] {
  if (typeof file !== 'string') return []
  try {
    return readForgettings(file)
  } catch (error) {
    throw new CommandError(
      error instanceof BadForgettings ? w.restore.badForgettings(file, error.line) : w.noFile(file),
    )
  }
}

function sayable(error: unknown, of: RestoreOf): unknown {
  const sentence = restoreFault(error, {
    folder: of.folder,
    restore: w.restore,
    archive: w.archive,
  })
  if (sentence !== undefined) return new CommandError(sentence)
  const code = errorCode(error)
  return code === 'EACCES' || code === 'EISDIR' ? new CommandError(w.noFile(of.file)) : error
}
