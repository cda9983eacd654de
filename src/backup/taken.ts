import { keep, kept, type Local } from '../files/local.ts'

const TAKEN = 'backup-taken'
/**
 * When a backup was last downloaded from the page. A backup on this box’s disk does not count.
 *
 * Units   milliseconds since 1970.
 */
export const backupTaken = (local: Local): number | undefined =>
  Number(kept(local, TAKEN)) || undefined
export const noteBackupTaken = (local: Local, now: number): void => keep(local, TAKEN, String(now))
