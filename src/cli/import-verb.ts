import { existsSync } from 'node:fs'
import { bricks } from '../app/bricks.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { openHouse } from '../engine/house.ts'
import { machineClock } from '../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock, undoneWhole } from '../files/folder.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly, stumbling } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

export const importVerb: Verb = {
  name: 'import',
  usage: 'FILE.zip [--data DIR]',
  about: w.help.import,
  options: {},
  run: plainly(async (values, [file, ...rest]) => {
    if (!file || rest.length > 0) throw new Misused(w.held.oneFile('import'))
    if (!existsSync(file)) throw new Undone(w.noFile(file))
    const folder = dataFrom(values)
    await undoneWhole(folder, async () => {
      openFolder(folder)
      const unlock = takeLock(folder)
      await run(folder, file).finally(unlock)
    }).catch(async error => {
      throw await sayable(error, file)
    })
    return 0
  }),
}

async function run(folder: string, file: string): Promise<void> {
  const [{ importFrom }, { ZipFile }] = await Promise.all([
    import('../data/import.ts'),
    import('../sync/bundle/unzip.ts'),
  ])
  const zip = new ZipFile(file)
  const stumbled = stumbling()
  const house = openHouse(bricks, openBox(folder), placesIn(folder), stumbled)
  let bar: Progress | undefined
  try {
    const done = await importFrom(zip, house, folder, machineClock(), shellLang(), (at, total) => {
      bar ??= startProgress(w.import.doing, total)
      bar.at(at)
    })
    bar?.end()
    console.log(done.changed ? w.import.done(done.records) : w.import.nothing)
    if (done.spared > 0) console.log(w.import.spared(done.spared))
  } catch (error) {
    throw stumbled.orElse(error)
  } finally {
    zip.close()
    house.tables.db.close()
    house.log.db.close()
  }
}

async function sayable(error: unknown, file: string): Promise<unknown> {
  const [{ NotImported }, { BadArchive }] = await Promise.all([
    import('../data/import.ts'),
    import('../sync/bundle/unzip.ts'),
  ])
  if (error instanceof BadArchive) return new Undone(w.archive[error.code](error.part))
  if (error instanceof NotImported)
    return new Undone(sentenceOf(w.import[error.code] as Sentence, error.data))
  const code = (error as NodeJS.ErrnoException).code
  return code === 'EACCES' || code === 'EISDIR' ? new Undone(w.noFile(file)) : error
}
type Sentence = string | ((...data: readonly string[]) => string)
const sentenceOf = (said: Sentence, data: readonly string[]): string =>
  typeof said === 'string' ? said : said(...data)
