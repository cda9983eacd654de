/** A lazy value: made at its first use, and kept. For heavy values that few threads need. */
export function lazy<T>(make: () => T): () => T {
  let made: Readonly<{ it: T }> | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
