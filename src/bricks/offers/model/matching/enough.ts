import { lazyOf } from '../../../../core/lazy.ts'
import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern, source } from '../../../../core/pattern.ts'
import { type NoticeMeaning, saidBy } from './meaning.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'
import type { NoticePair } from './thing.ts'

/**
 * Whether an offer that tells for how many it is, or how much there is, is enough for who tells how
 * many they are, or how much they want: *60 personnes au plus* is no room for 200.
 *
 * Law     who tells no number, or one of another kind, refuses none.
 */
const FIGURE = `\\d{1,3}(?: \\d{3})+|\\d{1,4}|${IN_WORDS}`
/** Of each kind, its words, and the part of what is wanted that still helps. */
const KINDS: readonly (readonly [words: string, part: number])[] = [
  ['invites?|convives?|couverts?|couchages?', 0.75],
  ['steres?', 0.25],
  ['kg|kilos?', 0.25],
  ['m3', 0.25],
  ['ha|hectares?', 0.25],
]
const PEOPLE = 0
/** *Les 5 kg*, *en sacs de 25 kg*: by the piece, and no amount. */
const APIECE = '(?<!\\b(?:par|les|(?:sac|seau|pot|botte|carton|caisse|colis|lot)[sx]?(?: de)?) )'
const SHAPES = KINDS.map(
  ([words], at) =>
    new RegExp(
      `${at === PEOPLE ? '' : APIECE}(?<![\\p{L}\\d,.]|\\d )(${FIGURE})(?: de)? ?(?:${words})` +
        '(?![\\p{L}\\d])',
      'gu',
    ),
)
/** Where *personnes* tell how many there is room for, and are not people who are told of. */
const ROOM = new RegExp(
  '(?:(?<head>^|[.,;:(] *)' +
    '|\\b(?:pour|jusqu a|sommes|serons|salle|gite|grange|tente|barnum|table|\\d+ a) ' +
    '(?:environ |au moins )?)' +
    `(?<many>${FIGURE}) personnes(?= *(?:$|[.,;:!?)]` +
    '|(?:le|la|les|l|en|fin|debut|ce|cet|cette|dans|avec|et|ou' +
    '|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\b))',
  'gu',
)
const ENDS = /^ *(?:$|[.,;:!?)])/
const MOST = new RegExp(
  `(?<![\\p{L}\\d])(${FIGURE}) personnes (?:au plus|maxi?|maximum|assises)\\b`,
  'gu',
)
/** What has room for people, or is laid for them; several of them tell for how many each is. */
const HOLDS = pattern('u')`
  \b(?:salle|grange|hangar|halle|foyer|local|gite|chambre|lit|dortoir|logement|maison|appartement
  |studio|caravane|camping car|yourte|cabane|tente|barnum|chapiteau|tonnelle|table|banc|vaisselle
  |service|menagere|marmite|faitout|paella|raclette|fondue|plancha|barbecue|couchages?|couverts)\b
`
const SEVERAL = pattern('u')`
  \b(?:salles|chambres|lits|gites|caravanes|yourtes|cabanes|tentes|barnums|tables|bancs)\b
`
const numberOf = (said: string): number =>
  /^\d/.test(said) ? Number(said.replaceAll(' ', '')) : (numberInWords(said) ?? 0)

/** Hardly any notice names one of them. */
const ANY = new RegExp(
  ['personnes', ...KINDS.map(([words]) => words)]
    .map(words => `(?:${words})(?![\\p{L}\\d])`)
    .join('|'),
  'u',
)
const NONE: readonly undefined[] = []

/** The most that a notice tells of each kind; undefined where it tells none. */
const toldBy = lazyOf((one: SpokenNotice): readonly (number | undefined)[] => {
  if (!ANY.test(foldedText(one))) return NONE
  const text = fold(`${one.title} ; ${one.more}`)
  return SHAPES.map((shape, at) => {
    const all = [...text.matchAll(shape)].map(([, said]) => numberOf(said!))
    // One person is anybody.
    const counted = (at === PEOPLE ? [...all, ...roomIn(text)] : all).filter(
      n => n > (at === PEOPLE ? 1 : 0),
    )
    return counted.length > 0 ? Math.max(...counted) : undefined
  })
})
const roomIn = (text: string): readonly number[] => [
  ...[...text.matchAll(ROOM)].flatMap(({ 0: said, index, groups = {} }) => {
    const isClause = ENDS.test(text.slice(index + said.length))
    return groups['head'] === undefined || isClause ? [numberOf(groups['many']!)] : []
  }),
  ...[...text.matchAll(MOST)].map(([, many]) => numberOf(many!)),
]
/** Who does something for people does it for others too. */
const hasRoom = lazyOf((one: SpokenNotice): boolean => {
  const text = foldedText(one)
  return HOLDS.test(text) && !SEVERAL.test(text) && saidBy(one).act === undefined
})

export function isTooLittle(offer: SpokenNotice, need: SpokenNotice): boolean {
  const [there, wanted] = [toldBy(offer), toldBy(need)]
  return KINDS.some(([, part], at) => {
    const [has, wants] = [there[at], wanted[at]]
    if (has === undefined || wants === undefined || has >= part * wants) return false
    return at !== PEOPLE || hasRoom(offer)
  })
}

/** Things of which a longer one serves who asks for a shorter one. */
const LONG_THING = source`
  (?:echelle|escabeau|echafaudage|corde|cordage|cable|rallonge|tuyau|tube|planche|madrier|chevron
  |poutre|poteau|piquet|perche|grillage|gouttiere|sangle|guirlande|sapin|bache|toile|filet|tapis
  |moquette)
`
/** *6 x 8* of these is in metres. */
const SHEET = /^(?:bache|toile|filet|tapis|moquette)$/
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
  /^\d/.test(said) ? Number(said.replace(',', '.')) : numberOf(said)
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
const lengthsIn = (text: string, isSheet: boolean): readonly Length[] =>
  [...text.matchAll(MEASURED)].flatMap(([, mark, one, other]): readonly Length[] => {
    if (mark === '~' && !isSheet) return []
    if (other === undefined) return [[Number(one), undefined]]
    return [[Math.max(Number(one), Number(other)), Math.min(Number(one), Number(other))]]
  })
/** Of a thing, what stands right behind it: *une échelle de 8 m*; not *pour un mur de 8 m*. */
const OF_THING = new RegExp(
  `(?<![\\p{L}\\d])(${LONG_THING})[sx]?` +
    '(?: (?!(?:pour|et|ou|avec|sans|dans|chez|sur|max\\w*|jusqu)(?!\\p{L})|plus de)\\p{L}+){0,4}?' +
    ' ([#~][\\d.x]+)(?! ?(?:max\\w*|au plus|au maximum|ou moins|ou plus petit))',
  'gu',
)
const AT_MOST = /(?<!\bau )\bmoins\b|\bpas plus\b|\bau plus\b/
type LongThing = Readonly<{ word: string; lengths: readonly Length[] }>
const NO_THING: readonly LongThing[] = []
const hasLength = (one: SpokenNotice): boolean =>
  /\d/.test(foldedText(one)) && new RegExp(`\\b${LONG_THING}`).test(foldedText(one))
/** Things that are told to be so long; of who asks, at least so long. */
const longThings = lazyOf((one: SpokenNotice): readonly LongThing[] => {
  if (!hasLength(one)) return NO_THING
  return [...inMetres(fold(`${one.title} ; ${one.more}`)).matchAll(OF_THING)].flatMap(
    ([whole, thing = '', said = '']) =>
      AT_MOST.test(whole) ? [] : [{ word: thing, lengths: lengthsIn(said, SHEET.test(thing)) }],
  )
})
/** Every length that a notice tells: one of another thing is no reason to part two. */
const longTold = lazyOf((one: SpokenNotice): readonly Length[] =>
  hasLength(one) ? lengthsIn(inMetres(fold(`${one.title} ; ${one.more}`)), true) : [],
)
/** A little less will do. */
const NEARLY = 0.9
const isNamedBy = ({ things }: NoticeMeaning, word: string): boolean =>
  things.some(({ said }) => fold(said).startsWith(word))

/** Whether a thing that passes is shorter than the one that is looked for. */
export function isTooShort({ offer, need, gives, asks }: NoticePair): boolean {
  const told = longTold(offer)
  if (told.length === 0) return false
  return longThings(need).some(({ word, lengths }) => {
    const isOffered = isNamedBy(gives, word) || longThings(offer).some(one => one.word === word)
    if (!isOffered || !isNamedBy(asks, word)) return false
    return lengths.some(
      ([long, short]) =>
        !told.some(
          ([has, other]) =>
            has >= NEARLY * long &&
            (short === undefined || other === undefined || other >= NEARLY * short),
        ),
    )
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
const logsOf = lazyOf((one: SpokenNotice): readonly number[] => {
  const text = foldedText(one)
  if (!WOOD.test(text)) return []
  return [...text.matchAll(LOGS)].map(([, bare, told]) => Number(bare ?? told ?? 100))
})
/** Whether logs are longer than those that are looked for: they enter no stove. */
export function areLogsTooLong({ offer, need, asks }: NoticePair): boolean {
  if (asks.act !== undefined || CUT_AS_ASKED.test(foldedText(offer))) return false
  const [there, wanted] = [logsOf(offer), logsOf(need)]
  return there.length > 0 && wanted.length > 0 && Math.min(...there) > Math.max(...wanted)
}
