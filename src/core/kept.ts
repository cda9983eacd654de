import { bytesOfReads, KeptReads, type Reading } from './kept-reads.ts'
import { isPersonal, isTracking, MINUTE, NEVER, note, type ReadKeys, tracked } from './tracking.ts'

/**
 * What was made from the tables, kept until something that it read is written: pages, and pieces of
 * pages.
 *
 * Law     Kept = made anew, byte by byte, as long as each commit is told by `touched` before
 *         anybody is answered, and the clock by `tick`.
 * Units   bytes, of all that is kept, its keys among them; what was asked longest ago leaves first.
 */
export class Kept {
  readonly #most: number
  readonly #held = new Map<string, Held>()
  readonly #reads = new KeptReads()
  #bytes = 0
  #told = 0
  #minute = Number.NaN
  #around = ''

  constructor(most: number) {
    this.#most = most
  }

  /** Units   bytes. */
  get size(): number {
    return this.#bytes + this.#reads.bytes
  }
  get count(): number {
    return this.#held.size
  }

  /** What is kept under this name; whoever tracks has read what it read. */
  get(name: string): unknown {
    const held = this.#held.get(name)
    if (held === undefined) return undefined
    this.#held.delete(name)
    this.#held.set(name, held)
    if (isTracking()) for (const { key } of held.reading.keys) note(key)
    return held.value
  }

  /** Whether this key was read for what is kept under this name. */
  hasRead(name: string, key: string): boolean {
    const held = this.#held.get(name)
    return held !== undefined && this.#reads.has(held.reading, key)
  }

  /** Keeps a value. `bytes`: what it takes, its name and its reads left out. */
  set(name: string, value: unknown, reads: ReadKeys, bytes: number): void {
    this.drop(name)
    const size = bytes + AROUND + 2 * name.length
    if (reads.has(NEVER) || size + bytesOfReads(reads) > this.#most / 8) return
    this.#held.set(name, { value, reading: this.#reads.add(name, reads), size })
    this.#bytes += size
    for (const oldest of this.#held.keys()) {
      if (this.size <= this.#most) break
      this.drop(oldest)
    }
  }

  drop(name: string): void {
    const held = this.#held.get(name)
    if (held === undefined) return
    this.#held.delete(name)
    this.#bytes -= held.size
    this.#reads.remove(held.reading)
  }

  /** Changes each time that something may be dropped. */
  get told(): number {
    return this.#told
  }

  /** Drops what read one of these. `undefined`: anything may have been written. */
  touched(keys: Iterable<string> | undefined): void {
    if (keys === undefined) this.clear()
    this.#told += 1
    for (const key of keys ?? []) for (const name of this.#reads.namesBy(key)) this.drop(name)
  }

  /**
   * Once a minute, drops what depends on the clock, or all where what is around changed: the day,
   * the addresses of this machine.
   */
  tick(now: number, around: () => string): void {
    const minute = Math.floor(now / 60_000)
    if (minute === this.#minute) return
    this.#minute = minute
    const is = around()
    if (is !== this.#around) this.clear()
    else this.touched([MINUTE])
    this.#around = is
  }

  clear(): void {
    this.#told += 1
    this.#held.clear()
    this.#reads.clear()
    this.#bytes = 0
  }

  /**
   * The result of this work, made again only when something that it read was written. `name`: all
   * that the result depends on beside the tables and the clock. `bytesOf`: undefined for a value
   * that is not worth its room.
   */
  of<T>(name: string, work: () => T, bytesOf: (value: T) => number | undefined): T {
    const held = this.get(name) as Piece<T> | undefined
    if (held) return held.value
    const { value, reads } = tracked(work)
    const bytes = isPersonal(reads) ? undefined : bytesOf(value)
    if (bytes !== undefined) this.set(name, { value } satisfies Piece<T>, reads, bytes)
    return value
  }

  /**
   * The results of a work by their ids, kept together: what one of them read drops all. Those that
   * are not held are made, and held beside the others. `bytesOf`: of one.
   */
  ofEach<T>(
    name: string,
    ids: readonly string[],
    work: (ids: readonly string[]) => ReadonlyMap<string, T>,
    bytesOf: (value: T) => number,
  ): readonly T[] {
    const held = this.get(name) as Each<T> | undefined
    const missing = ids.filter(id => held?.all.has(id) !== true)
    if (held && missing.length === 0) return valuesIn(held.all, ids)
    // The work may keep so much that this one leaves.
    const before = this.#held.get(name)?.reading.keys ?? []
    const { value: made, reads } = tracked(() => work(missing))
    const room = held !== undefined && held.all.size + missing.length <= MOST_EACH
    const all = new Map<string, T | undefined>(room ? held.all : [])
    let bytes = room ? held.bytes : 0
    for (const id of missing) {
      const value = made.get(id)
      all.set(id, value)
      bytes += AROUND_ONE + (value === undefined ? 0 : bytesOf(value))
    }
    const together = new Set([...(room ? before : []).map(({ key }) => key), ...reads])
    const each: Each<T> = { all, bytes }
    if (!isPersonal(together)) this.set(name, each, together, bytes)
    return room || held === undefined
      ? valuesIn(all, ids)
      : ids.flatMap(id => all.get(id) ?? held.all.get(id) ?? [])
  }
}
/** So many results stand under one name. */
const MOST_EACH = 500
type Each<T> = Readonly<{
  all: ReadonlyMap<string, T | undefined>
  bytes: number
}>
const valuesIn = <T>(all: ReadonlyMap<string, T | undefined>, ids: readonly string[]) =>
  ids.flatMap(id => all.get(id) ?? [])

type Held = Readonly<{ value: unknown; reading: Reading; size: number }>
type Piece<T> = Readonly<{ value: T }>
/** Units   bytes. About what an entry takes beside its value: maps, sets, a name. */
const AROUND = 400
/** Of one result: its id, and its place in a map. */
const AROUND_ONE = 120
