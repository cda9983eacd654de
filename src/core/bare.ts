/**
 * A table that is read by words which anybody may have written: it answers for its own words alone, so that *constructor* or *toString*
 * is a word like another. Tables inside it too, but for
 * one that is read when it is first asked for (late-words.ts).
 *
 * Shape   the same object, without prototype: what is read of it, spread or listed, stays as it was.
 */
export function bare<T extends object>(table: T): T {
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(table)))
    if (isTable(value)) bare(value)
  return Object.isFrozen(table) ? table : Object.setPrototypeOf(table, null)
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
