import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BackedUp, backupTo } from '../../backup/backup.ts'
import type { ForKeeper } from '../../files/encrypt-file.ts'
import { heavyUsed } from '../../files/large-files.ts'
import { neededBox, readLog } from '../../files/open-box.ts'
import { writeBeside } from '../../files/write-beside.ts'
import { onKey, putOn } from '../../machine/drives.ts'
import { versionHere } from '../../release/version-here.ts'
import { packTo } from '../../sync/bundle/pack-to.ts'
import { foundBox } from '../named-box.ts'

/**
 * The files that an evening writes to a key: a bundle for couriers, and an encrypted backup.
 * `shelfLeft`: bytes of large files that did not fit.
 */
export type OnKey = Readonly<
  { bundle: string; entries: number; backup?: string; shelfLeft?: number } & Partial<BackedUp>
>
export type OnKeyOf = Readonly<{
  folder: string
  key: string
  day: string
  /** How the backup is encrypted. Without it no backup is made. */
  seal: string | readonly ForKeeper[] | undefined
  /** The box for which the bundle is made; undefined: any. */
  to?: string
}>

/**
 * Each file is made beside, then put whole. Errors  KeyFault, what the disk says, CommandError (no
 * such box).
 */
export async function writeOnKey({ folder, key, day, seal, to }: OnKeyOf): Promise<OnKey> {
  const beside = mkdtempSync(join(tmpdir(), 'cocote-soiree-'))
  const log = readLog(folder, neededBox(folder))
  try {
    const file = join(beside, 'nouvelles')
    const { entries } = await packTo({
      folder,
      log,
      file,
      now: Date.now(),
      to: to === undefined ? undefined : foundBox(log, to),
      since: undefined,
    })
    const bundle = freeName(key, `soiree-${day}`, '.cocote')
    await putOn(file, join(key, bundle))
    rmSync(file, { force: true })
    if (seal === undefined) return { bundle, entries }
    const backup = freeName(key, `soiree-${day}`, '.cocote-sauvegarde')
    const shelf = heavyUsed(folder)
    const heavy = shelf > 0 && shelfFits(key, shelf)
    // Straight on the key: with films it may be more than the system's folder for temporary files
    // holds.
    const put = (pieces: AsyncIterable<Uint8Array>): Promise<number> =>
      onKey(() => writeBeside(join(key, backup), pieces))
    const made = await backupTo({
      folder,
      file: put,
      seal,
      version: versionHere(),
      now: new Date(),
      heavy,
    })
    return {
      bundle,
      entries,
      backup,
      ...made,
      ...(shelf > 0 && !heavy ? { shelfLeft: shelf } : {}),
    }
  } finally {
    log.db.close()
    rmSync(beside, { recursive: true, force: true })
  }
}

/**
 * Units  bytes. A file of four gigabytes is the largest that a ZIP, and a key in FAT, may hold; the
 * rest is what people wrote.
 */
const MOST_SHELF = 3_500_000_000
const FOR_THE_REST = 200_000_000
function shelfFits(key: string, shelf: number): boolean {
  const { bavail, bsize } = statfsSync(key)
  return shelf <= MOST_SHELF && shelf + FOR_THE_REST <= bavail * bsize
}

/** A free name on the key, so that two evenings of one day both stay. */
function freeName(key: string, name: string, end: string): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? `${name}${end}` : `${name}-${n}${end}`
    if (!existsSync(join(key, tried))) return tried
  }
}
