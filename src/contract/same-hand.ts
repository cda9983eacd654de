import { fold } from '../core/letters/words.ts'

/**
 * From where something came that waits: a card; a device, as its address tells; or the box's own computer, where one person sits after the
 * other, so that what one wrote is told by the name that they signed.
 */
export type Hand = Readonly<{ is: 'card' | 'device' | 'here'; who: string }>

/** Fewer are read one by one. */
export const MANY = 3

/**
 * What waits and came from one same hand, where that is many; the most first.
 *
 * Law     nothing stands in two groups, nor in one with what came from elsewhere; at the box's own computer, what bears no name stands in none.
 */
export function bySameHand<T>(
  all: readonly T[],
  handOf: (one: T) => Hand | undefined,
  signed: (one: T) => string,
): readonly Readonly<{ hand: Hand; all: readonly T[] }>[] {
  const groups = new Map<string, { hand: Hand; all: T[] }>()
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
