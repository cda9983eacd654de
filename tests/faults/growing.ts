import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { placesIn } from '../../src/files/folder.ts'
import { COCOTE } from './serving.ts'

/** The bytes of a box's log on the disk, its WAL among them. */
export const logSize = (folder: string): number =>
  ['', '-wal'].reduce(
    (sum, end) =>
      sum + (statSync(placesIn(folder).log + end, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

/**
 * Runs a verb on a folder and kills it once the log has grown by so many bytes; it may end before.
 */
export async function killedOnceGrown(
  args: readonly string[],
  folder: string,
  bytes: number,
): Promise<void> {
  const least = logSize(folder) + bytes
  const child: ChildProcess = spawn(COCOTE, [...args, '--data', folder], { stdio: 'ignore' })
  const ended = new Promise(resolve => child.on('exit', resolve))
  while (child.exitCode === null && child.signalCode === null && logSize(folder) < least)
    await after(2)
  child.kill('SIGKILL')
  await ended
}
