import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Box, boxFromPem, boxPem, newBox } from '../log/box.ts'

/** Where everything of a box lies. */
export const placesIn = (folder: string) => ({
  log: join(folder, 'log.db'),
  tables: join(folder, 'tables.db'),
  local: join(folder, 'local.db'),
  key: join(folder, 'box.key'),
  certificate: join(folder, 'box.crt'),
  certificateKey: join(folder, 'box.tls.key'),
  files: join(folder, 'files'),
  communes: join(folder, 'communes.db'),
  lock: join(folder, 'lock'),
})

/** The folder can't be used: what stands in the way, for a sentence. */
export class FolderFault extends Error {
  override name = 'FolderFault'
  readonly code: 'unwritable' | 'locked' | 'missing'
  readonly folder: string
  constructor(code: FolderFault['code'], folder: string) {
    super(`${code}: ${folder}`)
    this.code = code
    this.folder = folder
  }
}

export function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeSafely(join(folder, '.write'), '')
    rmSync(join(folder, '.write'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    throw new FolderFault('unwritable', folder)
  }
}

/** The box's key, made at the first start. Without it the feeds of this box can't go on. */
export function openBox(folder: string): Box {
  const { key } = placesIn(folder)
  if (existsSync(key)) return boxFromPem(readFileSync(key, 'utf8'))
  const box = newBox()
  writeSafely(key, boxPem(box), 0o600)
  return box
}

/** Writes beside, syncs, renames, syncs the folder: the file is there whole after a pulled plug, or not at all. */
export function writeSafely(file: string, content: string | Uint8Array, mode = 0o644): void {
  const beside = `${file}.new`
  const handle = openSync(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Names the running server, so that a verb that writes refuses while it stands. A dead server's lock counts for nothing. */
export function takeLock(folder: string): () => void {
  const { lock } = placesIn(folder)
  refuseLocked(folder)
  writeFileSync(lock, String(process.pid))
  return () => rmSync(lock, { force: true })
}

export function refuseLocked(folder: string): void {
  const { lock } = placesIn(folder)
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8'))
  if (pid > 0 && pid !== process.pid && alive(pid)) throw new FolderFault('locked', folder)
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
