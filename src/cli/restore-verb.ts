import { existsSync } from 'node:fs'
import { models } from '../app/models.ts'
import type { RestoreOf } from '../backup/restore.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { openFolder, takeLock, undoneWhole } from '../files/folder.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { PASSPHRASE_OPTIONS, passphraseFrom } from './passphrase.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

export const restoreVerb: Verb = {
  name: 'restore',
  usage: 'FILE [--passphrase-file FILE] [--forgettings FILE] [--data DIR]',
  about: w.help.restore,
  options: { forgettings: { type: 'string' }, ...PASSPHRASE_OPTIONS },
  run: plainly(async (values, [file, ...rest]) => {
    if (!file || rest.length > 0) throw new Misused(w.held.oneFile('restore'))
    if (!existsSync(file)) throw new Undone(w.noFile(file))
    const folder = dataFrom(values)
    const forgettings = await listed(values['forgettings'])
    const passphrase = () => passphraseFrom(values, w.passphrase.ask, false)
    await undoneWhole(folder, () =>
      inPlace({ folder, file, passphrase, forgettings, models, now: new Date() }),
    )
    return 0
  }),
}

async function inPlace(of: RestoreOf): Promise<void> {
  openFolder(of.folder, { puttingBack: true })
  const unlock = takeLock(of.folder)
  let bar: Progress | undefined
  try {
    const progress = (done: number, total: number) => {
      bar ??= startProgress(w.restore.doing, total)
      bar.at(done)
    }
    await run({ ...of, progress })
  } finally {
    bar?.end()
    unlock()
  }
}

async function run(of: RestoreOf): Promise<void> {
  const { restoreFrom } = await import('../backup/restore.ts')
  const done = await restoreFrom(of).catch(async error => {
    throw await sayable(error, of)
  })
  console.log(w.restore.done(done.records, of.folder))
  const { salvagedSaid } = await import('../backup/restore-said.ts')
  for (const line of salvagedSaid(done, w.restore)) console.error(line)
  if (done.forgotten > 0) console.log(w.restore.forgotten(done.forgotten))
  if (done.aside) console.log(w.restore.aside(done.aside))
  if (done.lost) console.error(w.restore.lostForgettings)
}

async function listed(file: unknown): Promise<RestoreOf['forgettings']> {
  if (typeof file !== 'string') return []
  const { BadForgettings, readForgettings } = await import('../files/forgettings.ts')
  try {
    return readForgettings(file)
  } catch (error) {
    throw new Undone(
      error instanceof BadForgettings ? w.restore.badForgettings(file, error.line) : w.noFile(file),
    )
  }
}

async function sayable(error: unknown, of: RestoreOf): Promise<unknown> {
  const { restoreFault } = await import('../backup/restore-said.ts')
  const sentence = restoreFault(error, {
    folder: of.folder,
    restore: w.restore,
    archive: w.archive,
  })
  if (sentence !== undefined) return new Undone(sentence)
  const code = (error as NodeJS.ErrnoException).code
  return code === 'EACCES' || code === 'EISDIR' ? new Undone(w.noFile(of.file)) : error
}
