import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Trace, Traced, Write } from './trace.ts'

/**
 * What a plug pulled at line `at` of a trace may leave of a folder, written into the empty folder
 * `to`.
 *
 * Law     of each file, every write that ended before the beginning of the last sync of that file
 *         which ended before `at`; of each folder, the names likewise: a file whose name was never
 *         synced is gone with all that it holds. A disk may also keep what it was not asked to:
 *         `keeps` says so of each later write, in any order for bytes, in their own order for
 *         names, as a journal keeps them.
 */
export function unplug(
  trace: Trace,
  root: string,
  before: string,
  at: number,
  to: string,
  keeps: () => boolean = () => false,
): void {
  // A folder comes in the map after the one that holds it.
  const there = new Set<string>([root])
  for (const [folder, { names, syncs }] of trace.folders) {
    if (!there.has(folder)) continue
    const place = join(to, relative(root, folder))
    mkdirSync(place, { recursive: true })
    const held = new Map<string, Traced>()
    let ordered = true
    for (const naming of names) {
      const safe = isSafe(naming, syncs, at)
      if (!safe && (naming.to >= at || !ordered || !keeps())) {
        ordered = false
        continue
      }
      if (naming.file) held.set(naming.name, naming.file)
      else held.delete(naming.name)
    }
    for (const [name, file] of held) {
      if (name.endsWith('/')) there.add(join(folder, name.slice(0, -1)))
      else if (!name.endsWith('-shm') && !isFolder(file, before))
        writeFileSync(join(place, name), contentOf(file, before, at, keeps))
    }
  }
}

/** A folder that was there before: its files are not followed. */
const isFolder = ({ was }: Traced, before: string): boolean =>
  was !== undefined && statSync(join(before, was)).isDirectory()

type Timed = Readonly<{ from: number; to: number }>
/** Written before a sync began that ended before the plug was pulled. */
const isSafe = (one: Timed, syncs: readonly Timed[], at: number): boolean =>
  one.to === 0 || syncs.some(sync => sync.to < at && one.to < sync.from)

/** Written in place: a file of some megabytes takes thousands of writes. */
function contentOf(file: Traced, before: string, at: number, keeps: () => boolean): Buffer {
  const was = file.was === undefined ? Buffer.alloc(0) : readFileSync(join(before, file.was))
  const held: Held = { bytes: was, size: was.length }
  for (const write of file.writes)
    if (write.to < at && (isSafe(write, file.syncs, at) || keeps())) apply(held, write.what)
  return held.bytes.subarray(0, held.size)
}

/** `bytes` holds zeros beyond `size`. */
type Held = { bytes: Buffer; size: number }
function apply(held: Held, what: Write): void {
  const end = 'cut' in what ? what.cut : what.at + what.bytes.length
  if (end > held.bytes.length) held.bytes = Buffer.concat([held.bytes, Buffer.alloc(end)])
  if ('cut' in what) {
    if (what.cut < held.size) held.bytes.fill(0, what.cut, held.size)
    held.size = what.cut
  } else {
    what.bytes.copy(held.bytes, what.at)
    held.size = Math.max(held.size, end)
  }
}
