import { tables } from '../../app/tables.ts'
import type { VerbRun } from '../../contract/verb.ts'
import { shapeOf } from '../../engine/shape.ts'
import { placesIn, takeLock } from '../../files/folder.ts'
import { countTouched, neededBox, readLog } from '../../files/open-box.ts'
import { inOneRead } from '../../log/sqlite.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { closeTables, rebuild } from '../../projection/tables.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { startProgress } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const rebuildVerb: VerbRun = async values => {
  const folder = dataFrom(values)
  const log = readLog(folder, neededBox(folder))
  const unlock = takeLock(folder)
  try {
    const records = countTouched(log)
    const progress = startProgress(w.rebuild.doing, records)
    const file = placesIn(folder).tables
    closeTables(inOneRead([log], () => rebuild(file, shapeOf(tables), log, progress.at)))
    progress.end()
    tell(values, { records }, () => w.rebuild.done(records))
    return EXIT.done
  } finally {
    unlock()
    log.db.close()
  }
}
