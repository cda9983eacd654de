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

/** A lazy value of each object: `make` runs at its first use, and it is kept with the object. */
export function lazyOf<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, Readonly<{ it: T }>>()
  return of => {
    const held = kept.get(of)
    if (held !== undefined) return held.it
    const made = { it: make(of) }
    kept.set(of, made)
    return made.it
  }
}
