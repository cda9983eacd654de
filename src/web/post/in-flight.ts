/** No room was free in time. */
export class TooManyInFlight extends Error {
  override name = 'TooManyInFlight'
}

/**
 * The room for bodies that come in, from their first byte until their answer.
 *
 * Shape   `most`: all bodies together, in bytes. `each`: the most of one client at once. `waitMs`:
 *         how long a body waits for room.
 * Law     One client gets no more than the room left beside it, so there is always room for
 *         another. A body without room waits unread. A client that holds nothing comes first.
 * Source  the dynamic threshold of Choudhury and Hahne (1998), with α = 1.
 */
export type InFlightOf = Readonly<{ most: number; each: number; waitMs: number }>
/**
 * Waits for room, and returns the function that releases it.
 *
 * Errors  TooManyInFlight, after `waitMs`.
 */
export type InFlight = Readonly<{
  enter: (neighbour: string, bytes: number) => Promise<() => void>
  held: () => number
}>

type Coming = Readonly<{ neighbour: string; bytes: number }>
type Waiting = Coming & Readonly<{ go: () => void }>
const sumOf = (all: readonly Coming[]): number => all.reduce((sum, one) => sum + one.bytes, 0)

export function inFlight({ most, each, waitMs }: InFlightOf): InFlight {
  const held = new Set<Coming>()
  let waiting: readonly Waiting[] = []
  const ofNeighbour = (neighbour: string): readonly Coming[] =>
    [...held].filter(one => one.neighbour === neighbour)
  const fits = (one: Coming): boolean => {
    const own = ofNeighbour(one.neighbour)
    return own.length < each && sumOf(own) + one.bytes <= most - sumOf([...held]) - one.bytes
  }
  const next = (): Waiting | undefined =>
    waiting.find(one => fits(one) && ofNeighbour(one.neighbour).length === 0) ?? waiting.find(fits)
  const seat = (one: Coming): (() => void) => {
    held.add(one)
    return () => {
      held.delete(one)
      for (let first = next(); first; first = next()) {
        const gone = first
        waiting = waiting.filter(other => other !== gone)
        gone.go()
      }
    }
  }
  const room = (coming: Coming): Promise<() => void> =>
    new Promise((resolve, reject) => {
      // A server that stops waits for no form that waits for room.
      const late = setTimeout(() => {
        waiting = waiting.filter(other => other !== mine)
        reject(new TooManyInFlight('too much at once'))
      }, waitMs).unref()
      const mine: Waiting = {
        ...coming,
        go: () => {
          clearTimeout(late)
          resolve(seat(coming))
        },
      }
      waiting = [...waiting, mine]
    })
  return {
    enter: async (neighbour, bytes) => {
      const coming = { neighbour, bytes }
      return fits(coming) ? seat(coming) : room(coming)
    },
    held: () => sumOf([...held]),
  }
}
