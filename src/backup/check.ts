import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { LostWrite } from '../contract/box/machine.ts'
import type { BrickTables } from '../contract/brick.ts'
import { boxOfFeed } from '../core/change.ts'
import { messageOf } from '../core/narrow.ts'
import { shapeOf, typesOf } from '../engine/shape.ts'
import { placesIn } from '../files/folder.ts'
import { heavyFile } from '../files/large-files.ts'
import { lostWritesIn } from '../files/lost-writes.ts'
import { heldBox, openToRead, readLog, refuseAbsent } from '../files/open-box.ts'
import { clearLeft, workName } from '../files/temp-files.ts'
import { type Box, newBox } from '../log/box.ts'
import type { Log } from '../log/log.ts'
import { movedFrom } from '../log/moving.ts'
import { isHurtFile, Statements, seeLog } from '../log/sqlite.ts'
import { knowAlphabet } from '../projection/alphabet.ts'
import { checkEntries, checkHeads, type Hurt, type NamedFile } from './check-log.ts'
import type { TablesState } from './check-tables.ts'

export type Checked = Readonly<{
  hurts: readonly Hurt[]
  entries: number
  values: number
  records: number
  files: number
  /** Missing large files: a restore does not bring them, and nothing is damaged. */
  heavyGone: number
  tables: TablesState | 'absent'
  /** Units   bytes of the log from before it was moved (log/moving.ts); 0 when it is not there. */
  formerLog: number
  /** Lost writes of earlier, repaired since. */
  lapses: readonly LostWrite[]
}>
export type Stage = 'entries' | 'heads' | 'tables' | 'files'

/**
 * Everything that a box's folder must be, looked at without writing any of it: served or stopped.
 *
 * Law     the tables' snapshot is taken before the log's: turns commit the log first, so that
 *         tables ahead of it are a loss, never a coincidence. While it reads, the WAL can't be cut:
 *         a forgetting finishes after. Tables that the machine left half written are no damage.
 */
export async function checkFolder(
  folder: string,
  bricks: readonly BrickTables[],
  progress: (stage: Stage, done: number) => void = () => undefined,
): Promise<Checked> {
  refuseAbsent(folder)
  const hurts: Hurt[] = []
  const hurt = (one: Hurt): void => void hurts.push(one)
  const box = heldBox(folder)
  if (!box) hurt({ what: 'key', file: placesIn(folder).key })
  const { tables: file } = placesIn(folder)
  const { areTorn } = await import('../projection/tables.ts')
  const { knowAlphabet } = await import('../projection/alphabet.ts')
  const isTorn = existsSync(file) && areTorn(file)
  const tables = isTorn ? undefined : snapshot(file, hurt, knowAlphabet)
  const counts = {
    entries: 0,
    values: 0,
    records: 0,
    files: 0,
    heavyGone: 0,
    tables: (isTorn ? 'old' : 'absent') as Checked['tables'],
  }
  try {
    const check: Check = { folder, bricks, hurt, progress, counts }
    const named = inLog(check, box ?? newBox())
    if (tables && named) await inTables(check, tables, named.log)
    named?.log.db.close()
    if (named) Object.assign(counts, await inFiles(check, named.files))
  } finally {
    tables?.close()
  }
  // The log does not depend on `local.db`, so nothing else would report its damage.
  snapshot(placesIn(folder).local, hurt)?.close()
  const former = statSync(movedFrom(placesIn(folder).log), { throwIfNoEntry: false })
  return { hurts, ...counts, formerLog: former?.size ?? 0, lapses: lostWritesIn(folder) }
}

type Counts = {
  entries: number
  values: number
  records: number
  files: number
  heavyGone: number
  tables: Checked['tables']
}

/** One check of a folder: whom it tells what it finds. */
type Check = Readonly<{
  folder: string
  bricks: readonly BrickTables[]
  hurt: (hurt: Hurt) => void
  progress: (stage: Stage, done: number) => void
  counts: Counts
}>

/**
 * A file held as it is at one moment, and its own integrity. `know`: gives the connection the
 * functions that its indices ask.
 */
function snapshot(
  file: string,
  hurt: (hurt: Hurt) => void,
  know: (db: DatabaseSync) => void = () => undefined,
): DatabaseSync | undefined {
  if (!existsSync(file)) return undefined
  return reading(file, hurt, () => {
    const db = openToRead(file)
    know(db)
    knowAlphabet(db)
    db.exec('BEGIN')
    integrity(db, file, hurt)
    return db
  })
}

/** The damages of a copied log: SQLite’s quick check, then every entry as a peer would read it. */
export function hurtsInCopy(file: string, box: Box): readonly Hurt[] {
  const hurts: Hurt[] = []
  const hurt = (one: Hurt): void => void hurts.push(one)
  reading(file, hurt, () => {
    const db = seeLog(openToRead(file))
    try {
      integrity(db, file, hurt, 'quick_check')
      checkEntries(
        { db, sql: new Statements(db), box, identity: '', epoch: '' },
        new Map(),
        hurt,
        () => undefined,
      )
    } finally {
      db.close()
    }
  })
  return hurts
}

/** Runs a check; a file that SQLite can’t read is reported and skipped. */
function reading<T>(file: string, hurt: (hurt: Hurt) => void, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!isUnreadable(error)) throw error
    hurt({ what: 'sqlite', file, said: messageOf(error) })
    return undefined
  }
}
/** Also a file that lost its tables: SQLITE_ERROR, *no such table*. */
const isUnreadable = (error: unknown): boolean =>
  isHurtFile(error) || /no such (table|column)/.test(messageOf(error))

function integrity(
  db: DatabaseSync,
  file: string,
  hurt: (hurt: Hurt) => void,
  look: 'integrity_check' | 'quick_check' = 'integrity_check',
): void {
  for (const row of db.prepare(`PRAGMA ${look}(20)`).all()) {
    const said = String(row[look])
    if (said !== 'ok') hurt({ what: 'sqlite', file, said })
  }
}

function inLog(
  { folder, bricks, hurt, progress, counts }: Check,
  box: Box,
): Readonly<{ log: Log; files: readonly NamedFile[] }> | undefined {
  const { log: file } = placesIn(folder)
  return reading(file, hurt, () => {
    const log = readLog(folder, box)
    log.db.exec('BEGIN')
    integrity(log.db, file, hurt)
    const own = log.sql.get<{ name: string }>(
      'SELECT name FROM feed WHERE own = 1 ORDER BY no DESC LIMIT 1',
    )?.name
    if (own !== undefined && boxOfFeed(own) !== box.name && heldBox(folder))
      hurt({ what: 'key', file: placesIn(folder).key })
    const found = checkEntries(log, typesOf(bricks), hurt, done => progress('entries', done))
    counts.entries = found.entries
    counts.values = found.values
    counts.records = checkHeads(log, hurt, done => progress('heads', done))
    return { log, files: found.files }
  })
}

async function inTables(
  { folder, bricks, hurt, progress, counts }: Check,
  tables: DatabaseSync,
  log: Log,
): Promise<void> {
  // A backup looks at a log alone: it loads nothing of the tables.
  const { checkTables, tablesState } = await import('./check-tables.ts')
  const { tables: file } = placesIn(folder)
  const shape = shapeOf(bricks)
  const state = reading(file, hurt, () => tablesState(new Statements(tables), shape, log))
  if (state === undefined) return
  counts.tables = state
  if (state === 'ahead') hurt({ what: 'ahead', file })
  if (state !== 'same' && state !== 'behind') return
  clearLeft(folder)
  const beside = join(folder, workName('check'))
  try {
    await checkTables(
      tables,
      beside,
      { shape, log },
      { hurt, progress: n => progress('tables', n) },
    )
  } catch (error) {
    if (!isUnreadable(error)) throw error
    hurt({ what: 'sqlite', file, said: messageOf(error) })
  }
}

/**
 * Checks the files: those that this box’s entries name must be there; others may still come; none
 * may differ from its hash.
 */
async function inFiles(
  { folder, hurt, progress }: Check,
  named: readonly NamedFile[],
): Promise<Pick<Counts, 'files' | 'heavyGone'>> {
  const once = new Map(named.map(one => [`${one.heavy ? 'heavy' : one.space}/${one.hash}`, one]))
  let done = 0
  let heavyGone = 0
  for (const [name, { type, record, own, hash, heavy }] of once) {
    const file = heavy ? heavyFile(folder, hash) : join(placesIn(folder).files, name)
    if (!existsSync(file)) {
      if (heavy) heavyGone++
      else if (own) hurt({ what: 'fileGone', file, type, record })
    } else if ((await hashOfFile(file)) !== hash) hurt({ what: 'fileOther', file, type, record })
    progress('files', ++done)
  }
  return { files: once.size, heavyGone }
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
