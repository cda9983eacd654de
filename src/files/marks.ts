import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Log, newEpoch } from '../log/log.ts'
import { writeSafely } from './folder.ts'

/**
 * What tells one machine, or one memory card, from another. Only what any user may read, or a start
 * under another name would look like another machine.
 *
 * Source  machine-id(5); the `Serial` of /proc/cpuinfo on a Raspberry Pi; the CID of an SD card, as
 *         Linux shows it in sysfs.
 */
const PLACES: readonly (readonly [name: string, file: string, shape: RegExp])[] = [
  ['system', '/etc/machine-id', /^([0-9a-f]{32})\s*$/],
  ['processor', '/proc/cpuinfo', /^Serial\s*:\s*(?!0+\s*$)([0-9a-f]+)\s*$/m],
  ['card', '/sys/block/mmcblk0/device/cid', /^([0-9a-f]{32})\s*$/],
]
/** What this machine says of itself, by name. */
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

/**
 * Kept as hashes that the box's own name goes into: machine-id(5) asks that it be shown to nobody.
 */
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
 * The log as this machine may go on with it. A folder that was copied to another card or another
 * machine would write two entries under one number, once in each place: where a mark that was kept
 * is no longer the same, a new epoch begins.
 *
 * Law     a mark that can't be read here, or was not kept before, says nothing. The epoch is on the
 *         disk before the marks are: cut between the two, the next start draws another one, which
 *         harms nothing.
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
