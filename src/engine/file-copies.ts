import { itemsOf } from '../core/narrow.ts'
import type { FileRef, Space } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import { fieldNamed } from './fields.ts'
import type { Engine } from './turn.ts'

/**
 * Files (photos, sound) of a turn’s writes. Each space has its own folder of files; a record that
 * is shown wider needs its files there too, before the turn commits. This file finds the hashes
 * that writes name; the `copyFiles` of the caller copies.
 */

/** Copies files of the box into this space, where they are missing. */
export type CopyFiles = (space: Space, hashes: readonly string[]) => void

/**
 * Copies the files that these writes name into the space of each write: widening copies the file as
 * it copies the record.
 */
export function copyFilesOf(
  { types, read, copyFiles }: Engine,
  writes: readonly Appending[],
): void {
  if (!copyFiles) return
  for (const { type, space, fields } of writes) {
    const named = Object.entries(fields).filter(
      ([name]) => fieldNamed(read, types.get(type), name)?.kind === 'files',
    )
    const hashes = named.flatMap(([, { value }]) => itemsOf<FileRef>(value).flatMap(hashesOf))
    if (hashes.length > 0) copyFiles(space, hashes)
  }
}

/** The hashes of a file: a picture has two, the shown one and the small one. */
export const hashesOf = ({ hash, small }: FileRef): readonly string[] =>
  small === undefined ? [hash] : [hash, small]
