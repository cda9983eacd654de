import { models } from '../../app/models.ts'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import { isDay } from '../../core/form/fit.ts'
import { fillEngine, NoTypes } from '../../dev/fill.ts'
import { closeEngine, openEngine } from '../../engine/engine.ts'
import { dayAt } from '../../files/clock.ts'
import { openBox, openFolder, placesIn, refuseLocked, takeLock } from '../../files/folder.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { dataFrom } from '../data-folder.ts'
import { errorReporter } from '../error-reporter.ts'
import { EXIT } from '../exit-codes.ts'
import { startProgress } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())
const MOST = 1_000_000

export const fill: VerbRun = async values => {
  const [records, day] = [countFrom(values), dayFrom(values)]
  const folder = dataFrom(values)
  openFolder(folder)
  refuseLocked(folder)
  const unlock = takeLock(folder)
  const begun = performance.now()
  try {
    filled(folder, records, day)
  } finally {
    unlock()
  }
  const seconds = Math.round((performance.now() - begun) / 1_000)
  tell(values, { records, seconds }, () => w.fill.done(records, seconds))
  return EXIT.done
}

function countFrom(values: VerbValues): number {
  const typed = String(values['records'] ?? '')
  if (typed === '') throw new UsageError(w.fill.noCount)
  const records = Number(typed)
  if (!/^\d{1,7}$/.test(typed) || records < 1 || records > MOST)
    throw new UsageError(w.fill.badCount(typed))
  return records
}

function dayFrom(values: VerbValues): string {
  const day = typeof values['day'] === 'string' ? values['day'] : dayAt(Date.now())
  if (!isDay(day)) throw new UsageError(w.fill.badDay(day))
  return day
}

function filled(folder: string, records: number, day: string): void {
  const reporter = errorReporter()
  const engine = openEngine(models, openBox(folder), placesIn(folder), reporter)
  const progress = startProgress(w.fill.doing, records)
  try {
    fillEngine(engine, records, day, progress.at)
  } catch (error) {
    throw error instanceof NoTypes ? new CommandError(w.fill.noTypes) : reporter.orElse(error)
  } finally {
    progress.end()
    closeEngine(engine)
  }
}
