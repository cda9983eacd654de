import type { Checked } from '../backup/check.ts'
import type { Restored } from '../backup/restore.ts'
import type { BoxSeen } from '../contract/box/boxes.ts'
import type { JsonKeys } from '../contract/verb.ts'
import type { Exported } from '../data/export.ts'
import type { Imported } from '../data/import.ts'
import type { Statement } from '../release/statement.ts'
import type { Delivered } from '../sync/intake/delivered.ts'
import type { SessionReport } from '../sync/session/report.ts'

/** A shape that names every key of a type: the compiler refuses one that is forgotten. */
type Every<T> = Readonly<Record<keyof T, JsonKeys[string]>>

export const DELIVERED = {
  from: 'text',
  taken: 'number',
  total: 'number',
  held: 'number',
  records: 'number',
  bytes: 'number',
  files: 'number',
  aside: 'list',
  stopped: 'list',
  forked: 'list',
  faults: 'list',
  isFull: 'boolean',
  isSealed: 'boolean',
} satisfies Every<Delivered>

export const MET = {
  box: 'text',
  called: 'text',
  words: 'text',
  known: 'text',
  knownThere: 'text',
  took: 'object',
  gave: 'object',
  toGive: 'number?',
  toTake: 'number?',
  clockAheadMs: 'number?',
  stopped: 'text?',
} satisfies Every<SessionReport>

export const CHECKED = {
  entries: 'number',
  values: 'number',
  records: 'number',
  files: 'number',
  heavyGone: 'number',
  tables: 'text',
  hurts: 'list',
  formerLog: 'number',
  lapses: 'list',
} satisfies Every<Checked>

export const RESTORED = {
  folder: 'text',
  records: 'number',
  forgotten: 'number',
  aside: 'text?',
  lost: 'boolean',
  gone: 'list',
} satisfies Every<Omit<Restored, 'salvaged'> & { folder: string }>

export const IMPORTED = {
  records: 'number',
  spared: 'number',
  changed: 'boolean',
} satisfies Every<Imported>

/** Of an archive, or of a site: one of `file` and `site` is there. */
export const EXPORTED = {
  file: 'text?',
  records: 'number?',
  files: 'number?',
  missing: 'number?',
  left: 'list?',
  site: 'text?',
  pages: 'number?',
} satisfies Every<Exported & { file: string; site: string; pages: number }>

export const VERSION = {
  kind: 'text',
  format: 'number',
  version: 'text',
  arch: 'text',
  made: 'text',
  from: 'text',
  log: 'number',
  bytes: 'number',
  sha256: 'text',
  unpacked: 'number',
  entries: 'number',
  key: 'text',
} satisfies Every<Statement>

/**
 * The keys of a box. The state of a `BoxSeen` is five answers here. A box without news has its name
 * alone.
 */
export const BOX = {
  name: 'text',
  called: 'text?',
  words: 'text?',
  paired: 'boolean?',
  accepted: 'boolean?',
  waiting: 'boolean?',
  paused: 'boolean?',
  dismissed: 'boolean?',
  introducedBy: 'list?',
  introducedHere: 'text?',
  isRefused: 'boolean?',
  isForked: 'boolean?',
  isHidden: 'boolean?',
  isMet: 'boolean?',
  isSure: 'boolean?',
  isFull: 'boolean?',
  arrivals: 'list?',
  heardAt: 'number?',
  madeAt: 'number?',
  clockAheadMs: 'number?',
  toGive: 'number?',
  toTake: 'number?',
  aside: 'list?',
  stopped: 'number?',
} satisfies Every<Omit<BoxSeen, 'known' | 'isPaused' | 'isDismissed'>> & JsonKeys
