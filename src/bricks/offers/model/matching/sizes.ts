import { lazyOf } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import type { SpokenNotice } from './spoken.ts'

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

/** A bunch of hay has a weight, and no size of shoes. */
const SHOES = pattern()`
  ^(?!.*\b(?:foin|paille|luzerne|regain)\b).*\b(?:chauss(?:e|es|er|ures?|ons?|ettes?)
  |bott(?:es?|ines?|illons?)|skis?|baskets?|sabots?|souliers?|patins?|crampons?
  |cuissard(?:e|es)?|sandal(?:e|es|ettes?)|waders?)\b
`
const CLOTHES_WORDS = source`
  (?:habit|vetement|manteau|blouson|anorak|doudoune|combi|combinaison|pantalon|jean|robe|jupe|pull
  |gilet|veste|maillot|costume|deguisement|pyjama|body|bodies|chemise|chemisier|chemisette
  |tee shirt|t shirt|short|salopette|cape|wetsuit|kway|k way|polaire|parka)[sx]?
`
const BIKES_WORDS = source`(?:velo|bicyclette|vtt)s?`
const CLOTHES = new RegExp(`\\b${CLOTHES_WORDS}\\b`)
const BIKES = new RegExp(`\\b${BIKES_WORDS}\\b`)
/** Jean is a first name, and *jean* is cloth. */
const JEAN = /(?<!\p{L})Jean(?!\p{L}| taille)/gu
const BODIES = 'xxxs xxs xs s m l xl xxl xxxl'.split(' ')
/** The ages for which a wheel is, in years. */
const RIDERS: Readonly<Record<string, Size>> = nullPrototype({
  12: [2, 4],
  14: [3, 5],
  16: [4, 7],
  18: [5, 8],
  20: [5, 10],
  24: [8, 13],
  26: [11, 99],
})
const ones = (found: RegExpExecArray): readonly Size[] => {
  const number = Number(found.slice(1).filter(Boolean).join(''))
  return [[number, number]]
}

/** Several sizes: *38*, *38/40*, *36 à 40*, *38 et 42*, *36-38*, which `fold` makes *36 38*. */
const runOf = (one: string): string =>
  `(?<run>${one}(?:(?: ?/ ?|,? (?:(?:et|ou|au|a) (?:du |de |en |taille )?)?)${one})*)`
const AND = /, | (?:et|ou) (?:du |de |en |taille )?/
/** *38 et 40* are two sizes; *38/40* and *36 à 40* are all between. */
const sizesIn = (run: string, one: RegExp, read: (said: string) => Size | undefined) =>
  run.split(AND).flatMap((part): readonly Size[] => {
    const told = (part.match(one) ?? []).map(read).filter(size => size !== undefined)
    if (told.length === 0) return []
    return [[Math.min(...told.map(([from]) => from)), Math.max(...told.map(([, to]) => to))]]
  })

/** A number that something else than a size follows. */
const UNIT = source`
  (?<unit>(?: ?(?:kgs?|kilos?|g|cm|km|mm|m|l|h|ans?|mois|jours?|semaines?|heures?|minutes?|euros?
  |paires?|places?|personnes?|cv|litres?|metres?|janvier|fevrier|mars|avril|mai|juin|juillet|aout
  |septembre|octobre|novembre|decembre)\b| ?[€%]))?
`
const numbers = ({ groups = {} }: RegExpExecArray): readonly Size[] =>
  groups['unit']
    ? []
    : sizesIn(groups['run']!, /\d+(?:[,.]5)?/g, said => {
        const number = Number(said.replace(',', '.'))
        return [Math.floor(number), Math.ceil(number)]
      })
const bodies = ({ groups = {} }: RegExpExecArray): readonly Size[] =>
  sizesIn(groups['run']!, /\b(?:x{0,3}[sl]|m)\b/g, said => {
    const at = BODIES.indexOf(said)
    return [at, at]
  })
const SHOE = runOf('(?:1[6-9]|[23]\\d|4\\d|50)(?:[,.]5)?\\b')
const GROWN_SHOE = runOf('(?:3\\d|4[0-8])(?:[,.]5)?\\b')
const CUT = runOf('(?:3[4-9]|[45]\\d)\\b')
const BODY = runOf('(?:x{0,3}[sl]|m)\\b')

/** Ages, as sizes of children: in months, and what is near is one, as children grow. */
const ADULT = 18
const AGE = '(?:naissance|\\d{1,2}(?: (?:ans?|mois))?)\\b'
const AGES = `\\b${runOf(AGE)}(?<= (?:ans?|mois))\\b(?! de metier| d experience| d age| deja)`
const ages = ({ groups = {} }: RegExpExecArray): readonly Size[] => {
  const run = groups['run']!
  const last = run.slice(run.lastIndexOf(' ') + 1)
  // *De 2 à 4 ans*, *de 6 mois à 2 ans*.
  const whole = run.replace(/(\d+)\b(?! (?:ans?|mois)\b)/g, `$1 ${last}`)
  return sizesIn(whole, /naissance|\d+ (?:an|mois)/g, said => {
    if (said === 'naissance') return [0, 0]
    const [number, unit] = [Number.parseInt(said, 10), said.endsWith('mois') ? 'mois' : 'ans']
    if (unit === 'mois') return [number - 3, number + 3]
    return number > ADULT ? undefined : [number * 12 - 12, number * 12 + 12]
  })
}
const CHILD = source`
  (?:[ ,]+(?:(?:de|d|pour|en|taille) )?(?:(?:une?|ma|mon) )?
  (?:fille|fillette|garcon|enfant|bebe|fils|ski|hiver|ete)s?)*
`
/** An age right after the thing, or after *taille*, is its size. */
const sizedAges = (words: string): RegExp =>
  new RegExp(
    `\\b(?:${words}${CHILD}[ ,]+(?:(?:pour|taille|de|du|en) )?|taille )(?:de |du )?${AGES}`,
    'g',
  )
/** Any other age, but that of the thing, of what was done with it, or how long it lasts. */
const LASTS = source`
  (?<!\b(?:depuis|fait|il y a|pendant|pour|dans|plus de|moins de|(?:qui|il|elle) a|porte|portee
  |portes|portees|servi|agee? de|vieux de|garantie?(?: de)?)[ ])
`
const ANY_AGE = new RegExp(`${LASTS}(?<!\\d(?: ?/ ?|,? (?:(?:et|ou|au|a) )?))${AGES}`, 'g')
const GROWN = /\bgrandi|\btrop (?:petit|grand)|\bne (?:\w+ )?(?:va|vont) plus/

/** In a title alone, and in that of an offer behind its thing: before it stands who gives it. */
function agesOf({ side, title, more }: Told, { thing, sizedAge }: Aged): readonly Size[] {
  if (!thing.test(`${title} ${more}`)) return []
  const sized = [title, more].flatMap(text => [...text.matchAll(sizedAge)])
  const at = title.search(thing)
  const isLoose = at >= 0 && !GROWN.test(`${title} ${more}`)
  const loose = isLoose ? [...title.slice(side === 'need' ? 0 : at).matchAll(ANY_AGE)] : []
  return [...sized, ...loose].flatMap(ages)
}
type Told = Readonly<{ side: SpokenNotice['side']; title: string; more: string }>
type Aged = Readonly<{ kind: string; thing: RegExp; sizedAge: RegExp }>

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
      \b(?:pointures?|taille
      |(?:chauss\w+|bott\w+|baskets?|crampons|cuissardes?|patins?|sabots?|souliers|waders?)
      (?: [a-z]+)?)(?: d[ue]| en)? ${SHOE}${UNIT}
    `,
    of: SHOES,
    sizes: numbers,
  },
  {
    kind: 'shoe',
    shape: pattern('g')`\b(?:du|en) ${GROWN_SHOE}${UNIT}`,
    of: SHOES,
    sizes: numbers,
  },
  { kind: 'cut', shape: pattern('g')`\btaille ${CUT}${UNIT}`, of: CLOTHES, sizes: numbers },
  { kind: 'body', shape: pattern('g')`\btaille ${BODY}`, of: CLOTHES, sizes: bodies },
  {
    kind: 'rider',
    shape: /\b(\d{2}) ?(?:pouces?|")/g,
    of: BIKES,
    sizes: ([, wheel = '']) => {
      const [from, to] = RIDERS[wheel] ?? []
      return from === undefined || to === undefined ? [] : [[from * 12, to * 12]]
    },
  },
]
const AGED: readonly Aged[] = [
  { kind: 'age', thing: CLOTHES, sizedAge: sizedAges(CLOTHES_WORDS) },
  { kind: 'rider', thing: BIKES, sizedAge: sizedAges(BIKES_WORDS) },
]

type Sizes = ReadonlyMap<string, readonly Size[]>
const NO_SIZE: Sizes = new Map()
const plain = (text: string): string => fold(text.replace(JEAN, '')).replace(/\s+/g, ' ')
const sizesOf = lazyOf((one: SpokenNotice): Sizes => {
  const [title, more] = [plain(one.title), plain(one.more)]
  const text = `${title}. ${more}`
  if (!/\d|\btaille\b|\bscolaire|\bde classe\b|\bmanuel/.test(text)) return NO_SIZE
  const found = new Map<string, readonly Size[]>()
  const tell = (kind: string, told: readonly Size[]) => {
    if (told.length > 0) found.set(kind, [...(found.get(kind) ?? []), ...told])
  }
  for (const { kind, shape, of, sizes = ones } of KINDS)
    if (!of || of.test(text)) tell(kind, [...text.matchAll(shape)].flatMap(sizes))
  for (const aged of AGED) tell(aged.kind, agesOf({ side: one.side, title, more }, aged))
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
