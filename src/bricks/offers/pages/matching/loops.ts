import { fold } from '../../../../core/letters/words.ts'
import type { Learnt } from '../../model/matching/found.ts'
import { isOwn, type SpokenNotice, type Theme } from '../../model/matching/spoken.ts'
import type { Loop, Trader } from '../../model/matching/traders.ts'
import { levelOf, meet } from '../matching.ts'

const whose = ({ whose: { author, who, reach } }: SpokenNotice): string | undefined =>
  author ?? (who && reach ? `${fold(who)} ${fold(reach)}` : undefined)
/** Offers that ask for a thing, or for whatever suits. */
export const barters = ({ side, mode, counterpart }: SpokenNotice): boolean =>
  side === 'offer' &&
  (mode === 'barter' || mode === 'exchange' || counterpart === 'thing' || counterpart === 'any')

/** Who both offers in barter and looks for something. */
export function tradersIn<T extends SpokenNotice>(all: readonly T[]): readonly Trader<T>[] {
  const needs = Map.groupBy(
    all.filter(one => one.side === 'need' && whose(one) !== undefined),
    one => whose(one),
  )
  return all
    .filter(barters)
    .flatMap(offer =>
      (needs.get(whose(offer)) ?? [])
        .filter(need => isOwn(offer, need))
        .map(need => ({ offer, need })),
    )
}

/**
 * Barters of three: A gives to B, B to C, C to A. Each found once, beginning by its least offer.
 *
 * Law     three people, never one twice; every gift answers the need of who is given it (`meet`).
 */
export function loopsOf<T extends SpokenNotice>(
  traders: readonly Trader<T>[],
  themes: readonly Theme[],
  most: number,
  learnt?: Learnt,
): readonly Loop<T>[] {
  const gives = (a: Trader<T>, b: Trader<T>): boolean =>
    !isOwn(a.offer, b.need) && doesGive(a.offer, b.need, themes, learnt)
  const next = traders.map(a => traders.filter(b => gives(a, b)))
  const at = new Map(traders.map((one, i) => [one, i]))
  const found: Loop<T>[] = []
  for (const [i, a] of traders.entries())
    for (const b of next[i] ?? [])
      for (const c of next[at.get(b)!] ?? []) {
        if (found.length === most) return found
        const isFirst = a.offer.id < b.offer.id && a.offer.id < c.offer.id
        const apart =
          !isOwn(a.offer, c.offer) && !isOwn(a.offer, b.offer) && !isOwn(b.offer, c.offer)
        if (isFirst && apart && next[at.get(c)!]?.includes(a)) found.push([a, b, c])
      }
  return found
}

/** The loop of a record still holds when every gift still answers. */
export const holds = (loop: Loop, themes: readonly Theme[], learnt?: Learnt): boolean =>
  loop.every((one, i) => doesGive(one.offer, loop[(i + 1) % 3]!.need, themes, learnt))

function doesGive(
  offer: SpokenNotice,
  need: SpokenNotice,
  themes: readonly Theme[],
  learnt: Learnt | undefined,
): boolean {
  const [one, other] = [offer, need].map(said => learnt?.words.read(said) ?? said)
  return levelOf(meet(one!, other!, themes, learnt?.unmet)) === 'answers'
}
