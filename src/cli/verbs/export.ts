import { existsSync } from 'node:fs'
import { bricks } from '../../app/bricks.ts'
import { CommandError, UsageError, type VerbRun, type VerbValues } from '../../contract/verb.ts'
import type { Lang } from '../../core/lang.ts'
import { type Exported, exportTo } from '../../data/export.ts'
import { placesIn } from '../../files/folder.ts'
import { heavyIn, heavyUsed } from '../../files/large-files.ts'
import { codesLeft, giveBackCode, openLocal, spendCode } from '../../files/local.ts'
import { refuseMissing } from '../../files/open-box.ts'
import { withReadable } from '../../files/read-only.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { versionHere } from '../../release/version-here.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { mayWrite, refuseBoxFolder, sayable } from '../out-file.ts'
import { askSecret } from '../passphrase.ts'
import { barOf, startProgress } from '../progress.ts'
import { readyTables } from '../ready-tables.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const exportVerb: VerbRun = async (values, [file]) => {
  const { site } = values
  const lang = langFrom(values)
  const folder = dataFrom(values)
  if (typeof site !== 'string' && file === undefined) throw new UsageError(w.held.oneFile('export'))
  refuseMissing(folder)
  if (typeof site === 'string') refuseBoxFolder(site, folder)
  else mayWrite({ out: file!, data: folder })
  await withReadable(folder, async from => {
    await readyTables(from)
    if (typeof site === 'string') return copied(values, { folder: from, to: site, lang })
    const write = () => archived(values, { folder: from, file: file!, lang })
    return values['private'] === true ? spending(from, values['code'], write) : write()
  })
  return EXIT.done
}

function langFrom(values: VerbValues): Lang {
  const lang = String(values['lang'])
  if (lang !== 'fr' && lang !== 'en') throw new UsageError(w.export.badLang(lang))
  return lang
}

type Archive = Readonly<{ folder: string; file: string; lang: Lang }>
async function archived(values: VerbValues, of: Archive): Promise<void> {
  const isPrivate = values['private'] === true
  const heavy = isPrivate && values['shelf'] === true
  const bar = barOf(w.export.doing)
  const how = { bricks, private: isPrivate, heavy, version: versionHere(), now: new Date() }
  try {
    const done = await exportTo({ ...of, ...how, progress: bar.at })
    bar.end()
    told(values, of, done)
  } catch (error) {
    throw sayable(error, of.file)
  } finally {
    bar.end()
  }
  const left = isPrivate && !heavy ? heavyIn(of.folder) : []
  if (left.length > 0) say(values, w.heavy.left(left.length, heavyUsed(of.folder)))
}

function told(values: VerbValues, { file }: Archive, done: Exported): void {
  tell(values, { file, ...done }, () => w.export.done(done.records, done.files, file))
  if (done.missing > 0) console.error(w.export.missingFiles(done.missing))
  for (const { name, count } of done.left) say(values, w.export.leftHere(name, count))
}

type Site = Readonly<{ folder: string; to: string; lang: Lang }>
async function copied(values: VerbValues, of: Site): Promise<void> {
  const { writeSite } = await import('../../data/site.ts')
  const bar = startProgress(w.export.doing)
  const pages = await writeSite({ bricks, ...of, progress: bar.at })
  bar.end()
  tell(values, { site: of.to, pages }, () => w.site.done(pages, of.to))
}

/**
 * Runs an export of private data with one of the ten codes. The code is spent before, so that no
 * cut leaves both file and code; it is given back when nothing was written.
 */
async function spending(folder: string, given: unknown, write: () => Promise<void>): Promise<void> {
  if (!existsSync(placesIn(folder).local)) throw new CommandError(w.export.badCode)
  if (typeof given !== 'string' && process.stdin.isTTY !== true)
    throw new UsageError(w.export.needsCode)
  const code = typeof given === 'string' ? given : await askSecret(w.export.askCode)
  const local = openLocal(placesIn(folder).local)
  try {
    if (!spendCode(local, code)) throw new CommandError(w.export.badCode)
    await write().catch(error => {
      giveBackCode(local, code)
      throw error
    })
    console.error(w.export.codesLeft(codesLeft(local)))
  } finally {
    local.db.close()
  }
}
