import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../core/narrow.ts'

/** The name of a temporary file or folder of a verb. */
export const workName = (what: string): string => `${what}-${process.pid}.work`
const WORK = /^(check|backup|restore|import)-(\d+)\.work/

/**
 * Deletes the temporary files of verbs that were cut: they are private, and as large as the log.
 */
export function clearLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(WORK.exec(name)?.[2] ?? 0)
    if (pid > 0 && pid !== process.pid && !isAlive(pid))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}
export const isWork = (name: string): boolean => WORK.test(name)

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
