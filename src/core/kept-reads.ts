import type { ReadKeys } from './tracking.ts'

/** A key, and what is kept that read it, some of which may have gone since. */
type ReadKey = { readonly key: string; by: Reading[]; held: number }
/** What was read for one thing that is kept. */
export type Reading = { readonly name: string; keys: readonly ReadKey[]; isHeld: boolean }

/**
 * By which keys of reads (`tracking.ts`) what is kept was made: each key is held once, however many
 * read it.
 *
 * Units   bytes, in `bytes`: of the keys, and of their places in both directions.
 */
export class KeptReads {
  readonly #keys = new Map<string, ReadKey>()
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  add(name: string, reads: ReadKeys): Reading {
    const reading: Reading = { name, keys: [], isHeld: true }
    reading.keys = [...reads].map(key => this.#hold(key, reading))
    this.#bytes += OF_PLACE * reading.keys.length
    return reading
  }

  #hold(key: string, reading: Reading): ReadKey {
    const known = this.#keys.get(key)
    if (known) {
      known.by.push(reading)
      known.held += 1
      return known
    }
    const made: ReadKey = { key, by: [reading], held: 1 }
    this.#keys.set(key, made)
    this.#bytes += OF_KEY + key.length
    return made
  }

  remove(reading: Reading): void {
    const { keys } = reading
    this.#bytes -= OF_PLACE * keys.length
    reading.isHeld = false
    reading.keys = []
    for (const one of keys) {
      one.held -= 1
      if (one.held === 0) {
        this.#keys.delete(one.key)
        this.#bytes -= OF_KEY + one.key.length
      } else if (one.by.length > 2 * one.held + SPARE) one.by = one.by.filter(by => by.isHeld)
    }
  }

  has({ keys }: Reading, key: string): boolean {
    const known = this.#keys.get(key)
    return known !== undefined && keys.includes(known)
  }

  /** The names of what read this. */
  namesBy(key: string): readonly string[] {
    return this.#keys.get(key)?.by.flatMap(by => (by.isHeld ? [by.name] : [])) ?? []
  }

  clear(): void {
    this.#keys.clear()
    this.#bytes = 0
  }
}

/** Places of what has gone stay until they are as many as those of what is held, and so many. */
const SPARE = 16
/** Units   bytes. Of a key beside its letters: what V8 takes for it, its list and its place. */
const OF_KEY = 300
/** Of one read of a key: in the list of what read it, and in the list of what was read. */
const OF_PLACE = 32
