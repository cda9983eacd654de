import { lazyOf } from '../../../../core/lazy.ts'
import { pattern } from '../../../../core/pattern.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * Sizes that a notice tells: of tyres, wheels, shoes, clothes.
 *
 * Law     two notices that tell one kind of size, and no size in common, speak of two things.
 */
type Size = readonly [from: number, to: number]
type SizeKind = Readonly<{
  kind: string
  shape: RegExp
  /** What is told of other things too: read where the notice speaks of these alone. */
  of?: RegExp
  sizes?: (found: RegExpExecArray) => readonly Size[]
}>

const SHOES = /chauss|bott|ski|basket|sabot|soulier|patin|rando|crampon|cuissard|sandal|wader/
const CLOTHES = pattern()`
  \b(?:habit|vetement|manteau|blouson|anorak|doudoune|combi|pantalon|jean|robe|jupe|pull|gilet
  |veste|maillot|costume|deguisement|pyjama|body|chemis|tee shirt|t shirt|short|salopette|cape
  |wetsuit|kway|k way|polaire|parka)
`
const BIKES = /\bvelo|\bbicyclet|\bvtt\b/
const BODIES = 'xxs xs s m l xl xxl xxxl'.split(' ')
/** The ages for which a wheel is, in inches. */
const RIDERS: Readonly<Record<string, Size>> = {
  12: [2, 4],
  14: [3, 5],
  16: [4, 7],
  18: [5, 8],
  20: [5, 10],
  24: [8, 13],
  26: [11, 99],
}
const ones = (found: RegExpExecArray): readonly Size[] => {
  const number = Number(found.slice(1).filter(Boolean).join(''))
  return [[number, number]]
}
/** *4 et 6 ans* are two, *5-6 ans* all between; children grow, so that what is `near` is one. */
const between =
  (near: number) =>
  ({ groups = {} }: RegExpExecArray): readonly Size[] => {
    const [from, to] = [Number(groups['from'] ?? groups['to'] ?? 0), Number(groups['to'])]
    const around = (a: number, b: number): Size => [a - near, b + near]
    return /et|ou/.test(groups['tie'] ?? '')
      ? [around(from, from), around(to, to)]
      : [around(from, to)]
  }
const YEARS = pattern('g')`
  (?<!(?:depuis|fait|il y a|pendant|pour|dans|plus de) )\b(?:(?<from>\d{1,2}) (?<tie>a |et |ou )?)?
  (?<to>\d{1,2}) ans\b(?! de metier| d experience| deja)
`
const MONTHS = pattern('g')`
  \b(?:(?:naissance|(?<from>\d{1,2})) (?<tie>a |et |ou )?|(?:taille|bebe(?: de)?|en) )
  (?<to>\d{1,2}) mois\b
`
const CLASSES = 'cp ce1 ce2 cm1 cm2 6e 5e 4e 3e seconde premiere terminale'.split(' ')
const KINDS: readonly SizeKind[] = [
  {
    kind: 'class',
    shape: new RegExp(`\\b(${CLASSES.join('|')})\\b`, 'g'),
    of: /\bmanuels?\b|\blivres? (?:scolaires?|de classe)\b/,
    sizes: ([, said = '']) => [[CLASSES.indexOf(said), CLASSES.indexOf(said)]],
  },
  { kind: 'tyre', shape: /\b(\d{3}) ?\/ ?(\d{2}) ?\/? ?r ?(\d{2})\b/g },
  { kind: 'wheel', shape: /\b(\d{2}) ?(?:pouces?|")/g },
  {
    kind: 'shoe',
    shape: pattern('g')`
      \b(?:pointures?|taille|(?:chauss\w+|bott\w+|baskets?|cuissardes?|patins?|sabots?|waders?)
      (?: \w+)?)(?: d[ue]| en)? (\d{2})(?:[,-]5)?\b(?! ?(?:cm|euros?|€|ans|mois|paires?))
    `,
    of: SHOES,
  },
  {
    kind: 'shoe',
    shape: /\b(?:du|en) (3\d|4[0-8])\b(?! ?(?:km|ans|euros?|minutes?|places?|cm|€))/g,
    of: SHOES,
  },
  { kind: 'cut', shape: /\btaille (3[4-9]|[45]\d)\b(?! ?ans)/g, of: CLOTHES },
  {
    kind: 'body',
    shape: /\btaille (x{0,3}[sl]|m)\b/g,
    of: CLOTHES,
    sizes: ([, body = '']) => [[BODIES.indexOf(body), BODIES.indexOf(body)]],
  },
  { kind: 'years', shape: YEARS, of: CLOTHES, sizes: between(1) },
  { kind: 'months', shape: MONTHS, of: CLOTHES, sizes: between(3) },
  { kind: 'rider', shape: YEARS, of: BIKES, sizes: between(1) },
  {
    kind: 'rider',
    shape: /\b(\d{2}) ?(?:pouces?|")/g,
    of: BIKES,
    sizes: ([, wheel = '']) => (RIDERS[wheel] ? [RIDERS[wheel]] : []),
  },
]

type Sizes = ReadonlyMap<string, readonly Size[]>
const NO_SIZE: Sizes = new Map()
const sizesOf = lazyOf((one: SpokenNotice): Sizes => {
  const text = foldedText(one)
  if (!/\d|\btaille\b|\bscolaire|\bde classe\b|\bmanuel/.test(text)) return NO_SIZE
  const found = new Map<string, readonly Size[]>()
  for (const { kind, shape, of, sizes = ones } of KINDS) {
    if (of && !of.test(text)) continue
    const told = [...text.matchAll(shape)].flatMap(sizes)
    if (told.length > 0) found.set(kind, [...(found.get(kind) ?? []), ...told])
  }
  return found
})

/** Whether both tell a size of one kind, and not the same. */
export function areOfTwoSizes(a: SpokenNotice, b: SpokenNotice): boolean {
  const [mine, theirs] = [sizesOf(a), sizesOf(b)]
  return [...mine].some(([kind, sizes]) => {
    const others = theirs.get(kind)
    const isShared = sizes.some(([from, to]) =>
      others?.some(([least, most]) => from <= most && least <= to),
    )
    return others !== undefined && !isShared
  })
}
