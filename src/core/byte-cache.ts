/** How much a cache may hold. `bytesOf`: of a result, its text left out; by its JSON if absent. */
export type CacheBound<T> = Readonly<{
  name: string
  most: number
  bytesOf?: (value: T) => number
}>

/**
 * Results by the text that they were made from, for as long as a thread lives. A result depends on
 * its text alone. A full cache drops the quarter that was stored first.
 *
 * Law     however many texts come, and however long, no more than `most` is held.
 * Units   bytes, reckoned: two a letter, and what an entry takes beside its text and its result.
 */
export class ByteCache<T> {
  readonly name: string
  readonly most: number
  readonly #bytesOf: (value: T) => number
  readonly #held = new Map<string, T>()
  #bytes = 0

  constructor({ name, most, bytesOf = bytesOfJson }: CacheBound<T>) {
    this.name = name
    this.most = most
    this.#bytesOf = bytesOf
    // Some belong to a connection, and go with it.
    caches = [...caches.filter(one => one.deref() !== undefined), new WeakRef(this)]
  }

  get size(): number {
    return this.#bytes
  }
  get count(): number {
    return this.#held.size
  }

  get(text: string): T | undefined {
    return this.#held.get(text)
  }

  /** Keeps what was made from a text, unless it is larger than all that may be held. */
  set(text: string, made: T): T {
    const bytes = this.#weigh(text, made)
    this.delete(text)
    if (bytes > this.most) return made
    const rest = this.most - bytes
    if (this.#bytes > rest) this.#dropTo(Math.min(rest, 0.75 * this.most))
    this.#held.set(text, made)
    this.#bytes += bytes
    return made
  }

  delete(text: string): void {
    const held = this.#held.get(text)
    if (held === undefined) return
    this.#bytes -= this.#weigh(text, held)
    this.#held.delete(text)
  }

  /** Many at once: a map walks over all that it deleted at its beginning. */
  #dropTo(most: number): void {
    for (const [oldest, value] of this.#held) {
      if (this.#bytes <= most) break
      this.#held.delete(oldest)
      this.#bytes -= this.#weigh(oldest, value)
    }
  }

  #weigh(text: string, value: T): number {
    return AROUND + 2 * text.length + this.#bytesOf(value)
  }
}

type AnyCache = Pick<ByteCache<never>, 'name' | 'most' | 'size' | 'count'>
let caches: readonly WeakRef<AnyCache>[] = []
/** The caches of this thread, of the modules that it loaded. */
export const cachesHere = (): readonly AnyCache[] => caches.flatMap(one => one.deref() ?? [])

/** Of an entry, beside its letters: its place in the map, and the heads of its strings. */
const AROUND = 64
/** An object of texts takes some five times its JSON: measured on what notices say. */
const bytesOfJson = (value: unknown): number => 5 * JSON.stringify(value).length
/** Of a text that is a result. */
export const bytesOfText = (text: string): number => 2 * text.length
/** Of a pattern: its source, and what it is compiled to. */
export const bytesOfPattern = ({ source }: RegExp): number => 1_000 + 16 * source.length

/** A function of a text whose last results are kept: people write the same words again. */
export function keepLast<T extends {}>(
  bound: CacheBound<T>,
  make: (text: string) => T,
): (text: string) => T {
  const kept = new ByteCache<T>(bound)
  return text => kept.get(text) ?? kept.set(text, make(text))
}
