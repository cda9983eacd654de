import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { boxOfFeed } from '../core/change.ts'
import { ownJson } from '../core/narrow.ts'
import { decrypt, SEALED } from '../files/encrypt-file.ts'
import { placesIn } from '../files/folder.ts'
import { forgettingsIn, heldForgettings } from '../files/forgettings.ts'
import { heldBox, readLog } from '../files/open-box.ts'
import { clearLeft, isWork, workName } from '../files/temp-files.ts'
import { writeBeside } from '../files/write-beside.ts'
import { type Box, boxFromPem } from '../log/box.ts'
import type { FleshName } from '../log/forget.ts'
import type { Log } from '../log/log.ts'
import { NewerFormat } from '../log/sqlite.ts'
import { BadArchive, ZipFile } from '../zip/read.ts'
import { BACKUP_FORMAT, type BackupMark, type KeeperKept } from './backup.ts'
import type { RestoreOf } from './restore.ts'
import { BY_HASH, KEPT } from './unpack.ts'

/** The backup was not restored, and why. Nothing was written. */
export class NotRestored extends Error {
  override name = 'NotRestored'
  readonly code: 'notBackup' | 'notEmpty' | 'otherBox' | 'damaged'
  constructor(code: NotRestored['code']) {
    super(code)
    this.code = code
  }
}

const SMALL = 1024 * 1024

type BackupHere = Pick<RestoreOf, 'folder' | 'file' | 'passphrase' | 'isNew'>
/** Opens a backup beside a folder of work, and leaves neither. */
export async function withBackup<T>(
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
 * Reads a backup whole, as a restore here would, and leaves nothing, so that its faults are told
 * while the page is open.
 *
 * Errors  those of `restoreFrom`.
 */
export function readBackup(of: BackupHere): Promise<void> {
  return withBackup(of, async zip => {
    oldIn(of.folder, await believed(zip), of.isNew === true)
    await keeperIn(zip)
    for (const part of zip.parts.filter(one => KEPT.test(one.name)))
      await drained(zip.pieces(part)).catch(error => {
        // A damaged file is reported after the restore.
        if (!(error instanceof BadArchive) || !BY_HASH.test(part.name)) throw error
      })
  })
}
async function drained(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of pieces);
}

/** The ZIP: the file itself, or its decrypted content, which needs room beside. */
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

export async function believed(zip: ZipFile): Promise<Box> {
  const [mark, key] = [zip.find('backup.json'), zip.find('box.key')]
  if (!mark || !key || !zip.find('log.db')) throw new NotRestored('notBackup')
  let said: Partial<BackupMark>
  let box: Box
  try {
    said = ownJson<Partial<BackupMark>>((await zip.whole(mark, SMALL)).toString('utf8'))
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

export type Old = Readonly<{
  names: readonly string[]
  forgettings: readonly FleshName[]
  lost: boolean
}>
const ASIDE = /^avant-restauration-/

/** The content of the folder, if it is this box’s, and its list of erasures. */
export function oldIn(folder: string, box: Box, isNew: boolean): Old {
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

export async function keeperIn(zip: ZipFile): Promise<KeeperKept> {
  const part = zip.find('keeper.json')
  if (!part) return { passphrase: null, codes: [], cards: [], phrases: [] }
  try {
    const held = ownJson<Partial<KeeperKept>>((await zip.whole(part, SMALL)).toString('utf8'))
    const codes = (held.codes ?? []).map(({ hash, used, keeper }) => ({
      hash: String(hash),
      used: used === 0 ? 0 : 1,
      ...(keeper === undefined ? {} : { keeper: String(keeper) }),
    }))
    // Backups made before there could be several keepers have none.
    const further = (held.further ?? []).map(one => ({
      keeper: String(one.keeper),
      passphrase: String(one.passphrase),
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
      ...(typeof held.first === 'string' ? { first: held.first } : {}),
      further,
      codes,
      cards,
      phrases,
    }
  } catch {
    throw new NotRestored('damaged')
  }
}
