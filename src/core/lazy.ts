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

/**
 * A function of a text whose last results are kept, `most` at most: people write the same words
 * again. The function depends on its text alone.
 *
 * Half of them are kept until the next half is full, and what is asked of the older half goes into
 * the newer one. A Map that loses its oldest key at each new one steps over all those it lost.
 */
export function keepLast<T extends {}>(
  most: number,
  make: (text: string) => T,
): (text: string) => T {
  let [kept, older] = [new Map<string, T>(), new Map<string, T>()]
  return text => {
    const held = kept.get(text)
    if (held !== undefined) return held
    const made = older.get(text) ?? make(text)
    if (kept.size * 2 >= most) [kept, older] = [new Map(), kept]
    kept.set(text, made)
    return made
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
