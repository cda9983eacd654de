import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BrickTables } from '../contract/brick.ts'
import { boxOfFeed } from '../core/change.ts'
import { pattern } from '../core/pattern.ts'
import { SPACES } from '../core/schema.ts'
import { shapeOf } from '../engine/shape.ts'
import { decrypt, SEALED } from '../files/encrypt-file.ts'
import { sweepUnnamed } from '../files/files.ts'
import { ownerIn, placesIn } from '../files/folder.ts'
import {
  forgetAgain,
  forgettingsIn,
  heldForgettings,
  keepForgettings,
} from '../files/forgettings.ts'
import { heavyFile } from '../files/large-files.ts'
import { openLocal } from '../files/local.ts'
import { countTouched, heldBox, readLog } from '../files/open-box.ts'
import { clearLeft, isWork, workName } from '../files/temp-files.ts'
import { writeBeside } from '../files/write-beside.ts'
import { type Box, boxFromPem } from '../log/box.ts'
import type { FleshName } from '../log/forget.ts'
import { type Log, newEpoch, openLog } from '../log/log.ts'
import { type Salvaged, salvageInto } from '../log/salvage.ts'
import { NewerFormat, syncFolder } from '../log/sqlite.ts'
import { dropStaged } from '../log/staged.ts'
import { openTables } from '../projection/tables.ts'
import { BadArchive, ZipFile } from '../zip/read.ts'
import { BACKUP_FORMAT, type BackupMark, type KeeperKept } from './backup.ts'
import { hashOfFile, hurtsInCopy } from './check.ts'

/** Why a backup is not put back. Nothing was written then. */
export class NotRestored extends Error {
  override name = 'NotRestored'
  readonly code: 'notBackup' | 'notEmpty' | 'otherBox' | 'damaged'
  constructor(code: NotRestored['code']) {
    super(code)
    this.code = code
  }
}

export type RestoreOf = Readonly<{
  folder: string
  file: string
  /** Asked for only when the file is sealed. */
  passphrase: () => Promise<string>
  /** Kept outside the backup, by a person. */
  forgettings: readonly FleshName[]
  bricks: readonly BrickTables[]
  now: Date
  progress?: (done: number, total: number) => void
  /** Nobody has opened the page of this folder: its own key is put aside with the rest. */
  isNew?: boolean
}>
/** `lost`: there was an old log of this box, and what it had forgotten can't be known. */
export type Restored = Readonly<{
  records: number
  forgotten: number
  aside: string | undefined
  lost: boolean
  /** What came of each log that was hurt: the backup's, that of the folder. */
  salvaged: readonly Salvaged[]
  /** Photos and files that neither the backup nor the folder holds whole. */
  gone: readonly string[]
}>

const SMALL = 1024 * 1024
const KEPT = pattern()`
  ^(log\.db|box\.key|box\.crt|box\.tls\.key|backup\.key|(files\/(commons|network|home)
  |heavy)\/[0-9a-f]{64})$
`

/**
 * Puts a backup back, beside what is there, then in its place.
 *
 * Law     nothing of the folder moves before the backup was read whole, what was forgotten since
 *         was forgotten again, and the tables were made. What was there is put aside, never
 *         deleted; another box's folder is refused. A new epoch begins: the entries that this box
 *         wrote after the backup may be elsewhere, and must not be written twice under one number.
 *         A file that the backup carries and that nothing names, once all was forgotten again, does
 *         not come back.
 * Errors  NotRestored, BadArchive, NotOpened, DecryptError, NewerFormat.
 */
export function restoreFrom(of: RestoreOf): Promise<Restored> {
  return withBackup(of, async (zip, work) => {
    const box = await believed(zip)
    const old = oldIn(of.folder, box, of.isNew === true)
    const made = join(work, 'box')
    const gone = await unpack(zip, made, of.folder)
    // A key that never wrote this log opens nothing of it.
    const owner = ownerIn(placesIn(made).log)
    if (owner !== undefined && owner !== box.name) throw new NotRestored('damaged')
    const salvaged = salvage(of.isNew ? undefined : of.folder, made, box)
    const done = await prepare(of, { made, box }, withForgotten(old, salvaged), await keeperIn(zip))
    // A backup without the shelf leaves the one that is here where it is: its lines find their
    // files again.
    const bringsHeavy = existsSync(placesIn(made).heavy)
    const aside = putInPlace(
      of,
      made,
      old.names.filter(name => bringsHeavy || name !== basename(placesIn(made).heavy)),
    )
    return { ...done, salvaged, gone, aside, lost: old.lost && of.forgettings.length === 0 }
  })
}

type BackupHere = Pick<RestoreOf, 'folder' | 'file' | 'passphrase' | 'isNew'>
/** Opens a backup beside a folder of work, and leaves neither. */
async function withBackup<T>(
  of: BackupHere,
  use: (zip: ZipFile, work: string) => Promise<T>,
): Promise<T> {
  clearLeft(of.folder)
  const work = join(of.folder, workName('restore'))
  mkdirSync(work, { mode: 0o700 })
  try {
    const zip = new ZipFile(await openedFile(of, work))
    try {
      return await use(zip, work)
    } finally {
      zip.close()
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Reads a backup whole, as it would be put back here, and writes nothing that stays: what is wrong
 * is said while the page is open.
 *
 * Errors  those of `restoreFrom`.
 */
export function readBackup(of: BackupHere): Promise<void> {
  return withBackup(of, async zip => {
    oldIn(of.folder, await believed(zip), of.isNew === true)
    await keeperIn(zip)
    for (const part of zip.parts.filter(one => KEPT.test(one.name)))
      await drained(zip.pieces(part)).catch(error => {
        // What is hurt of these is named when the rest is back.
        if (!(error instanceof BadArchive) || !BY_HASH.test(part.name)) throw error
      })
  })
}
async function drained(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of pieces);
}

/** The ZIP itself: the file, or what it holds sealed, which needs room beside. */
async function openedFile(
  of: Pick<RestoreOf, 'file' | 'passphrase'>,
  work: string,
): Promise<string> {
  const head = Buffer.alloc(SEALED.length)
  const handle = openSync(of.file, 'r')
  readSync(handle, head, 0, head.length, 0)
  closeSync(handle)
  if (head.toString('latin1', 0, 2) === 'PK') return of.file
  if (head.toString('latin1') !== SEALED) throw new NotRestored('notBackup')
  const opened = join(work, 'opened.zip')
  await writeBeside(opened, decrypt(createReadStream(of.file), await of.passphrase()))
  return opened
}

async function believed(zip: ZipFile): Promise<Box> {
  const [mark, key] = [zip.find('backup.json'), zip.find('box.key')]
  if (!mark || !key || !zip.find('log.db')) throw new NotRestored('notBackup')
  let said: Partial<BackupMark>
  let box: Box
  try {
    said = JSON.parse((await zip.whole(mark, SMALL)).toString('utf8')) as Partial<BackupMark>
    box = boxFromPem((await zip.whole(key, SMALL)).toString('utf8'))
  } catch {
    throw new NotRestored('damaged')
  }
  if (said.kind !== 'cocote-backup' || typeof said.format !== 'number')
    throw new NotRestored('notBackup')
  if (said.format > BACKUP_FORMAT) throw new NewerFormat('backup', said.format)
  if (said.box !== box.name) throw new NotRestored('damaged')
  return box
}

type Old = Readonly<{ names: readonly string[]; forgettings: readonly FleshName[]; lost: boolean }>
const ASIDE = /^avant-restauration-/

/** What stands in the folder, if it is this box's own; and what it had forgotten. */
function oldIn(folder: string, box: Box, isNew: boolean): Old {
  const names = readdirSync(folder).filter(
    name => !/^lock(\.|$)/.test(name) && !isWork(name) && !ASIDE.test(name),
  )
  if (names.length === 0 || isNew) return { names, forgettings: [], lost: false }
  const log = oldLog(folder, box)
  const name = log?.owner ?? heldBox(folder)?.name
  if (name === undefined) throw new NotRestored('notEmpty')
  if (name !== box.name) throw new NotRestored('otherBox')
  const listed = heldForgettings(folder)
  return {
    names,
    forgettings: [...(log?.forgettings ?? []), ...(listed ?? [])],
    lost: log === undefined && listed === undefined,
  }
}

function oldLog(
  folder: string,
  box: Box,
): Readonly<{ forgettings: readonly FleshName[]; owner: string | undefined }> | undefined {
  if (!existsSync(placesIn(folder).log)) return undefined
  let log: Log | undefined
  try {
    log = readLog(folder, box)
    const own = log.sql.get<{ name: string }>('SELECT name FROM feed WHERE own = 1 LIMIT 1')?.name
    return { forgettings: forgettingsIn(log), owner: own && boxOfFeed(own) }
  } catch {
    return undefined
  } finally {
    log?.db.close()
  }
}

/** The files that are nowhere whole. */
async function unpack(zip: ZipFile, to: string, folder: string): Promise<readonly string[]> {
  mkdirSync(to, { mode: 0o700 })
  const hurt: string[] = []
  for (const part of zip.parts.filter(one => KEPT.test(one.name))) {
    const file = join(to, part.name)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    if (!BY_HASH.test(part.name)) await writeBeside(file, zip.pieces(part))
    else if (!(await writtenWhole(file, zip.pieces(part)))) hurt.push(part.name)
  }
  const gone: string[] = []
  for (const name of hurt) if (!(await foundWhole(name, to, folder))) gone.push(name)
  return gone
}
const BY_HASH = /^(files|heavy)\//

/** Whether it is what its name says; else nothing of it stays. */
async function writtenWhole(file: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    await writeBeside(file, pieces)
    if ((await hashOfFile(file)) === basename(file)) return true
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
  }
  rmSync(file, { force: true })
  return false
}

/** The same file, whole: in another space of the backup, or in the folder. */
async function foundWhole(name: string, to: string, folder: string): Promise<boolean> {
  const hash = basename(name)
  const places = [to, folder].flatMap(one => [
    ...SPACES.map(space => join(placesIn(one).files, space, hash)),
    heavyFile(one, hash),
  ])
  for (const from of places) {
    const isWhole =
      statSync(from, { throwIfNoEntry: false })?.isFile() &&
      (await hashOfFile(from).catch(() => '')) === hash
    if (isWhole && (await writtenWhole(join(to, name), createReadStream(from)))) return true
  }
  return false
}

/**
 * A log that is hurt gives what still reads: that of the backup, and that of the folder, which may
 * hold what came after the backup was made. One that is whole in the folder is another state of
 * this box, and stays aside.
 */
function salvage(folder: string | undefined, made: string, box: Box): readonly Salvaged[] {
  const { log } = placesIn(made)
  const old = folder === undefined ? '' : placesIn(folder).log
  const hurt = `${log}.hurt`
  const isHurt = hurtsInCopy(log, box).length > 0
  const isOldHurt =
    (statSync(old, { throwIfNoEntry: false })?.isFile() ?? false) &&
    hurtsInCopy(old, box).length > 0
  if (!isHurt && !isOldHurt) return []
  if (isHurt) renameSync(log, hurt)
  const into = newEpoch(openLog(log, box))
  try {
    return [...(isHurt ? [hurt] : []), ...(isOldHurt ? [old] : [])].map(file =>
      salvageInto(into, file),
    )
  } finally {
    into.db.close()
    for (const end of ['', '-wal', '-shm']) rmSync(hurt + end, { force: true })
  }
}
const withForgotten = (old: Old, salvaged: readonly Salvaged[]): Old => ({
  ...old,
  forgettings: [...old.forgettings, ...salvaged.flatMap(one => one.forgotten)],
})

async function keeperIn(zip: ZipFile): Promise<KeeperKept> {
  const part = zip.find('keeper.json')
  if (!part) return { passphrase: null, codes: [], cards: [], phrases: [] }
  try {
    const held = JSON.parse((await zip.whole(part, SMALL)).toString('utf8')) as Partial<KeeperKept>
    const codes = (held.codes ?? []).map(({ hash, used }) => ({
      hash: String(hash),
      used: used === 0 ? 0 : 1,
    }))
    const phrases = (held.phrases ?? []).map(one => ({
      member: String(one.member),
      words: String(one.words),
    }))
    // Backups made before there were cards have none.
    const cards = (held.cards ?? []).map(one => ({
      number: String(one.number),
      member: String(one.member),
      secret: String(one.secret),
      words: String(one.words),
      made: Number(one.made),
    }))
    return {
      passphrase: typeof held.passphrase === 'string' ? held.passphrase : null,
      codes,
      cards,
      phrases,
    }
  } catch {
    throw new NotRestored('damaged')
  }
}

async function prepare(
  of: RestoreOf,
  { made, box }: Readonly<{ made: string; box: Box }>,
  old: Old,
  keeper: KeeperKept,
): Promise<Readonly<{ records: number; forgotten: number }>> {
  const places = placesIn(made)
  const log = newEpoch(openLog(places.log, box))
  try {
    // What a long work had still to write may have been forgotten since: it is the rest of an hour
    // that is gone.
    dropStaged(log)
    const forgotten = forgetAgain(log, [...of.forgettings, ...old.forgettings], {
      now: of.now.getTime(),
      sure: true,
      by: 'keeper',
    })
    const records = countTouched(log)
    openTables(places.tables, shapeOf(of.bricks), log, done =>
      of.progress?.(done, records),
    ).db.close()
    keepForgettings(made, log)
    sweepUnnamed(made, log.sql, of.now.getTime())
    const local = openLocal(places.local)
    if (keeper.passphrase !== null)
      local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', keeper.passphrase)
    for (const { hash, used } of keeper.codes)
      local.sql.run('INSERT OR REPLACE INTO code VALUES (?, ?)', hash, used)
    for (const { member, words } of keeper.phrases)
      local.sql.run('INSERT OR REPLACE INTO phrase VALUES (?, ?)', member, words)
    for (const { number, member, secret, words, made } of keeper.cards)
      local.sql.run(
        'INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?)',
        number,
        member,
        secret,
        words,
        made,
      )
    local.db.close()
    return { records, forgotten }
  } finally {
    log.db.close()
  }
}

/** The log last: a folder without it is one where the restoring can be done again. */
function putInPlace(of: RestoreOf, made: string, old: readonly string[]): string | undefined {
  const aside =
    old.length === 0
      ? undefined
      : join(
          of.folder,
          `avant-restauration-${of.now.toISOString().slice(0, 19).replace(/[T:]/g, '-')}`,
        )
  if (aside) {
    mkdirSync(aside, { mode: 0o700 })
    for (const name of [...old].sort((a, b) => Number(b === 'log.db') - Number(a === 'log.db')))
      renameSync(join(of.folder, name), join(aside, name))
    syncFolder(aside)
  }
  const names = readdirSync(made).sort((a, b) => Number(a === 'log.db') - Number(b === 'log.db'))
  for (const name of names) renameSync(join(made, name), join(of.folder, name))
  syncFolder(of.folder)
  return aside
}
