import type { Reader } from './brick.ts'

/** Whether the table of a type is in this house, by the type's name or the table's: another brick may have been taken out. */
export const isThere = (read: Reader, type: string): boolean =>
  read.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", type.replaceAll('-', '_')).length > 0
