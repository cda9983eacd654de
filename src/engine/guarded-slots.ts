import type { BrickModel } from '../contract/brick.ts'
import type { Reader } from '../contract/reader.ts'
import type { Slots } from '../contract/slots.ts'

/**
 * Keeps a fault in one brick away from the pages of all. A *slot* is a function by which a brick
 * adds to a page or to a step of the house (the home page, the map, the thanks for a text). When it
 * throws on a record, all that this slot adds is left out and the keeper’s page names the slot; the
 * rest of the page stands. Errors of SQLite are thrown on.
 */

/**
 * The guarded slots: those that read records of anybody, from this box or from others. The slot
 * `member` is not among them: left out, it would sign everybody out.
 */
const READING: ReadonlySet<string> = new Set<keyof Slots>([
  'today',
  'home',
  'finds',
  'likely',
  'facts',
  'done',
  'agenda',
  'map',
  'watch',
  'alike',
  'tells',
  'indicator',
  'waits',
  'onTicket',
  'ticketActs',
  'territory',
  'onceSent',
])

type Slot = (...args: readonly unknown[]) => unknown
/** The tables among the arguments of a slot, known by their method `attempt`. */
const readerIn = (args: readonly unknown[]): Reader | undefined =>
  args.find((arg): arg is Reader => typeof arg === 'object' && arg !== null && 'attempt' in arg)

/**
 * A brick whose slots of `READING` are guarded: such a slot gives undefined when it throws, and the
 * keeper is told. A call without a `Reader` is not guarded, because nobody could be told.
 */
export function withGuardedSlots<B extends BrickModel>(brick: B): B {
  const slots = Object.entries(brick.slots ?? {}).map(([name, slot]) => [
    name,
    READING.has(name) ? guard(brick.name, name, slot as Slot) : slot,
  ])
  return brick.slots ? { ...brick, slots: Object.fromEntries(slots) as Slots } : brick
}

function guard(brick: string, name: string, slot: Slot): Slot {
  return (...args) => {
    const read = readerIn(args)
    // No single record is to blame: the id is empty.
    return read
      ? read.attempt({ type: `${brick}.${name}`, id: '' }, () => slot(...args))
      : slot(...args)
  }
}
