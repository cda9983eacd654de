/**
 * Removes the prototype of a table (an object used as a dictionary), and of its inner tables. A
 * table looked up with words that anybody wrote must not find `constructor` or `toString`. A getter
 * is left alone, so that words which are loaded late are not loaded for this.
 *
 * Shape   Changes and returns the same object. A frozen table keeps its prototype.
 */
export function nullPrototype<T extends object>(table: T): T {
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(table)))
    if (isTable(value)) nullPrototype(value)
  return Object.isFrozen(table) ? table : Object.setPrototypeOf(table, null)
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
