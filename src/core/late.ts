/**
 * Made when it is first asked for, and kept: what is heavy, and needed neither by each thread nor
 * at each start.
 */
export function late<T>(make: () => T): () => T {
  let made: Readonly<{ it: T }> | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
