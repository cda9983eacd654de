import type { Lang } from '../../core/lang.ts'

/**
 * Backups and exports that the keeper makes from a page, one at a time. The server makes the file
 * in the background; the page asks for its state, and offers the download. The file is deleted when
 * another one is made, or when something is forgotten.
 */

/**
 * A request: a backup, encrypted with the keeper’s passphrase, or an export to open formats.
 * `salt`: that of the passphrase’s hash, where there are several keepers: the backup is then
 * encrypted for all of them. `private`: the export also holds what stays in this box.
 */
export type Save =
  | Readonly<{ kind: 'backup'; passphrase: string; salt?: string }>
  | Readonly<{ kind: 'export'; private: boolean; lang: Lang }>

/**
 * The state of a backup or export: in progress, ready, or why there is none.
 *
 * Shape   `doing`: `share` of it is done, from 0 to 1. `ready`: its name and size; `missing` files
 *         are not on this disk, and the parts in `hurt` can’t be read. `hurt`: the log is damaged,
 *         and no backup was made. `full`: the disk is full. `failed`: our fault, with its
 *         reference.
 * Units   `at`: milliseconds since 1970.
 */
export type Saved = Readonly<{
  kind: Save['kind']
  private: boolean
  at: number
  state:
    | Readonly<{ is: 'doing'; share: number }>
    | Readonly<{
        is: 'ready'
        file: string
        bytes: number
        missing: number
        hurt: readonly string[]
      }>
    | Readonly<{ is: 'hurt'; hurts: number }>
    /** Something was forgotten meanwhile: the file may contain it, and is deleted. */
    | Readonly<{ is: 'forgotten' }>
    | Readonly<{ is: 'full' }>
    | Readonly<{ is: 'failed'; reference: string }>
}>

/** Makes backups and exports. A new one replaces the last, which is deleted from the disk. */
export type Saves = Readonly<{
  last: () => Saved | undefined
  /** False while another one is in progress. `undone`: called when it fails. */
  begin: (save: Save, undone?: () => void) => boolean
}>
