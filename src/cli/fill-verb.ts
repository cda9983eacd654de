import { models } from '../app/models.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { isDay } from '../core/form/fit.ts'
import { openHouse } from '../engine/house.ts'
import { dayAt } from '../files/clock.ts'
import { openBox, openFolder, placesIn, refuseLocked, takeLock } from '../files/folder.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly, stumbling } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
const MOST = 1_000_000

export const fillVerb: Verb = {
  name: 'fill',
  usage: '--records N [--day 2026-12-05] [--data DIR]',
  about: w.help.fill,
  options: { records: { type: 'string' }, day: { type: 'string' } },
  run: plainly(async values => {
    const typed = String(values['records'] ?? '')
    if (typed === '') throw new Misused(w.fill.noCount)
    const records = Number(typed)
    if (!/^\d{1,7}$/.test(typed) || records < 1 || records > MOST)
      throw new Misused(w.fill.badCount(typed))
    const day = typeof values['day'] === 'string' ? values['day'] : dayAt(Date.now())
    if (!isDay(day)) throw new Misused(w.fill.badDay(day))
    const folder = dataFrom(values)
    openFolder(folder)
    refuseLocked(folder)
    const unlock = takeLock(folder)
    const begun = performance.now()
    try {
      await run(folder, records, day)
    } finally {
      unlock()
    }
    console.log(w.fill.done(records, Math.round((performance.now() - begun) / 1_000)))
    return 0
  }),
}

async function run(folder: string, records: number, day: string): Promise<void> {
  const { fillHouse, NoTypes } = await import('../dev/fill.ts')
  const stumbled = stumbling()
  const house = openHouse(models, openBox(folder), placesIn(folder), stumbled)
  const progress = startProgress(w.fill.doing, records)
  try {
    fillHouse(house, records, day, progress.at)
  } catch (error) {
    throw error instanceof NoTypes ? new Undone(w.fill.noTypes) : stumbled.orElse(error)
  } finally {
    progress.end()
    house.tables.db.close()
    house.log.db.close()
  }
}
