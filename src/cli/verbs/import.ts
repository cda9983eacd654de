import { existsSync } from 'node:fs'
import { bricks } from '../../app/bricks.ts'
import { CommandError, type VerbRun } from '../../contract/verb.ts'
import { errorCode } from '../../core/narrow.ts'
import { type Imported, importFrom } from '../../data/import.ts'
import { NotImported } from '../../data/not-imported.ts'
import { closeEngine, openEngine } from '../../engine/engine.ts'
import { machineClock } from '../../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock, undoneOnError } from '../../files/folder.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { BadArchive, ZipFile } from '../../zip/read.ts'
import { dataFrom } from '../data-folder.ts'
import { errorReporter } from '../error-reporter.ts'
import { EXIT } from '../exit-codes.ts'
import { barOf } from '../progress.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const importVerb: VerbRun = async (values, [file = '']) => {
  if (!existsSync(file)) throw new CommandError(w.noFile(file))
  const folder = dataFrom(values)
  const { records, spared, changed } = await undoneOnError(folder, () => inPlace(folder, file))
  tell(values, { records, spared, changed }, () =>
    changed ? w.import.done(records) : w.import.nothing,
  )
  if (spared > 0) say(values, w.import.spared(spared))
  return EXIT.done
}

async function inPlace(folder: string, file: string): Promise<Imported> {
  openFolder(folder)
  const unlock = takeLock(folder)
  try {
    return await imported(folder, file)
  } catch (error) {
    throw sayable(error, file)
  } finally {
    unlock()
  }
}

async function imported(folder: string, file: string): Promise<Imported> {
  const zip = new ZipFile(file)
  const reporter = errorReporter()
  const engine = openEngine(bricks, openBox(folder), placesIn(folder), reporter)
  const bar = barOf(w.import.doing)
  try {
    const [clock, lang] = [machineClock(), shellLang()]
    return await importFrom(zip, { engine, folder, clock, lang, progress: bar.at })
  } catch (error) {
    throw reporter.orElse(error)
  } finally {
    bar.end()
    zip.close()
    closeEngine(engine)
  }
}

function sayable(error: unknown, file: string): unknown {
  if (error instanceof BadArchive) return new CommandError(w.archive[error.code](error.part))
  if (error instanceof NotImported)
    return new CommandError(sentenceOf(w.import[error.code], error.data))
  const code = errorCode(error)
  return code === 'EACCES' || code === 'EISDIR' ? new CommandError(w.noFile(file)) : error
}
type Sentence = string | ((...data: readonly string[]) => string)
const sentenceOf = (said: Sentence, data: readonly string[]): string =>
  typeof said === 'string' ? said : said(...data)
