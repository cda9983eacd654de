import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BrickTables } from '../contract/brick.ts'
import { shapeOf } from '../engine/shape.ts'
import { sweepUnnamed } from '../files/files.ts'
import { ownerIn, placesIn } from '../files/folder.ts'
import { forgetAgain, keepForgettings } from '../files/forgettings.ts'
import { openLocal } from '../files/local.ts'
import { countTouched } from '../files/open-box.ts'
import type { Box } from '../log/box.ts'
import type { FleshName } from '../log/forget.ts'
import { newEpoch, openLog } from '../log/log.ts'
import { movedFrom } from '../log/moving.ts'
import { type Salvaged, salvageInto } from '../log/salvage.ts'
import { syncFolder } from '../log/sqlite.ts'
import { dropStaged } from '../log/staged.ts'
import { closeTables, openTables } from '../projection/tables.ts'
import { type KeeperKept, keeperSecrets } from './backup.ts'
import { hurtsInCopy } from './check.ts'
import { withoutEnded } from './ended-keepers.ts'
import { believed, keeperIn, NotRestored, type Old, oldIn, withBackup } from './open-backup.ts'
import { unpack } from './unpack.ts'

export type RestoreOf = Readonly<{
  folder: string
  file: string
  /** Called only for an encrypted file. */
  passphrase: () => Promise<string>
  /** Erasures that a person stored outside the backup. */
  forgettings: readonly FleshName[]
  bricks: readonly BrickTables[]
  now: Date
  progress?: (done: number, total: number) => void
  /** Whether nobody has opened the page of this folder: its own key is then put aside too. */
  isNew?: boolean
}>
/** `lost`: there was an old log of this box, and what it had forgotten can't be known. */
export type Restored = Readonly<{
  records: number
  forgotten: number
  aside: string | undefined
  lost: boolean
  /** The result of salvaging each damaged log: the backup’s, the folder’s. */
  salvaged: readonly Salvaged[]
  /** Photos and files that neither the backup nor the folder holds whole. */
  gone: readonly string[]
}>

/**
 * Restores a backup beside the folder, then in its place.
 *
 * Law     Nothing of the folder moves before the backup was read whole, later erasures were done
 *         again, and the tables were made. Who ended since as a keeper keeps no right. The old
 *         folder is put aside, never deleted; another
 *         box’s folder is refused. A new epoch begins: entries that this box wrote after the backup
 *         may be elsewhere, and no seq may be used twice. A file that no value names after the
 *         erasures is not restored.
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
    const here = of.isNew ? undefined : keeperSecrets(placesIn(of.folder).local)
    const keeper = withoutEnded(await keeperIn(zip), here)
    const done = await prepare(of, { made, box }, withForgotten(old, salvaged), keeper)
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

/**
 * Salvages damaged logs: the backup’s, and the folder’s, which may hold later entries. A whole log
 * in the folder is another state of this box, and stays aside.
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

async function prepare(
  of: RestoreOf,
  { made, box }: Readonly<{ made: string; box: Box }>,
  old: Old,
  keeper: KeeperKept,
): Promise<Readonly<{ records: number; forgotten: number }>> {
  const places = placesIn(made)
  const log = newEpoch(openLog(places.log, box))
  try {
    // Of a log of the first format the backup is the former one.
    rmSync(movedFrom(places.log), { force: true })
    // Staged pieces may have been erased since, and belong to a past turn.
    dropStaged(log)
    const forgotten = forgetAgain(log, [...of.forgettings, ...old.forgettings], {
      now: of.now.getTime(),
      sure: true,
      by: 'keeper',
    })
    const records = countTouched(log)
    const shape = shapeOf(of.bricks)
    closeTables(openTables(places.tables, shape, log, done => of.progress?.(done, records)))
    keepForgettings(made, log)
    sweepUnnamed(made, log.sql, of.now.getTime())
    const local = openLocal(places.local)
    const keeping = (key: string, value: string) =>
      local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', key, value)
    if (keeper.passphrase !== null) keeping('passphrase', keeper.passphrase)
    if (keeper.first !== undefined) keeping('keeper first', keeper.first)
    for (const one of keeper.further ?? []) keeping(`passphrase ${one.keeper}`, one.passphrase)
    for (const { hash, used, keeper: whose } of keeper.codes) {
      local.sql.run('INSERT OR REPLACE INTO code VALUES (?, ?)', hash, used)
      if (whose !== undefined)
        local.sql.run('INSERT OR REPLACE INTO keeper_code VALUES (?, ?)', hash, whose)
    }
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
