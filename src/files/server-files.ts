import type { FileRef } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { dropUnnamed, storeFile, touchStored, YOUNG_MS } from './files.ts'
import { touchHeavy } from './large-files.ts'

/**
 * Stores files of forms, always in `home`: a turn that shows one wider copies it
 * (`file-copies.ts`).
 */
export type FileKeep = Readonly<{
  store: (bytes: Uint8Array, name: string, type: string) => FileRef
  /** Whether the file of an earlier post is still there. It then stays a while longer. */
  isThere: (hash: string) => boolean
  /** Notes a large file that came by another way: it is deleted when no turn names it in time. */
  came?: (hash: string) => void
}>

/** Stores the photos of forms in `home`, and deletes those whose form was never sent whole. */
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
    isThere: hash => touchStored(folder, 'home', hash) || touchHeavy(folder, hash),
    came: hash => {
      waiting.add(hash)
      later()
    },
  }
}
