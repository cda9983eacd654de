import { existsSync } from 'node:fs'
import { bricks } from '../app/bricks.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import type { Lang } from '../core/lang.ts'
import type { ExportOf } from '../data/export.ts'
import { openHouse } from '../engine/house.ts'
import { shapeOf } from '../engine/shape.ts'
import { FolderFault, placesIn, refuseLocked, takeLock } from '../files/folder.ts'
import { heavyIn, heavyUsed } from '../files/large-files.ts'
import { codesLeft, giveBackCode, openLocal, spendCode } from '../files/local.ts'
import { neededBox, openToRead, readLog, refuseMissing } from '../files/open-box.ts'
import { readable } from '../files/read-only.ts'
import { Statements } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { versionHere } from '../release/version-here.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { mayWrite, refuseBoxFolder, sayable } from './out-file.ts'
import { askSecret } from './passphrase.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

export const exportVerb: Verb = {
  name: 'export',
  usage: 'FILE.zip [--private --code CODE [--shelf]] [--lang fr|en] [--data DIR] | --site DIR',
  about: w.help.export,
  options: {
    site: { type: 'string' },
    private: { type: 'boolean' },
    shelf: { type: 'boolean' },
    code: { type: 'string' },
    lang: { type: 'string', default: 'fr' },
  },
  run: plainly(async (values, [file, ...rest]) => {
    const site = values['site']
    if (typeof site !== 'string' && (!file || rest.length > 0))
      throw new Misused(w.held.oneFile('export'))
    const lang = String(values['lang'])
    if (lang !== 'fr' && lang !== 'en') throw new Misused(w.export.badLang(lang))
    const folder = dataFrom(values)
    refuseMissing(folder)
    if (typeof site === 'string') refuseBoxFolder(site, folder)
    else mayWrite({ out: file ?? '', data: folder })
    return readable(folder, async from => {
      await readyTables(from)
      if (typeof site === 'string') return runSite(from, site, lang)
      if (values['private'] === true)
        await spending(from, values['code'], () =>
          run(from, file ?? '', { private: true, heavy: values['shelf'] === true }, lang),
        )
      else await run(from, file ?? '', { private: false }, lang)
      return 0
    })
  }),
}

async function run(
  folder: string,
  file: string,
  what: Pick<ExportOf, 'private' | 'heavy'>,
  lang: Lang,
): Promise<void> {
  const { exportTo } = await import('../data/export.ts')
  let bar: Progress | undefined
  const progress = (done: number, total: number) => {
    bar ??= startProgress(w.export.doing, total)
    bar.at(done)
  }
  const of = {
    folder,
    file,
    bricks,
    ...what,
    lang,
    version: versionHere(),
    now: new Date(),
    progress,
  }
  const done = await exportTo(of).catch(error => {
    throw sayable(error, file)
  })
  bar?.end()
  console.log(w.export.done(done.records, done.files, file))
  if (done.missing > 0) console.error(w.export.missingFiles(done.missing))
  for (const { name, count } of done.left) console.log(w.export.leftHere(name, count))
  const left = what.private && !what.heavy ? heavyIn(folder) : []
  if (left.length > 0) console.log(w.heavy.left(left.length, heavyUsed(folder)))
}

async function runSite(folder: string, to: string, lang: Lang): Promise<number> {
  const { writeSite } = await import('../data/site.ts')
  const bar = startProgress(w.export.doing)
  const pages = await writeSite({ bricks, folder, to, lang, progress: bar.at })
  bar.end()
  console.log(w.site.done(pages, to))
  return 0
}

/** Tables that say what the log says: a serving box keeps them so; else they catch up here, as at a start. */
export async function readyTables(folder: string): Promise<void> {
  try {
    refuseLocked(folder)
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error
    return served(folder)
  }
  const unlock = takeLock(folder)
  try {
    const house = openHouse(bricks, neededBox(folder), placesIn(folder))
    house.tables.db.close()
    house.log.db.close()
  } finally {
    unlock()
  }
}

async function served(folder: string): Promise<void> {
  const { tablesState } = await import('../backup/check-tables.ts')
  const tables = openToRead(placesIn(folder).tables)
  const log = readLog(folder, neededBox(folder))
  try {
    if (tablesState(new Statements(tables), shapeOf(bricks), log) === 'old')
      throw new Undone(w.held.oldTables)
  } finally {
    tables.close()
    log.db.close()
  }
}

/**
 * What is private leaves with one of the ten codes, which is then worth nothing. Spent before, so that no cut leaves both the file
 * and the code; given back when nothing could be written.
 */
async function spending(folder: string, given: unknown, write: () => Promise<void>): Promise<void> {
  if (!existsSync(placesIn(folder).local)) throw new Undone(w.export.badCode)
  if (typeof given !== 'string' && process.stdin.isTTY !== true)
    throw new Misused(w.export.needsCode)
  const code = typeof given === 'string' ? given : await askSecret(w.export.askCode)
  const local = openLocal(placesIn(folder).local)
  try {
    if (!spendCode(local, code)) throw new Undone(w.export.badCode)
    await write().catch(error => {
      giveBackCode(local, code)
      throw error
    })
    console.error(w.export.codesLeft(codesLeft(local)))
  } finally {
    local.db.close()
  }
}
