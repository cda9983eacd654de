import type { Lang } from '../core/lang.ts'
import { ABOUT, IN_WORDS, numberInWords } from '../core/letters/numbers-fr.ts'
import { fold } from '../core/letters/words.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { pattern } from '../core/pattern.ts'
import { figure } from './days.ts'

/**
 * How much of a thing a French text says: *20 kg*, *une vingtaine de kilos*, *3 stères*, *une
 * palette de 400 kg*. What is not surely an amount is none.
 */

/**
 * An amount.
 *
 * Shape   `n`: how many; `to`: the other end of *deux ou trois*. `unit`: the code of a measure
 *         (`kg`, `l`, `m3`, `stere`…), else the noun as it is written. `of`: what they make
 *         together (*une palette de 400 kg*: palette). `packs`: what each container of it holds.
 */
export type Amount = Readonly<{
  n: number
  to?: number
  unit: string
  of?: string
  packs?: Pack
}>
/** *Sacs de 25 kg*: a container, and how much one holds. */
export type Pack = Readonly<{ noun: string; n: number; unit: string }>

/** A measure: its spellings, folded, its sign or word, and what it is worth among its kind. */
type Measure = Readonly<{ said: string; shown: string; kind: string; worth: number }>
const MEASURES: Readonly<Record<string, Measure>> = nullPrototype({
  kg: { said: 'kgs?|kilos?|kilogrammes?', shown: 'kg', kind: 'mass', worth: 1 },
  g: { said: 'gr?|grammes?', shown: 'g', kind: 'mass', worth: 0.001 },
  t: { said: 't|tonnes?', shown: 't', kind: 'mass', worth: 1_000 },
  l: { said: 'l|litres?', shown: 'l', kind: 'volume', worth: 1 },
  cl: { said: 'cl|centilitres?', shown: 'cl', kind: 'volume', worth: 0.01 },
  hl: { said: 'hl|hectolitres?', shown: 'hl', kind: 'volume', worth: 100 },
  m3: { said: 'm3|metres? cubes?', shown: 'm³', kind: 'room', worth: 1 },
  m2: { said: 'm2|metres? carres?', shown: 'm²', kind: 'ground', worth: 1 },
  stere: { said: 'steres?', shown: 'stère', kind: 'wood', worth: 1 },
  m: { said: 'm|metres?', shown: 'm', kind: 'length', worth: 1 },
})
const CODES = Object.keys(MEASURES)
/** What things are counted in, of which one says *un* or *une*. */
const CONTAINERS =
  'palettes?|sacs?|sachets?|caisses?|cagettes?|cageots?|cartons?|bottes?|ballots?|rouleaux?|' +
  'bocal|bocaux|seaux?|brouettes?|remorques?|pots?|bidons?|bouteilles?|paniers?|lots?|boites?|' +
  'bacs?|tas|poignees?|paires?|douzaines?|plateaux?|plants?|camions?|bennes?|coffres?|livres?|' +
  'places?|colis|barquettes?|quintal|quintaux|fagots?|bennes?|cuves?|tonneaux?|parts?'
/** What follows a number and counts nothing that is shared. */
const NO_UNIT = new RegExp(
  '^(?:heures?|min|minutes?|jours?|semaines?|mois|ans?|annees?|euros?|eur|fois|des|pour|sur|par|' +
    'les|aux|mais|peu|personnes?|enfants?|numeros?|rue|janvier|fevrier|mars|avril|mai|juin|' +
    'juillet|aout|septembre|octobre|novembre|decembre|watts?|lundi|mardi|mercredi|jeudi|' +
    'vendredi|samedi|dimanche|metres?|centimetres?|kilometres?|pieces?|cents?)$',
)
const SIZES = '(?:(?:plein|pleine|bon|bonne|gros|grosse|petit|petite|grand|grande|beau|belle)s? )?'

const FIGURES = '\\d{1,6}(?:[.,]\\d{1,3})?'
const ABOUT_SO_MANY = `(?:une? )?(?:${Object.keys(ABOUT).join('|')}) d[e’' ] ?`
const HALF = '(?:une? )?demie?'
const NUMBER = `${ABOUT_SO_MANY}|${HALF} |${FIGURES}|${IN_WORDS}(?= )`
const MEASURE = CODES.map(code => MEASURES[code]!.said).join('|')
/** A number, perhaps the other end of a range, then a unit or a noun. */
const SAID = new RegExp(
  `(?<![\\d.,/\\p{L}])(${NUMBER})(?: ?(?:-|ou|a) ?(${FIGURES}|deux|trois|quatre|cinq|six))? ?` +
    `${SIZES}(${MEASURE}|${CONTAINERS}|\\p{L}{3,20})(?![\\p{L}\\d])`,
  'gu',
)
/** Longer texts say an amount at their beginning. */
const LONGEST = 300

const plain = (text: string): string =>
  fold(
    text
      .slice(0, LONGEST)
      .replaceAll('³', '3')
      .replaceAll('²', '2')
      .replace(/(\d)[-–](?=\d)/g, '$1 à '),
  )
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(/\s+/g, ' ')
/** A noun as the text writes it, with its accents. */
const asWritten = (noun: string, text: string): string =>
  (text.slice(0, LONGEST).match(/\p{L}+/gu) ?? [])
    .find(word => fold(word) === noun)
    ?.toLowerCase() ?? noun

const numberOf = (said: string): number | undefined => {
  const words = said.trim().split(' ')
  const about = words.find(word => Object.hasOwn(ABOUT, word))
  if (about) return ABOUT[about]
  const text = said.trim()
  if (/demie?$/.test(text)) return 0.5
  // *1.500 kg* is a thousand and a half; *1.5 t* is one and a half.
  const n = Number(text.replace(/\.(?=\d{3}$)/, '').replace(',', '.'))
  if (!Number.isFinite(n)) return numberInWords(text)
  return n > 0 ? n : undefined
}
const isWhole = (said: string, text: string): boolean => new RegExp(`^(?:${said})$`).test(text)
const codeOf = (said: string): string | undefined =>
  CODES.find(code => isWhole(MEASURES[code]!.said, said))
const isContainer = (said: string): boolean => isWhole(CONTAINERS, said)

type Found = Amount & Readonly<{ at: number; end: number; isOne: boolean }>
function amountsIn(text: string): readonly Found[] {
  return [...text.matchAll(SAID)].flatMap((match): readonly Found[] => {
    const [whole, said = '', to, noun = ''] = match
    // *deux fois 10 kg* is two amounts.
    const isTimes = / fois $/.test(text.slice(0, match.index))
    const half = HALF_MORE.exec(text.slice(match.index + whole.length))?.[0] ?? ''
    const n = isTimes ? undefined : plus(numberOf(said), half === '' ? 0 : 0.5)
    const code = codeOf(noun)
    const isOne = /^(?:une?|demie?)$/.test(said.trim())
    if (n === undefined || (!code && NO_UNIT.test(noun))) return []
    // *un garage* is a thing, and no amount of it.
    if (!code && !isContainer(noun) && isOne) return []
    const end = to === undefined ? undefined : numberOf(to)
    const unit = code ?? noun
    return [
      {
        n,
        ...(end === undefined ? {} : { to: end }),
        unit,
        at: match.index,
        end: match.index + whole.length + half.length,
        isOne: isOne && half === '',
      },
    ]
  })
}
/** *un kilo et demi*. */
const HALF_MORE = /^ et demie?(?! \p{L}*heure)(?!\p{L})/u
const plus = (n: number | undefined, more: number): number | undefined =>
  n === undefined ? undefined : n + more

const bare = ({ n, to, unit }: Amount, text: string): Amount => ({
  n,
  ...(to === undefined ? {} : { to }),
  unit: Object.hasOwn(MEASURES, unit) ? unit : asWritten(unit, text),
})

/**
 * The amount that a text says; undefined when it says none.
 *
 * Law     a price, an hour, a day, an age, a telephone is no amount. The result says no more than
 *         the text: *un peu*, *en quantité* are none.
 */
export function amountIn(text: string): Amount | undefined {
  const said = plain(text)
  const all = amountsIn(said)
  const [first, second] = all
  if (!first) return undefined
  const isPart = second !== undefined && codeOf(second.unit) !== undefined
  const makesOne = isPart && first.n === 1 && !codeOf(first.unit) && isContainer(first.unit)
  // *une palette de papier, 400 kg*
  if (makesOne && first.to === undefined)
    return { ...bare(second, text), of: asWritten(first.unit, text) }
  return bare(first, text)
}

/** Verbs after which the sentence of a notice says how much there is. */
const GIVING =
  'donne|vend|vends|cede|echange|partage|propose|reste|a|ai|aurais|cherche|' +
  'voudrais|voudrait|veut|veux|commande|prend|prends|faut|faudrait|manque'
const GIVES = new RegExp(`(?:^|[,:;«] ?|\\b(?:${GIVING}) )$`)
/** *une palette de papier, 400 kg*, *une palette de 400 kg*: what is given weighs that. */
const GIVES_PALETTE = new RegExp(
  `\\b(?:${GIVING}) (?:une|la|ma|cette) palette(?: d[e’'] ?[\\p{L} ]{2,30})?(?:, ?| ?\\(| de )$`,
  'u',
)
/** *Il me reste 150 kg de pommes, qui prête son pressoir ?*: they have it, and share out none. */
const HAS = /(?:^|\b(?:reste|a|ai|aurais) )$/
const FOR_WORK = pattern('u')`
  \bqui (?:(?:me|nous) )?(?:pret|laiss)\w+\b|\bqui (?:a|aurait) (?:une?|des|du|de quoi)\b
  |\bqui (?:me|nous|peut|pourrait) (?:(?:me|m|nous|l|la|le|les)[ ’'])*
  (?:press|bro[iy]|moud|transform|transport|ramen|stock|rentr|decharg|tri|aid|pret|laiss|donner la)
  |\b(?:cherch(?:e|ons|ent)|(?:me|nous) (?:faut|faudrait)) (?:d[’' ]|de l[’' ]|des? |du )?
  (?:une?|aide|bras|mains?|coups? de main|materiel|quelqu[’' ]un|qui (?:peut|pourrait))\b
  |\b(?:cherch(?:e|ons|ent)|besoin) (?:d[eu] |l[ea] )?
  (?:press|broy|moulin|remorque|camion|tracteur|fendeuse)
  |\bbesoin (?:d[’' ](?:une?|aide)|de (?:l[’' ]aide|bras|mains?|monde|materiel))\b
  |\ba (?:presser|broyer|moudre|transformer|transporter|ramener|stocker|rentrer|decharger|trier)\b
`
const GIVEN_AWAY = pattern('u')`
  \b(?:donn(?!er (?:la|un coup de) main)|vend(?!redi)|offr|ced|echang|partag|gratuit|preneu)\w*
  |\bserv(?:ez|ir)[- ]vous\b|\b(?:qui|ceux qui) en (?:veut|veulent|voudrai(?:t|ent))\b
  |\ba (?:venir )?(?:prendre|chercher|emporter)\b
  |\bcherch\w+ (?:une?|des) (?:amateur|acquereur|acheteur|famille|foyer)
`
/** *Commande groupée de granulés, j’en prends 150 kg*: their own part is none of the others’. */
const OWN_PART = pattern('u')`
  \b(?:je|j['’ ]?en|nous en|on en) (?:prends|prend|prenons|prendrais|voudrais|veux|garde) $
`
const GROUP_ORDER = pattern('u')`
  \b(?:commandes?|achats?) (?:\p{L}+ )?group\p{L}*
  |\b(?:re)?group\p{L}* (?:\p{L}+ ){0,3}(?:commandes?|achats?)\b
  |\b(?:command|achet)(?:er|e|ons) (?:\p{L}+ ){0,3}(?:a plusieurs|ensemble)\b
`
/** Whether several order together: *commande groupée*, *grouper une commande*. */
export const isGroupOrder = (sentence: string): boolean => GROUP_ORDER.test(plain(sentence))

/** What follows an amount of which nothing else is said: *de foin*, *en tout*, a stop. */
const OF_A_THING = new RegExp(
  "^(?: de | d['’]| ?[,.;)»]|$| (?:en tout|au total|environ|a (?:se )?partager|a (?:donner|" +
    'prendre|vendre|emporter))(?!\\p{L}))',
  'u',
)
/** *deux places*, *deux paires de bras* are of people. */
const OF_PEOPLE = /^(?:place|paire|part)s?$/

/** The amounts of a sentence that stand where one says how much there is. */
function amountsGiven(said: string): readonly Found[] {
  const isForWork = FOR_WORK.test(said) && !GIVEN_AWAY.test(said)
  const isOrder = GROUP_ORDER.test(said)
  return amountsIn(said).filter(({ at, unit, isOne }) => {
    const before = said.slice(0, at)
    if ((isForWork && HAS.test(before)) || (isOrder && OWN_PART.test(before))) return false
    const isMany = isContainer(unit) && !isOne && !OF_PEOPLE.test(unit)
    const isSaid = GIVES.test(before) || GIVES_PALETTE.test(before)
    return isSaid && (codeOf(unit) !== undefined || isMany)
  })
}
/**
 * The amount that the sentence of a notice says there is of a thing: *Nadia donne 15 kg de
 * châtaignes*. Undefined for a measure of the thing itself: *une cuve de 200 l*, *remorque 500 kg*.
 */
export function amountGiven(sentence: string): Amount | undefined {
  const said = plain(sentence)
  const found = amountsGiven(said).find(({ end }) => OF_A_THING.test(said.slice(end)))
  return found && bare(found, sentence)
}
/**
 * The amount that the sentence perhaps says there is, for its person to say so: *je donne 400 kg
 * papier*. Undefined where the sentence says it surely.
 */
export function amountAsked(sentence: string): Amount | undefined {
  if (amountGiven(sentence)) return undefined
  const [found] = amountsGiven(plain(sentence)).filter(({ to }) => to === undefined)
  return found && bare(found, sentence)
}

const PACK = new RegExp(
  `(?<!\\p{L})(${CONTAINERS}) de (${FIGURES}) ?(${MEASURE})(?![\\p{L}\\d])`,
  'gu',
)
/** What one container holds, where the text says it once: *par sacs de 25 kg*. */
export function packIn(text: string): Pack | undefined {
  const [found, ...more] = [...plain(text).matchAll(PACK)]
  const [n, unit] = [numberOf(found?.[2] ?? ''), codeOf(found?.[3] ?? '')]
  return found && n !== undefined && unit !== undefined && more.length === 0
    ? { noun: found[1]!, n, unit }
    : undefined
}
/** *3 sacs de 25 kg*, or *3 sacs* of what is said to be in sacks of 25 kg; undefined for others. */
function unpacked(said: string, whole: Amount): number | undefined {
  const amount = amountIn(said)
  const pack = packIn(said) ?? whole.packs
  if (!amount || !pack || amount.to !== undefined || !isSameUnit(amount.unit, pack.noun))
    return undefined
  return inUnit({ n: amount.n * pack.n, unit: pack.unit }, whole.unit)
}

/** What is counted in containers that hold no measure, or are one. */
const HOLDS_NONE = /^(?:livre|quint|place|part|paire|poignee|douzaine|lot)/
/** A weight or a volume that one container may hold, of what is counted in this unit. */
const HELD: Readonly<Record<string, string>> = nullPrototype({
  kg: '25 kg',
  t: '25 kg',
  g: '25 g',
  l: '10 l',
  hl: '10 l',
})
/**
 * Of sacks of which it is not said what each holds: how to say it.
 *
 * Shape   `noun`: one of them; `example`: a text that `partOf` reads.
 */
export function packAsked(
  text: string,
  { unit }: Amount,
): Readonly<{ noun: string; example: string }> | undefined {
  const amount = amountIn(text)
  const held = HELD[unit]
  const noun = amount && fold(amount.unit)
  if (!amount || !noun || !held || !isContainer(noun) || HOLDS_NONE.test(noun)) return undefined
  const example = `${sayAmount(amount.n, amount.unit, 'fr')} de ${held}`
  return { noun: one(amount.unit), example }
}

/** An amount in another unit of the same kind; undefined where there is none. */
export function inUnit({ n, unit }: Amount, other: string): number | undefined {
  if (isSameUnit(unit, other)) return n
  const [from, to] = [MEASURES[unit], MEASURES[other]]
  return from && to && from.kind === to.kind ? rounded((n * from.worth) / to.worth) : undefined
}
/** Nouns that end in s or x when there is one. */
const ENDS_SO: ReadonlySet<string> = new Set(
  'tas colis brebis bois radis noix pois souris os ananas'.split(' '),
)
const one = (noun: string): string =>
  ENDS_SO.has(noun)
    ? noun
    : /eaux$/.test(noun)
      ? noun.slice(0, -1)
      : noun.replace(/aux$/, 'al').replace(/[sx]$/, '')
const isSameUnit = (a: string, b: string): boolean => a === b || fold(one(a)) === fold(one(b))
const rounded = (n: number): number => Math.round(n * 1_000) / 1_000

const PARTS: readonly (readonly [said: RegExp, part: number])[] = [
  [/\bla moitie\b/, 1 / 2],
  [/\b(?:un|le) tiers\b/, 1 / 3],
  [/\b(?:deux|2) tiers\b/, 2 / 3],
  [/\b(?:trois|3) quarts?\b/, 3 / 4],
  [/\b(?:un|le) quart\b(?! d heure)/, 1 / 4],
]
const NUMBER_ALONE = new RegExp(`^(?:${FIGURES}|${HALF}|${IN_WORDS})$`)
/**
 * How much of a whole somebody says that they take, in its unit: *20*, *20 kg*, *la moitié*, *un
 * quart*, *tout*. `left`: what *le reste* is. Undefined for words that count nothing.
 */
export function partOf(text: string, whole: Amount, left: number): number | undefined {
  const said = plain(text).trim()
  if (/^\s*[-–−]/.test(text)) return undefined
  if (/^(?:tout|la totalite)$/.test(said)) return whole.n
  if (/^(?:tout )?le reste$|^ce qui reste$/.test(said)) return left > 0 ? left : undefined
  const part = PARTS.find(([words]) => words.test(said))?.[1]
  if (part !== undefined) return rounded(whole.n * part)
  if (NUMBER_ALONE.test(said)) return numberOf(said)
  const amount = amountIn(said)
  return amount && amount.to === undefined
    ? (inUnit(amount, whole.unit) ?? unpacked(said, whole))
    : undefined
}

/** *140 kg*, *3 stères*, *2 sacs*. A noun is said as it was written. */
export function sayAmount(n: number, unit: string, lang: Lang): string {
  const measure = MEASURES[unit]
  const isMany = n >= 2
  const noun = measure
    ? `${measure.shown}${unit === 'stere' && isMany ? 's' : ''}`
    : isMany
      ? many(one(unit))
      : one(unit)
  return `${figure(n, lang)}\u00a0${noun}`
}
function many(noun: string): string {
  if (/[sxz]$/.test(noun)) return noun
  if (/eau$/.test(noun)) return `${noun}x`
  return /al$/.test(noun) ? `${noun.slice(0, -1)}ux` : `${noun}s`
}
