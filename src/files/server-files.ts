import type { FileRef } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { dropUnnamed, storeFile, YOUNG_MS, youngAgain } from './files.ts'
import { heavyAgain } from './large-files.ts'

/**
 * Where a form's file is put, always in `home`: the turn that shows it wider holds it there too
 * (`held-files.ts`).
 */
export type FileKeep = Readonly<{
  store: (bytes: Uint8Array, name: string, type: string) => FileRef
  /** Whether a file that came with an earlier post is still there; it is kept for another while. */
  isThere: (hash: string) => boolean
  /** A heavy file was put on the disk by another way: if no turn names it in time, it goes. */
  came?: (hash: string) => void
}>

/**
 * Where the photos of people's forms are put: in `home`, and off the disk again when their form was
 * never sent whole.
 */
export function serverFiles(folder: string, log: Statements): FileKeep {
  let waiting = new Set<string>()
  let isLooking = false
  const look = (): void => {
    waiting = new Set(dropUnnamed(folder, log, waiting, Date.now()))
    isLooking = false
    if (waiting.size > 0) later()
  }
  const later = (): void => {
    if (!isLooking) setTimeout(look, YOUNG_MS).unref()
    isLooking = true
  }
  return {
    store: (bytes, name, type) => {
      const file = storeFile(folder, 'home', bytes, { name, type })
      waiting.add(file.hash)
      later()
      return file
    },
    isThere: hash => youngAgain(folder, 'home', hash) || heavyAgain(folder, hash),
    came: hash => {
      waiting.add(hash)
      later()
    },
  }
}
