import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backupTo } from '../backup.ts'
import { foundBox } from '../box-verb.ts'
import { neededBox, readLog } from '../held.ts'
import { putOn } from '../keys.ts'
import { packTo } from '../pack-to.ts'
import type { ForKeeper } from '../seal-file.ts'
import { version } from '../serve.ts'

/** What an evening leaves on a key: news for whoever carries them, and everything, sealed. */
export type OnKey = Readonly<{ bundle: string; entries: number; backup?: string; bytes?: number }>
export type OnKeyOf = Readonly<{
  folder: string
  key: string
  day: string
  /** Without it, no backup is made: one that is not sealed does not leave on a key. */
  seal: string | ForKeeper | undefined
  /** The box that the news go to; else whoever comes. */
  to?: string
}>

/** Each file is made beside, then put whole. Errors  KeyFault, what the disk says, Undone (no such box). */
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
    const bytes = await backupTo({ folder, file: join(beside, 'tout'), seal, version, now: new Date() })
    const backup = freeName(key, `soiree-${day}`, '.cocote-sauvegarde')
    await putOn(join(beside, 'tout'), join(key, backup))
    return { bundle, entries, backup, bytes }
  } finally {
    log.db.close()
    rmSync(beside, { recursive: true, force: true })
  }
}

/** Two evenings of one day stand beside each other. */
function freeName(key: string, name: string, end: string): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? `${name}${end}` : `${name}-${n}${end}`
    if (!existsSync(join(key, tried))) return tried
  }
}
