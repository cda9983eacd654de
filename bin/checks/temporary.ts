import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import { env, kill, pid } from 'node:process'

const IN_MEMORY = '/dev/shm'
const NAME = /^cocote-check-(\d+)$/
/** What a whole run leaves in its temporary folders, several times over. Unit: bytes. */
const ROOM = 6e9

/**
 * Gives the processes started from here a temporary folder in memory, where the machine has room:
 * the tests wait for a disk some hundred seconds otherwise. Gives back what takes it away.
 */
export function temporaryInMemory(place = IN_MEMORY, room = ROOM): () => void {
  if (!existsSync(place)) return () => undefined
  removeLeft(place)
  const { bavail, bsize } = statfsSync(place)
  if (Math.min(bavail * bsize, freemem()) < room) return () => undefined
  const folder = join(place, `cocote-check-${pid}`)
  mkdirSync(folder, { recursive: true })
  const before = env['TMPDIR']
  env['TMPDIR'] = folder
  return () => {
    if (before === undefined) delete env['TMPDIR']
    else env['TMPDIR'] = before
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes away what runs left that were killed. */
function removeLeft(place: string): void {
  for (const name of readdirSync(place)) {
    const run = Number(NAME.exec(name)?.[1] ?? pid)
    if (!isAlive(run)) rmSync(join(place, name), { recursive: true, force: true })
  }
}
function isAlive(run: number): boolean {
  try {
    return kill(run, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
