import { bornAt, ID_SHAPE } from '../../../../core/id.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern } from '../../../../core/pattern.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * The months in which an offer stands, and those in which a need does: what is lent in September is
 * no answer to who needs it this week-end.
 *
 * Law     who tells no time refuses none.
 */
const MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
const MONTH = MONTHS.join('|')
/** *L’automne prochain*, *au printemps*: by their first months, and how many. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = nullPrototype({
  printemps: [2, 3],
  ete: [5, 4],
  automne: [8, 3],
  hiver: [11, 3],
})
const SEASON = Object.keys(SEASONS).join('|')
/** *Mars à mai*, *mars-avril* (whose hyphen is folded), *mars, avril et mai*. */
const PART = '(?:(?:le |du )?(?:\\d{1,2}(?:er)? )?(?:debut |fin |mi |courant )?)'
const LIST =
  `${PART}(?:${MONTH})` +
  `(?:(?: ?, ?| et | ou | a | au | jusqu a | jusqu en | ?/ ?| )${PART}(?:${MONTH}))*`
const WHEN = `(?:${LIST}|(?:l )?(?:${SEASON}))(?![\\p{L}\\d])`
/** As long as it stands from a month on, where nothing tells its end. */
const HALF_A_YEAR = 6
const monthsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (first + i) % 12)

/** The months of a list; those between two, where nothing but *et*, *ou* or a comma parts them. */
function monthsIn(list: string, isBetween = false): readonly number[] {
  const season = new RegExp(`\\b(?:${SEASON})\\b`).exec(list)?.[0]
  if (season !== undefined) return monthsFrom(...SEASONS[season]!)
  const all = [...list.matchAll(new RegExp(`\\b(?:${MONTH})\\b`, 'g'))].map(([month]) =>
    MONTHS.indexOf(month),
  )
  const isList = /,|\/|\b(?:et|ou)\b/.test(list) && !isBetween
  if (isList && !/\b(?:a|au|jusqu)\b/.test(list)) return all
  const [first, last] = [all[0]!, all.at(-1)!]
  return monthsFrom(first, ((last - first + 12) % 12) + 1)
}

/** A street and a square have their dates; nothing waits for those. */
const STREET = new RegExp(
  '\\b(?:rue|place|avenue|boulevard|square|impasse|salle|stade|quartier|cite|ecole) ' +
    `(?:du )?\\d{1,2}(?:er)? (?:${MONTH})\\b`,
  'g',
)
/** *Sauf en mai et juin*, *pas en août*, *jamais l’été*. */
const BUT = new RegExp(
  '(?:\\b(?:sauf|hors|hormis|excepte)|(?:^|[.;:,(]) ?(?:mais )?(?:pas|jamais)) ' +
    `(?:(?:(?:en|de|au mois de|pendant|les mois de) )?(?<when>${LIST})` +
    `|(?:en|(?:pendant )?(?:l|le)|au) (?<season>${SEASON}))(?![\\p{L}\\d])`,
  'gu',
)
const written = ({ title, more }: SpokenNotice): string => `${title} ; ${more}`
const textOf = (one: SpokenNotice): string => fold(written(one)).replace(STREET, ' ')
/** The commas of a list of months part no clauses. */
const clausesOf = (text: string): readonly string[] =>
  text
    .replace(new RegExp(`\\b(${MONTH}) ?, ?(?=(?:${MONTH})\\b)`, 'g'), '$1 et ')
    .split(/[.,;:!?()]|\b(?:mais|car|parce que|puisque)\b/)
    .map(clause => clause.trim())

/** A clause that tells when something is over, or was, and not when it begins. */
const NOT_YET = pattern('u')`
  \b(?:ferm|travaux|indispo|absent|occup|reserv|repein|refai|demenag|recolt|plant|seme|cueill)
  |\b(?:plus|pris|prise|nes?|nees?|sera|seront|pars|partons)\b
`
/** *Sera de nouveau à louer en mai* tells when it begins. */
const AGAIN = /\bser(?:a|ont) (?:(?:de nouveau|encore) )?(?=(?:a (?:louer|preter)|libres?|dispo))/
const isNotYet = (clause: string): boolean => NOT_YET.test(clause.replace(AGAIN, ''))
const FROM = new RegExp(
  `\\b(?:a partir (?:d|de|du)|des|pas avant|(?:libres?|dispo(?:nibles?)?) (?:en|au)) (${WHEN})`,
  'gu',
)
const WITHIN = new RegExp(
  '\\b(?:se (?:prete|loue)(?:nt)?|a (?:preter|louer)|(?:seulement|uniquement)' +
    '|(?:libres?|dispo(?:nibles?)?)(?= (?:de|d|entre))) ' +
    `(?<how>en|de|d|entre|au|l|cet) (?<when>${WHEN})` +
    `|\\b(?<how2>en|de|d|entre|au) (?<when2>${WHEN}) (?:seulement|uniquement)\\b` +
    `|(?<when3>${WHEN}) prochain\\b`,
  'gu',
)
/** *Cet hiver je prêterai*. */
const SHALL = /\b(?:pret|lou|donn|pass|partag|propos)e(?:rai|rons)\b/
const IN = new RegExp(`\\b(?<how>en|de|d|entre|au|cet|l) (?<when>${WHEN})`, 'gu')

const NONE: readonly number[] = []
const ANY = new RegExp(`\\b(?:${MONTH}|${SEASON})\\b`)
const offeredIn = lazyOf((one: SpokenNotice): readonly number[] => {
  const text = textOf(one)
  if (!ANY.test(text)) return NONE
  const told = clausesOf(text.replace(BUT, ' ')).flatMap(clause => {
    if (isNotYet(clause)) return []
    const from = [...clause.matchAll(FROM)].flatMap(([, when = '']) => {
      const months = monthsIn(when)
      return months.length > 1 && !new RegExp(SEASON).test(when)
        ? months
        : monthsFrom(months[0]!, HALF_A_YEAR)
    })
    const within = [
      ...clause.matchAll(WITHIN),
      ...(SHALL.test(clause) ? clause.matchAll(IN) : []),
    ].flatMap(({ groups = {} }) => {
      const { how, how2, when, when2, when3 } = groups
      return monthsIn(when ?? when2 ?? when3!, (how ?? how2) === 'entre')
    })
    return [...from, ...within]
  })
  if (told.length > 0) return told
  const but = [...text.matchAll(BUT)].flatMap(({ groups = {} }) =>
    monthsIn(groups['when'] ?? groups['season']!),
  )
  return but.length > 0 ? monthsFrom(0, 12).filter(month => !but.includes(month)) : NONE
})

const SOON = pattern('u')`
  \b(?:ce week[ -]end|week[ -]end prochain|cette semaine|semaine prochaine|demain|urgent|urgence
  |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochain|\d{1,2})|tout de suite)\b
`
/** Feasts, and the months in which one gets ready for them. */
const FEASTS: readonly (readonly [string, ...number[]])[] = [
  ['noel', 11],
  ['(?:nouvel an|jour de l an|reveillon|saint sylvestre)', 11, 0],
  ['toussaint', 9, 10],
  ['paques', 2, 3],
]
const FOR_FEAST = FEASTS.map(([feast, ...months]) => ({
  months,
  shape: new RegExp(
    '\\b(?:pour(?: l[ae]?s?)?|a|a la' +
      `|(?:semaine|vacances|fetes?|repas|soir) d[ue])(?: la)? ${feast}\\b`,
  ),
}))
/** What was, or what makes them speak: *j’ai commencé en mai*. `has`: *a* as it is written. */
const pastOf = (has: string): RegExp => pattern('u')`
  \b(?:ai|avons|avais|avait|avions|etais|etait|etaient|dernier|derniere|nee?s?|depuis)\b
  |\b(?:${has}|ont|est|sont|on ${has}) (?:ete|\p{L}+(?:[eiu]|[eiu]e|[eiu]s|it))\b
`
const PAST = pastOf('a')
/** Who writes *à* means the verb where there is no accent: *presse à pommes* is no past. */
const PAST_ACCENTED = pastOf('ha')
const VERB_HAS = /(?<!\p{L})a(?!\p{L})/gu
/** Who moves in May needs a van then, or a garage; a bicycle, nobody knows when. */
const MOVES = /\bdemenag/
const FOR_MOVING = pattern('u')`
  \b(?:camion\w*|fourgon\w*|utilitaire|remorque|cartons?|diable|bras|mains?|aide\w*|coup de main
  |logement|appart\w*|maison|chambre|sangles?|monte meubles?|couvertures?|transpalettes?
  |garages?|granges?|hangars?|box|caves?|greniers?|remises?|local|locaux|studio|garde meubles?
  |une piece|(?:stock|entrepos|abrit)\w*|(?:garder|mettre|laisser|poser) (?:(?:mes|nos|des|les)[ ])?
  (?:meubles?|affaires)|place pour (?:(?:mes|nos|des|les)[ ])?(?:meubles?|affaires|cartons))\b
`
const WANTED = new RegExp(
  '\\b(?:en|pour(?: le mois de)?|a partir (?:d|de|du)|des|fin|debut|mi|courant' +
    '|au mois d[e]?|entre|de|(?:le|du|les|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)' +
    ` (?=\\d)|\\d{1,2} (?:et|au|ou)(?= \\d)) ?(${LIST})(?![\\p{L}\\d])` +
    `|\\b(?:a l|au) (${SEASON}) prochain\\b`,
  'gu',
)
/** *Avant avril*, *avant Noël*: any month until then will do. */
const BEFORE = '\\b(?:avant|d ici(?: a)?) (?:le |l[ae]?s? )?'
const UNTIL = new RegExp(`${BEFORE}(${LIST})(?![\\p{L}\\d])`, 'gu')
const UNTIL_FEAST = [...FEASTS, ['fetes(?= *(?:$|de fin))', 11] as const].map(
  ([feast, ...months]) => ({
    last: months.at(-1)!,
    shape: new RegExp(`${BEFORE}${feast}(?![\\p{L}\\d])`, 'u'),
  }),
)
/** Months since the year 0; undefined where nobody knows when it was written. */
const bornIn = ({ id }: SpokenNotice): number | undefined => {
  if (!ID_SHAPE.test(id)) return undefined
  const at = new Date(bornAt(id))
  return at.getUTCFullYear() * 12 + at.getUTCMonth()
}
const bornMonth = (one: SpokenNotice): number | undefined => {
  const born = bornIn(one)
  return born === undefined ? undefined : born % 12
}
/** From the month in which it was written, half a year before where nobody knows it. */
const monthsUntil = (one: SpokenNotice, last: number): readonly number[] => {
  const from = bornMonth(one) ?? (last + 13 - HALF_A_YEAR) % 12
  return monthsFrom(from, ((last - from + 12) % 12) + 1)
}
const neededIn = lazyOf((one: SpokenNotice): readonly number[] => {
  const isAccented = /(?<!\p{L})[àÀ](?!\p{L})/u.test(written(one))
  const text = isAccented ? fold(written(one).replace(VERB_HAS, 'ha')) : fold(written(one))
  const past = isAccented ? PAST_ACCENTED : PAST
  const isReason = (clause: string) => MOVES.test(clause) && !FOR_MOVING.test(text)
  const clauses = clausesOf(text.replace(STREET, ' ').replace(BUT, ' ')).filter(
    clause => !past.test(clause) && !isReason(clause),
  )
  const named = clauses.flatMap(clause => [
    ...[...clause.matchAll(WANTED)].flatMap(([, when, next]) => monthsIn(when ?? next!)),
    ...[...clause.matchAll(UNTIL)].flatMap(([, when = '']) => monthsUntil(one, monthsIn(when)[0]!)),
    ...FOR_FEAST.flatMap(({ months, shape }) => (shape.test(clause) ? months : [])),
    ...UNTIL_FEAST.flatMap(({ last, shape }) => (shape.test(clause) ? monthsUntil(one, last) : [])),
  ])
  if (named.length > 0) return named
  // A month that nothing ties to the need leaves its time open.
  if (clauses.some(clause => ANY.test(clause))) return NONE
  const month = SOON.test(foldedText(one)) ? bornMonth(one) : undefined
  return month === undefined ? NONE : [month]
})

/** *À partir de septembre*, *en octobre 2027*, *l’automne prochain*. */
const STARTS = new RegExp(
  '\\b(?:a partir (?:d|de|du)|des|pas avant|en|courant) ' +
    `(?<when>${PART}(?<month>${MONTH}))(?: (?<year>20\\d\\d))?(?![\\p{L}\\d])` +
    `|\\b(?<season>${SEASON}) prochain\\b`,
  'gu',
)
/** The first month of an offer that surely begins later than it was written. */
const startsIn = lazyOf((one: SpokenNotice): number | undefined => {
  const text = textOf(one)
  const born = bornIn(one)
  if (born === undefined || !ANY.test(text)) return undefined
  const all = clausesOf(text)
    .filter(clause => !isNotYet(clause))
    .flatMap(clause => [...clause.matchAll(STARTS)])
    .flatMap(({ 0: said, groups = {} }) => {
      const { month, year, season } = groups
      const first = season === undefined ? MONTHS.indexOf(month!) : SEASONS[season]![0]
      if (year !== undefined) return [Number(year) * 12 + first]
      if (/^(?:en|courant) /.test(said)) return []
      const ahead = (first - (born % 12) + 12) % 12
      // What began last month is no far one: *à partir de novembre*, still shown in December.
      return ahead > 0 && ahead < 11 ? [born + ahead] : []
    })
  return all.length === 1 && all[0]! > born ? all[0] : undefined
})
/** Whether an offer begins after the last month in which it is needed. */
function isTooLate(offer: SpokenNotice, need: SpokenNotice): boolean {
  const [start, asked] = [startsIn(offer), bornIn(need)]
  const needed = start === undefined || asked === undefined ? [] : neededIn(need)
  return (
    needed.length > 0 &&
    needed.every(month => asked! + ((month + 12 - (asked! % 12)) % 12) < start!)
  )
}

const IN_SEASON = new RegExp(`\\b(?:cet|en|au|(?:pour|pendant|tout) l) (${SEASON})\\b`, 'gu')
/** Who lends it never in summer has none for this summer. */
function isSeasonOut(offer: SpokenNotice, need: SpokenNotice): boolean {
  const out = [...textOf(offer).matchAll(BUT)].map(({ groups }) => groups!['season'])
  if (out.every(season => season === undefined)) return false
  const told = [...textOf(need).matchAll(IN_SEASON)].map(([, season]) => season)
  return told.length > 0 && told.every(season => out.includes(season))
}

/** Whether the months that both tell have none in common. */
export function areOfTwoSeasons(offer: SpokenNotice, need: SpokenNotice): boolean {
  if (isTooLate(offer, need) || isSeasonOut(offer, need)) return true
  const offered = offeredIn(offer)
  if (offered.length === 0) return false
  const needed = neededIn(need)
  return needed.length > 0 && needed.every(month => !offered.includes(month))
}
