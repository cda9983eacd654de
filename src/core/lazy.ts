/**
 * A lazy value: `make` runs at the first call of the result, and later calls give the same value.
 * Heavy values (word lists, packages), which only some threads of the program need, are lazy.
 */
export function lazy<T>(make: () => T): () => T {
  let made: Readonly<{ it: T }> | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
