import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Log, newEpoch } from '../log/log.ts'
import { writeSafely } from './folder.ts'

/**
 * The marks that tell machines and memory cards apart. Any user may read them, or a start under
 * another account would look like another machine.
 *
 * Source  machine-id(5); the `Serial` of /proc/cpuinfo on a Raspberry Pi; the CID of an SD card, as
 *         Linux shows it in sysfs.
 */
const PLACES: readonly (readonly [name: string, file: string, shape: RegExp])[] = [
  ['system', '/etc/machine-id', /^([0-9a-f]{32})\s*$/],
  ['processor', '/proc/cpuinfo', /^Serial\s*:\s*(?!0+\s*$)([0-9a-f]+)\s*$/m],
  ['card', '/sys/block/mmcblk0/device/cid', /^([0-9a-f]{32})\s*$/],
]
/** The marks of a machine, by name. */
export type Marks = ReadonlyMap<string, string>

export function machineFingerprints(read: (file: string) => string | undefined = readable): Marks {
  return new Map(
    PLACES.flatMap(([name, file, shape]) => {
      const mark = shape.exec(read(file) ?? '')?.[1]
      return mark === undefined ? [] : [[name, mark] as const]
    }),
  )
}

function readable(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const placeOf = (folder: string): string => join(folder, 'marks')

/** The marks as stored: hashed with the box’s name, because machine-id(5) is confidential. */
function hashed(box: string, marks: Marks): Marks {
  return new Map(
    [...marks].map(([name, mark]) => [
      name,
      createHash('sha256').update(`${box} ${name} ${mark}`).digest('hex').slice(0, 32),
    ]),
  )
}

function keptIn(folder: string): Marks {
  const file = placeOf(folder)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Map(
    lines.flatMap(line =>
      /^[a-z]+ [0-9a-f]{32}$/.test(line) ? [line.split(' ') as [string, string]] : [],
    ),
  )
}

/**
 * The log to write on this machine. A folder that was copied to another card or machine would use a
 * seq twice, so a new epoch begins where a stored mark differs.
 *
 * Law     A mark that can’t be read, or was not stored before, does not count. The epoch is on the
 *         disk before the marks are: after a cut between the two, the next start draws another
 *         epoch, which is harmless.
 */
export function onThisMachine(
  folder: string,
  log: Log,
  marks = machineFingerprints(),
  onMoved?: () => void,
): Log {
  const [kept, here] = [keptIn(folder), hashed(log.box.name, marks)]
  const moved = [...here].some(([name, mark]) => kept.has(name) && kept.get(name) !== mark)
  const known = [...here].every(([name, mark]) => kept.get(name) === mark)
  if (known) return log
  const going = moved ? newEpoch(log) : log
  const lines = [...new Map([...kept, ...here])].map(([name, mark]) => `${name} ${mark}\n`)
  writeSafely(placeOf(folder), lines.join(''), 0o600)
  if (moved) onMoved?.()
  return going
}
