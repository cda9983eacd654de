import { models } from '../app/models.ts'
import type { Verb } from '../contract/verb.ts'
import { dayAt } from '../files/clock.ts'
import { FolderFault } from '../files/folder.ts'
import { readable } from '../files/read-only.ts'
import { isHurtFile } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { plainly } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
/** A file that is wholly lost has thousands of faults: the first ones say where to look. */
const MOST_NAMED = 200
/** Something is damaged; any other code but 0 says that the look itself could not be done, which is no news of the data. */
const HURT = 3

export const checkVerb: Verb = {
  name: 'check',
  usage: '[--data DIR]',
  about: w.help.check,
  options: {},
  run: plainly(async values => {
    try {
      const folder = dataFrom(values)
      return await readable(folder, beside => look(beside, folder))
    } catch (error) {
      const isLost = error instanceof FolderFault && error.code === 'lostLog'
      if (!isLost && !isHurtFile(error)) throw error
      console.error(isLost ? w.lostLog(error.folder) : w.held.hurt)
      return HURT
    }
  }),
}

/** `called`: the folder as its person knows it. */
async function look(folder: string, called: string): Promise<number> {
  const { checkFolder } = await import('../backup/check.ts')
  let stage = ''
  let progress: Progress | undefined
  const found = await checkFolder(folder, models, (now, done) => {
    if (now !== stage) {
      progress?.end()
      progress = startProgress(w.check.stage[now])
      stage = now
    }
    progress?.at(done)
  })
  progress?.end()
  if (found.hurts.length === 0) console.log(w.check.whole(found.entries, found.values, found.files))
  else console.error(w.check.hurt(found.hurts.length))
  for (const hurt of found.hurts.slice(0, MOST_NAMED))
    console.error(
      `- ${w.check.what[hurt.what]?.({ ...hurt, ...(hurt.file ? { file: hurt.file.replace(folder, called) } : {}) })}`,
    )
  if (found.hurts.length > MOST_NAMED) console.error(w.check.more(found.hurts.length - MOST_NAMED))
  if (found.hurts.length > 0) console.error(w.check.hurtDo)
  if (found.tables !== 'ahead' && found.hurts.length === 0)
    console.log(w.check.tables[found.tables])
  if (found.heavyGone > 0) console.log(w.heavy.notHere(found.heavyGone))
  for (const lapse of found.lapses) console.log(w.check.lapse(lapse, dayAt(lapse.at)))
  if (found.lapses.length > 0) console.log(w.check.lapsesDo)
  return found.hurts.length === 0 ? 0 : HURT
}
