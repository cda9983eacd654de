import { countedAs } from '../../../web/captive/client.ts'
import type { Visit } from '../../../web/session/visit.ts'

/**
 * So many come at once, of one neighbour and in all: a slow card writes one after the other anyway.
 */
const [MOST_OF_ONE, MOST_AT_ONCE] = [2, 6]

/** Who sends how much now, from the first byte to the last. Units: bytes. */
export class Coming {
  #now = new Map<symbol, Readonly<{ neighbour: string; bytes: number }>>()
  bytes = (): number => [...this.#now.values()].reduce((sum, one) => sum + one.bytes, 0)
  /**
   * Counted while it lasts, and told by nobody: what it gives back ends it; undefined when too many
   * send already.
   */
  allows(visit: Pick<Visit, 'here' | 'address'>, bytes: number): (() => void) | undefined {
    const neighbour = countedAs(visit)
    const all = [...this.#now.values()]
    if (
      all.length >= MOST_AT_ONCE ||
      all.filter(one => one.neighbour === neighbour).length >= MOST_OF_ONE
    )
      return undefined
    const key = Symbol('one upload')
    this.#now.set(key, { neighbour, bytes })
    return () => void this.#now.delete(key)
  }
}
