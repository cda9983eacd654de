import type { BrickModel } from '../contract/brick.ts'
import type { Reader } from '../contract/reader.ts'
import type { Slots } from '../contract/slots.ts'

/**
 * Keeps a fault in one brick away from the pages of all. A *slot* is a function by which a brick
 * adds to a page of the house (the home page, the map). When it throws on a record, its piece is
 * left out and the keeper’s page names it, instead of no page at all.
 */

/**
 * The guarded slots: those that read records of anybody, here or on another box. The slot `member`
 * is not among them: left out, it would sign everybody out.
 */
const READING: ReadonlySet<string> = new Set<keyof Slots>([
  'today',
  'home',
  'finds',
  'done',
  'agenda',
  'map',
  'watch',
  'alike',
  'indicator',
  'waits',
  'territory',
  'onceSent',
])

type Slot = (...args: readonly unknown[]) => unknown
const readerIn = (args: readonly unknown[]): Reader | undefined =>
  args.find((arg): arg is Reader => typeof arg === 'object' && arg !== null && 'aside' in arg)

/**
 * Wraps the slots of a brick, so that a slot that throws is left out of the page and the keeper is
 * told.
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
    return read
      ? read.aside({ type: `${brick}.${name}`, id: '' }, () => slot(...args))
      : slot(...args)
  }
}
