/**
 * Small readers of values whose type is not known: errors that were thrown, JSON, fields that
 * another version wrote. Each gives a value of a known type, and never throws (but `ownJson`, on a
 * text that is no JSON).
 */

/** The property `name` of any value. Undefined where the value has none. */
export const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The code of an error of the system or of Node: `ENOSPC`. Undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  const code = partOf(error, 'code')
  return typeof code === 'string' ? code : undefined
}

/** The primary code of an error of SQLite. Zero for any other error. */
export const sqliteCode = (error: unknown): number => Number(partOf(error, 'errcode')) & 0xff

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** Whether the value is one of the list. */
export const isOneOf = <const T>(list: readonly T[], value: unknown): value is T =>
  list.some(one => one === value)

/** The word of a key that may be unknown, as one that a later version wrote. */
export const wordAt = <T>(
  table: Readonly<Record<string, T>>,
  key: string | null | undefined,
): T | undefined => (typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined)

/** The items of a field that has several. None where it is empty. */
export const itemsOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])

/** Reads JSON that this program wrote itself: nothing checks that it is a `T`. */
export const ownJson = <T>(text: string): T => JSON.parse(text)

/** Whether the value is a whole number, zero or more. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
