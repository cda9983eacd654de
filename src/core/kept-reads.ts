import type { ReadKeys } from './tracking.ts'

/** A key, and what is kept that read it, some of which may have gone since. */
type ReadKey = { readonly key: string; by: Reading[]; held: number }
/** What was read for one thing that is kept. Of one that has gone, name and keys are empty. */
export type Reading = { name: string; keys: readonly ReadKey[] }

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
    const reading: Reading = { name, keys: [] }
    reading.keys = [...reads].map(key => this.#hold(key, reading))
    this.#bytes += (OF_READ + OF_PLACE) * reads.size
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
    reading.name = ''
    reading.keys = []
    this.#bytes -= OF_READ * keys.length
    for (const one of keys) {
      one.held -= 1
      if (one.held === 0) this.#drop(one)
      else if (one.by.length > 2 * one.held + SPARE) this.#tidy(one)
    }
  }

  #drop({ key, by }: ReadKey): void {
    this.#keys.delete(key)
    this.#bytes -= OF_KEY + key.length + OF_PLACE * by.length
  }
  #tidy(one: ReadKey): void {
    const held = one.by.filter(isHeld)
    this.#bytes -= OF_PLACE * (one.by.length - held.length)
    one.by = held
  }

  has({ keys }: Reading, key: string): boolean {
    const known = this.#keys.get(key)
    return known !== undefined && keys.includes(known)
  }

  /** The names of what read this. */
  namesBy(key: string): readonly string[] {
    return this.#keys.get(key)?.by.flatMap(by => (isHeld(by) ? [by.name] : [])) ?? []
  }

  clear(): void {
    this.#keys.clear()
    this.#bytes = 0
  }
}

const isHeld = ({ keys }: Reading): boolean => keys.length > 0

/** Places of what has gone stay until they are as many as those of what is held, and so many. */
const SPARE = 16
/** Units   bytes. Of a key beside its letters: what V8 takes for it, its list and its place. */
const OF_KEY = 300
/** Of a key in the list of what was read, and of what was read in the list of a key. */
const OF_READ = 8
const OF_PLACE = 24

/** What these reads may take, some of their keys being held already. */
export const bytesOfReads = (reads: ReadKeys): number => 120 * reads.size
