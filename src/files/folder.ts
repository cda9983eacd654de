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

/** The path of each file of a data folder. */
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
  lockGuard: join(folder, 'lock.door'),
  courier: join(folder, 'courier'),
  address: join(folder, 'address'),
  backupKey: join(folder, 'backup.key'),
})

/** The folder can’t be used, and why, for a sentence. */
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

/**
 * Checks a data folder before a start, and makes it when absent. `puttingBack`: a restore follows,
 * so lost parts are not refused.
 *
 * Errors  FolderFault.
 */
export function openFolder(folder: string, { puttingBack = false } = {}): void {
  try {
    makeFolder(folder, 0o700)
    // A name of its own: two starts at once would delete each other’s.
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
 * Refuses a log under another box’s key: bundles and letters for its own name could no longer be
 * opened.
 */
export function refuseAnotherName(folder: string, box: Box | undefined): void {
  const owner = ownerIn(placesIn(folder).log)
  if (owner === undefined || owner === box?.name) return
  throw new FolderFault(box === undefined ? 'lostKey' : 'otherKey', folder)
}

/**
 * The name of the box that wrote this log. Undefined without one; a damaged log is reported by its
 * opener.
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
 * Refuses a folder with tables or secrets but no log: its log was lost, and a new one would
 * silently make an empty village. The log is always made first.
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
 * Makes a folder and its parents, each synced in the one above, so that they outlive a pulled plug.
 * One by one: under `/proc`, Node’s own `recursive` never ends.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  for (const one of absentAbove(folder)) {
    try {
      mkdirSync(one, mode)
    } catch (error) {
      // Another process made it meanwhile.
      if (!statSync(one, { throwIfNoEntry: false })?.isDirectory()) throw error
    }
    syncFolder(dirname(one))
  }
}

/** The missing folders of a path, the uppermost first. */
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
 * Writes a file so that after a pulled plug it is there whole, or not at all: beside, synced,
 * renamed, its folder synced.
 */
export function writeSafely(file: string, content: string | Uint8Array, mode = 0o644): void {
  const beside = `${file}.new`
  const handle = openSync(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } catch (error) {
    // On a full disk, half a file only takes room.
    rmSync(beside, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/**
 * Takes the folder’s lock, which names the running server, so that verbs that write refuse. Returns
 * the release. A dead server’s lock does not count: it holds the start times of machine and
 * process, because another program may have the same process id.
 *
 * Law     Of several starts at the same instant exactly one succeeds: a dead lock is replaced by
 *         one process at a time.
 */
export function takeLock(folder: string): () => void {
  const { lock } = placesIn(folder)
  const mine = [process.pid, ...birthOf(process.pid)].join('\n')
  oneAtATime(folder, () => {
    refuseLocked(folder)
    // Beside, then renamed, so that a lock is always read whole.
    writeFileSync(`${lock}.new`, mine)
    renameSync(`${lock}.new`, lock)
  })
  return () => {
    if (existsSync(lock) && readFileSync(lock, 'utf8') === mine) rmSync(lock, { force: true })
  }
}

/**
 * Runs work that may make its folder. After an error it deletes what it made: the lock’s file, and
 * the folder when it is empty.
 */
export async function undoneOnError<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const { lock, lockGuard } = placesIn(folder)
  const absent = absentAbove(folder)
  const hadGuard = existsSync(lockGuard)
  try {
    return await work()
  } catch (error) {
    // A process that holds the lock meanwhile uses that file.
    if (!hadGuard && !existsSync(lock)) rmSync(lockGuard, { force: true })
    for (const one of absent.toReversed())
      if (existsSync(one) && readdirSync(one).length === 0) rmdirSync(one)
    throw error
  }
}

const PATIENCE_MS = 10_000
/**
 * Runs work under the system’s own lock on an empty file that stays. The lock ends with its
 * process, so that none is left behind, as a file made with `wx` could be. SQLite takes it, as Node
 * can’t.
 */
function oneAtATime(folder: string, work: () => void): void {
  const guard = new DatabaseSync(placesIn(folder).lockGuard, { timeout: PATIENCE_MS })
  try {
    guard.exec('BEGIN EXCLUSIVE')
    work()
  } catch (error) {
    throw (error as { errcode?: unknown }).errcode === BUSY
      ? new FolderFault('locked', folder)
      : error
  } finally {
    guard.close()
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
 * The start of the machine and of a process. Empty where the system does not give it (proc(5):
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
