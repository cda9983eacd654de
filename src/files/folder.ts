import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { boxOfFeed } from '../core/change.ts'
import { errorCode } from '../core/narrow.ts'
import { type Box, boxFromPem, boxPem, newBox } from '../log/box.ts'
import { isFull, syncFolder } from '../log/sqlite.ts'

/** Where everything of a box lies. */
export const placesIn = (folder: string) => ({
  log: join(folder, 'log.db'),
  tables: join(folder, 'tables.db'),
  local: join(folder, 'local.db'),
  key: join(folder, 'box.key'),
  certificate: join(folder, 'box.crt'),
  certificateKey: join(folder, 'box.tls.key'),
  files: join(folder, 'files'),
  heavy: join(folder, 'heavy'),
  communes: join(folder, 'communes.db'),
  lock: join(folder, 'lock'),
  lockDoor: join(folder, 'lock.door'),
  courier: join(folder, 'courier'),
  address: join(folder, 'address'),
  backupKey: join(folder, 'backup.key'),
})

/** The folder can't be used: what stands in the way, for a sentence. */
export class FolderFault extends Error {
  override name = 'FolderFault'
  readonly code:
    | 'unwritable'
    | 'locked'
    | 'missing'
    | 'hurtKey'
    | 'hurtCertificate'
    | 'lostLog'
    | 'lostKey'
    | 'otherKey'
    | 'noKey'
  readonly folder: string
  constructor(code: FolderFault['code'], folder: string) {
    super(`${code}: ${folder}`)
    this.code = code
    this.folder = folder
  }
}

/** `puttingBack`: what is lost here is about to be put back, so that nothing of it is refused. */
export function openFolder(folder: string, { puttingBack = false } = {}): void {
  try {
    makeFolder(folder, 0o700)
    // A name of its own: two that start at once would take away each other's.
    const trial = join(folder, `.write-${process.pid}`)
    writeSafely(trial, '')
    rmSync(trial)
    const { log, tables, local, key, certificate, certificateKey } = placesIn(folder)
    for (const file of [log, tables, local].filter(one => existsSync(one)))
      accessSync(file, constants.R_OK | constants.W_OK)
    for (const file of [key, certificate, certificateKey].filter(one => existsSync(one)))
      accessSync(file, constants.R_OK)
  } catch (error) {
    if (isFull(error)) throw error
    throw new FolderFault('unwritable', folder)
  }
  if (puttingBack) return
  refuseLostLog(folder)
  const box = existsSync(placesIn(folder).key) ? openBox(folder) : undefined
  refuseAnotherName(folder, box)
}

/**
 * A log goes on under the name that it has: under another, what neighbours sealed for this box
 * opens no more, and none of its words is its own.
 */
export function refuseAnotherName(folder: string, box: Box | undefined): void {
  const owner = ownerIn(placesIn(folder).log)
  if (owner === undefined || owner === box?.name) return
  throw new FolderFault(box === undefined ? 'lostKey' : 'otherKey', folder)
}

/**
 * Whose feed was written here last. Undefined where there is none; a log that can't be read is said
 * by whoever opens it.
 */
export function ownerIn(log: string): string | undefined {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) return undefined
  try {
    const db = new DatabaseSync(log, { readOnly: true, timeout: 5_000 })
    try {
      const name = db
        .prepare('SELECT name FROM feed WHERE own = 1 AND last > 0 ORDER BY stamp DESC LIMIT 1')
        .get()?.['name']
      return name === undefined ? undefined : boxOfFeed(String(name))
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

/**
 * Tables, or secrets beside the box's key, without their log are what is left of a box: a new,
 * empty log would make an empty village of it, in silence. A folder gets its log before either.
 */
export function refuseLostLog(folder: string): void {
  const { log, tables, local, key } = placesIn(folder)
  const size = (file: string): number => {
    const held = statSync(file, { throwIfNoEntry: false })
    return held?.isFile() ? held.size : 0
  }
  if (size(log) === 0 && (size(tables) > 0 || (size(local) > 0 && existsSync(key))))
    throw new FolderFault('lostLog', folder)
}

/**
 * Makes a folder, and those above it, so that its name outlives a pulled plug: each is synced in
 * the one above. One after the other: where the system makes none and says that there is none
 * (under `/proc`), Node's own `recursive` tries for ever.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  for (const one of absentAbove(folder)) {
    try {
      mkdirSync(one, mode)
    } catch (error) {
      // Another made it meanwhile.
      if (!statSync(one, { throwIfNoEntry: false })?.isDirectory()) throw error
    }
    syncFolder(dirname(one))
  }
}

/** What of this path is not there, the uppermost first. */
function absentAbove(folder: string): readonly string[] {
  const absent: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) absent.unshift(at)
  return absent
}

/** The box's key, made at the first start. Without it the feeds of this box can't go on. */
export function openBox(folder: string): Box {
  const { key } = placesIn(folder)
  if (existsSync(key)) return keyIn(folder, key)
  const box = newBox()
  writeSafely(key, boxPem(box), 0o600)
  return box
}

function keyIn(folder: string, key: string): Box {
  try {
    return boxFromPem(readFileSync(key, 'utf8'))
  } catch {
    throw new FolderFault('hurtKey', folder)
  }
}

/**
 * Writes beside, syncs, renames, syncs the folder: the file is there whole after a pulled plug, or
 * not at all.
 */
export function writeSafely(file: string, content: string | Uint8Array, mode = 0o644): void {
  const beside = `${file}.new`
  const handle = openSync(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } catch (error) {
    // On a full disk, half a file would only take room.
    rmSync(beside, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/**
 * Names the running server, so that a verb that writes refuses while it stands. A dead server's
 * lock counts for nothing: after a power cut another program may well have its number, so the lock
 * says when the machine and the process began, too.
 *
 * Law     of those who come at the same instant, exactly one goes on: a dead one's lock is looked
 *         at and replaced by one at a time.
 */
export function takeLock(folder: string): () => void {
  const { lock } = placesIn(folder)
  const mine = [process.pid, ...birthOf(process.pid)].join('\n')
  oneAtATime(folder, () => {
    refuseLocked(folder)
    // Beside, then renamed: whoever reads a lock reads it whole, and half of one would count for
    // nothing.
    writeFileSync(`${lock}.new`, mine)
    renameSync(`${lock}.new`, lock)
  })
  return () => {
    if (existsSync(lock) && readFileSync(lock, 'utf8') === mine) rmSync(lock, { force: true })
  }
}

/**
 * Work that may make its folder. What fails takes away again what stood nowhere before: the door of
 * the lock, and the folder when nothing else came into it.
 */
export async function undoneWhole<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { lock, lockDoor } = placesIn(folder)
  const absent = absentAbove(folder)
  const hadDoor = existsSync(lockDoor)
  try {
    return await work()
  } catch (error) {
    // Whoever holds the lock meanwhile stands at that door.
    if (!hadDoor && !existsSync(lock)) rmSync(lockDoor, { force: true })
    for (const one of absent.toReversed())
      if (existsSync(one) && readdirSync(one).length === 0) rmdirSync(one)
    throw error
  }
}

const PATIENCE_MS = 10_000
/**
 * The system's own lock on an empty file that stays: it ends with its process, however that ends,
 * so that none is ever left behind. A file made with `wx` could be left, and two who both find it
 * old would each remove the other's. SQLite asks for it, as Node can't.
 */
function oneAtATime(folder: string, work: () => void): void {
  const door = new DatabaseSync(placesIn(folder).lockDoor, { timeout: PATIENCE_MS })
  try {
    door.exec('BEGIN EXCLUSIVE')
    work()
  } catch (error) {
    throw (error as { errcode?: unknown }).errcode === BUSY
      ? new FolderFault('locked', folder)
      : error
  } finally {
    door.close()
  }
}
const BUSY = 5

export function refuseLocked(folder: string): void {
  const { lock } = placesIn(folder)
  if (!existsSync(lock)) return
  const [number = '', ...born] = readFileSync(lock, 'utf8').split('\n')
  const pid = Number(number)
  if (!(pid > 0) || !alive(pid)) return
  const now = birthOf(pid)
  if (born.length > 0 && now.length > 0 && born.join() !== now.join()) return
  if (pid !== process.pid) throw new FolderFault('locked', folder)
}

/**
 * The start of the machine, and of a process in it. Empty where the system does not say (proc(5):
 * field 22 of `stat`).
 */
function birthOf(pid: number): readonly string[] {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [boot, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '']
  } catch {
    return []
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
