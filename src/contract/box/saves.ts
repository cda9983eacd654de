import type { Lang } from '../../core/lang.ts'
/** Backups and exports that the keeper makes from a page, one at a time. */

/** A request: a backup, encrypted with the keeper’s passphrase, or an export. */
export type Save =
  | Readonly<{ kind: 'backup'; passphrase: string }>
  | Readonly<{ kind: 'export'; private: boolean; lang: Lang }>

/**
 * The state of a backup or export: in progress, ready, or why there is none. Units: `at`,
 * milliseconds since 1970.
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
