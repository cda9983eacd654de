import { lazyOf } from '../../../../core/lazy.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * Sizes that a notice tells: of tyres, wheels, shoes, clothes.
 *
 * Law     two notices that tell one kind of size, and no size in common, speak of two things.
 */
const KINDS: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['tyre', /\b(\d{3}) ?\/ ?(\d{2}) ?\/? ?r ?(\d{2})\b/g],
  ['wheel', /\b(\d{2}) ?(?:pouces?|")/g],
  ['shoe', /\b(?:pointures?|chaussures? d[ue]|bottes? d[ue]|taille) (\d{2})(?:[,-]5)?\b/g],
  ['shoe', /\b(?:du|en) (3\d|4[0-8])\b(?! ?(?:km|ans|euros?|minutes?|places?|cm|€))/g],
]
const SHOES = /chauss|bott|ski|basket|sabot|soulier|patin|rando|crampon/

type Sizes = ReadonlyMap<string, ReadonlySet<string>>
const NO_SIZE: Sizes = new Map()
const sizesOf = lazyOf((one: SpokenNotice): Sizes => {
  const text = foldedText(one)
  if (!/\d/.test(text)) return NO_SIZE
  const found = new Map<string, Set<string>>()
  for (const [kind, shape] of KINDS) {
    if (kind === 'shoe' && !SHOES.test(text)) continue
    for (const [, ...numbers] of text.matchAll(shape))
      found.set(kind, (found.get(kind) ?? new Set()).add(numbers.filter(Boolean).join(' ')))
  }
  return found
})

/** Whether both tell a size of one kind, and not the same. */
export function areOfTwoSizes(a: SpokenNotice, b: SpokenNotice): boolean {
  const [mine, theirs] = [sizesOf(a), sizesOf(b)]
  return [...mine].some(([kind, sizes]) => {
    const others = theirs.get(kind)
    return others !== undefined && sizes.isDisjointFrom(others)
  })
}
