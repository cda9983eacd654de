import { constants } from 'node:fs'
import { access, copyFile, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode } from '../core/narrow.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { shownFile } from '../files/clock.ts'
import { freeOn } from '../files/room.ts'

/**
 * Removable drives: where this machine puts them, of what is mounted now.
 *
 * Shape   `mounts`: `/proc/self/mountinfo`, whose fifth column is where each stands, spaces as
 *         `\040`.
 * Source  proc_pid_mountinfo(5); udisks and usbmount put drives under these folders.
 */
export function keysIn(mounts: string): readonly string[] {
  const points = mounts
    .split('\n')
    .map(line =>
      (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_all, octal: string) =>
        unescaped(octal),
      ),
    )
  return [...new Set(points.filter(point => KEY.test(point)))].sort()
}
const unescaped = (octal: string): string => String.fromCharCode(Number.parseInt(octal, 8))
const KEY = /^(\/media\/[^/]+(\/[^/]+)?|\/run\/media\/[^/]+\/[^/]+|\/mnt\/[^/]+)$/

/**
 * Whether drives are put here: a folder that is not there is then a key that is not plugged in, and
 * none to make.
 */
export const isKeyPlace = (folder: string): boolean => KEY.test(folder)

/**
 * Folders that somebody names for this machine stand in place of what is mounted: `COCOTE_KEYS`,
 * with `:` between.
 */
export function keysHere(): readonly string[] {
  const named = process.env['COCOTE_KEYS']
  if (named !== undefined) return named.split(':').filter(one => one !== '')
  return keysIn(shownFile('/proc/self/mountinfo') ?? '')
}

/**
 * What stands in the way, for a sentence. `gone`: no such folder, or pulled out meanwhile. `shut`:
 * it lets nothing be written, or read.
 */
export class KeyFault extends Error {
  override name = 'KeyFault'
  readonly code: 'gone' | 'full' | 'shut'
  constructor(code: KeyFault['code'], because: unknown) {
    super(`${code}: ${because}`)
    this.code = code
  }
}
const WHY: Readonly<Record<string, KeyFault['code']>> = nullPrototype({
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENAMETOOLONG: 'gone',
  ELOOP: 'gone',
  EIO: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  ENOTCONN: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'shut',
  EACCES: 'shut',
  EPERM: 'shut',
})
/** Errors  KeyFault for what a key may do; else what it was. `room`: whose disk may be full. */
export async function onKey<T>(
  work: () => Promise<T>,
  room: 'ours' | 'theirs' = 'theirs',
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = WHY[errorCode(error) ?? '']
    throw code && !(code === 'full' && room === 'ours') ? new KeyFault(code, error) : error
  }
}

export type KeyFile = Readonly<{ name: string; path: string; size: number; at: number }>

/** The files of news at the top of this folder, newest first. Errors  KeyFault. */
export const newsOn = (folder: string): Promise<readonly KeyFile[]> =>
  onKey(async () => {
    const named = (await readdir(folder)).filter(
      name => /\.cocote$/i.test(name) && !name.startsWith('.'),
    )
    const files: KeyFile[] = []
    for (const name of named) {
      const path = join(folder, name)
      const held = await lstat(path)
      if (held.isFile()) files.push({ name, path, size: held.size, at: held.mtimeMs })
    }
    return files.toSorted((a, b) => b.at - a.at)
  })

/**
 * Takes a file off the key, so that one pulled out is no half-read bundle. Errors KeyFault; a full
 * disk of ours, as it is.
 */
export const copyFrom = (path: string, to: string): Promise<void> =>
  onKey(() => copyFile(path, to, constants.COPYFILE_EXCL), 'ours')

/** Takes a file away from the key for good. Errors  KeyFault. */
export const removeFrom = (path: string): Promise<void> => onKey(() => rm(path, { force: true }))

/**
 * Puts a file on the key, whole or not there: written beside its name, synced, then renamed.
 * Errors  KeyFault.
 */
export const putOn = (from: string, to: string): Promise<void> =>
  onKey(async () => {
    const beside = `${to}.new`
    const { size } = await stat(from)
    if ((await freeOn(dirname(to))) < size)
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
    try {
      await copyFile(from, beside)
      await synced(beside, 'r+')
      await rename(beside, to)
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined)
      throw error
    }
    // Some drives know no such thing for a folder: the file itself is synced.
    await synced(dirname(to), 'r').catch(() => undefined)
  })

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Errors  KeyFault: there is no such folder, or it can't be read. */
export const isFolder = (folder: string): Promise<void> =>
  onKey(async () => {
    // No disk takes such a name, and Node says so as it says that we called it wrongly.
    if (folder.includes('\0')) throw Object.assign(new Error('NUL'), { code: 'ENOENT' })
    if (!(await stat(folder)).isDirectory())
      throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
    await access(folder, constants.R_OK | constants.X_OK)
  })
