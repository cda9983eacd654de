import { fold } from '../core/letters/words.ts'

/**
 * Groups what waits for the keeper by who sent it, so that many texts of one sender are read, and
 * refused, together. The keeper’s page of waiting texts calls it; it refuses nothing by itself.
 */

/**
 * The source of a waiting entry: a card, a device known by its address, or the box’s own computer.
 * Several people use that computer in turn, so the signed name tells its entries apart.
 *
 * Shape   `who`: the id of the member, an opaque name of the device, or the signed name.
 */
export type SubmissionOrigin = Readonly<{ is: 'card' | 'device' | 'here'; who: string }>

/** The smallest group. Smaller ones are read entry by entry. */
export const MANY = 3

/**
 * Groups waiting entries by their source, and returns the groups of `MANY` entries or more, the
 * largest first. `handOf`: the source of an entry. `signed`: the name under it.
 *
 * Law     An entry is in one group at most, and a group has one source. At the box’s own computer
 *         an entry without a name is in no group.
 */
export function groupsBySource<T>(
  all: readonly T[],
  handOf: (one: T) => SubmissionOrigin | undefined,
  signed: (one: T) => string,
): readonly Readonly<{ hand: SubmissionOrigin; all: readonly T[] }>[] {
  const groups = new Map<string, { hand: SubmissionOrigin; all: T[] }>()
  for (const one of all) {
    const hand = handOf(one)
    const name = hand?.is === 'here' ? fold(signed(one)) : ''
    if (!hand || (hand.is === 'here' && name === '')) continue
    const key = `${hand.is} ${hand.who} ${name}`
    const group = groups.get(key) ?? {
      hand: hand.is === 'here' ? { is: 'here', who: signed(one) } : hand,
      all: [],
    }
    group.all.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(group => group.all.length >= MANY)
    .sort((a, b) => b.all.length - a.all.length)
}
