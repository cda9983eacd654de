/**
 * A lazy value: `make` runs at the first call of the result, and later calls give the same value.
 * It is for heavy values (word lists, packages) that only some threads of the program need.
 */
export function lazy<T>(make: () => T): () => T {
  let made: Readonly<{ it: T }> | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
