import { lazyOf } from '../../../../core/lazy.ts'
import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import type { NoticeMeaning } from './meaning.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'
import type { NoticePair } from './thing.ts'

/**
 * Lengths that a notice tells: of ladders, ropes, hoses, firs, logs.
 *
 * Law     a longer thing serves who asks for a shorter one, but a fir, a carpet or a log; a length
 *         of another thing, and one that is not told, part nobody.
 */

/** Things that are told by their length. */
const LONG_THING = source`
  (?:echelle|escabeau|echafaudage|corde|cordage|cable|rallonge|tuyau|tube|planche|madrier|chevron
  |poutre|poteau|piquet|perche|grillage|gouttiere|sangle|guirlande|sapin|bache|toile|filet|tapis
  |moquette)
`
/** *6 x 8* of these is in metres. */
const SHEET = /^(?:bache|toile|filet|tapis|moquette)$/
/** Of these, a much longer one finds no room. */
const MUST_FIT = /^(?:sapin|tapis)$/
const LONGEST_FIT = 1.5
/** A ladder of *2x4 m* is 8 m long. Two hoses of 25 m make one of 50. */
const UNFOLDS = 'echelle'
const JOINS = /^(?:rallonge|tuyau|guirlande)$/
const MOST_PARTS = 5
const DIGITS = '\\d{1,3}(?:[.,]\\d{1,2})?'
/** *6 m sur 4*, *6 x 8 m*, *6x8*. */
const SIDES = new RegExp(
  `(?<![\\p{L}\\d,.])(${DIGITS}) ?(m|metres?)? ?(?:x|×|sur|par) ?(${DIGITS})` +
    '( ?(?:m|metres?))?(?![\\p{L}\\d,.]| ?(?:cm|mm)\\b)',
  'gu',
)
/** *8 m*, *3 m 50*, *3,50 m*, *1m20*, *six mètres*; not *25 m²*. */
const METRES = new RegExp(
  `(?<![\\p{L}\\d,.])(${DIGITS}|${IN_WORDS}) ?(?:m|metres?)(?! (?:carre|cube)s?\\b)` +
    '(?: ?(\\d{2})(?! ?(?:€|euros?|cm|ans)\\b))?(?![\\p{L}\\d])',
  'gu',
)
const CENTIMETRES = /(?<![\p{L}\d,.])(\d{2,4}) ?(?:cm|centimetres?)\b/gu
const metresOf = (said: string): number =>
  /^\d/.test(said) ? Number(said.replace(',', '.')) : (numberInWords(said) ?? 0)
/** Each length as `#8`, each two sides as `#6x4`, or `~6x4` where their unit is not told. */
const inMetres = (text: string): string =>
  text
    .replace(SIDES, (_, one: string, unit?: string, other = '', last?: string) => {
      const isTold = unit !== undefined || last !== undefined
      return `${isTold ? '#' : '~'}${metresOf(one)}x${metresOf(other)}`
    })
    .replace(METRES, (_, said: string, more = '0') => `#${metresOf(said) + Number(more) / 100}`)
    .replace(CENTIMETRES, (_, said: string) => `#${Number(said) / 100}`)
const MEASURED = /([#~])(\d+(?:\.\d+)?)(?:x(\d+(?:\.\d+)?))?/g

/** The longer side first; a length alone has no other. */
type Length = readonly [long: number, short: number | undefined]
const lengthsIn = (text: string, word: string, isAny = false): readonly Length[] =>
  [...text.matchAll(MEASURED)].flatMap(([, mark, first, second]): readonly Length[] => {
    const [one, other] = [Number(first), Number(second)]
    if (second === undefined) return [[one, undefined]]
    const isInParts = Number.isInteger(one) && one > 1 && one <= MOST_PARTS
    if (isInParts && (word === UNFOLDS || (mark === '#' && JOINS.test(word))))
      return [[one * other, undefined]]
    if (mark === '~' && !isAny && !SHEET.test(word)) return []
    return [[Math.max(one, other), Math.min(one, other)]]
  })
/** Of a thing, what stands right behind it: *une échelle de 8 m*; not *pour un mur de 8 m*. */
const OF_THING = new RegExp(
  `(?<![\\p{L}\\d,.])(?:(\\d{1,2}|${IN_WORDS}) )?(${LONG_THING})[sx]?` +
    '(?: (?!(?:pour|et|ou|avec|sans|dans|chez|sur|max\\w*|jusqu)(?!\\p{L})|plus de)\\p{L}+){0,4}?' +
    ' ([#~][\\d.x]+)(?! ?(?:max\\w*|au plus|au maximum|ou moins|ou plus petit))',
  'gu',
)
const AT_MOST = /(?<!\bau )\bmoins\b|\bpas plus\b|\bau plus\b/
type LongThing = Readonly<{ word: string; count: number; lengths: readonly Length[] }>
const NO_THING: readonly LongThing[] = []
const hasLength = (one: SpokenNotice): boolean =>
  /\d/.test(foldedText(one)) && new RegExp(`\\b${LONG_THING}`).test(foldedText(one))
const measured = lazyOf((one: SpokenNotice): string => inMetres(fold(`${one.title} ; ${one.more}`)))
/** Things that are told to be so long; of who asks, at least so long. */
const longThings = lazyOf((one: SpokenNotice): readonly LongThing[] => {
  if (!hasLength(one)) return NO_THING
  return [...measured(one).matchAll(OF_THING)].flatMap(
    ([whole, count = '1', word = '', said = '']) =>
      AT_MOST.test(whole) ? [] : [{ word, count: metresOf(count), lengths: lengthsIn(said, word) }],
  )
})
/** Every length that a notice tells: one of another thing is no reason to part two. */
const longTold = (one: SpokenNotice, word: string): readonly Length[] =>
  hasLength(one) ? [...lengthsIn(measured(one), word, true), ...joined(one, word)] : []
const joined = (one: SpokenNotice, word: string): readonly Length[] =>
  longThings(one)
    .filter(thing => thing.word === word && JOINS.test(word))
    .flatMap(({ count, lengths }) => lengths.map(([long]): Length => [count * long, undefined]))
/** A little less will do. */
const NEARLY = 0.9
const isNamedBy = ({ things }: NoticeMeaning, word: string): boolean =>
  things.some(({ said }) => fold(said).startsWith(word))

/** Whether a thing that is so long serves who asks for such a one. */
const serves =
  (word: string, [long, short]: Length) =>
  ([has, other]: Length): boolean =>
    has >= NEARLY * long &&
    (short === undefined || other === undefined || other >= NEARLY * short) &&
    (!MUST_FIT.test(word) || has <= LONGEST_FIT * long)

/** Whether a thing that passes is shorter than the one that is looked for, or far too long. */
export function isOfOtherLength({ offer, need, gives, asks }: NoticePair): boolean {
  return longThings(need).some(({ word, lengths }) => {
    const isOffered = isNamedBy(gives, word) || longThings(offer).some(one => one.word === word)
    if (!isOffered || !isNamedBy(asks, word)) return false
    const told = longTold(offer, word)
    return told.length > 0 && lengths.some(asked => !told.some(serves(word, asked)))
  })
}

/** *En 33*, *bûches de 50 cm*, *en 1 m*: how long logs are, in centimetres. */
const LOGS = pattern('gu')`
  \ben (20|25|30|33|35|40|45|50|60|100)
  (?= ?(?:cm|centimetres?)\b| *(?:$|[.,;:!?)/]|(?:ou|et|pour|a|sec|bien|livre|fendu|chez|sur)\b))
  |\b(?:buches|coupe|scie|bois) (?:de |a |en )?(\d{2,3}) ?(?:cm|centimetres?)\b
  |\b(?:en|de) (1|un) ?(?:m|metre)\b(?! \d)
`
const WOOD = /\b(?:bois|buches?|chene|hetre|charme|frene|chauffage|steres?)\b/
/** *Je coupe à la demande*. */
const CUT_AS_ASKED = /\b(?:demande|mesure|longueur voulue|au choix|recoup\w*|je (?:coupe|scie))\b/
/** *J’ai une scie*, *je recoupe*: who asks shortens them. */
const CUTS = pattern('u')`
  \b(?:ai|as?|avons|avec) (?:(?:une?|la|ma|mon|notre) (?:\w+ )?)?(?:scie|tronconneuse)\b
  |\b(?:je|on|nous) (?:(?:peux|peut|pouvons|sais) )?(?:(?:le|la|les) )?(?:re)?(?:coup|sci|debit)\w+
  |\ba recouper\b
`
const logsOf = lazyOf((one: SpokenNotice): readonly number[] => {
  const text = foldedText(one)
  if (!WOOD.test(text)) return []
  return [...text.matchAll(LOGS)].map(([, bare, told]) => Number(bare ?? told ?? 100))
})
/** Whether logs are longer than those that are looked for: they enter no stove. */
export function areLogsTooLong({ offer, need, asks }: NoticePair): boolean {
  if (asks.act !== undefined || CUT_AS_ASKED.test(foldedText(offer))) return false
  if (CUTS.test(foldedText(need))) return false
  const [there, wanted] = [logsOf(offer), logsOf(need)]
  return there.length > 0 && wanted.length > 0 && Math.min(...there) > Math.max(...wanted)
}
