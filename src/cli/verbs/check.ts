import { tables } from '../../app/tables.ts'
import { type Checked, checkFolder, type Stage } from '../../backup/check.ts'
import type { VerbRun, VerbValues } from '../../contract/verb.ts'
import { dayAt } from '../../files/clock.ts'
import { FolderFault, placesIn } from '../../files/folder.ts'
import { withReadable } from '../../files/read-only.ts'
import { isHurtFile } from '../../log/sqlite.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { type Progress, startProgress } from '../progress.ts'
import { say, tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())
/** The most faults that are printed: a lost file has thousands. */
const MOST_NAMED = 200

/**
 * Code `found`: something is damaged. Any other code but 0 says that the look itself could not be
 * done.
 */
export const check: VerbRun = async values => {
  try {
    const folder = dataFrom(values)
    const found = await withReadable(folder, async beside =>
      namedFrom(await looked(beside), beside, folder),
    )
    told(values, found)
    return found.hurts.length === 0 ? EXIT.done : EXIT.found
  } catch (error) {
    const isLost = error instanceof FolderFault && error.code === 'lostLog'
    if (!isLost && !isHurtFile(error)) throw error
    console.error(isLost ? w.lostLog(error.folder) : w.held.hurt)
    return EXIT.found
  }
}

/** Looks at the folder, with a bar for each stage. */
async function looked(folder: string): Promise<Checked> {
  let stage: Stage | undefined
  let progress: Progress | undefined
  const found = await checkFolder(folder, tables, (now, done) => {
    if (now !== stage) {
      progress?.end()
      progress = startProgress(w.check.stage[now])
      stage = now
    }
    progress?.at(done)
  })
  progress?.end()
  return found
}

/**
 * Files by the folder that their person knows: a disk that takes no write is looked at in a copy.
 */
const namedFrom = (found: Checked, beside: string, folder: string): Checked => ({
  ...found,
  hurts: found.hurts.map(hurt =>
    hurt.file === undefined ? hurt : { ...hurt, file: hurt.file.replace(beside, folder) },
  ),
})

function told(values: VerbValues, found: Checked): void {
  const { hurts, entries, files, lapses } = found
  if (hurts.length > 0) for (const line of hurtLines(found)) console.error(line)
  if (hurts.length === 0 || values['json'] === true)
    tell(values, found, () => w.check.whole(entries, found.values, files))
  if (found.tables !== 'ahead' && hurts.length === 0) say(values, w.check.tables[found.tables])
  if (found.heavyGone > 0) say(values, w.heavy.notHere(found.heavyGone))
  if (found.formerLog > 0)
    say(values, w.check.formerLog(`${placesIn(dataFrom(values)).log}.1`, w.bytes(found.formerLog)))
  for (const lapse of lapses) say(values, w.check.lapse(lapse, dayAt(lapse.at)))
  if (lapses.length > 0) say(values, w.check.lapsesDo)
}

const hurtLines = ({ hurts }: Checked): readonly string[] => [
  w.check.hurt(hurts.length),
  ...hurts.slice(0, MOST_NAMED).map(hurt => `- ${w.check.what[hurt.what]?.(hurt)}`),
  ...(hurts.length > MOST_NAMED ? [w.check.more(hurts.length - MOST_NAMED)] : []),
  w.check.hurtDo,
]
