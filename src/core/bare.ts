/**
 * Removes the prototype of a table whose keys may be words that anybody wrote, and of the tables
 * inside it: *constructor* or *toString* is then a word like any other. A table that is read late
 * (`late-words.ts`) keeps its prototype until it is read.
 *
 * Shape   The same object. Reading, spreading and listing it give the same as before.
 */
export function bare<T extends object>(table: T): T {
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(table)))
    if (isTable(value)) bare(value)
  return Object.isFrozen(table) ? table : Object.setPrototypeOf(table, null)
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
