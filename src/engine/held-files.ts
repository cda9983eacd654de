import type { FileRef, Space } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import type { Engine } from './turn.ts'

/** Puts files of the box on the disk in this space, where they are not. */
export type HoldFiles = (space: Space, hashes: readonly string[]) => void

/**
 * The files that these writes name, held in the space that each is written in: widening copies the
 * file as it copies the record.
 */
export function holdFilesOf({ types, holdFiles }: Engine, writes: readonly Appending[]): void {
  if (!holdFiles) return
  for (const { type, space, fields } of writes) {
    const named = Object.entries(fields).filter(
      ([name]) => types.get(type)?.fields[name]?.kind === 'files',
    )
    const hashes = named.flatMap(([, { value }]) =>
      ((value ?? []) as readonly FileRef[]).flatMap(hashesOf),
    )
    if (hashes.length > 0) holdFiles(space, hashes)
  }
}

/** A picture is two files: the one that pages show, and the small one. */
export const hashesOf = ({ hash, small }: FileRef): readonly string[] =>
  small === undefined ? [hash] : [hash, small]
