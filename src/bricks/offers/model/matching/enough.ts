import { lazyOf } from '../../../../core/lazy.ts'
import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { saidBy } from './meaning.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

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
