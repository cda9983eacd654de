import type { Lang } from '../../core/lang.ts'
/** A backup or an export that the keeper asks for by page: one at a time. */

/** What is asked: a backup, sealed with the keeper's passphrase, or an export. */
export type Save =
  | Readonly<{ kind: 'backup'; passphrase: string }>
  | Readonly<{ kind: 'export'; private: boolean; lang: Lang }>

/**
 * One file that the keeper asked for: on its way, there to be taken, or why it is not. Units: `at`,
 * ms since 1970.
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
    /** Something was forgotten since it was asked for: it may have held it, and is destroyed. */
    | Readonly<{ is: 'forgotten' }>
    | Readonly<{ is: 'full' }>
    | Readonly<{ is: 'failed'; reference: string }>
}>

/** One at a time; a new one takes the place of the last, which leaves the disk. */
export type Saves = Readonly<{
  last: () => Saved | undefined
  /** False while another is on its way. `undone`: nothing came of it. */
  begin: (save: Save, undone?: () => void) => boolean
}>
