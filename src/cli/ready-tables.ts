import { bricks } from '../app/bricks.ts'
import { tablesState } from '../backup/check-tables.ts'
import { CommandError } from '../contract/verb.ts'
import { closeEngine, openEngine } from '../engine/engine.ts'
import { shapeOf } from '../engine/shape.ts'
import { FolderFault, placesIn, refuseLocked, takeLock } from '../files/folder.ts'
import { neededBox, openToRead, readLog } from '../files/open-box.ts'
import { Statements } from '../log/sqlite.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())

/** Makes the tables of a folder current, as a start does. A serving box keeps them so. */
export async function readyTables(folder: string): Promise<void> {
  try {
    refuseLocked(folder)
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error
    return served(folder)
  }
  const unlock = takeLock(folder)
  try {
    const engine = openEngine(bricks, neededBox(folder), placesIn(folder))
    closeEngine(engine)
  } finally {
    unlock()
  }
}

function served(folder: string): void {
  const tables = openToRead(placesIn(folder).tables)
  const log = readLog(folder, neededBox(folder))
  try {
    if (tablesState(new Statements(tables), shapeOf(bricks), log) === 'old')
      throw new CommandError(w.held.oldTables)
  } finally {
    tables.close()
    log.db.close()
  }
}
